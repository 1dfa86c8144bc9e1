"""The commands for looking at documents, and their help: view, show. What they need is imported when they run."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from converter.cli.guard import guarded

Documents = Annotated[
    list[str],
    typer.Argument(metavar="DOCUMENT", help="Documents (JSON), raw reports, or a folder; - is standard input.", show_default=False),
]
Language = Annotated[Literal["zh", "en"], typer.Option("--language", help="Of the page; it can be changed there.")]


def view(
    documents: Documents,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write the page.", show_default=False)
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Show the page in the browser.")] = False,
    pages: Annotated[bool, typer.Option("--pages", help="With a folder: a page for every document too, beside the index.")] = False,
    language: Language = "zh",
) -> None:
    """Write a page to read documents in: one file that needs no network.

    \b
    gwr view out/report.json -o page.html       one report
    gwr view report.txt --open                  convert it and look at it
    gwr view 2024.json 2025.json --open         two side by side
    gwr view 2021.json 2022.json 2023.json -o series.html
                                                more: targets against outcomes over the years
    gwr view out -o out/index.html              an index of a folder and what is below it
    gwr view out -o site/index.html --pages     the same, with a page for every document

    Without -o and --open the page goes to standard output.
    """
    from converter.cli.view import run

    raise typer.Exit(guarded(lambda: run(documents, output, opened=open_, pages=pages, language=language)))


def show(
    documents: Documents,
    language: Language = "zh",
    color: Annotated[bool | None, typer.Option("--color/--no-color", help="Colours; without either, where a terminal shows them.")] = None,
    width: Annotated[int | None, typer.Option(min=20, help="Columns; without it, those of the terminal.", show_default=False)] = None,
) -> None:
    """Show documents in the terminal: masthead, outline, figures.

    \b
    gwr show out/report.json
    gwr show report.txt                    a raw report: converted first
    gwr show out/*.json --color | less -R
    """
    from converter.cli.show import run

    raise typer.Exit(guarded(lambda: run(documents, language=language, color=color, width=width)))


def register(app: typer.Typer) -> None:
    """Put the commands into the program."""
    app.command(short_help="Write a page to read, compare or search documents in.")(view)
    app.command(short_help="Show documents in the terminal.")(show)
