"""The commands for many inputs, and their help: batch, scan. What they need is imported when they run."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from converter.cli.guard import guarded
from converter.cli.options import Counted, Lexicons, Quiet, Verbose


class Format(StrEnum):
    """How documents are written."""

    json = "json"
    ndjson = "ndjson"
    parquet = "parquet"


class Engine(StrEnum):
    """Where shards are done."""

    local = "local"
    dask = "dask"


def batch(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where documents and manifest go.", show_default=False)],
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT", help="Files, folders, quoted patterns, web archives (WARC).", show_default=False),
    ] = None,
    lists: Annotated[
        list[str] | None,
        typer.Option("--list", metavar="FILE", help="A file with one input a line; - is standard input.", show_default=False),
    ] = None,
    format: Annotated[Format, typer.Option(help="A file a document, or a file a shard.")] = Format.json,  # noqa: A002 - the option's name
    shard_size: Annotated[
        int | None,
        typer.Option(min=1, help="Inputs to a shard, the least that a rerun repeats.", show_default="10; 50 where a shard is a file"),
    ] = None,
    workers: Annotated[
        int, typer.Option("--workers", "-j", min=1, help="Worker processes.", show_default="one a processor")
    ] = os.cpu_count() or 1,
    timeout: Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="What one input may take.")] = 300.0,
    memory: Annotated[int | None, typer.Option(min=64, metavar="MB", help="What a worker may use.", show_default="no limit")] = None,
    engine: Annotated[Engine, typer.Option(help="Processes of this machine, or Dask distributed.")] = Engine.local,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler that is there already.", show_default=False)
    ] = None,
    check: Annotated[bool, typer.Option("--check/--no-check", help="Check each document: schema and law of conservation.")] = True,
    keep_going: Annotated[bool, typer.Option("--keep-going/--stop", help="Go on after an input that cannot be converted.")] = True,
    retry: Annotated[bool, typer.Option("--retry", help="Also redo shards with inputs that were not converted.")] = False,
    offsets: Counted = "code_points",
    lexicon: Lexicons = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Convert many raw reports, on all processors; stopped at any moment, the same command goes on.

    \b
    gwr batch reports -o out               every file in a folder, at any depth
    gwr batch 'crawl/*.warc.gz' -o out --format ndjson
    gwr batch --list names.txt -o out --format parquet --shard-size 1000
    gwr batch reports -o out --engine dask --scheduler tcp://host:8786

    DIR/manifest.ndjson has a line for every input: outcome, digest, document, findings, seconds. An input that
    takes its worker down, or too long, is tried once more and then passed over. Exit codes: 0 all converted;
    3 some could not be read; 4 some failed, or the run stopped (the same command goes on).
    """
    from converter.cli.batch import run
    from converter.cli.planning import Wish
    from converter.scaling.local import Means

    wish = Wish(
        inputs or [],
        lists or [],
        output,
        format.value,
        shard_size or (10 if format is Format.json else 50),  # few: at the end a worker that has none waits for another's last one
        Means(workers, timeout, memory),
        engine.value,
        scheduler,
        check,
        keep_going,
        retry,
        offsets,
    )
    raise typer.Exit(guarded(lambda: run(wish)))


def scan(
    archives: Annotated[
        list[str], typer.Argument(metavar="WARC", help="Web archives, folders of them, quoted patterns.", show_default=False)
    ],
    extract: Annotated[
        Path | None,
        typer.Option("--extract", metavar="FILE", help="Also copy what is found into this archive (.warc.gz).", show_default=False),
    ] = None,
) -> None:
    """Find the reports among the pages of a crawl.

    \b
    gwr scan crawl/*.warc.gz > found.ndjson
    gwr scan crawl/*.warc.gz --extract reports.warc.gz > found.ndjson
    gwr batch reports.warc.gz -o out

    One line for each report: archive, number of the record, address, date, bytes. Most records are passed over
    after a look at their bytes; no page is parsed.
    """
    from converter.cli.scan import run

    raise typer.Exit(guarded(lambda: run(archives, extract)))


def register(app: typer.Typer) -> None:
    """Put the commands into the program."""
    app.command(short_help="Convert many raw reports, resumable, on all processors or a cluster.")(batch)
    app.command(short_help="Find the reports among the pages of web archives.")(scan)
