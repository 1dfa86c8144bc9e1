"""gwr export: documents to the files that other programs open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from converter import __version__
from converter.cli import exits
from converter.cli.intake import Intake
from converter.cli.messages import note, say
from converter.writing.export import formats
from converter.writing.export.columns import Table
from converter.writing.export.export import Batch, write
from converter.writing.export.rows import rows
from converter.writing.export.sinks import Sink, Unfit
from converter.writing.export.tables import BY_NAME, TABLES

DEFAULT = "indicators"


def run(documents: list[str], output: Path, *, table: str | None, inside: str | None, exact: bool, force: bool) -> int:
    """Write the tables; the exit code says whether every document is in them."""
    try:
        tables = _tables(output, table)
    except Unfit as wrong:
        say("gwr export", str(wrong))
        return exits.USAGE
    intake = Intake(documents)
    code = written("gwr export", intake, intake.rows(rows), output, tables, inside=inside, exact=exact, force=force)
    if code == exits.OK and len(tables) == 1 and table is None:
        say(f"{output} holds the table {DEFAULT}; --table names another, and .duckdb, .sqlite, .xlsx or a folder holds all")
    return exits.worse(code, intake.code)


def written(
    command: str,
    intake: Intake,
    batches: Iterable[Batch],
    output: Path,
    tables: Sequence[Table],
    *,
    inside: str | None,
    exact: bool,
    force: bool,
) -> int:
    """Write rows to the output, complete or not at all, and say what came of it."""
    wrong = refused(output, inside, force)
    if wrong:
        say(command, wrong)
        return exits.USAGE
    try:
        make: Callable[[Path], Sink] = lambda draft: formats.sink(  # noqa: E731 - the one argument write() has for it
            output, draft, tables, exact=exact, version=__version__, inside=inside or "csv"
        )
        said = write(_some(batches, intake), output, tables, make)
    except _Nothing:
        say(command, f"nothing to write to {output}: {intake.summary()}")
        return intake.code or exits.UNREADABLE
    except Unfit as error:
        say(command, f"{output} was not written", str(error))
        return exits.FAILURE
    for line in said:
        say(str(output), line)
    note(f"{intake.summary()}, written to {output}")
    return exits.OK


def refused(output: Path, inside: str | None, force: bool) -> str | None:
    """Why nothing can be written there."""
    try:
        found = formats.suffix(output)
    except Unfit as error:
        return str(error)
    if inside and (found != formats.FOLDER or inside not in formats.IN_FOLDER):
        return f"--format is for the files in a folder: {' '.join(formats.IN_FOLDER)}"
    if output.exists() and not force:
        return f"{output} exists; --force replaces it"
    if output.is_dir() and any(output.iterdir()) and not (output / "datapackage.json").exists():
        return f"{output} is a folder that no export wrote; it is left alone"
    if not output.absolute().parent.is_dir():
        return f"{output.parent} is no folder"
    return None


def _tables(output: Path, table: str | None) -> Sequence[Table]:
    single = formats.suffix(output) in formats.SINGLE
    if table is None:
        return [BY_NAME[DEFAULT]] if single else TABLES
    if table not in BY_NAME:
        raise Unfit(f"no table is called {table}: {' '.join(BY_NAME)}")
    return [BY_NAME[table]]


class _Nothing(Exception):
    """No document could be used."""


def _some(batches: Iterable[Batch], intake: Intake) -> Iterable[Batch]:
    yield from batches
    if not intake.taken:
        raise _Nothing
