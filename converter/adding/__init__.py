"""Own lexicons: a user's YAML, checked as the built-in ones are, and laid over them while a report is read."""

from __future__ import annotations

from converter.adding.own import Lexicon, Own, together

__all__ = ["Lexicon", "Own", "together"]
