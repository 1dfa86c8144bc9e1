"""A text with every sentence on a line of its own."""

from __future__ import annotations

from tests.build import placed, sectioned

LINES = [f"全县{what}{n}项工程加快建设。" for n in "一二三四五六七八九" for what in ("交通", "水利", "文化", "教育", "卫生", "环保")]


def test_no_sentence_titles_another() -> None:
    """In a live transcript short sentences stand between longer ones everywhere."""
    lines = [line if i % 2 else f"{line[:-1]}，完成投资12亿元，占年度计划的一半以上，进度好于上年同期。" for i, line in enumerate(LINES)]
    found = sectioned(placed("within", "\n".join(lines))[0])
    assert [s.number for s, _ in found.walk() if s.title] == ["一、", "二、"]
