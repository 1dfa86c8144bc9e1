"""Pages whose report stands in a script, which prints it when the page is open."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from converter.reading import read
from converter.reading.source import Source

REPORT = [
    "临江县政府工作报告",
    "各位代表：",
    "现在，我代表县人民政府“报告”工作。",
    *(f"第{n}段：全年完成投资{n}亿元，增长{n}%，效益向好。" for n in range(1, 40)),
]
MARKUP = "".join(f'<p class="a">{line}</p>' for line in REPORT[1:])
SHELL = "<html><head><title>临江网</title></head><body><div id='app'>正在打开</div><script>{}</script></body></html>"


def opened(script: str) -> Source:
    """The page with this script."""
    return read(SHELL.format(script).encode(), "page.html")


def _object(said: str) -> str:
    return f'window.state={{"a":{{"title":"{REPORT[0]}","source":"临江日报","content":{said},"publishTime":"2019-01-15 08:30"}},"b":[1]}};'


@pytest.mark.parametrize(
    "script",
    [
        _object(json.dumps(MARKUP, ensure_ascii=False)),
        _object(json.dumps(MARKUP)),
        _object(json.dumps("\n".join(REPORT[1:]), ensure_ascii=False)),
        _object(json.dumps(MARKUP.replace("<", "&lt;").replace(">", "&gt;"))),
        _object("'" + MARKUP.replace("/", "\\/") + "'"),
        f"self.push([1,{json.dumps(_object(json.dumps(MARKUP)).removeprefix('window.state=').rstrip(';'))}])",
        quote(_object(json.dumps(MARKUP)).removeprefix("window.state=").rstrip(";")),
    ],
    ids=["json", "escaped", "text", "entities", "quoted", "json in json", "url"],
)
def test_the_report_of_a_script_is_read(script: str) -> None:
    """With the title, the source and the day that stand beside it."""
    source = opened(script)
    assert source.text.split("\n") == ["临江网", "正在打开", *REPORT]
    assert [(one.origin, one.text) for one in source.stated] == [("script source", "临江日报"), ("script publishTime", "2019-01-15 08:30")]


@pytest.mark.parametrize(
    "script",
    [
        'var notice="各位代表请签到";',
        f"/* {''.join(REPORT)} */",
        f'var a="{"".join(REPORT * 2)}',
        'a("各位代表',
    ],
    ids=["short", "comment", "open", "broken"],
)
def test_other_words_of_a_script_are_not(script: str) -> None:
    """What is no string, or too short for a report."""
    assert opened(script).text == "临江网\n正在打开"


def test_a_printed_report_is_not_read_twice() -> None:
    """The script holds it too, for the page to come alive."""
    source = read(f"<html><body>{MARKUP}<script>{_object(json.dumps(MARKUP))}</script></body></html>".encode(), "page.html")
    assert source.text.split("\n") == REPORT[1:]
