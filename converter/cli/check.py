"""gwr check: findings in documents and in raw reports."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from converter.checking import baseline
from converter.checking.outcomes import Outcome, less, outcomes
from converter.checking.reporters import REPORTERS
from converter.checking.reporters.plain import lines, summary
from converter.cli import exits
from converter.cli.corrections import beside
from converter.cli.guard import failed
from converter.cli.inputs import STDIN, looked_at, name_of, read, reason, shown
from converter.cli.language import chinese
from converter.cli.messages import counted, note, say
from converter.cli.output import coloured, emit
from converter.reading.source import Unreadable
from converter.writing.files import write_whole

_FAILING = {"error": ("error",), "warning": ("error", "warning"), "never": ()}


def run(
    files: list[str],
    *,
    style: str = "text",
    fail_on: str = "error",
    accepted: Path | None = None,
    written: Path | None = None,
    table: bool | None = None,
) -> int:
    """Check every file; findings go to standard output. Every file gets its verdict, the exit code comes last."""
    if written is not None and any(written.resolve() == Path(one).resolve() for one in files if one != STDIN):
        say("gwr check", f"{written} would be written over what is read")
        return exits.USAGE
    try:
        known = baseline.accepted(read(str(accepted))) if accepted else frozenset()
    except Unreadable as error:
        say(str(accepted), str(error))
        return exits.USAGE
    code, all_, done = exits.OK, [], []
    for outcome in _all(files):
        if outcome.unreadable is not None and not outcome.failed:
            say(outcome.name, outcome.unreadable)
        kept = less(outcome, known) if known else outcome
        code = exits.worse(code, _code(kept, fail_on))
        done.append(kept)
        all_.append(outcome)
        if style == "text":
            _show(kept)
    if written is not None:
        write_whole(written, baseline.text(all_).encode("utf-8", "backslashreplace"))  # what was accepted before stays so
        note("gwr check", f"{counted(sum(len(o.findings) for o in all_), 'finding')} accepted in {written}")
        return exits.UNREADABLE if code == exits.UNREADABLE else exits.OK
    if style != "text":
        emit(REPORTERS[style](done).encode("utf-8", "backslashreplace"))
    if table or (table is None and style == "text" and sys.stderr is not None and sys.stderr.isatty()):
        print(summary(done), end="", file=sys.stderr)  # noqa: T201 - this is where messages go
    return code


def _all(files: list[str]) -> Iterator[Outcome]:
    """The outcomes of every file; what cannot be read is one too."""
    for argument in (one for named in files for one in looked_at(named)):
        try:
            yield from outcomes(read(argument), name_of(argument), shown(argument), partial(beside, argument))
        except Unreadable as error:
            yield Outcome(shown(argument), unreadable=reason(argument, error))
        except BaseException as error:  # noqa: BLE001 - the other files are still checked
            failed(shown(argument), error)
            yield Outcome(shown(argument), unreadable=f"gwr failed: {type(error).__name__}", failed=True)


def _show(outcome: Outcome) -> None:
    """Findings as they come, in colour where a terminal shows it."""
    colour = coloured()
    told = "".join(f"{line}\n" for line in lines(outcome, colour, chinese()))
    if told:
        emit(told.encode("utf-8", "backslashreplace"), own=colour)


def _code(outcome: Outcome, fail_on: str) -> int:
    if outcome.failed:
        return exits.FAILURE
    if outcome.unreadable is not None:
        return exits.UNREADABLE
    return exits.FINDINGS if any(f.severity in _FAILING[fail_on] for f in outcome.findings) else exits.OK
