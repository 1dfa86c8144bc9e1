"""What a document of another kind is called, where nothing on its page is the title of a report."""

from __future__ import annotations

import re
from functools import cache

from converter.extracting.masthead.pieces import Pieces, piece
from converter.extracting.masthead.titles import Title, made, trim
from converter.lexicons import either, load


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"{either(load('masthead')['document_kinds'])}(?:[(][^()]{{1,12}}[)])?$")


def headlines(parts: Pieces) -> list[Title]:
    """The title, on one line or two: ……第四次会议 / 关于政府工作报告的决议."""
    front = parts.front
    last = next((i for i in range(len(front) - 1, -1, -1) if front[i].kind == "title" and _ends().search(front[i].shadow)), None)
    if last is None:
        return []
    line, top = front[last], last
    while top and front[top - 1].kind == "title" and line.text[0] not in "—─-":  # a motto stands above a dash
        top -= 1
    met = top > 0 and front[top - 1].kind == "meeting" and front[top].text.startswith("关于") and front[top - 1].text.endswith("会议")
    for above in reversed(front[top - met : last]):
        line = piece(above.text + "\n" * (line.start - above.start - len(above.text)) + line.text, above.start, "title")
    return [made(line, *trim(line.text), True)]
