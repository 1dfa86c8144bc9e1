"""The text of a page: every character of the source in its place, whatever is marked in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.models.structure import LedgerRow
from converter.pipeline import convert
from converter.viewing.blocks import Block, covered
from converter.viewing.keys import Keys
from converter.viewing.marks import Mark
from converter.viewing.reader import reader
from converter.viewing.runs import filled
from converter.viewing.visible import visible

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair)))


def bare(text: str) -> str:
    """White space is layout."""
    return "".join(text.split())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_nothing_of_a_seed_is_missing(path: Path) -> None:
    """The runs of a page, one after the other, are the source; every removed row of the ledger is among them."""
    document = convert(path.read_bytes(), path.name)
    found = reader(document)
    runs = [run for block in found.blocks for run in block.runs]
    assert bare("".join(run.text for run in runs)) == bare(document.source.text or "")
    assert {run.row for run in runs if run.fate == "removed"} == {n for n, row in enumerate(document.ledger) if row.fate == "removed"}


@given(
    text=st.text("经济增长5% \n", min_size=1, max_size=60),
    spans=st.lists(SPANS, max_size=6),
    rows=st.lists(st.tuples(SPANS, st.sampled_from(["front", "body", "removed"])), max_size=6),
    marked=st.lists(SPANS, max_size=8),
)
def test_blocks_and_runs_lose_nothing(
    text: str, spans: list[tuple[int, int]], rows: list[tuple[tuple[int, int], str]], marked: list[tuple[int, int]]
) -> None:
    """However paragraphs, ledger rows and marks overlap or reach past the end: each word is shown once, in order."""
    ledger = [LedgerRow.model_validate({"span": span, "fate": fate}) for span, fate in rows]
    blocks = covered([Block(*span, "paragraph") for span in spans], ledger, text)
    marks = [Mark(span, "figure", f"f{n}") for n, span in enumerate(marked)]
    assert bare("".join(run.text for block in filled(blocks, ledger, marks, text) for run in block.runs)) == bare(text)


def test_acting_characters_are_shown() -> None:
    """Direction marks, controls and zero-width characters are named; line feeds, tabs and all other text stay."""
    assert visible("a\u202eb\u200b\x00\x1b[31m") == "a⟨U+202E⟩b⟨U+200B⟩⟨U+0000⟩⟨U+001B⟩[31m"
    assert visible("第一行\n\t“引号”—　é😀<b>&") == "第一行\n\t“引号”—　é😀<b>&"


def test_ids_are_given_once() -> None:
    """A second thing of one name gets a number, also where that name is taken already; ids of the page's own cannot be taken."""
    keys = Keys()
    assert [keys.take("f", "gdp", "2025"), keys.take("f-gdp-2025-2"), keys.take("f", "gdp", "2025")] == [
        "f-gdp-2025",
        "f-gdp-2025-2",
        "f-gdp-2025-3",
    ]
    assert keys.take("ui-search") == "x-ui-search"
    assert keys.take('x" onclick="') == "x-onclick"
    assert keys.take("") == "x"


@given(st.lists(st.text("ab-2 ", max_size=4), max_size=30))
def test_no_id_twice(names: list[str]) -> None:
    """Whatever a document calls its parts, no id is given twice."""
    keys = Keys()
    given_ = [keys.take(name) for name in names]
    assert len(given_) == len(set(given_))
