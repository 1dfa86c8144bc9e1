"""Type faces that tell a heading: where Latin typesetting uses bold, Chinese typesetting changes the face."""

from __future__ import annotations

import re

# 黑体 and 小标宋 set headings, 楷体 second-level headings and run-in leads, by the national standard for official papers
# (GB/T 9704) and in most offices' habit; 微软雅黑 (YaHei) is a text face of screens and is not meant.
_DISPLAY = re.compile(r"黑体|黑體|SimHei|STHeiti|FZHT|楷|KaiTi|FZKT|标宋|標宋|XiaoBiaoSong|FZXBS", re.I)
_BOLD = re.compile(r"bold|heavy|black(?!adder)|粗", re.I)


def displays(face: str | None, body: str | None) -> bool:
    """Whether text in `face` stands out against body text in `body`."""
    return face is not None and face != body and _DISPLAY.search(face) is not None


def heavy(face: str) -> bool:
    """Whether the name of a printed font says that it is bold."""
    return _BOLD.search(face) is not None
