"""Every county-level division of the table in six masthead forms."""

from __future__ import annotations

from collections import defaultdict

from converter.extracting.masthead import meetings, speakers, titles
from converter.extracting.masthead.asked import Asked
from converter.extracting.masthead.pieces import Pieces, piece
from converter.extracting.masthead.place import place
from converter.extracting.places.table import Division, divisions, lineage
from converter.models.metadata import Jurisdiction

YEAR = 2023
_HEADS = {"区": "区长", "县": "县长", "市": "市长", "旗": "旗长"}


def counties() -> list[Division]:
    """The counties that stand in the latest revision."""
    return [r for r in divisions() if r.level == "county" and r.away(YEAR) == 0 and r.last > YEAR and r.name[-1] in _HEADS]


def forms(row: Division) -> list[str]:
    """With its city, without it, with 人民政府, with the congress, with the speaker's office, the name alone."""
    city, name = lineage(row, YEAR)[-2].name, row.name
    return [
        f"{city}{name}{YEAR}年政府工作报告",
        f"{YEAR}年{name}政府工作报告",
        f"{name}人民政府{YEAR}年工作报告",
        f"{YEAR}年政府工作报告\n——{YEAR}年1月5日在{name}第十九届人民代表大会第二次会议上",
        f"{YEAR}年政府工作报告\n{name}人民政府{_HEADS[name[-1]]} 张三丰",
        f"{name}\n{YEAR}年政府工作报告",
    ]


def jurisdiction(front: str) -> Jurisdiction:
    """The place that these front lines name; the rest of the masthead is left out to be quick."""
    lines = tuple(piece(line, front.index(line)) for line in front.split("\n"))
    parts = Pieces(lines, (), (), ())
    return place(Asked(parts, titles.titles(parts), meetings.meeting(parts), speakers.speakers(parts), YEAR)).jurisdiction


def test_every_county_in_six_forms() -> None:
    """The right code where the name is unique or stands with its city; else all places of that name as candidates."""
    rows = counties()
    assert 2800 < len(rows) < 2900
    namesakes: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        namesakes[row.name].add(row.code)
    wrong = []
    for row in rows:
        for number, form in enumerate(forms(row)):
            found = jurisdiction(form)
            given = {found.code} if found.code else {c.code for c in found.candidates}
            wanted = {row.code} if number == 0 else namesakes[row.name]
            if given != wanted:
                wrong.append(f"{row.code} {form!r}: {given}")
    assert not wrong


def test_rows_are_well_formed() -> None:
    """Six digits, a name, and a beginning before the end; the levels follow from the code."""
    for row in divisions():
        assert len(row.code) == 6
        assert row.code.isdigit()
        assert row.name
        assert row.first <= row.last
