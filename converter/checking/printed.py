"""What a reader sees at a span of the source: less what was removed, white space aside."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from converter.checking.findings import Span

_GONE = ("removed", "layout")


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


class Printed:
    """A source text with the pieces of it that are gone."""

    def __init__(self, text: str, ledger: list[dict[str, Any]]) -> None:
        self.text = text
        self._gone = [row["span"] for row in ledger if row["fate"] in _GONE]
        self._ends = [end for _, end in self._gone]

    def at(self, span: Span) -> str:
        """What is printed at the span, without white space."""
        start, end = span
        out = []
        for low, high in self._gone[bisect_right(self._ends, start) :]:
            if low >= end:
                break
            out.append(self.text[start : max(start, low)])
            start = max(start, high)
        return bare("".join([*out, self.text[start:end]]))

    def prints(self, said: str, span: Span) -> bool:
        """Whether this is what is printed there."""
        first = bisect_right(self._ends, span[0])
        whole = first == len(self._gone) or self._gone[first][0] >= span[1]
        return (whole and said == self.text[span[0] : span[1]]) or bare(said) == self.at(span)
