"""gwr explain: what a code means."""

from __future__ import annotations

from converter.cli import exits
from converter.cli.language import chinese
from converter.cli.messages import say
from converter.cli.output import emit
from converter.models.codes import codes, explained


def run(wanted: list[str]) -> int:
    """Explain every code; without one, list them all."""
    if not wanted:
        emit("".join(f"{code} {row.severity:8} {row.title} {row.title_zh}\n" for code, row in codes().items()).encode())
        return exits.OK
    code = exits.OK
    for one in wanted:
        said = explained(one.upper(), in_chinese=chinese())
        if said is None:
            say(one, "there is no such code; gwr explain lists them")
            code = exits.USAGE
        else:
            emit(said.encode())
    return code
