"""The commands of a team, and their help: join, correct, review. What they need is imported when they run."""

from pathlib import Path
from typing import Annotated

import typer

from converter.cli.guard import guarded
from converter.cli.options import Counted, Lexicons, Quiet, Verbose

Pages = Annotated[list[str], typer.Argument(metavar="PAGE", help="The pages of one report, in any format.", show_default=False)]


def join(
    pages: Pages,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR", help="Write DIR/NAME.json.", show_default=False)] = None,
    name: Annotated[str | None, typer.Option(help="What the document is called.", show_default="the first page given")] = None,
    compact: Annotated[bool, typer.Option("--compact", help="One line instead of indented JSON.")] = False,
    url: Annotated[str | None, typer.Option(help="Where the report was fetched from.", show_default=False)] = None,
    retrieved_at: Annotated[str | None, typer.Option(help="When it was fetched.", show_default=False)] = None,
    offsets: Counted = "code_points",
    lexicon: Lexicons = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
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
    from converter.cli.convert import Form
    from converter.cli.join import run

    raise typer.Exit(guarded(lambda: run(pages, output, Form(compact, offsets), name=name, url=url, retrieved_at=retrieved_at)))


def correct(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A raw report.", show_default=False)],
    edit: Annotated[bool, typer.Option("--edit", help="Open the corrections in your editor ($VISUAL, $EDITOR) first.")] = False,
    lexicon: Lexicons = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Correct what a conversion reads, in NAME.corrections.yaml beside the report, which every conversion of it applies.

    \b
    gwr correct report.txt                 the first time: writes the file, with what is most in doubt
    gwr correct report.txt                 from then on: says whether every correction fits
    gwr correct report.txt --edit          opens it before

    A place, a speaker or another field; the level of a heading; a figure; a line kept or removed. Each is addressed by its
    words as printed, so that it outlives new versions of gwr; one that no longer fits is named, and the exit code is 1.
    """
    from converter.cli.correct import run

    raise typer.Exit(guarded(lambda: run(file, edit=edit)))


def review(
    documents: Annotated[
        list[str], typer.Argument(metavar="DOCUMENT", help="Documents, or folders of them; - is standard input.", show_default=False)
    ],
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="How many; 0 is all.")] = 20,
) -> None:
    """List the documents that most need a person, most doubtful first, and why.

    \b
    gwr review out
    gwr review out/*.json --limit 0 > doubts.tsv

    Tab-separated: points, file, id, reasons. An error counts 5, no place or another kind of document 5, a warning 2, a part
    that is missing 1, a target that was not read 1; what a person has corrected no longer counts. No doubt, no line.
    """
    from converter.cli.review import run

    raise typer.Exit(guarded(lambda: run(documents, limit)))


def register(app: typer.Typer) -> None:
    """Put the commands into the program."""
    app.command(short_help="Join the pages of one report.")(join)
    app.command(short_help="Correct what a conversion reads.")(correct)
    app.command(short_help="List the documents that most need a person.")(review)
