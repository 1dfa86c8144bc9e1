"""Two documents, figure by figure and paragraph by paragraph; and many documents as series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from converter.models.document import Document
from converter.models.facts import Indicator
from converter.viewing.align import Beside, Text, beside
from converter.viewing.blocks import flat
from converter.viewing.keys import Keys
from converter.viewing.series import Series, one_place, place_of, series


@dataclass(frozen=True)
class Line:
    """What both documents say about one indicator of one kind: the figures of each."""

    id: str
    kind: str  # outcome, target
    first: tuple[Indicator, ...]
    second: tuple[Indicator, ...]


@dataclass(frozen=True)
class Comparison:
    """What the template shows."""

    documents: tuple[Document, Document]
    lines: tuple[Line, ...]
    texts: tuple[Beside, ...]
    counts: dict[str, int]
    series: tuple[Series, ...]
    share: int  # per cent of paragraphs that are the same


@dataclass(frozen=True)
class Panel:
    """The series of one place."""

    name: str
    documents: tuple[Document, ...]
    series: tuple[Series, ...]


def comparison(first: Document, second: Document) -> Comparison:
    """Both side by side; the series too where they are two years of one place."""
    keys = Keys()
    texts = beside(_texts(first, "A", keys), _texts(second, "B", keys))
    counts = Counter(state for t in texts for state in (("first", "second") if t.state == "apart" else (t.state,)))
    return Comparison(
        documents=(first, second),
        lines=tuple(_lines(first, second)),
        texts=tuple(texts),
        counts={state: counts[state] for state in ("same", "changed", "first", "second")},
        series=tuple(series(by_year((first, second)))) if one_place((first, second)) else (),
        share=round(100 * counts["same"] / len(texts)) if texts else 100,
    )


def panels(documents: Sequence[Document]) -> list[Panel]:
    """The documents by place, each place with its series."""
    places: dict[str, list[Document]] = {}
    for document in documents:
        places.setdefault(place_of(document), []).append(document)
    return [Panel(_name(found), by_year(found), tuple(series(by_year(found)))) for found in places.values()]


def by_year(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The oldest report first."""
    return tuple(sorted(documents, key=lambda d: (d.metadata.report_year or 0, d.id)))


def _name(documents: Sequence[Document]) -> str:
    return next((d.metadata.jurisdiction.name for d in reversed(documents) if d.metadata.jurisdiction.name), "")


def _texts(document: Document, side: str, keys: Keys) -> list[Text]:
    """Headings and paragraphs in reading order, with ids that tell the sides apart."""
    out = []
    for section in flat(document.sections):
        if section.title:
            out.append(Text(f"{section.number or ''}{section.title}", keys.take(side, section.id), section.level))
        out += [Text(p.text, keys.take(side, p.id), 0) for p in section.paragraphs]
    return out


def _lines(first: Document, second: Document) -> list[Line]:
    ids = dict.fromkeys(f.id for d in (first, second) for f in d.indicators)
    lines = (Line(id, kind, _said(first, id, kind), _said(second, id, kind)) for id in ids for kind in ("outcome", "target"))
    return [line for line in lines if line.first or line.second]


def _said(document: Document, id: str, kind: str) -> tuple[Indicator, ...]:
    return tuple(f for f in document.indicators if f.id == id and (f.kind == "target") == (kind == "target"))
