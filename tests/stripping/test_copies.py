"""A page that holds its report twice: for telephones, for printing, in a field to copy it from."""

from __future__ import annotations

import re

import pytest

from converter.pipeline import convert
from tests.build import FIRST, MASTHEAD, SECOND

_SENTENCE = "落实各项措施，新建项目{0}个，完成投资{0}亿元，群众生产生活条件持续改善，社会大局和谐稳定，各项事业全面进步，城乡面貌发生变化。"
_LINES = [f"（{number}）推进第{number}项工作，" + _SENTENCE.format(number) for number in "一二三四五六七八九"]
_BODY = "".join(f"<p>{line}</p>" for line in "\n".join([MASTHEAD, FIRST, *_LINES, SECOND]).split("\n"))
_ESCAPED = _BODY.replace("<", "&lt;")

PAGES = {
    "telephone below": f"<div class='pc'>{_BODY}</div><div class='mobile' style='display:none'>{_BODY}</div>",
    "site's lines between": f"<div>{_BODY}</div><p>分享到：微信</p><div><a href='/'>首页</a><p>来源：临江日报</p>{_BODY}</div>",
    "print": f"<div>{_BODY}</div><div id='print'>{_BODY}<p>版权所有 临江县人民政府</p></div>",
    "noscript": f"<div>{_BODY}</div><noscript>{_BODY}</noscript>",
    "field": f"<div>{_BODY}</div><textarea>{_ESCAPED}{_ESCAPED}</textarea>",
    "half of it above": f"<div class='lead'>{_BODY[: _BODY.index('（六）') - 3]}</div><div><a href='/'>首页</a>{_BODY}</div>",
    "abstract line by line": f"<div>各位代表:<br>{FIRST.split(chr(10))[1]}...</div><div>{_BODY}</div>",
}


def _text(page: str) -> str:
    document = convert(f"<html><body>{page}</body></html>".encode(), "page.html")
    assert document.document_type == "government_work_report"
    text = document.source.text or ""
    kept = "".join(text[row.span[0] : row.span[1]] for row in document.ledger if row.fate in ("front", "body"))
    return re.sub(r"\s", "", kept)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_one_copy_is_kept(page: str) -> None:
    """What a page says twice is kept once, and nothing is lost."""
    assert _text(page) == _text(f"<div>{_BODY}</div>")


def test_two_reports_are_two() -> None:
    """Two reports that share a few paragraphs are none the other's copy."""
    other = _BODY.replace("项目", "工程").replace("2016年临江县", "2016年江口县")
    document = convert(f"<html><body>{_BODY}{_BODY.replace('第', '另')}{other}</body></html>".encode(), "page.html")
    text = document.source.text or ""
    assert not [row for row in document.ledger if row.rule == "second_copy" and text[row.span[0] : row.span[1]].strip()]
