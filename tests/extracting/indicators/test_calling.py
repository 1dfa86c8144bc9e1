"""What a place calls itself is told by its own report alone."""

from __future__ import annotations

import pytest

from converter.extracting.context import PlaceWords
from converter.extracting.indicators.calling import called

COUNTY = PlaceWords("county", frozenset(("全县", "我县")))
MINE, ANOTHER = "全区经济平稳。我区项目开工。全区上下同心。", "全市形势向好。" * 9


@pytest.mark.parametrize(("reach", "own"), [((0, len(MINE)), "全区"), ((len(MINE), len(MINE + ANOTHER)), "全市")])
def test_of_its_own_stretch(reach: tuple[int, int], own: str) -> None:
    """A text may hold the reports of many places; what others say is not counted, nor gone through again for each."""
    assert called(MINE + ANOTHER, reach, COUNTY).own - COUNTY.own == {own, f"我{own[1]}"}


def test_as_its_masthead_has_it() -> None:
    """Said often enough, its own word stands; too seldom another word says nothing."""
    assert called("全县" * 5 + "全区" * 9, (0, 28), COUNTY) is COUNTY
    assert called("全区" * 2, (0, 4), COUNTY) is COUNTY
