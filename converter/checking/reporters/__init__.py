"""How outcomes are told: a reporter takes all of them and gives what is printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from converter.checking.outcomes import Outcome
from converter.checking.reporters import github, junit, plain, sarif, structured

Reporter = Callable[[Sequence[Outcome]], str]

REPORTERS: dict[str, Reporter] = {
    "text": plain.report,
    "json": structured.as_json,
    "jsonl": structured.as_lines,
    "sarif": sarif.report,
    "junit": junit.report,
    "github": github.report,
}
