"""The table of codes: everything that a conversion notices or a check finds, as written in codes.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).with_name("codes.yaml")

# The hundreds of the codes.
STAGES = {
    "0": "Reading the input",
    "1": "Checking a document",
    "2": "Structure",
    "3": "Removing what is not the report's",
    "4": "Facts",
    "5": "Place and masthead",
}


class Code(NamedTuple):
    """One code: severity and verdict it belongs to, a title, what it means, and what to do."""

    severity: str
    verdict: str
    title_zh: str
    title: str
    means: str
    advice: str


@cache
def codes() -> dict[str, Code]:
    """Every code with its row, in the order of the table."""
    import yaml  # imported here: only findings need it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {code: Code(*row) for code, row in yaml.load(_TABLE.read_text("utf-8"), Loader=loader).items()}


def explained(code: str) -> str | None:
    """What the code means, for people; None for one that does not exist."""
    row = codes().get(code)
    if row is None:
        return None
    return f"{code} {row.title} {row.title_zh}\n{row.severity}, {row.verdict}\n\n{row.means}\nWhat to do: {row.advice}\n"
