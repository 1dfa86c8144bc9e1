"""The masthead, aspect by aspect, on small pages; and on every page, spans that hold what they prove."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.extracting.masthead import Masthead
from tests.extracting.masthead.page import page, read
from tests.spec import Case, cases

FOLDER = "extracting/masthead"


def said(found: Masthead, *kinds: str) -> list[str]:
    """The remarks whose codes begin so, one a line."""
    return [f"! {r.code}" for r in found.remarks if r.code.startswith(kinds)]


@pytest.mark.parametrize("case", cases(f"{FOLDER}/titles.md"), ids=str)
def test_titles(case: Case) -> None:
    """The fullest title that is the report's own."""
    assert (read(case.input).metadata.title or "") == case.expected


@pytest.mark.parametrize("case", cases(f"{FOLDER}/meetings.md"), ids=str)
def test_meetings(case: Case) -> None:
    """The session to which the report was given, and no other."""
    found = read(case.input).metadata.meeting
    assert (f"{found.congress} | {found.term} | {found.session}" if found else "") == case.expected


@pytest.mark.parametrize("case", cases(f"{FOLDER}/speakers.md"), ids=str)
def test_speakers(case: Case) -> None:
    """Name and office as printed; nobody where the page names two."""
    found = read(case.input)
    who = found.metadata.speaker
    lines = [f"{who.name} | {who.title or '-'}"] if who else []
    assert "\n".join([*lines, *said(found, "GWR524")]) == case.expected


@pytest.mark.parametrize("case", cases(f"{FOLDER}/years.md"), ids=str)
def test_years(case: Case) -> None:
    """Report, review and plan year by evidence."""
    found = read(case.input)
    meta, years = found.metadata, found.years
    line = " ".join(str(y or "-") for y in (meta.report_year, meta.review_year, meta.plan_year))
    periods = [f"{p[0]}-{p[1]}" if p else "-" for p in (years.review_period, years.plan_period)]
    line += f" | {' | '.join(periods)}" if periods != ["-", "-"] else ""
    assert "\n".join([line, *said(found, "GWR521")]) == case.expected


@pytest.mark.parametrize("case", cases(f"{FOLDER}/delivery.md"), ids=str)
def test_delivery(case: Case) -> None:
    """The day the report was given, not that on which the page was made."""
    found = read(case.input)
    lines = [found.metadata.delivered_on] if found.metadata.delivered_on else []
    assert "\n".join([*lines, *said(found, "GWR522", "GWR523")]) == case.expected


@pytest.mark.parametrize("case", cases(f"{FOLDER}/publication.md"), ids=str)
def test_publication(case: Case) -> None:
    """Date of publication and publisher from the chrome."""
    meta = read(case.input).metadata
    assert f"{meta.published_on or '-'} | {meta.publisher or '-'}" == case.expected


@pytest.mark.parametrize("case", cases(f"{FOLDER}/place.md"), ids=str)
def test_place(case: Case) -> None:
    """The reporting place with its code as of the report's year, or why it stays open."""
    found = read(case.input)
    place = found.metadata.jurisdiction
    name = "XX" if place.anonymised else place.name
    row = (name, place.level, place.code, "/".join(place.path), place.code_revision)
    lines = [" | ".join(str(cell or "-") for cell in row), *(f"? {c.name} {c.code}" for c in place.candidates)]
    assert "\n".join([*lines, *said(found, "GWR50")]) == case.expected


def test_evidence_holds_what_it_proves() -> None:
    """Every span of the evidence holds the printed value."""
    marked = (
        "R:byline 时间:2024-12-27 来源：沈阳日报\nF 2025年沈阳市铁西区人民政府工作报告\n"
        "F ——2024年12月18日在铁西区第十九届\nF 人民代表大会第四次会议上\nF 铁西区人民政府区长赵永圣\nB 各位代表："
    )
    text = page(marked)[0].source.text
    found = read(marked)
    proof = {name: [text[s[0] : s[1]] for s in spans if isinstance(s, tuple)] for name, spans in found.metadata.evidence.items()}
    assert proof["title"] == ["2025年沈阳市铁西区人民政府工作报告"]
    assert proof["delivered_on"] == ["2024年12月18日"]
    assert re.sub(r"\s", "", proof["meeting"][0]) == "铁西区第十九届人民代表大会第四次会议"
    assert proof["speaker"] == ["铁西区人民政府区长赵永圣"]
    assert proof["published_on"] == ["2024-12-27"]
    assert proof["publisher"] == ["沈阳日报"]
    assert "铁西区" in proof["jurisdiction"]


_CHARACTERS = "政府工作报告年月日届第一二3人民代表大会次议市区铁西沈阳长张三·（）：　 X2014—"
_MARKS = st.sampled_from(["F", "B", "H", "R:byline", "R:tags", "R:navigation"])
_LINES = st.lists(st.tuples(_MARKS, st.text(_CHARACTERS, max_size=40)), min_size=1, max_size=8)


@given(_LINES)
def test_any_page_is_read_without_an_exception(lines: list[tuple[str, str]]) -> None:
    """Whatever stands on the page: a masthead, with spans inside the text."""
    marked = "\n".join(f"{mark} {text}" for mark, text in lines)
    found = read(marked)
    size = len(page(marked)[0].source.text)
    for spans in found.metadata.evidence.values():
        for span in spans:
            assert isinstance(span, tuple)
            assert 0 <= span[0] < span[1] <= size
