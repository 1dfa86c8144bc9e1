"""Pictures in an HTML page that needs nothing else: the drawing, and the figures under it as a table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from converter.lexicons import load
from converter.plotting.series import Point, Series

_STYLE = (
    "body{font:15px/1.5 sans-serif;max-width:1100px;margin:2em auto;padding:0 1em}svg{max-width:100%;height:auto}"
    "table{border-collapse:collapse}td,th{padding:.2em .8em;border-bottom:1px solid #ddd;text-align:right}"
)


def page(title: str, svg: str, all_series: Sequence[Series]) -> str:
    """A page with one picture and its figures."""
    drawing = svg[svg.index("<svg") :]
    return _html(title, drawing + "".join(map(_table, all_series)))


def index(pages: Sequence[tuple[str, str]]) -> str:
    """A page of links: (file name, title)."""
    return _html("目录", "<ul>" + "".join(f'<li><a href="{quote(file)}">{escape(title)}</a></li>' for file, title in pages) + "</ul>")


def _html(title: str, body: str) -> str:
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return f'<!doctype html>\n<html lang="zh"><head>{head}</head><body><h1>{escape(title)}</h1>{body}</body></html>\n'


def _table(series: Series) -> str:
    words = load("plotting")["words"]
    head = "".join(
        f"<th>{escape(name)}</th>" for name in ("年份", f"{words['target']} ({series.unit})", f"{words['outcome']} ({series.unit})")
    )
    rows = "".join(f"<tr><td>{year}</td>{_cells(series.points[year])}</tr>" for year in series.years)
    return f"<h2>{escape(series.name)} {escape(series.indicator)}</h2><table><tr>{head}</tr>{rows}</table>"


def _cells(point: Point) -> str:
    aim = _number(point.target)
    if point.target is not None and point.lower != point.upper:
        low, high = _number(point.lower), _number(point.upper)
        aim = f"{low}–{high}" if low and high else f"≥ {low}" if low else f"≤ {high}"
    outcome = _number(point.outcome) + (" 预计" if point.estimate else "")
    return f"<td>{aim}</td><td>{outcome}</td>"


def _number(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.12g}"
