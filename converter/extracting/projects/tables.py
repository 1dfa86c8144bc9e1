"""A table whose cells were flattened into lines: 序号 / 事项 / 1 / 提供就业岗位6万个… / 2 / …"""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.expressions import rare
from converter.extracting.projects.items import Item, trimmed
from converter.lexicons import either, load
from converter.text import View

_WORDS = load("projects")
_NUMBER = rare(r" *\(?(\d{1,3}|[一二三四五六七八九十]{1,3})[.、)]? *")
_HEAD, _OTHER = frozenset(_WORDS["head_cells"]), tuple(_WORDS["other_columns"])
WIDEST = 12  # cells of a table's head, at most
_DIGITS = "一二三四五六七八九十"


def _number(view: View) -> int | None:
    found = _NUMBER.fullmatch(view.shadow)
    if not found:
        return None
    return int(found[1]) if found[1].isdigit() else _DIGITS.find(found[1]) + 1 or None


def _bare(view: View) -> str:
    return "".join(view.shadow.split())


def _head(views: Sequence[View]) -> tuple[str, ...]:
    """The cells before the first number, where they are a table's head."""
    cells: list[str] = []
    for view in views:
        if _number(view) is not None:
            break
        cells.append(_bare(view))
    known = sum(cell in _HEAD or cell.startswith(_OTHER) for cell in cells)
    return tuple(cells[-known:]) if known else ()


def _rows(views: Sequence[View]) -> list[tuple[int, list[View]]]:
    rows: list[tuple[int, list[View]]] = []
    for view in views:
        number = _number(view)
        if number == len(rows) + 1:
            rows.append((number, []))
        elif rows:
            rows[-1][1].append(view)
    return rows


def _project_cells(cells: list[View], head: tuple[str, ...]) -> list[View]:
    """The cells of a row that tell the project; the offices in charge and the dates are left out where the head names them."""
    names = head[1:] if head and head[0] in _COUNTERS else head
    if len(names) != len(cells):
        return cells
    return [cell for cell, name in zip(cells, names, strict=True) if not name.startswith(_OTHER)] or cells


def cells(views: Sequence[View]) -> tuple[Item, ...]:
    """The projects of a flattened table; () where the lines are none: every number stands alone on its line."""
    if all(_number(view) != 1 for view in views[:WIDEST]):
        return ()
    rows = _rows(views)
    if len(rows) < 3 or any(not held for _, held in rows):
        return ()
    head = _head(views)
    out = []
    for number, held in rows:
        kept = _project_cells(held, head)
        pieces = [trimmed(view, 0, len(view.text)) for view in kept]
        contiguous = kept == held[held.index(kept[0]) : held.index(kept[0]) + len(kept)]
        out.append(Item(number, tuple(pieces) if contiguous else tuple(pieces[:1])))
    return tuple(out)


_TELLS = rare(either(_WORDS["heads"]))
_GAP = re.compile(r"[\t ]+")


def columns(views: Sequence[View]) -> tuple[Item, ...]:
    """The projects of a table whose rows stand on a line each below their head: 序号 实事内容 责任单位 / 1 新建步道15公里 市体育局.

    () where one row has not as many cells as the head.
    """
    place = next((i for i, view in enumerate(views[:WIDEST]) if _heads(view)), None)
    if place is None:
        return ()
    head = _split(views[place])
    rows = [(view, _split(view)) for view in views[place + 1 :]]
    if len(rows) < 3 or any(len(row) != len(head) for _, row in rows):
        return ()
    numbers = [view.shadow[a:b] for view, row in rows for a, b in row[:1]]
    if numbers != [str(n) for n in range(1, len(rows) + 1)]:
        return ()
    kept = [i for i, (a, b) in enumerate(head) if i and not views[place].shadow[a:b].startswith(_OTHER)]
    if not kept or kept != list(range(kept[0], kept[-1] + 1)):
        return ()
    return tuple(Item(n, (trimmed(view, row[kept[0]][0], row[kept[-1]][1]),)) for n, (view, row) in enumerate(rows, 1))


def _split(view: View) -> list[tuple[int, int]]:
    """Where the cells of a line stand: between its tabs, or between its blanks where it has none."""
    text = view.shadow.strip()
    start = len(view.shadow) - len(view.shadow.lstrip())
    gap = re.compile(r" *\t[\t ]*") if "\t" in text else _GAP
    ends = [found.span() for found in gap.finditer(text)]
    return [(start + a, start + b) for a, b in zip([0, *(b for _, b in ends)], [*(a for a, _ in ends), len(text)], strict=True)]


def _heads(view: View) -> bool:
    """Whether a line is the head of such a table."""
    names = [view.shadow[a:b] for a, b in _split(view)]
    return len(names) > 1 and names[0] in _COUNTERS and all(name.startswith(_OTHER) or _TELLS.search(name) for name in names[1:])


_COUNTERS = ("序号", "编号")
