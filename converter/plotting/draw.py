"""Series drawn with matplotlib: SVG with text as text, PNG with a Chinese font of the machine."""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from converter.lexicons import load
from converter.plotting.series import Point, Series

_TARGET, _OUTCOME, _GAP = "#c0392b", "#1f4e79", "#c9cdd2"
Points = dict[int, Point]
_SIDE = 3  # panels beside one another
# Base units by the factor they are drawn in, with the name of that.
_SCALES = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))


def draw(all_series: Sequence[Series], format: str) -> bytes:  # noqa: A002 - matplotlib's word
    """One picture: a panel a place, side by side, with the same axes; `format` is svg or png. The same bytes every time."""
    settings: Any = {"svg.fonttype": "none", "svg.hashsalt": "gwr", "font.family": _fonts(), "axes.unicode_minus": False, "font.size": 10}
    settings["text.parse_math"] = False  # a place may be called $x$: words are no formulas
    with mpl.rc_context(settings):
        figure = _figure(all_series)
        out = io.BytesIO()
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Glyph .* missing")  # for each character; the command says it once, where it matters
            figure.savefig(out, format=format, dpi=150, metadata={"Date": None} if format == "svg" else {"Software": None})
    return out.getvalue()


def _look_again() -> None:
    """Fonts that came to the machine since matplotlib remembered which there are."""
    known = {font.fname for font in font_manager.fontManager.ttflist}
    for path in sorted(set(font_manager.findSystemFonts()) - known):
        with suppress(RuntimeError, OSError, ValueError):  # one that matplotlib cannot draw with
            font_manager.fontManager.addfont(path)


def has_chinese() -> bool:
    """Whether the machine has a font that draws Chinese; without one a PNG shows boxes."""
    return len(_fonts()) > 1


def _fonts() -> list[str]:
    known = {font.name for font in font_manager.fontManager.ttflist}
    if known.isdisjoint(load("plotting")["fonts"]):
        _look_again()
        known = {font.name for font in font_manager.fontManager.ttflist}
    return [name for name in load("plotting")["fonts"] if name in known] + ["sans-serif"]


def _figure(all_series: Sequence[Series]) -> Figure:
    wide = 2 if len(all_series) == 4 else min(len(all_series), _SIDE)
    high = math.ceil(len(all_series) / wide)
    longest = max(len(s.years) and s.years[-1] - s.years[0] + 1 for s in all_series)
    width = max(5.0, min(11.0, 0.24 * longest + 1.5)) if wide == 1 else 5.2
    figure = Figure(figsize=(width * wide, 3.9 * high + 0.5), layout="constrained")
    same = len({s.unit for s in all_series}) == 1
    axes = figure.subplots(high, wide, squeeze=False, sharex=True, sharey=same)
    flat = [ax for row in axes for ax in row]
    for ax, series in zip(flat, all_series, strict=False):
        _panel(ax, series)
    for ax, series in zip(flat, all_series, strict=False):
        if not any(f is not None and f < 0 for s in (all_series if same else [series]) for p in s.points.values() for f in _figures(p)):
            ax.set_ylim(bottom=0)  # once all is drawn: a limit of shared axes stops them from growing
    for ax in flat[len(all_series) :]:
        ax.set_visible(False)
    for ax in flat[max(0, len(all_series) - wide) : len(all_series)]:
        ax.tick_params(labelbottom=True)  # the last of its column, whether or not its row is full
    handles, labels = flat[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=3, frameon=False)
    return figure


def _panel(ax: Axes, series: Series) -> None:
    """Targets as marks with the bar of their range, outcomes as a line; a grey bar from target to outcome shows the difference."""
    factor, unit = _scale(series)
    scaled = {year: _scaled(point, factor) for year, point in sorted(series.points.items())}
    _differences(ax, scaled)
    _outcomes(ax, scaled)
    _targets(ax, scaled)
    ax.set_title(f"{series.name}  {series.indicator}", fontsize=12)
    ax.set_ylabel(f"{load('plotting')['words']['growth']} (%)" if series.unit == "%" else unit)
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.grid(axis="y", color="#e6e8eb", linewidth=0.8)
    ax.spines[["top", "right"]].set_visible(False)


def _differences(ax: Axes, points: Points) -> None:
    both = [(year, p.target, p.outcome) for year, p in points.items() if p.target is not None and p.outcome is not None]
    ax.vlines([y for y, _, _ in both], [t for _, t, _ in both], [o for _, _, o in both], color=_GAP, linewidth=4, zorder=1)


def _outcomes(ax: Axes, points: Points) -> None:
    """A line with a gap where a year has no outcome; estimates are hollow."""
    words = load("plotting")["words"]
    span = range(min(points), max(points) + 1)
    figures = [points[year].outcome if year in points else None for year in span]
    line = [math.nan if figure is None else figure for figure in figures]
    ax.plot(span, line, color=_OUTCOME, marker="o", markersize=4, linewidth=1.6, label=words["outcome"], zorder=2)
    years, rough = _apart([(year, p.outcome) for year, p in points.items() if p.estimate and p.outcome is not None])
    ax.scatter(years, rough, s=26, facecolor="white", edgecolor=_OUTCOME, label=words["estimate"], zorder=3)


def _targets(ax: Axes, points: Points) -> None:
    years, ends = _apart([(year, end) for year, point in points.items() for end in _ends(point)])
    ax.scatter(years, ends, s=34, marker="_", linewidth=2.2, color=_TARGET, label=load("plotting")["words"]["target"], zorder=4)
    ranges = [(year, *_ends(point)) for year, point in points.items() if len(_ends(point)) > 1]
    ax.vlines([y for y, *_ in ranges], [e[0] for _, *e in ranges], [e[1] for _, *e in ranges], color=_TARGET, linewidth=2.2, zorder=4)


def _apart(points: Sequence[tuple[int, float]]) -> tuple[list[int], list[float]]:
    """Years and figures."""
    return [year for year, _ in points], [figure for _, figure in points]


def _ends(point: Point) -> list[float]:
    """The marks of a target: both ends of a range, or the one figure."""
    ends = {end for end in (point.lower, point.upper) if end is not None}
    return sorted(ends)


def _figures(point: Point) -> tuple[float | None, ...]:
    return point.lower, point.upper, point.outcome


def _scaled(point: Point, factor: float) -> Point:
    """The figures in the unit of the axis."""
    lower, upper, target, outcome = (f and f / factor for f in (point.lower, point.upper, point.target, point.outcome))
    return Point(lower, upper, target, outcome, point.estimate)


def _scale(series: Series) -> tuple[float, str]:
    """What levels are divided by, and the unit then."""
    if series.unit in ("%", "percentage_point"):
        return 1, series.unit
    figures = [abs(f) for p in series.points.values() for f in (p.target, p.outcome) if f is not None]
    return next(((by, f"{word}{series.unit}") for by, word in _SCALES if max(figures, default=0) >= by), (1, series.unit))
