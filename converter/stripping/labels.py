"""What the zones of a page give their lines: a fate, a kind and the rule; and what a line inherits from the one above."""

from __future__ import annotations

from collections.abc import Sequence

from converter.stripping.glance import Glance
from converter.stripping.segments import REMOVED

Label = tuple[str, str | None, str]  # fate, kind, rule; the kind "" is one to inherit

# A short line nobody knows belongs to the chrome it follows: the 大 中 小 of a font bar, a name after 责任编辑:, a broken licence.
_REACH = {"toolbar": 12, "share": 12, "byline": 12, "license": 400, "related_links": 60}


def inherit(labels: list[Label], lines: Sequence[Glance]) -> list[Label]:
    """Kinds for the lines that no rule knows, from the chrome above them."""
    out: list[Label] = []
    for (fate, kind, rule), glance in zip(labels, lines, strict=True):
        if kind == "":
            before = _continues(out, lines, len(glance.compact))
            kind, rule = (before, "continued") if before else (rule, "unknown_line_outside_the_text")
        out.append((fate, kind, rule))
    return out


def _continues(out: list[Label], lines: Sequence[Glance], length: int) -> str | None:
    if not out or out[-1][0] != REMOVED:
        return None
    kind, above = out[-1][1] or "", lines[len(out) - 1].compact
    reach = 12 if kind == "breadcrumb" and len(above) <= 8 else _REACH.get(kind, 0)
    return kind if length <= reach else None
