"""Where paragraphs end in texts wrapped at a fixed width without indentation or blank lines."""

from __future__ import annotations

from tests.build import mended, placed

WIDTH = 30
TOPICS = ("农业根基稳固", "工业提质增效", "商贸活力迸发", "城乡面貌一新", "民生持续改善", "改革纵深推进")
FACT = "新建改建{}项目一百二十多个并全部按期交付使用，受益群众超过{}万人，满意程度继续提高。"


def _paragraph(topic: str, size: int = 0) -> str:
    """A paragraph that opens with a topic sentence; with a size, cut to so many characters."""
    text = f"{topic}。" + "".join(FACT.format(what, n) for n, what in enumerate(("水利", "交通", "教育", "卫生"), 3))
    return f"{text[: size - 1]}。" if size else text


def _wrapped(*paragraphs: str) -> str:
    return "\n".join(text[at : at + WIDTH] for text in paragraphs for at in range(0, len(text), WIDTH))


def _blocks(text: str) -> list[str]:
    page, start = placed("within", text)
    found = mended(page)
    return [found.view(b.span).text for b in found.blocks if start <= b.start < start + len(text)]


def test_a_line_that_stops_short_ends_its_paragraph() -> None:
    """What follows would have fitted into the line: 29 of 30 characters, and no figure or mark that may not be parted."""
    paragraphs = [_paragraph(topic) for topic in TOPICS]
    paragraphs[2] = _paragraph(TOPICS[2], 4 * WIDTH - 1)
    assert _blocks(_wrapped(*paragraphs)) == paragraphs


def test_a_paragraph_opens_as_others_do() -> None:
    """A full line ends a paragraph where the next sentence is of a kind that opens paragraphs, and goes on where it is another."""
    paragraphs = [_paragraph(topic) for topic in TOPICS]
    paragraphs[2] = _paragraph(TOPICS[2], 4 * WIDTH)
    assert _blocks(_wrapped(*paragraphs)) == paragraphs
    goes_on = f"{paragraphs[2]}{FACT.format('电力', 9)}"
    assert _blocks(_wrapped(*paragraphs[:2], goes_on, *paragraphs[3:])) == [*paragraphs[:2], goes_on, *paragraphs[3:]]


def test_a_full_heading_ends_where_others_stand_alone() -> None:
    """A numbered title as long as the line is not joined to its paragraph, if other titles have their lines for themselves; the rest
    of one that is longer is."""
    long = "（三）坚持城乡一体建设管理并重，同时持续推动面貌品质不断提升"
    titles = ["（一）农业农村", "（二）工业商贸", long, "（四）民生事业", "（五）改革开放"]
    paragraphs = [_paragraph(topic) for topic in TOPICS]
    lines = [text for pair in zip(titles, paragraphs, strict=False) for text in pair]
    assert len(titles[2]) == WIDTH
    assert _blocks(_wrapped(*lines)) == lines
    lines[4] = f"{titles[2]}推进更快"
    assert _blocks(_wrapped(*lines)) == lines


def test_lines_that_a_machine_broke_too_early_go_on() -> None:
    """In mid-sentence a line may be two characters shorter than its like; where a sentence ends there, so does its paragraph."""
    paragraphs = [_paragraph(topic) for topic in TOPICS]
    lines = _wrapped(*paragraphs).split("\n")
    at = lines.index(paragraphs[3][:WIDTH])
    lines[at : at + 2] = [lines[at][:-2], lines[at][-2:] + lines[at + 1]]
    assert _blocks("\n".join(lines)) == paragraphs


def test_a_dash_behind_a_full_stop_opens_a_paragraph() -> None:
    """Whatever stands within others: ——工业提质增效。 and what a bullet stands before."""
    paragraphs = [_paragraph(f"{mark}{topic}") for topic, mark in zip(TOPICS, "—●—●—●", strict=True)]
    paragraphs[2] = _paragraph(f"—{TOPICS[2]}", 4 * WIDTH)
    assert _blocks(_wrapped(*paragraphs)) == paragraphs


def test_few_paragraphs_of_two_lines() -> None:
    """Where nearly all lines in mid-sentence are as long as the longest, they go on."""
    paragraphs = [f"{topic}。{FACT.format('水利', n)}" for n, topic in enumerate(TOPICS * 2, 1)]
    assert all(WIDTH < len(text) < 2 * WIDTH for text in paragraphs)
    assert _blocks(_wrapped(*paragraphs)) == paragraphs


def test_a_folio_ends_no_paragraph() -> None:
    """A page's number stands between two lines of a paragraph though the upper one ends a sentence."""
    goes_on = f"{_paragraph('工业提质增效', 3 * WIDTH)}{FACT.format('电力', 9)}"
    lines = _wrapped(goes_on).split("\n")
    whole = [_paragraph(topic) for topic in TOPICS]
    text = "\n".join([_wrapped(*whole), *lines[:3], "", "- 7 -", "", *lines[3:], _wrapped(*whole)])
    assert goes_on in _blocks(text)


def test_what_opens_paragraphs_in_most_reports() -> None:
    """我们也清醒地看到 and an entry of a list open one behind a full line; indentation tells where paragraphs begin if there is any."""
    opened = "我们也清醒地看到，农业基础薄弱、工业总量偏小、财政收支矛盾突出等问题还需要下大力气解决，民生欠账也要逐步补上。"
    paragraphs = [*(_paragraph(topic) for topic in TOPICS), _paragraph(TOPICS[2], 3 * WIDTH), opened]
    assert _blocks(_wrapped(*paragraphs)) == paragraphs
    goes_on = f"{paragraphs[-2][: 3 * WIDTH - 3]}。{opened}"
    indented = "\n".join(_wrapped(f"\u3000\u3000{text}") for text in [*paragraphs[:6], goes_on])
    assert _blocks(indented) == [*paragraphs[:6], goes_on]


def test_a_full_heading_ends_however_it_is_numbered() -> None:
    """① and 1. as well, where others of the style stand alone; items of a list, which tell figures, are broken in mid-sentence."""
    titles = ["①农业农村", "②坚持城乡一体建设管理并重，同时持续推动面貌和品质不断提升", "③工业商贸", "④民生事业", "⑤改革开放"]
    lines = [text for pair in zip(titles, map(_paragraph, TOPICS), strict=False) for text in pair]
    items = [f"{n}.新建改造村级道路{n}0公里，由交通部门牵头，各乡镇配合，十一月底前完成建设。" for n in range(1, 4)]
    assert _blocks(_wrapped(*lines, *items)) == [*lines, *items]


def test_a_title_at_the_end_of_a_page_ends() -> None:
    """In a wrapped text what goes on over a page fills its line; a shorter line above a folio is a title."""
    whole = [_paragraph(topic) for topic in TOPICS]
    text = "\n".join([_wrapped(*whole), "推动城乡融合发展，建设宜居县城", "", "- 7 -", "", _wrapped(*whole)])
    assert "推动城乡融合发展，建设宜居县城" in _blocks(text)


def test_a_full_line_of_a_heading_goes_on() -> None:
    """Where a blank parts titles from their paragraphs on one line, and where most titles fill their lines, as they may be longer."""
    rest = [_paragraph(topic)[8:].replace("。", "，", 1) for topic in TOPICS]
    inline = [f"（{n}）{topic}\u3000{text}" for n, topic, text in zip("一二三四五六", TOPICS, rest, strict=True)]
    assert _blocks(_wrapped(*inline)) == inline
    more = "坚持农业农村优先发展和工业强县并重，推动城乡融合发展迈出更大步伐，取得更多看得见摸得着的实际成效"
    titles = [f"（{n}）{more}" for n in "一二三四五"] + ["（六）改革开放"]
    lines = [text for pair in zip(titles, map(_paragraph, TOPICS), strict=True) for text in pair]
    assert _blocks(_wrapped(*lines)) == lines
