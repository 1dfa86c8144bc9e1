"""Spec by example: `tests/<stage>/<rule>.md` holds titled cases, edited by hand.

A case is a second-level heading, then a fenced block `input`, then a fenced block `expected`; anything else is prose.

    ## a bound after the figure
    ```input
    增长7%左右
    ```
    ```expected
    growth 7 % about
    ```
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_FENCE = re.compile(r"^```(input|expected)\n(.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Case:
    """One titled example with the place it stands in."""

    title: str
    where: str
    input: str
    expected: str

    def __str__(self) -> str:
        return f"{self.where} {self.title}"


def cases(name: str) -> list[Case]:
    """The cases of `tests/<name>`; a case without both blocks, or a file without cases, is an error."""
    path = HERE / name
    text = path.read_text("utf-8")
    parts = list(re.finditer(r"^## (.+)$", text, re.M))
    out = []
    for here, after in zip(parts, [*parts[1:], None], strict=True):
        body = text[here.end() : after.start() if after else len(text)]
        where = f"tests/{name}:{text.count(chr(10), 0, here.start()) + 1}"
        blocks = dict(_FENCE.findall(body))
        if set(blocks) != {"input", "expected"}:
            raise ValueError(f"{where}: a case needs one input and one expected block")
        out.append(Case(here[1].strip(), where, blocks["input"].removesuffix("\n"), blocks["expected"].removesuffix("\n")))
    if not out:
        raise ValueError(f"tests/{name}: no cases")
    return out
