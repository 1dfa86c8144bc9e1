"""Lines between numbered headings: one by itself is none where it reads as a paragraph, or lost its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.sectioning.parts import Heading, Part, is_a

Run = tuple[Heading | None, list[int], Heading | None]


def lonely(parts: list[Part], annex: int) -> list[Part]:
    """A line of several clauses that alone would part what a numbered heading heads is the beginning of a paragraph;
    where as many numbers are missing as lines stand there, they lost them."""
    for above, run, below in list(_runs(parts, annex)):
        if not run or above is None or above.style not in ("part", "han", "paren"):
            continue
        if below and (below.style, below.number) == (above.style, above.number + len(run) + 1):
            for number, i in enumerate(run, above.number + 1):
                parts[i] = _counted(parts[i], above.style, number)
        elif len(run) == 1 and "," in parts[run[0]].compact and not _joined(parts[run[0]]):
            parts[run[0]] = parts[run[0]].headed(None)
    return parts


def _runs(parts: Sequence[Part], annex: int) -> Iterator[Run]:
    """The lines between two other headings, with those."""
    run: list[int] = []
    above: Heading | None = None
    for i in range(annex):
        heading = parts[i].heading
        if is_a(parts[i], "line"):
            run.append(i)
        elif heading:
            yield above, run, heading
            above, run = heading, []
    yield above, run, None


def _joined(part: Part) -> bool:
    return part.heading is not None and part.heading.joined > 0


def _counted(part: Part, style: str, number: int) -> Part:
    return part.headed(replace(part.heading, style=style, number=number)) if part.heading else part
