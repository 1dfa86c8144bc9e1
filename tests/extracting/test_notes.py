"""Notes: entries, terms, definitions, anchors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.extracting.notes import notes
from tests.extracting.trees import tree
from tests.spec import Case, cases


def _printed(written: str) -> str:
    found, remarks = notes(tree(written))
    lines = []
    for note in found:
        number = [str(note.number)] if note.number is not None else []
        anchors = " ".join(written[a:b] for a, b in note.anchors)
        lines.append(" | ".join([*number, note.term, note.definition.replace("\n", "⏎"), anchors]))
    return "\n".join([*lines, *(f"! {r.code}" for r in remarks)])


@pytest.mark.parametrize("case", cases("extracting/notes.md"), ids=str)
def test_notes(case: Case) -> None:
    """Number, term, definition and anchors of every entry, and what does not fit."""
    assert _printed(case.input) == case.expected


_PIECE = st.sampled_from(["1", "2", "3", "[1]", "[2]", "［3］", "①", *".．、：:“”指即。《》（）\n #", "双减", "名词解释"])


@given(st.lists(_PIECE, max_size=60).map(lambda pieces: "# 名词解释\n" + "".join(pieces)))
def test_definitions_are_the_source_at_their_span(written: str) -> None:
    """Whatever the glossary looks like: a definition is what stands at its span, and lies inside the note."""
    for note in notes(tree(written))[0]:
        low, high = note.definition_span
        assert "".join(note.definition.split()) == "".join(written[low:high].split())
        assert note.span[0] <= low < high <= note.span[1]
