"""What each fixture holds, made from the seeds."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

from tests.reading.office_fixtures import fodt

SEEDS = Path(__file__).parents[3] / "seeds"
_HEADING = re.compile(r"([一二三四五六七八九十]+、)|(\([一二三四五六七八九十]+\))")
_CALL = re.compile(r"\[(\d{1,2})\]")


def seed_lines(prefix: str) -> list[str]:
    """The lines of a seed that are not blank."""
    text = next(SEEDS.glob(prefix + "*")).read_text("utf-8")
    return [line.strip() for line in text.split("\n") if line.strip()]


def plain(prefix: str, paper: fodt.Paper = fodt.PLAIN) -> str:
    """A seed as it is, one paragraph a line."""
    return fodt.document((fodt.paragraph(line) for line in seed_lines(prefix)), paper)


def report(most: int = 1000) -> str:
    """Seed 002 as an office would write it: generated numbers, footnotes, a table, a text box, a running head, tracked changes.

    `most`: how many of the report's paragraphs; an endnote stands behind the table.
    """
    lines = seed_lines("002")
    table_at, notes_at = lines.index("2025年民生实事"), lines.index("【注释】")
    notes = [line.partition(".")[2] for line in lines[notes_at + 1 :]]
    body = [fodt.paragraph(lines[0], "Title"), *(fodt.paragraph(line, "Middle") for line in lines[2:5])]
    body += [_block(line, notes) for line in lines[5:table_at][:most]]
    cells = lines[table_at + 1 : notes_at]
    body += [fodt.paragraph(lines[table_at]), fodt.table([cells[i : i + 2] for i in range(0, len(cells), 2)])]
    ending = fodt.note("以上数据均为预计数。", 1, "endnote")
    body += [fodt.paragraph("数据以统计部门公布为准。", inside=ending), fodt.paragraph("会议文件", inside=fodt.box("请妥善保管"))]
    body += [fodt.rich(_changed())]
    return fodt.document(body, fodt.Paper(head="铁西区第十九届人民代表大会第四次会议文件", folio=True, changes=_changes()))


def long_report() -> str:
    """Seed 003 set large, so that it fills more than ten pages under a running head, with folios."""
    return plain("003", fodt.Paper(head="沈河区第十九届人民代表大会第二次会议文件", folio=True, size=20))


def two_columns() -> str:
    """A few paragraphs of seed 003 in two columns."""
    lines = [line for line in seed_lines("003") if len(line) > 60][1:4]
    return fodt.document((fodt.paragraph(line[:500]) for line in lines), fodt.Paper(columns=2))


def short() -> str:
    """One line, for what is refused before it is read."""
    return fodt.document([fodt.paragraph("政府工作报告")], fodt.Paper())


def _block(line: str, notes: list[str]) -> str:
    heading = _HEADING.match(line)
    if heading:
        return fodt.numbered(line[heading.end() :], 1 if heading[1] else 2)
    lead, stop, rest = line.partition("。")
    if len(lead) < 20 and rest:
        return fodt.rich(fodt.bold(lead + stop) + _called(rest, notes))
    return fodt.rich(_called(line, notes))


def _called(text: str, notes: list[str]) -> str:
    """Text with its printed calls [n] replaced by footnotes."""
    parts = _CALL.split(text)
    out = escape(parts[0])
    for number, rest in zip(parts[1::2], parts[2::2], strict=True):
        out += fodt.note(notes[int(number) - 1], int(number)) + escape(rest)
    return out


def _changed() -> str:
    kept = '<text:change-start text:change-id="c1"/>新增十处<text:change-end text:change-id="c1"/>'
    return f'修订:{kept}口袋公园<text:change text:change-id="c2"/>。'


def _changes() -> str:
    who = "<office:change-info><dc:creator>x</dc:creator><dc:date>2025-01-01T00:00:00</dc:date></office:change-info>"
    return (
        f'<text:changed-region text:id="c1"><text:insertion>{who}</text:insertion></text:changed-region>'
        f'<text:changed-region text:id="c2"><text:deletion>{who}<text:p>和体育场</text:p></text:deletion></text:changed-region>'
    )
