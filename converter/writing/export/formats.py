"""Which format a name asks for, and the sink that writes it. Libraries are imported when their format is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from converter.writing.export.columns import Table
from converter.writing.export.sinks import Sink, Unfit

# Suffix → module and class of its sink.
SINKS = {
    ".csv": ("delimited", "CsvFile"),
    ".ndjson": ("lines", "LinesFile"),
    ".parquet": ("parquet", "ParquetFile"),
    ".dta": ("stata", "StataFile"),
    ".duckdb": ("duck", "DuckDatabase"),
    ".sqlite": ("sqlite", "SqliteDatabase"),
    ".xlsx": ("excel", "ExcelBook"),
}
# These hold one table; of the others, and of a folder, each holds all.
SINGLE = (".csv", ".ndjson", ".parquet", ".dta")
FOLDER = ""
IN_FOLDER = tuple(suffix.removeprefix(".") for suffix in SINGLE)


def suffix(path: Path) -> str:
    """The suffix that decides; empty for a folder. Unfit where no format has it."""
    found = path.suffix.lower()
    if path.is_dir() or found == FOLDER:
        return FOLDER
    if found not in SINKS:
        raise Unfit(f"{path.name}: no format has this name; {' '.join(SINKS)}, or a folder without a suffix")
    return found


def sink(path: Path, draft: Path, tables: Sequence[Table], *, exact: bool, version: str, inside: str = "csv") -> Sink:
    """The sink for an output of this name, writing to `draft`; `inside` is the format of the files in a folder."""
    found = suffix(path)
    if found == FOLDER:
        from converter.writing.export.package import PackageFolder

        return PackageFolder(draft, tables, format_=inside, make=partial(_make, f".{inside}", exact=True), version=version)
    return _make(found, draft, tables, exact=exact)


def _make(suffix: str, draft: Path, tables: Sequence[Table], *, exact: bool) -> Sink:
    module, name = SINKS[suffix]
    try:
        maker = getattr(import_module(f"converter.writing.export.{module}"), name)
    except ImportError as error:
        raise Unfit(f"{suffix} needs {error.name}, which is not installed: pip install 'gwr-converter[export]'") from None
    made: Sink = maker(draft, tables, exact=exact) if suffix == ".csv" else maker(draft, tables)
    return made
