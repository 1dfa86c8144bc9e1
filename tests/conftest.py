"""Tests speak English, and know nothing of the settings of whoever runs them; programs that they start inherit that."""

from __future__ import annotations

import os

for name in ("GWR_LEXICON", "GWR_OFFSETS", "GWR_QUIET", "GWR_VERBOSE", "GWR_DEBUG"):
    os.environ.pop(name, None)
os.environ["GWR_LANG"] = "en"
