"""Options that several commands have. Each does its work where it is read, and holds until the command ends."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from converter.cli import exits
from converter.cli.messages import QUIET, VERBOSE, say, speaking


def _lexicons(context: typer.Context, files: list[Path] | None) -> list[Path] | None:
    """Own lexicons lie over the built-in ones until the command ends; one that is wrong ends it now."""
    if files:
        from converter.adding import together
        from converter.lexicons import using
        from converter.reading.source import Unreadable

        try:
            context.with_resource(using(together([(_content(file), str(file)) for file in files])))
        except Unreadable as error:
            say(str(error))
            raise typer.Exit(exits.USAGE) from None
    return files


def _content(file: Path) -> bytes:
    from converter.cli.inputs import read
    from converter.reading.source import Unreadable

    try:
        return read(str(file))
    except Unreadable as error:
        raise Unreadable(f"{file}: {error}") from None


def _quiet(context: typer.Context, wanted: bool) -> bool:
    if wanted:
        context.with_resource(speaking(QUIET))
    return wanted


def _verbose(context: typer.Context, wanted: bool) -> bool:
    if wanted:
        context.with_resource(speaking(VERBOSE))
    return wanted


Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", envvar="GWR_QUIET", callback=_quiet, help="Say only what is wrong.", show_default=False)
]
Verbose = Annotated[
    bool,
    typer.Option("--verbose", "-v", envvar="GWR_VERBOSE", callback=_verbose, help="Say what became of each input.", show_default=False),
]
Counted = Annotated[
    Literal["code_points", "utf16"],
    typer.Option("--offsets", envvar="GWR_OFFSETS", help="What spans are counted in; utf16 is for JavaScript, Java, C#."),
]
Lexicons = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon", metavar="FILE", envvar="GWR_LEXICON", callback=_lexicons, help="Own words (YAML); may be repeated.", show_default=False
    ),
]
