"""Several pages of one report in one file: what stands above the first and below the last comes again at every turn."""

from __future__ import annotations

from converter.reading import read
from converter.stripping import strip

_ABOVE = "走进临江\n数据开放\n临江县政府工作报告\n云上临江 小编整理"
_BELOW = "投诉建议\n春游攻略来了\n本网（平台）所刊载署名内容之知识产权为署名人专属所有或持有，禁止进行摘编及建立镜像等任何使用。"
_SENTENCE = "坚持稳中求进，扎实推进各项工作，全县经济社会平稳健康发展，城乡居民收入稳步增加，社会大局和谐稳定。"
_FIRST = f"各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n一、去年工作回顾\n{_SENTENCE}去年。"
_SECOND = f"数字临江\n{_SENTENCE}前年。\n二、今年工作安排\n{_SENTENCE}今年。"
_THIRD = f"三、自身建设\n{_SENTENCE}明年。\n各位代表，让我们团结一心，真抓实干，为谱写临江高质量发展新篇章而努力奋斗！"


def _kept(*pages: str, below: str = _BELOW) -> list[str]:
    text = "\n".join(f"{_ABOVE}\n{page}\n{below}" for page in pages)
    found = strip(read(text.encode(), "report.txt"))
    return [found.source.text[s.start : s.end] for s in found.segments if s.fate == "body"]


def test_the_sites_lines_at_each_turn_are_removed() -> None:
    """Names of columns, links and small print that no rule knows stand around the whole text too."""
    assert _kept(_FIRST, _SECOND, _THIRD) == "\n".join([_FIRST, _SECOND, _THIRD]).split("\n")


def test_two_pages_are_enough() -> None:
    """One turn: each of its lines stands above the first page or below the last."""
    assert _kept(_FIRST, _THIRD) == f"{_FIRST}\n{_THIRD}".split("\n")


def test_a_heading_that_is_a_columns_name_too_stays() -> None:
    """A line alone between paragraphs is the report's, whatever the page calls its columns."""
    text = f"数字临江\n走进临江\n临江县政府工作报告\n{_FIRST}\n{_SECOND}\n{_THIRD}"
    found = strip(read(text.encode(), "report.txt"))
    assert "数字临江" in [found.source.text[s.start : s.end] for s in found.segments if s.fate == "body"]


def test_an_abstract_above_takes_nothing_from_the_text() -> None:
    """Paragraphs that an editor put in front stand in the text once, and stay there."""
    text = f"临江县政府工作报告\n{_SENTENCE}前年。\n{_SENTENCE}今年。\n{_FIRST}\n{_SECOND}\n{_THIRD}"
    found = strip(read(text.encode(), "report.txt"))
    kept = [found.source.text[s.start : s.end] for s in found.segments if s.fate == "body"]
    assert kept == f"{_FIRST}\n{_SECOND}\n{_THIRD}".split("\n")


def test_within_an_annex() -> None:
    """A glossary over two pages: the report's title and the site's lines between them are no entries."""
    one = _THIRD + "\n名词解释\n1.三块地：指县里的三块土地，由各乡镇分别管理。\n2.五条路：指新修的五条公路，全长一百公里。"
    two = "3.六个一：指六项工作，每项一名县领导负责。\n4.双千亿：指两个产业，产值都要过千亿元。"
    assert _kept(_FIRST, one, two, below="上一篇：春耕备耕的通知\n下一篇：没有了\n春游攻略来了") == f"{_FIRST}\n{one}\n{two}".split("\n")


def test_a_running_head_of_two_characters() -> None:
    """It stands above the title too, and here beside a folio; alone between paragraphs it is a heading."""
    head, folio, second = "县志", "· 37 ·", _SECOND.removeprefix("数字临江\n")
    for between, kept in ((f"{folio}\n{head}", []), (head, [head])):
        text = f"{head}\n临江县政府工作报告\n{_FIRST}\n{between}\n{second}\n{_THIRD}"
        found = strip(read(text.encode(), "report.txt"))
        body = [found.source.text[s.start : s.end] for s in found.segments if s.fate == "body"]
        assert body == [*_FIRST.split("\n"), *kept, *second.split("\n"), *_THIRD.split("\n")]
