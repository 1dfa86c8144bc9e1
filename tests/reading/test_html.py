"""Web pages: which text becomes which line, with which hints; nothing visible is lost, however broken the markup."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.reading import read
from converter.reading.limits import LIMITS, Limits
from converter.reading.source import Line, Source, Unreadable
from tests.reading.pages import page
from tests.spec import Case, cases

html5lib = pytest.importorskip("html5lib")


def source_of(markup: str, limits: Limits = LIMITS) -> Source:
    """The source of a page with this markup in its body."""
    return read(f"<html><body>{markup}</body></html>".encode(), "page.html", limits=limits)


def shown(source: Source, line: Line) -> str:
    """A line as the examples print it: text, then what its hints say."""
    hints = line.hints
    bold = [source.text[a:b] for a, b in hints.bold]
    said = [
        f"tag={hints.tag}" if hints.tag not in ("p", "body", "div") else "",
        f"bold={'|'.join(bold)}" if bold else "",
        f"link={hints.link_share:.2f}" if hints.link_share else "",
        f"table={hints.table[0]}.{hints.table[1]}" if hints.table else "",
    ]
    text = source.text[line.start : line.end].replace("\u3000", "□").replace("\xa0", "·").replace("\t", "⇥")
    return " ".join([text, *filter(None, said)])


@pytest.mark.parametrize("case", cases("reading/html.md"), ids=str)
def test_markup_becomes_lines(case: Case) -> None:
    """The examples of html.md."""
    source = source_of(case.input)
    assert "\n".join(shown(source, line) for line in source.lines) == case.expected, case.where


def visible(data: bytes) -> Counter[str]:
    """The characters of every text node that html5lib sees outside script, style and template; HTML's white space left out."""
    tree = html5lib.parse(data.decode(), treebuilder="etree", namespaceHTMLElements=False)
    found: Counter[str] = Counter()
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node.tag, str) and node.tag.rsplit("}", 1)[-1] not in ("script", "style", "template"):
            found.update(node.text or "")
            stack.extend(node)
            found.update("".join(child.tail or "" for child in node))
    for blank in " \t\n\r\f":
        found.pop(blank, None)
    return found


_TAGS = (
    "p div span b strong a br table tr td th ul li h1 h3 section article pre textarea title noscript font center sup option button "
    "form label blockquote dl dt dd iframe em i u script style nav header footer html body head"
)
TAGS = st.sampled_from(_TAGS.split())
WORDS = st.text(alphabet="各位代表工作报告年1. \n\t\u3000\xa0&;abc", max_size=12)


def element(tag: str, parts: list[str], closed: bool) -> str:
    """An element around its parts, closed or not."""
    return f"<{tag}>{''.join(parts)}" + (f"</{tag}>" if closed else "")


MARKUP = st.recursive(WORDS, lambda inner: st.builds(element, TAGS, st.lists(inner, max_size=4), st.booleans()), max_leaves=20)


@settings(deadline=None, max_examples=300)
@given(MARKUP)
def test_every_text_node_is_in_the_source(markup: str) -> None:
    """The law in front of the law of conservation: the reader drops nothing, unclosed and misplaced tags included."""
    data = f"<!DOCTYPE html><p>开头</p>{markup}".encode()
    missing = visible(data) - Counter(read(data, "page.html").text)
    assert not missing


@pytest.mark.parametrize("variant", ["paragraphs", "hidden", "rows", "unclosed"])
def test_every_text_node_of_a_whole_page_is_in_the_source(variant: str) -> None:
    """The same on pages built on a seed."""
    data = page("002_fa97d507ddd9a17d.txt", variant).data()
    assert not visible(data) - Counter(read(data, "page.html").text)


def test_text_after_the_end_of_the_page_is_read() -> None:
    """A second root after </html>, as pages pasted together have it."""
    source = source_of("<p>一</p></body></html><html><body><p>二</p>")
    assert source.text == "一\n二"


def test_a_link_that_is_never_closed_makes_no_text_a_link() -> None:
    """Sloppy pages open a link above the text; a short one is a link, a report is not."""
    source = source_of('<a href="/">返回首页<div>' + "<p>全市生产总值增长7%。</p>" * 200)
    assert {line.hints.link_share for line in source.lines} == {0.0}
    assert [line.hints.link_share for line in source_of('<a href="/">返回首页<p>标题</p>').lines] == [1.0, 1.0]


def test_two_thousand_levels_and_more() -> None:
    """Deep nesting loses no text; beyond the limit its structure is flattened, and a remark says so."""
    for depth, remarks in ((1900, 0), (5000, 1)):
        source = source_of("<div>" * depth + "深处的文字" + "</div>" * depth)
        assert source.text == "深处的文字"
        assert len([r for r in source.remarks if r.code == "GWR012"]) == remarks


def test_too_many_elements_are_refused() -> None:
    """Megabytes of one tag cost no more than the limit allows, and end in one line."""
    with pytest.raises(Unreadable, match=r"^page\.html: more than 1000 elements in one page$"):
        source_of("<b>" * 5000 + "x", Limits(html_elements=1000))


def test_inline_data_is_no_text() -> None:
    """A picture inside the page, megabytes of it."""
    assert source_of(f'<p>前</p><img src="data:image/png;base64,{"A" * 3_000_000}"><p>后</p>').text == "前\n后"


def test_a_page_without_text_is_refused() -> None:
    """One line, as for an empty file."""
    with pytest.raises(Unreadable, match=r"^page\.html: a page without text$"):
        source_of("<script>var a = 1;</script>")


def test_what_a_page_states_about_itself() -> None:
    """Meta elements, Open Graph and JSON-LD with their origin; viewport and keywords are not facts."""
    head = """<meta name="PubDate" content="2024-12-27 09:30"><meta name="ContentSource" content=" 市政府 办公室 ">
    <meta property="og:title" content="政府工作报告"><meta name="viewport" content="width">
    <meta name="keywords" content="报告">
    <script type="application/ld+json">{"@type": "Article", "datePublished": "2024-12-27", "publisher": {"name": "某某市人民政府"}}</script>
    <script type="application/ld+json">{broken</script>"""
    source = read(f"<html><head>{head}</head><body><h1>政府工作报告</h1></body></html>".encode(), "page.html")
    assert [(one.origin, one.text) for one in source.stated] == [
        ("meta PubDate", "2024-12-27 09:30"),
        ("meta ContentSource", "市政府 办公室"),
        ("meta og:title", "政府工作报告"),
        ("json-ld datePublished", "2024-12-27"),
        ("json-ld publisher.name", "某某市人民政府"),
    ]


def test_a_headline_that_a_script_prints_is_a_line() -> None:
    """WeChat's pages state the title in og:title alone; the browser shows it, so it stands in the text."""
    head = '<meta property="og:title" content="某某县政府工作报告"><title></title>'
    source = read(f"<html><head>{head}</head><body><p>各位代表：</p></body></html>".encode(), "page.html")
    assert source.text == "某某县政府工作报告\n各位代表："
