"""The commands for checking documents, and their help: check, explain, diff. What they need is imported when they run."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from converter.cli.guard import guarded
from converter.cli.options import Lexicons, Quiet, Verbose

Files = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Documents, raw reports, or folders of them; - is standard input.", show_default=False)
]
Format = Literal["text", "json", "jsonl", "sarif", "junit", "github"]
Known = Annotated[Path | None, typer.Option("--baseline", metavar="FILE", help="Findings that are accepted.", show_default=False)]
Written = Annotated[Path | None, typer.Option("--write-baseline", metavar="FILE", help="Accept all that is found.", show_default=False)]
Table = Annotated[bool | None, typer.Option("--summary/--no-summary", help="A table; without either, on a terminal.", show_default=False)]


def check(
    files: Files,
    style: Annotated[Format, typer.Option("--format", help="Of what is printed.")] = "text",
    fail_on: Annotated[Literal["error", "warning", "never"], typer.Option("--fail-on", help="What makes the exit code 1.")] = "error",
    baseline: Known = None,
    write_baseline: Written = None,
    summary: Table = None,
    lexicon: Lexicons = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check documents, or raw reports by converting them. Three verdicts: valid by the published schema; consistent by the
    law of conservation and the semantic rules; confidently read.

    \b
    gwr check out/*.json                   nothing printed, exit code 0: nothing found
    gwr check out                          the documents in a folder; where there are none, the raw reports
    gwr check report.txt                   a raw report: converted, with line and column
    gwr check --fail-on warning - < all.ndjson
    gwr check --format sarif out/*.json > gwr.sarif
    gwr check --write-baseline known.json out/*.json
    gwr check --baseline known.json out/*.json

    One finding a line, `FILE[:LINE:COLUMN]: SEVERITY CODE MESSAGE`, in documents `FILE#POINTER`; `gwr explain CODE` says
    what to do. Exit codes: 0 nothing found, 1 findings, 2 usage, 3 a file could not be read (the others were checked).
    """
    from converter.cli.check import run

    def go() -> int:
        return run(files, style=style, fail_on=fail_on, accepted=baseline, written=write_baseline, table=summary)

    raise typer.Exit(guarded(go))


def explain(
    code: Annotated[list[str] | None, typer.Argument(metavar="[CODE]...", help="GWR203; without any, all.", show_default=False)] = None,
) -> None:
    """Say what a code of a finding or diagnostic means and what to do.

    \b
    gwr explain GWR203
    gwr explain                            every code with its title
    """
    from converter.cli.explain import run

    raise typer.Exit(guarded(lambda: run(code or [])))


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A document, or a raw report.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Another.", show_default=False)],
    style: Annotated[Literal["text", "json"], typer.Option("--format", help="Of what is printed.")] = "text",
    lexicon: Lexicons = None,
) -> None:
    """Say what changed in meaning between two documents: masthead, sections, text, figures, what was removed.

    \b
    gwr diff before.json after.json        before and after a new conversion
    gwr diff out/report.json report.txt    what converting the report again would change

    Ids and spans may change freely. Exit codes: 0 no difference, 1 differences, 3 unreadable.
    """
    from converter.cli.diff import run

    raise typer.Exit(guarded(lambda: run(old, new, style=style)))


def register(app: typer.Typer) -> None:
    """Put the commands into the program."""
    app.command(short_help="Check documents or raw reports.")(check)
    app.command(short_help="Say what the code of a finding means.")(explain)
    app.command(short_help="Say what changed between two documents.")(diff)
