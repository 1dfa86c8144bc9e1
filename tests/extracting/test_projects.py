"""Projects: the livelihood-project list of a report, and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.extracting.projects import projects
from converter.sectioning.tree import Sectioned
from tests.extracting.trees import tree
from tests.spec import Case, cases


def _annexed(written: str) -> Sectioned:
    found = tree(written)
    titles = [written[s.title[0] : s.title[1]] if s.title else "" for s in found.sections]
    roles = ["annex" if "实事" in t else "review" if "回顾" in t else s.role for s, t in zip(found.sections, titles, strict=True)]
    return replace(found, sections=tuple(replace(s, role=role) for s, role in zip(found.sections, roles, strict=True)))


@pytest.mark.parametrize("case", cases("extracting/projects.md"), ids=str)
def test_projects(case: Case) -> None:
    """Number and text of every project, and a remark where they are not as many as announced."""
    found, remarks = projects(_annexed(case.input))
    lines = [f"{p.number} | {p.text}".replace("\n", "⏎") for p in found]
    assert "\n".join([*lines, *(f"! {r.code}" for r in remarks)]) == case.expected


_PIECE = st.sampled_from(
    ["办好", "三件", "10件", "民生实事", "一是", "二是", "三是", "（1）", "（2）", "1.", "2、", "①", *"。；：，\n# 学校"]
)


@given(st.lists(_PIECE, max_size=60).map(lambda pieces: "今年办好三件民生实事：" + "".join(pieces)))
def test_texts_are_the_source_at_their_span(written: str) -> None:
    """Whatever follows the announcement: a project's text is what stands at its span."""
    for project in projects(tree(written))[0]:
        assert "".join(project.text.split()) == "".join(written[slice(*project.span)].split())
