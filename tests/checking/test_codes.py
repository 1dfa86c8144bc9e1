"""Every code is documented."""

from __future__ import annotations

import re
from pathlib import Path

from converter.checking import findings

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_codes_are_documented() -> None:
    """docs/checks.md lists the codes that exist, no fewer and no more."""
    codes = {code for code in vars(findings).values() if isinstance(code, str) and re.fullmatch(r"GWR\d+", code)}
    assert set(re.findall(r"^\| (GWR\d+) \|", PAGE.read_text("utf-8"), re.M)) == codes
