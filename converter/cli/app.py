"""The commands and their help. What a command needs is imported when it runs, so that help comes at once."""

from collections.abc import Sequence
from copy import copy
from pathlib import Path
from typing import Annotated, cast

import typer
from typer.core import TyperGroup
from typer.main import get_command

from converter.cli import feeding, looking, many, team, validating
from converter.cli.guard import guarded
from converter.cli.options import Counted, Lexicons, Quiet, Verbose

app = typer.Typer(
    name="gwr",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: quick to print, the same everywhere
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
)

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help="Raw reports; - is standard input.", show_default=False)]


def _version(wanted: bool) -> None:
    if wanted:
        from converter.cli.version import lines

        typer.echo("\n".join(lines()))
        raise typer.Exit


@app.callback()
def gwr(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version, and those of what gwr is built on.")
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Turn raw Chinese government work reports (政府工作报告) into validated JSON documents.

    \b
    gwr convert report.txt                 print the document
    gwr convert reports/*.txt -o out       write out/NAME.json for each
    gwr check out/*.json                   schema, law of conservation, semantic rules
    gwr restore out/report.json            print the source text back

    \b
    Exit codes: 0 written, or nothing found; 1 findings; 2 usage; 3 an input could not be read
    (the others were still converted); 4 a failure of gwr itself or of writing its output.
    """


@app.command()
def convert(
    inputs: Inputs,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Write DIR/NAME.json for each input.", show_default=False)
    ] = None,
    compact: Annotated[bool, typer.Option("--compact", help="One line a document instead of indented JSON.")] = False,
    url: Annotated[str | None, typer.Option(help="Where the input was fetched from.", show_default=False)] = None,
    retrieved_at: Annotated[str | None, typer.Option(help="When it was fetched.", show_default=False)] = None,
    offsets: Counted = "code_points",
    lexicon: Lexicons = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Convert raw reports into documents.

    \b
    gwr convert report.txt                 print the document
    gwr convert - < report.txt             the same from standard input
    gwr convert reports/*.txt -o out       write out/NAME.json for each
    gwr convert reports/*.txt > all.ndjson several inputs: one document a line

    Standard output gets nothing but JSON; messages go to standard error. An input that cannot be read is
    named there in one line and the others are still converted. Files are written whole or not at all.
    """
    from converter.cli.convert import Form, run

    raise typer.Exit(guarded(lambda: run(inputs, output, Form(compact, offsets), url=url, retrieved_at=retrieved_at)))


@app.command(short_help="Print the source text of a document back.")
def restore(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="A document (JSON); - is standard input.", show_default=False)],
) -> None:
    """Print the source text of a document back, character for character; its digest must fit.

    \b
    gwr restore out/report.json > report.txt
    gwr convert report.txt | gwr restore - | cmp - report.txt

    What is printed is the decoded text: UTF-8, without byte order mark, lines ended by LF. A terminal is shown
    ⟨U+001B⟩ for a character that would command it; files and pipes get every character as it is.
    """
    from converter.cli.restore import run

    raise typer.Exit(guarded(lambda: run(document)))


@app.command(short_help="Print the text of a report: linearised, or clean.")
def text(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A raw report, or a document; - is standard input.", show_default=False)],
    clean: Annotated[bool, typer.Option("--clean", help="The report alone: without the site's lines, glossary as footnotes.")] = False,
    format: Annotated[str | None, typer.Option(help="Of the clean text: md or txt.", show_default="md")] = None,  # noqa: A002 - the option
    counts: Annotated[bool, typer.Option("--counts", help="How much the clean text says, by section role, as CSV.")] = False,
    lexicon: Lexicons = None,
) -> None:
    """Print the linearised text of a raw report: what all spans of its document point into (of a document, its source.text). Or,
    with --clean, the report alone.

    \b
    gwr text page.html | less
    gwr text --clean page.html > report.md
    gwr text --clean --format txt out/report.json > report.txt
    gwr text --clean --counts out/report.json          role, headings, paragraphs, characters, words

    Counted without white space, the site's lines and the glossary; a word is a Chinese character, or a run of letters and digits.
    """
    from converter.cli.text import run

    raise typer.Exit(guarded(lambda: run(file, clean=clean, form=format, counts=counts)))


@app.command()
def schema(
    reader: Annotated[bool, typer.Option("--reader", help="For programs that read: lets through what later versions add.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it there.", show_default=False)] = None,
) -> None:
    """Print the JSON Schema (2020-12) of the documents.

    \b
    gwr schema > gwr.schema.json
    gwr schema --reader -o reader.schema.json          tolerates fields and codes of later versions
    """
    from converter.cli.output import emit
    from converter.models.published import reader_text, schema_text
    from converter.writing.files import write_whole

    def run() -> int:
        data = (reader_text() if reader else schema_text()).encode()
        if output is None:
            emit(data)
        else:
            write_whole(output, data)
        return 0

    raise typer.Exit(guarded(run))


def program(first: Sequence[str] = ()) -> TyperGroup:
    """The program; where the first argument names a command, with that one alone: to make them all takes longer than some need to run."""
    mine = [row for row in app.registered_commands if [row.name or getattr(row.callback, "__name__", "")] == list(first)]
    alone = copy(app)
    alone.registered_commands = mine or app.registered_commands
    return cast(TyperGroup, get_command(alone))  # a callback makes a group of it


feeding.register(app)
looking.register(app)
many.register(app)
team.register(app)
validating.register(app)
