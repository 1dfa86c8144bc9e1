"""What is left of markup is blank to the rules, removed in the ledger, and nothing of the text is lost by it."""

from __future__ import annotations

import pytest

from converter.api import Report, convert
from converter.reading.leftovers import leftovers
from tests.build import FIRST, MASTHEAD, SECOND

PAGE = f"{MASTHEAD}\n{FIRST}\n{SECOND}"
SIGNS = [("&nbsp;&nbsp;", ""), ("", "<br>"), ("\\u3000", ""), ("## ", ""), ("> ", ""), ("- ", ""), ("**", "**"), ("[", "](http://www.example.com/)")]


def _said(found: Report) -> list[tuple[str | None, list[str]]]:
    return [(s.title, [p.text for p in s.paragraphs]) for s in found.sections]


@pytest.mark.parametrize(("before", "after"), SIGNS)
def test_every_line_marked(before: str, after: str) -> None:
    """The same report with the sign on every line reads as without it."""
    marked = "\n".join(f"{before}{line}{after}" for line in PAGE.split("\n"))
    plain, found = (convert(text) for text in (PAGE, marked))
    assert _said(found) == _said(plain)
    assert found.metadata.meeting == plain.metadata.meeting
    assert found.metadata.title == plain.metadata.title


def test_a_line_of_nothing_else_is_left_to_stripping() -> None:
    """What is alone on its line has a fate of its own there."""
    assert leftovers("增长5%。\n&nbsp;\n<p> <br></p>\n增长6%。") == ()
