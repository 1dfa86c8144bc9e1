"""Leads: what is one, what is none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.sectioning.leads import Body, leads
from converter.text import View, shadow, view
from tests.spec import Case, cases


def _bodies(written: str) -> tuple[str, list[Body]]:
    """The paragraphs of a case, each a line of the source text they were taken from."""
    text, bodies, section, role = "", [], 0, "other"
    for line in written.split("\n"):
        if line.startswith("="):
            section, role = section + 1, line[1:].strip() or "other"
            continue
        inline = line.startswith("+")
        parts = line.removeprefix("+").split("**")
        start = len(text)
        bold = []
        for place, part in enumerate(parts):
            if place % 2:
                bold.append((len(text), len(text) + len(part)))
            text += part
        bodies.append(Body(view(text, shadow(text), (start, len(text))), section, role, inline, tuple(bold)))
        text += "\n"
    return text, bodies


@pytest.mark.parametrize("case", cases("sectioning/leads.md"), ids=str)
def test_leads(case: Case) -> None:
    """The sentences that head what follows them, and no others."""
    text, bodies = _bodies(case.input)
    assert "\n".join(text[a:b] for spans in leads(bodies) for a, b in spans) == case.expected


_TEXT = st.lists(st.sampled_from("一是要、,，。！？——*“”（）加快建设123%亿元年来五\n \u3000；："), max_size=60).map("".join)


@given(st.lists(st.tuples(_TEXT, st.integers(0, 3)), max_size=8))
def test_spans_lie_in_order_inside_their_paragraph(drawn: list[tuple[str, int]]) -> None:
    """Whatever the paragraphs hold, every paragraph gets its own spans, in order and inside it."""
    text = "".join(piece for piece, _ in drawn)
    at, bodies = 0, []
    for piece, section in drawn:
        bodies.append(Body(view(text, shadow(text), (at, at + len(piece))), section))
        at += len(piece)
    found = leads(bodies)
    assert len(found) == len(bodies)
    for body, spans in zip(bodies, found, strict=True):
        places = [i for span in spans for i in span]
        assert places == sorted(places)
        assert all(body.view.offsets[0] <= i <= body.view.offsets[-1] + 1 for i in places)


def test_no_paragraphs() -> None:
    """A document without body has no leads."""
    assert leads([]) == ()
    assert leads([Body(View("", (), ""))]) == ((),)


def test_marks_are_read_in_full_width_and_half_width() -> None:
    """Widths do not matter."""
    for comma, stop in ((",", "。"), ("，", "。")):
        text = f"第一{comma}深化重点领域改革{stop}推出改革举措30项{comma}形成经验8条{stop}"
        ((span,),) = leads([Body(view(text, shadow(text), (0, len(text))))])
        assert re.fullmatch("第一[,，]深化重点领域改革。", text[slice(*span)])
