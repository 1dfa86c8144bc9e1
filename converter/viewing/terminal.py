"""A document in the terminal: masthead, completeness, outline, figures."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from converter.models.document import Document
from converter.viewing import amounts
from converter.viewing.blocks import flat
from converter.viewing.keys import Keys
from converter.viewing.labels import Language, label
from converter.viewing.marks import keyed
from converter.viewing.names import heading
from converter.viewing.parts import part
from converter.viewing.visible import visible

_STATUS = {"complete": "green", "truncated": "yellow", "fragment": "yellow"}
_SEVERITY = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_SOURCE = {"title", "publisher", "published_on"}  # what the page shows and the terminal leaves out


def shown(document: Document, language: Language, *, width: int, color: bool) -> str:
    """The document as lines of at most `width` columns; colours only where asked for."""
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=color, no_color=not color, color_system="standard" if color else None,
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    for one in document.reports or (document,):
        for piece in _pieces(one, language):
            console.print(piece)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().split("\n")[:-1])


def _pieces(document: Document, language: Language) -> Iterator[RenderableType]:
    yield Panel(_masthead(document, language), title=_text(heading(document, language), "bold"), box=box.ROUNDED, border_style="red")
    yield from _notices(document, language)
    yield from _headed("outline", language, _outline(document, language))
    if document.indicators:
        yield from _headed("figures", language, _figures(document, language))
    counts = (f"{label(name, language)} {len(found)}" for name, found in (("notes", document.notes), ("projects", document.projects)))
    yield _text(" · ".join(counts), "dim")


def _headed(key: str, language: Language, piece: RenderableType) -> Iterator[RenderableType]:
    yield Text(f"\n{label(key, language)}", "bold")
    yield piece


def _text(said: object, style: str = "") -> Text:
    """Words of the document: nothing in them that a terminal would obey."""
    return Text(visible(str(said)).replace("\n", " ").replace("\t", " "), style)


def _masthead(document: Document, language: Language) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(ratio=1)
    for field in part(document, keyed(document, Keys())).fields:
        if field.name not in _SOURCE:
            grid.add_row(label(field.name, language), _text(field.value))
    grid.add_row(label("status", language), _completeness(document, language))
    return grid


def _completeness(document: Document, language: Language) -> Text:
    found = document.completeness
    said = [label(f"completeness_status.{found.status}", language)]
    said += [f"{label('missing', language)} {label(f'part.{p}', language)}" for p in found.missing]
    flaws = Counter(n.kind for n in document.noise)
    said += [f"{label(f'noise_kind.{kind}', language)} {count}" for kind, count in flaws.items()]
    return _text(" · ".join(said), _STATUS[found.status])


def _notices(document: Document, language: Language) -> Iterator[RenderableType]:
    for d in document.diagnostics:
        line = _text(label(f"severity.{d.severity}", language), _SEVERITY[d.severity])
        yield line.append(f" {visible(d.code)} ", "dim").append_text(_text(d.message))


def _outline(document: Document, language: Language) -> RenderableType:
    lines = []
    for section in flat(document.sections):
        role = label(f"section_role.{section.role}", language)
        name = f"{section.number or ''}{section.title or ''}"
        line = Text("  " * min(section.level - 1, 8), overflow="fold")
        line.append_text(_text(name, "bold" if section.level == 1 else "")) if name else line.append(role, "dim italic")
        lines.append(line.append(f"  {role}", "red" if section.level == 1 else "dim") if name else line)
    return Group(*lines)


def _figures(document: Document, language: Language) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, expand=False, pad_edge=False)
    for key in ("indicator", "kind", "period"):
        table.add_column(label(key, language), overflow="fold")
    for key in ("value", "growth"):
        table.add_column(label(key, language), justify="right", overflow="fold")
    table.add_column(label("verb", language), overflow="fold")
    for fact in document.indicators:
        style = "yellow" if fact.kind == "target" else "cyan"
        table.add_row(
            _text(label(f"indicator.{fact.id}", language), style), label(f"indicator_kind.{fact.kind}", language), _text(fact.period),
            _text(amounts.level(fact)), _text(amounts.change(fact, language)), _text(fact.verb or ""),
        )  # fmt: skip
    return table
