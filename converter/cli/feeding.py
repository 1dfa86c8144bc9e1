"""The commands that feed others, and their help: export, panel, plot. What they need is imported when they run."""

from pathlib import Path
from typing import Annotated

import typer

from converter.cli.guard import guarded

Documents = Annotated[
    list[str],
    typer.Argument(metavar="DOCUMENT", help="Documents (JSON, or one a line), folders of them; - is standard input.", show_default=False),
]
Output = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="What to write; its name decides the format.", show_default=False)
]
Force = Annotated[bool, typer.Option("--force", help="Replace the output where it exists.")]
Exact = Annotated[bool, typer.Option("--exact", help="CSV for programs: no byte order mark, formulas left as they are.")]
Inside = Annotated[str | None, typer.Option("--format", help="Files in a folder: csv, ndjson, parquet, dta.", show_default="csv")]


def export(
    documents: Documents,
    output: Output,
    table: Annotated[str | None, typer.Option(help="Write this table alone.", show_default=False)] = None,
    format: Inside = None,  # noqa: A002 - the name of the option
    exact: Exact = False,
    force: Force = False,
) -> None:
    """Write documents as tables, in the format the output's name asks for.

    \b
    gwr export out/*.json -o reports.duckdb            all tables
    gwr export out -o reports.xlsx                     a sheet a table
    gwr export all.ndjson -o package                   a folder: Data Package v2, CSV
    gwr export out -o package --format parquet         the same, Parquet
    gwr export out -o gdp.parquet                      the indicators
    gwr export out -o text.csv --table paragraphs      another table

    Formats: .duckdb .sqlite .xlsx and a folder hold all tables; .csv .ndjson .parquet .dta hold one.
    Tables: reports sections paragraphs indicators targets_status notes projects noise findings (docs/codebook.md).
    A document that cannot be used is named and passed over. Outputs are written whole or not at all.
    """
    from converter.cli.export import run

    raise typer.Exit(guarded(lambda: run(documents, output, table=table, inside=format, exact=exact, force=force)))


def panel(
    documents: Documents,
    output: Output,
    wide: Annotated[bool, typer.Option("--wide", help="One row a place and year.")] = False,
    plans: Annotated[
        bool, typer.Option("--plans", help="Targets for several years instead of those for one; never both in one file.")
    ] = False,
    coverage: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also write which place-years are there, and why others are not.", show_default=False),
    ] = None,
    format: Inside = None,  # noqa: A002 - the name of the option
    exact: Exact = False,
    force: Force = False,
) -> None:
    """Write one row a place, year, indicator and kind: targets beside outcomes, and the targets of the places above.

    \b
    gwr panel out/*.json -o panel.csv
    gwr panel out -o panel.parquet --coverage coverage.csv
    gwr panel out -o wide.xlsx --wide                  one row a place and year
    gwr panel out -o plans.csv --plans                 five-year targets

    The year is the one the figure is for: a report of 2025 gives outcomes of 2024 and targets of 2025.
    What the columns mean: docs/codebook.md. Of two copies of one report the better one is taken, the other named.
    """
    from converter.cli.panel import run

    raise typer.Exit(
        guarded(lambda: run(documents, output, wide=wide, plans=plans, coverage=coverage, inside=format, exact=exact, force=force))
    )


def plot(
    panel: Annotated[
        Path, typer.Argument(metavar="PANEL", help="A panel (not --wide): .csv .ndjson .parquet .duckdb .sqlite", show_default=False)
    ],
    output: Output,
    place: Annotated[
        list[str] | None,
        typer.Option(help="Code or name; several are drawn side by side. Without: the first of the panel.", show_default=False),
    ] = None,
    indicator: Annotated[str, typer.Option(help="Indicator id.")] = "gdp",
    gallery: Annotated[bool, typer.Option("--gallery", help="Every place: a page each; the output is a folder.")] = False,
    force: Force = False,
) -> None:
    """Draw targets against outcomes over the years.

    \b
    gwr plot panel.csv -o zhejiang.svg --place 330000
    gwr plot panel.parquet -o two.png --place 浙江省 --place 大连市
    gwr plot panel.csv -o jobs.html --indicator new_urban_jobs
    gwr plot panel.csv -o gallery --gallery            a page for every place

    Formats: .svg .png .html
    """
    from converter.cli.plot import run

    raise typer.Exit(guarded(lambda: run(panel, output, places=place or [], indicator=indicator, gallery=gallery, force=force)))


def register(app: typer.Typer) -> None:
    """Put the commands into the program."""
    app.command(short_help="Write documents as tables: Parquet, DuckDB, CSV, Excel, Stata …")(export)
    app.command(short_help="Write targets and outcomes by place and year.")(panel)
    app.command(short_help="Draw a panel.")(plot)
