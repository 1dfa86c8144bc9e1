"""A table whose cells were flattened into lines: 序号 / 事项 / 1 / 提供就业岗位6万个… / 2 / …"""

from __future__ import annotations

from collections.abc import Sequence

from converter.expressions import rare
from converter.extracting.projects.items import Item, trimmed
from converter.lexicons import load
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
    columns = head[1:] if head and head[0] in ("序号", "编号") else head
    if len(columns) != len(cells):
        return cells
    return [cell for cell, name in zip(cells, columns, strict=True) if not name.startswith(_OTHER)] or cells


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
