"""Shares of a whole: 三次产业结构 9.1:44.5:46.4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from converter.checking.findings import Finding
from converter.checking.report import Report
from converter.text import shadow

_NUMBER = r"(\d{1,2}(?:\.\d{1,2})?)"
_SIGN = "三次产业"
_SHARES = re.compile(rf"三次产业[^。:;\n]{{0,40}}?(?<![\d.]){_NUMBER} ?[:：∶] ?{_NUMBER} ?[:：∶] ?{_NUMBER}(?![\d.]*[:∶\d])")
_WHOLE = 100
_ROUNDED = Decimal("0.25")  # three shares rounded to one decimal; whole ones may be off by one


def shares(report: Report) -> Iterator[Finding]:
    """The shares of the three sectors add up to 100, within what rounding explains."""
    for pointer, paragraph, _ in report.paragraphs:
        if _SIGN not in paragraph["text"]:
            continue
        for found in _SHARES.finditer(shadow(paragraph["text"])):
            parts = [Decimal(found[n]) for n in (1, 2, 3)]
            slack = _ROUNDED if any("." in found[n] for n in (1, 2, 3)) else Decimal(1)
            if abs(sum(parts, Decimal(0)) - _WHOLE) > slack:
                start = paragraph["span"][0]
                said = f"{':'.join(map(str, parts))} make {sum(parts, Decimal(0))}"
                yield Finding("GWR148", said, pointer, (start, paragraph["span"][1]))
