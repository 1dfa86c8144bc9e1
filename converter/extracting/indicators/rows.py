"""Rows of figures and the subjects they are dealt to: 分别增长4.3%、5.3%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.extracting.indicators.facts import Said, role_of
from converter.extracting.indicators.names import OTHER, Mention
from converter.extracting.indicators.token import Token
from converter.extracting.values.numerals import numeral
from converter.extracting.values.quantities import Quantity
from converter.extracting.values.units import MULTIPLIERS

LONGEST = 12  # figures in a row
_CHANGES = {"percent", "times", "fold"}
# what may stand between two figures of a row
_BETWEEN = frozenset(("join", "over", "near", "under", "reach", "skip", "glue"))
_ROW, _COUNTED = _BETWEEN | {"up", "down"}, frozenset(("figure", "number"))


def slots_of(group: Sequence[Token | None], undivided: bool = False) -> list[tuple[str, Mention] | None]:
    """One place for each subject of 分别; None for a noun that is no indicator; undivided: 城乡居民收入 is one subject."""
    out: list[tuple[str, Mention] | None] = []
    for token in group:
        if token is None or token.mention is None:
            out.append(None)
        elif undivided and token.mention.undivided:
            out.append((token.mention.undivided, token.mention))
        else:
            out += [(id, token.mention) if id != OTHER else None for id in token.mention.ids]
    return out


def few(group: Sequence[Token | None], slots: list[tuple[str, Mention] | None], count: int) -> list[tuple[str, Mention] | None]:
    """生产总值、城乡居民收入分别增长6%、7%: the places, with 城乡居民 as one where so many figures are printed."""
    whole = slots_of(group, undivided=True)
    return whole if len(whole) == count else slots


def row_at(tokens: tuple[Token, ...], at: int, mixed: bool = False, every: bool = False) -> tuple[list[tuple[Quantity, int]], int]:
    """The figures of a row 4.3%、5.3%和6% with the sign before each, and how many tokens it takes; mixed: 8.3%、1.2个百分点 are one too.

    every: so are 62.3%、3.6万元, and 6.1%,9.1%.
    """
    out: list[tuple[Quantity | str, int]] = []
    stop, sign = at, 0
    for here in range(at, min(len(tokens), at + 4 * LONGEST)):
        token = tokens[here]
        if token.kind in ("figure", "number"):
            if out and not (every or _alike(out[-1][0], token) or (mixed and _both_change(out[-1][0], token))):
                break
            out.append((token.quantity or token.text, sign))
            stop, sign = here + 1, 0
        elif token.kind in ("up", "down") and out:
            sign = 1 if token.kind == "up" else -1
        elif token.kind not in _BETWEEN and not (
            every and token.text == "," and here + 1 < len(tokens) and tokens[here + 1].kind == "figure"
        ):
            break
    unit = next((q for q, _ in reversed(out) if isinstance(q, Quantity)), None)
    if unit and unit.kind == "point":  # 分别提高1.1个和1.6个百分点
        out = [(str(q.low) if isinstance(q, Quantity) and q.unit == "个" and q.low is not None else q, s) for q, s in out]
    bounds = {q.bound for q, _ in out[:-1] if isinstance(q, Quantity)}
    bound = unit.bound if unit and bounds <= {None} else None
    made = [((replace(q, bound=bound) if bound and not q.bound else q) if isinstance(q, Quantity) else _like(unit, q), s) for q, s in out]
    if unit and unit.unit and unit.unit[0] in MULTIPLIERS and len(made) > 1:
        made = [(_of_unit(q, unit.unit) if q else q, s) for q, s in made]
    return [(q, s) for q, s in made if q], stop - at


def _of_unit(quantity: Quantity, unit: str) -> Quantity:
    """A figure of a row in the unit that only the last one has: 4万、2万元."""
    short = quantity.unit != unit and quantity.unit in MULTIPLIERS and unit.startswith(quantity.unit)
    return replace(quantity, unit=unit) if short else quantity


def for_all(quantity: Quantity, said: Said) -> bool:
    """Whether one figure behind 分别 can be that of several: a change or a bound (分别突破百亿元), but no exact amount."""
    return quantity.kind != "level" or (quantity.bound or said.bound) is not None


def row_of(
    slots: Sequence[tuple[str, Mention] | None], tokens: tuple[Token, ...], at: int, said: Said
) -> tuple[list[tuple[Quantity, int]], int] | None:
    """城镇化率、居民人均可支配收入分别达到62.3%、3.6万元: a row of as many figures as subjects, each of a kind its subject can have."""
    if len(slots) < 2:
        return None
    figures, used = row_at(tokens, at, every=True)
    if len(figures) != len(slots):
        return None
    fits = all(slot is None or role_of(slot[0], quantity, said) for slot, (quantity, _) in zip(slots, figures, strict=True))
    return (figures, used) if fits else None


def another_follows(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether another figure follows the one at `at` with nothing between but what may stand in a row."""
    for here in range(at + 1, min(len(tokens), at + 4 * LONGEST)):
        kind = tokens[here].kind
        if kind not in _ROW:
            return kind in _COUNTED
    return False


def starts_at(tokens: tuple[Token, ...], at: int) -> int:
    """How many tokens the figures take that a change began at: 从33846元、15806元增加到51261元、24956元."""
    stop = at + 1
    while stop + 1 < len(tokens) and tokens[stop].kind == "join" and tokens[stop + 1].kind in ("figure", "number"):
        stop += 2
    return stop - at


def last_step(tokens: tuple[Token, ...], at: int) -> int:
    """Where the last of the levels stands that were passed one after another; `at` itself where one stands alone."""
    first = tokens[at].quantity
    while at + 2 < len(tokens) and tokens[at + 1].kind == "join" and first:
        then = tokens[at + 2].quantity
        if then is None or then.unit != first.unit or then.low is None or first.low is None or then.low <= first.low:
            break
        at, first = at + 2, then
    return at


def _alike(before: Quantity | str, token: Token) -> bool:
    if isinstance(before, str) or token.quantity is None or _short(before, token.quantity) or before.kind == token.quantity.kind:
        return True
    return {before.kind, token.quantity.kind} <= _CHANGES  # 分别增长65.9%和1.3倍


def _both_change(before: Quantity | str, token: Token) -> bool:
    kinds = {q.kind for q in (before, token.quantity) if isinstance(q, Quantity)}
    return kinds <= {*_CHANGES, "point"}


def _short(before: Quantity, after: Quantity) -> bool:
    """1.1个 before 1.6个百分点: points in short."""
    return before.unit == "个" and after.kind == "point"


def _like(model: Quantity | None, number: str) -> Quantity | None:
    """A bare number with the unit of the row's last figure."""
    return replace(model, low=numeral(number), high=None) if model else None
