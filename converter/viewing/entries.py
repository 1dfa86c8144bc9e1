"""A folder of documents: what the index says about each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from converter.models.document import Document
from converter.viewing.visible import visible

# The targets of the small bars, in their order: what nearly every plan names.
SPARK: Final = (
    "gdp", "industrial_value_added", "fixed_asset_investment", "retail_sales", "general_public_budget_revenue", "foreign_trade",
    "urban_income", "rural_income",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One line of the index."""

    file: str
    link: str
    title: str
    place: str
    path: tuple[str, ...]
    level: str
    year: int | None
    status: str
    type: str
    figures: int
    notices: int  # errors and warnings
    targets: tuple[float | None, ...]  # growth in per cent, in the order of SPARK

    def row(self) -> list[Any]:
        """The entry as the script reads it."""
        province = self.path[0] if self.path else ""
        return [
            visible(self.link), visible(self.title), visible(self.place), visible(province), self.level, self.year, self.status,
            self.type, self.figures, self.notices, list(self.targets), visible(self.file),
        ]  # fmt: skip


def entry(document: Document, file: str, link: str, title: str) -> Entry:
    """The index line of a document."""
    place = document.metadata.jurisdiction
    return Entry(
        file=file,
        link=link,
        title=title,
        place=" ".join(place.path) or place.name or "",
        path=place.path,
        level=place.level or "",
        year=document.metadata.report_year,
        status=document.completeness.status,
        type=document.document_type,
        figures=len(document.indicators),
        notices=sum(d.severity != "info" for d in document.diagnostics),
        targets=tuple(_target(document, id) for id in SPARK),
    )


def _target(document: Document, id: str) -> float | None:
    """The first growth target of an indicator for the plan's year."""
    for fact in document.indicators:
        planned = fact.id == id and fact.kind == "target" and fact.basis == "year" and fact.period == str(document.metadata.plan_year)
        if planned and fact.growth is not None and fact.growth_unit == "%" and abs(fact.growth) < 1000:
            return float(fact.growth)
    return None
