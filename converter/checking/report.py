"""A parsed document as the rules see it: its parts at hand, each with its JSON pointer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from converter.checking.findings import Span
from converter.checking.printed import Printed
from converter.checking.walking import walk
from converter.extracting.values.blanks import closed
from converter.text import shadow

Json = dict[str, Any]


@dataclass(frozen=True)
class Report:
    """One report: a document that follows the schema and keeps the law, or one of a compilation's reports.

    source: the text its spans point into; base: the JSON pointer of the report within its document.
    """

    document: Json
    source: Printed
    base: str = ""

    @property
    def text(self) -> str:
        """The text all spans point into."""
        return self.source.text

    @property
    def meta(self) -> Json:
        """The masthead."""
        found: Json = self.document["metadata"]
        return found

    @property
    def year(self) -> int | None:
        """The year the report is for."""
        found: int | None = self.meta["report_year"]
        return found

    @property
    def level(self) -> str | None:
        """Rank of the place."""
        found: str | None = self.meta["jurisdiction"]["level"]
        return found

    @property
    def whole(self) -> bool:
        """Whether it is a government work report and all there."""
        return bool(self.document["document_type"] == "government_work_report" and self.document["completeness"]["status"] == "complete")

    @cached_property
    def sections(self) -> tuple[tuple[str, Json], ...]:
        """Every section in reading order with its pointer."""
        return tuple(walk(self.document["sections"], f"{self.base}/sections"))

    @cached_property
    def paragraphs(self) -> tuple[tuple[str, Json, Json], ...]:
        """Every paragraph with its pointer and the section it stands in."""
        return tuple((f"{at}/paragraphs/{n}", p, s) for at, s in self.sections for n, p in enumerate(s["paragraphs"]))

    @cached_property
    def figures(self) -> tuple[tuple[str, Json], ...]:
        """Every indicator with its pointer."""
        return tuple((f"{self.base}/indicators/{n}", fact) for n, fact in enumerate(self.document["indicators"]))

    @cached_property
    def quotes(self) -> dict[str, str]:
        """The shadow of every quote, by quote."""
        return {fact["quote"]: closed(shadow(fact["quote"]).replace("\n", "")) for _, fact in self.figures}

    def inside(self, span: Any) -> bool:
        """Whether the span is a stretch of the text."""
        return bool(0 <= span[0] < span[1] <= len(self.text))

    def printed(self, span: Any) -> str:
        """What is printed at a span, in the shadow and without white space."""
        return shadow(self.source.at((span[0], span[1])))

    def evidence(self, field: str) -> list[str]:
        """What decided a field of the masthead, as printed or as the page states it, in the shadow and without white space.

        Evidence may stand in removed lines: what is removed from the middle of a line is left out only where something remains.
        """
        found = self.meta["evidence"].get(field, ())
        return [self._said(one) for one in found if isinstance(one, dict) or self.inside(one)]

    def _said(self, one: Any) -> str:
        if isinstance(one, dict):
            return shadow("".join(one["text"].split()))
        return self.printed(one) or shadow("".join(self.text[one[0] : one[1]].split()))


def pair(span: Any) -> Span:
    """A span of parsed JSON."""
    return span[0], span[1]
