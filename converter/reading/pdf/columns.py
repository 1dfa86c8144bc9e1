"""Pages set in two columns: told by the white band between them, and read one column after the other."""

from __future__ import annotations

from collections.abc import Sequence

from converter.reading.pdf.rows import Run

_BIN = 2.0  # points
_MIDDLE = (0.3, 0.7)  # of the printed width: where the band must lie
_CROSSING = 0.15  # of the lines may run across it: a title over both columns
_BAND = 0.8  # of the type size: how wide it is at least
_SIDE = 0.25  # of all characters stand on either side
_LINES = 6  # on either side
_LENGTH = 8  # characters of such a line, on average: a table's figures are shorter


def gutter(found: Sequence[Run]) -> float | None:
    """Where the white band between two columns lies; None for a page in one column."""
    if len(found) < 2 * _LINES:
        return None
    left, right = min(run.left for run in found), max(run.right for run in found)
    low, high = left + _MIDDLE[0] * (right - left), left + _MIDDLE[1] * (right - left)
    covered = _coverage(found, left, int((right - left) / _BIN) + 1)
    few = _CROSSING * max(covered, default=0)
    middles = [index for index in range(int((low - left) / _BIN), int((high - left) / _BIN)) if covered[index] <= few]
    at = _widest(middles, min(run.size for run in found) * _BAND / _BIN)
    if at is None:
        return None
    cut = left + (at + 0.5) * _BIN
    return cut if _two_sided(found, cut) else None


def short_column(found: Sequence[Run], cuts: Sequence[float]) -> float | None:
    """Where the band lies on a page with a short second column, the last one mostly: where it lies on most others (cuts), if hardly
    anything runs across it."""
    if not found or not cuts:
        return None
    cut = sorted(cuts)[len(cuts) // 2]
    crossing = sum(run.left < cut < run.right for run in found)
    two = any(run.right <= cut for run in found) and any(run.left >= cut for run in found)
    return cut if two and crossing <= _CROSSING * len(found) else None


def in_order(found: Sequence[Run], cut: float) -> list[tuple[int, list[Run]]]:
    """The runs in groups to be read one after the other: 0 what crosses the band, 1 the left side, 2 the right side."""
    out: list[tuple[int, list[Run]]] = []
    story: list[Run] = []
    for run in sorted(found, key=lambda one: one.base):
        if run.left < cut < run.right:
            out += [*_sides(story, cut), (0, [run])]
            story = []
        else:
            story.append(run)
    return [(side, group) for side, group in [*out, *_sides(story, cut)] if group]


def _coverage(found: Sequence[Run], left: float, bins: int) -> list[int]:
    """How many runs lie over each strip of the page."""
    steps = [0] * (bins + 1)
    for run in found:
        steps[int((run.left - left) / _BIN)] += 1
        steps[min(bins, int((run.right - left) / _BIN) + 1)] -= 1
    out, level = [], 0
    for step in steps[:bins]:
        level += step
        out.append(level)
    return out


def _widest(indexes: list[int], least: float) -> int | None:
    """The middle of the longest row of neighbours, if it is at least so long."""
    best: tuple[int, int] = (0, 0)
    start = 0
    for at, index in enumerate(indexes):
        if at and index != indexes[at - 1] + 1:
            start = at
        best = max(best, (at - start + 1, (indexes[start] + index) // 2))
    return best[1] if best[0] >= least and best[0] else None


def _two_sided(found: Sequence[Run], cut: float) -> bool:
    sides = [run for run in found if run.right <= cut], [run for run in found if run.left >= cut]
    letters = [sum(len(run.glyphs) for run in side) for side in sides]
    whole = sum(len(run.glyphs) for run in found)
    return all(
        len(side) >= _LINES and count >= _SIDE * whole and count >= _LENGTH * len(side) for side, count in zip(sides, letters, strict=True)
    )


def _sides(story: list[Run], cut: float) -> list[tuple[int, list[Run]]]:
    return [(1, [run for run in story if run.left < cut]), (2, [run for run in story if run.left >= cut])]
