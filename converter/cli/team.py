"""The commands of a team, and their help: join. What they need is imported when they run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from converter.cli.guard import guarded

Pages = Annotated[list[str], typer.Argument(metavar="PAGE", help="The pages of one report, in any format.", show_default=False)]


def join(
    pages: Pages,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR", help="Write DIR/NAME.json.", show_default=False)] = None,
    name: Annotated[str | None, typer.Option(help="What the document is called.", show_default="the first page given")] = None,
    compact: Annotated[bool, typer.Option("--compact", help="One line instead of indented JSON.")] = False,
    url: Annotated[str | None, typer.Option(help="Where the report was fetched from.", show_default=False)] = None,
    retrieved_at: Annotated[str | None, typer.Option(help="When it was fetched.", show_default=False)] = None,
) -> None:
    """Join a report split over several pages into one document.

    \b
    gwr join report.html report_2.html report_3.html > report.json
    gwr join pages/*.txt -o out --name report.txt

    Their order is that of the numbers they print (第5/21页), else of their names, else, where it is clear, of their text.
    What the site repeats around the text is removed and stays in the ledger; source.pages says where each page stands.
    A page that is missing, given twice or does not go on where the one before stops is named, and the exit code is 1.
    Pages of two different reports are refused.
    """
    from converter.cli.join import run

    raise typer.Exit(guarded(lambda: run(pages, output, name=name, compact=compact, url=url, retrieved_at=retrieved_at)))


def register(app: typer.Typer) -> None:
    """Put the commands into the program."""
    app.command(short_help="Join the pages of one report.")(join)
