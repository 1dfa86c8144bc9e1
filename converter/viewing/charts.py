"""Where the marks of the small charts go. Shape and place say what colour says, so print and colour-blind readers lose nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from converter.viewing.measures import Facing, Point

WIDTH = 300  # of a row's scale, in units of the drawing
ARROW = 16


@dataclass(frozen=True)
class Row:
    """Outcome and target of one indicator on one scale."""

    facing: Facing
    outcome: float
    target: float
    target_high: float
    arrow: int  # 1: at least, -1: at most, 0: neither
    before: str
    after: str


@dataclass(frozen=True)
class Rows:
    """A chart of rows; zero is where the scale crosses 0."""

    rows: tuple[Row, ...]
    zero: float
    ticks: tuple[tuple[float, str], ...]


def arrow(point: Point) -> int:
    """Which way the bound leaves open."""
    return {"at_least": 1, "at_most": -1}.get(point.bound, 0)


def said(point: Point) -> str:
    """≥7%, 5–5.5%, 1,300亿元."""
    sign = {"at_least": "≥", "at_most": "≤", "about": "≈"}.get(point.bound, "")
    high = f"–{point.high:,.10g}" if point.high != point.low else ""
    return f"{sign}{point.low:,.10g}{high}{point.unit}".replace("-", "−", 1 if point.low < 0 else 0)


def rows(faced: Sequence[Facing]) -> Rows:
    """Growth on one common scale."""
    values = [v for f in faced for v in (f.outcome.low, f.target.low, f.target.high)]
    low, high = min([0.0, *values]), max([1.0, *values])
    step = nice((high - low) / 5)
    low, high = step * (low // step), step * -(-high // step)
    ticks = [low + step * n for n in range(round((high - low) / step) + 1)]
    return Rows(tuple(_row(f, low, high) for f in faced), _at(0, low, high), tuple((_at(t, low, high), f"{t:,.6g}") for t in ticks))


def levels(faced: Sequence[Facing]) -> Rows:
    """Every level on a scale of its own that begins at nought."""
    return Rows(tuple(_row(f, *_own(f)) for f in faced), 0, ())


def _own(faced: Facing) -> tuple[float, float]:
    values = (faced.outcome.low, faced.target.low, faced.target.high)
    low, high = min(0.0, *values), max(0.0, *values)
    return low, high if high > low else low + 1


def _row(faced: Facing, low: float, high: float) -> Row:
    at = [_at(v, low, high) for v in (faced.outcome.low, faced.target.low, faced.target.high)]
    return Row(faced, at[0], at[1], at[2], arrow(faced.target), said(faced.outcome), said(faced.target))


def _at(value: float, low: float, high: float) -> float:
    return round((value - low) / (high - low) * WIDTH, 1)


def nice(step: float) -> float:
    """The next round step: 1, 2 or 5 times a power of ten."""
    power = 10.0 ** (len(f"{int(step)}") - 1) if step >= 1 else 0.1
    return next((n * power for n in (1, 2, 5, 10) if n * power >= step), 10 * power)
