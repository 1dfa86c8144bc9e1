"""Blocks cut into runs: stretches of one fate under the same marks. Runs never nest, so marks may overlap as they like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.models.structure import LedgerRow
from converter.viewing.blocks import Block
from converter.viewing.marks import Mark
from converter.viewing.visible import visible

_MOST = 12  # marks named on one run; more than that on one character is an attack, not a report


@dataclass(frozen=True)
class Run:
    """Characters that are shown alike."""

    text: str
    fate: str = "body"
    row: int = -1  # of the ledger, for removed text
    kind: str = ""
    rule: str = ""
    first: bool = False  # the first run of its row in this block
    id: str = ""
    keys: tuple[str, ...] = ()
    figure: str = ""
    note: str = ""  # the note this anchor opens
    flaw: str = ""
    flaw_starts: bool = False
    lead: bool = False

    @property
    def plain(self) -> bool:
        """Nothing to be said about it."""
        return self.fate in ("body", "front") and not (self.keys or self.lead or self.flaw)


@dataclass(frozen=True)
class Filled:
    """A block with its runs."""

    block: Block
    runs: tuple[Run, ...]


class _Active:
    """The marks that hold at one place, and which ids have been given to a run."""

    def __init__(self, marks: Iterable[Mark], size: int) -> None:
        spans = [(*_clipped(m.span, size), m) for m in marks]
        self._starts = sorted(spans, key=lambda s: (s[0], -s[1]), reverse=True)
        self._ends = sorted(((end, id(m)) for _, end, m in spans), reverse=True)
        self.points = {point for start, end, _ in spans for point in (start, end)}
        self._on: dict[int, Mark] = {}
        self._named: set[str] = set()

    def at(self, point: int) -> list[Mark]:
        """Moves on to this place: the marks that hold from here to the next."""
        while self._ends and self._ends[-1][0] <= point:
            self._on.pop(self._ends.pop()[1], None)
        while self._starts and self._starts[-1][0] <= point:
            _, end, mark = self._starts.pop()
            if end > point:
                self._on[id(mark)] = mark
        return [mark for mark, _ in zip(self._on.values(), range(_MOST), strict=False)]

    def fresh(self, key: str) -> bool:
        """Whether this is the first run under this id."""
        new = key not in self._named
        self._named.add(key)
        return new


def _clipped(span: tuple[int, int], size: int) -> tuple[int, int]:
    """Inside the text, and never empty: a place between two characters is shown on the one after it."""
    start = max(0, min(span[0], size - 1))
    return start, max(start + 1, min(span[1], size))


def filled(blocks: Sequence[Block], ledger: Sequence[LedgerRow], marks: Iterable[Mark], text: str) -> list[Filled]:
    """Every block with its runs."""
    active = _Active(list(marks) if text else (), len(text))
    rows = [(number, row) for number, row in enumerate(ledger) if row.fate in ("removed", "layout")]
    points = active.points | {p for _, row in rows for p in row.span if p <= len(text)} | {p for b in blocks for p in (b.start, b.end)}
    pieces, fates = pairwise(sorted(points)), _Fates(rows)
    out: list[Filled] = []
    piece = next(pieces, None)
    for block in blocks:
        runs: list[Run] = []
        while piece and piece[0] < block.end:
            if piece[0] >= block.start:
                runs.append(_run(piece, text, active, fates, runs))
            piece = next(pieces, None)
        out.append(Filled(block, tuple(_joined(runs))))
    return out


class _Fates:
    """The ledger's removed and blank rows, in the order of the text."""

    def __init__(self, rows: list[tuple[int, LedgerRow]]) -> None:
        self._rows = sorted(rows, key=lambda r: r[1].span, reverse=True)

    def at(self, point: int) -> tuple[int, LedgerRow] | None:
        """The row that covers this place."""
        while self._rows and self._rows[-1][1].span[1] <= point:
            self._rows.pop()
        return self._rows[-1] if self._rows and self._rows[-1][1].span[0] <= point else None


def _run(piece: tuple[int, int], text: str, active: _Active, fates: _Fates, before: list[Run]) -> Run:
    on, covering = active.at(piece[0]), fates.at(piece[0])
    number, row = covering if covering else (-1, None)
    keys = tuple(m.key for m in on if m.key)
    fresh = [key for key in keys if active.fresh(key)]
    flaw = next((m for m in on if m.kind == "noise"), None)
    return Run(
        text=visible(text[piece[0] : piece[1]]),
        fate=row.fate if row else "body",
        row=number,
        kind=(row.kind or "") if row else "",
        rule=(row.rule or "") if row else "",
        first=not any(run.row == number for run in before[-1:]),
        id=fresh[0] if fresh else "",
        keys=keys,
        figure=next((m.key for m in on if m.kind == "figure"), ""),
        note=next((m.says for m in on if m.kind == "anchor"), ""),
        flaw=flaw.says if flaw else "",
        flaw_starts=bool(flaw and flaw.key in fresh),
        lead=any(m.kind == "lead" for m in on),
    )


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Neighbours of which nothing is said, as one."""
    plain: list[str] = []
    for run in runs:
        if run.plain:
            plain.append(run.text)
            continue
        if plain:
            yield Run("".join(plain))
            plain = []
        yield run
    if plain:
        yield Run("".join(plain))
