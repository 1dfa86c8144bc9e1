"""What gwr has written is not read as a report: who names out/* instead of reports/* would have JSON converted."""

from __future__ import annotations

from converter.reading.limits import LIMITS, Limits
from converter.reading.source import Source, Unreadable


def refuse_document(_data: bytes, name: str, _limits: Limits = LIMITS) -> Source:
    """A document is no raw report."""
    raise Unreadable(f"{name}: a document of gwr, no raw report; gwr show, check and export take it")
