"""Lines within a report that the structure of its page sets apart, and those of the report that look like it."""

from __future__ import annotations

import pytest

from converter.reading import read
from converter.stripping import strip
from tests.spec import Case, cases

_TEXT = "坚持稳中求进工作总基调，扎实推进各项工作，经济社会平稳健康发展，城乡居民收入稳步增加，社会大局和谐稳定。"
_ABOVE = f"""<h1>临江县政府工作报告</h1><p>各位代表：</p><p>现在，我代表县人民政府，向大会报告工作，请予审议。</p>
<p>一、过去一年工作回顾</p><p>{_TEXT}</p><p>（一）经济平稳增长</p><p>{_TEXT}</p><p>（二）城乡面貌改善</p><p>{_TEXT}</p>"""
_BELOW = f"""<p>{_TEXT}</p><p>二、今年工作安排</p><p>{_TEXT}</p>
<p>各位代表，让我们团结一心，真抓实干，为谱写临江高质量发展新篇章而努力奋斗！</p>"""


@pytest.mark.parametrize("box", ["<div class='content'>{}</div>", "<form class='share'>{}</form>", "{}"])
@pytest.mark.parametrize("case", cases("stripping/apart.md"), ids=str)
def test_set_apart(case: Case, box: str) -> None:
    """The examples of apart.md, in a box, in the page's form, in nothing at all."""
    page = f"<html><body>{box.format(_ABOVE + case.input + _BELOW)}</body></html>"
    found = strip(read(page.encode(), "page.html"))
    removed = [f"{s.kind}: {found.source.text[s.start : s.end]}" for s in found.segments if s.fate == "removed"]
    assert "\n".join(removed) == case.expected
