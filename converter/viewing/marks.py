"""What is marked in the text: figures, notes, projects, leads, flaws, notices, evidence; each with the id it is reached by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from converter.models.document import Document
from converter.models.facts import Indicator, Note, Project
from converter.models.metadata import Stated
from converter.models.structure import Diagnostic, Noise, Section
from converter.viewing.keys import Keys

Pair = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """A stretch of the source that means something."""

    span: Pair
    kind: str  # figure, anchor, note, project, lead, noise, notice, evidence
    key: str = ""
    says: str = ""  # kind of a flaw; key of the note an anchor points to


@dataclass(frozen=True)
class Keyed:
    """The facts of one report with their ids."""

    figures: tuple[tuple[str, Indicator], ...]
    notes: tuple[tuple[str, Note, tuple[str, ...]], ...]
    projects: tuple[tuple[str, Project], ...]
    notices: tuple[tuple[str, Diagnostic], ...]
    flaws: tuple[tuple[str, Noise], ...]
    evidence: tuple[tuple[str, str, Pair], ...]  # id, field of the metadata, where
    stated: dict[str, str]  # field → what the page says about itself


def keyed(document: Document, keys: Keys) -> Keyed:
    """Every fact with an id that speaks: f-gdp-target-2025, n3, j1."""
    evidence = [(field, one) for field, found in document.metadata.evidence.items() for one in found]
    numbered = list(enumerate(document.notes, 1))
    return Keyed(
        figures=tuple((keys.take("f", f.id, f.kind, f.period), f) for f in document.indicators),
        notes=tuple((keys.take("n", number), note, tuple(keys.take("a", number) for _ in note.anchors)) for number, note in numbered),
        projects=tuple(zip(keys.each("j", document.projects), document.projects, strict=True)),
        notices=tuple(zip(keys.each("d", document.diagnostics), document.diagnostics, strict=True)),
        flaws=tuple(zip(keys.each("x", document.noise), document.noise, strict=True)),
        evidence=tuple((keys.take("e", field), field, one) for field, one in evidence if isinstance(one, tuple)),
        stated={field: f"{one.origin}: {one.text}" for field, one in evidence if isinstance(one, Stated)},
    )


def marks(facts: Keyed) -> Iterator[Mark]:
    """Everything that stands somewhere in the text."""
    yield from (Mark(f.span, "figure", key) for key, f in facts.figures)
    for key, note, anchors in facts.notes:
        yield Mark(note.span, "note", key)
        yield from (Mark(span, "anchor", anchor, key) for anchor, span in zip(anchors, note.anchors, strict=True))
    yield from (Mark(p.span, "project", key) for key, p in facts.projects)
    yield from (Mark(n.span, "noise", key, n.kind) for key, n in facts.flaws)
    yield from (Mark(d.span, "notice", key, d.severity) for key, d in facts.notices if d.span)
    yield from (Mark(span, "evidence", key) for key, _, span in facts.evidence)


def leads(sections: Sequence[Section]) -> Iterator[Mark]:
    """The run-in topic sentences of these sections' own paragraphs."""
    return (Mark(lead.span, "lead") for s in sections for p in s.paragraphs for lead in p.leads)
