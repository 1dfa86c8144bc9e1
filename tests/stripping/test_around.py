"""Site chrome put around and into the seeds changes nothing about the lines of their reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.stripping.segments import REMOVED, Segment
from tests.build import stripped
from tests.spec import Case, cases
from tests.stripping.test_lines import NAMES

SEEDS = {path.name[:3]: path.read_text("utf-8").strip("\n") for path in (Path(__file__).parents[2] / "seeds").glob("*.txt")}
REPORTS = ("000", "002", "003", "004")
WITHOUT_ANNEX = ("000", "004")  # below an annex short unknown lines may be the cells of a table


def _chrome(case: Case) -> bool:
    """Whether a case consists of chrome alone, and of none that repeats the lines of a certain report."""
    return all(row.startswith("removed ") for row in case.expected.split("\n")) and "duplicate" not in case.expected


BLOCKS = [case for name in NAMES for case in cases(f"stripping/{name}.md") if _chrome(case)]


def _put(case: Case, seed: str) -> tuple[str, int]:
    """The seed with the lines of the case where its title says, and the offset they start at."""
    place = case.title.split(":")[0]
    if place in ("above", "masthead"):
        return f"{case.input}\n{seed}", 0
    at = len(seed) if place == "below" else seed.index("。\n", len(seed) // 2) + 1
    return f"{seed[:at]}\n{case.input}{seed[at:]}", at + 1


def _fates(segments: tuple[Segment, ...], low: int, high: int) -> tuple[list[str], list[str]]:
    """The fates outside a stretch and inside it."""
    inside = [s.fate for s in segments if s.end > s.start and low <= s.start and s.end <= high]
    return [s.fate for s in segments if s.end > s.start and not (low <= s.start and s.end <= high)], inside


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("case", [c for c in BLOCKS if c.title.split(":")[0] in ("above", "within", "below")], ids=str)
def test_chrome_around_a_seed(case: Case, name: str) -> None:
    """The report's lines keep their fates; what was put in is removed."""
    page, start = _put(case, SEEDS[name])
    kept, put_in = _fates(stripped(page).segments, start, start + len(case.input))
    assert kept == _fates(stripped(SEEDS[name]).segments, -1, -1)[0]
    if name in WITHOUT_ANNEX or not case.title.startswith("below"):
        assert set(put_in) == {REMOVED}
