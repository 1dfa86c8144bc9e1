"""Write the generated files (schema, code lists, TypeScript types, codebook, help), or with --check say which differ.

    python -m scripts.generate [--check]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from converter import words
from converter.cli.app import app
from converter.models import codelists, schema
from converter.models.published import READER_NAME, SCHEMA_NAME, SCHEMA_VERSION
from converter.writing.export import codebook
from converter.writing.export.tables import TABLES
from converter.writing.panel import wide
from converter.writing.panel.tables import COVERAGE, PANEL
from scripts import diagnostics_page, examples, ready_words, schema_change, typescript

ROOT = Path(__file__).resolve().parents[1]


def generated() -> dict[Path, str]:
    """Every generated file with the text it must have."""
    home = ROOT / "schema" / SCHEMA_VERSION
    files = {home / SCHEMA_NAME: schema.text(), home / READER_NAME: schema.reader_text(), home / "report.d.ts": typescript.text()}
    files[ROOT / "docs" / "cli.md"] = reference()
    files[ROOT / "docs" / "diagnostics.md"] = diagnostics_page.text()
    files[ROOT / "docs" / "codebook.md"] = codebook.text((*TABLES, PANEL, wide.table(), COVERAGE))
    files[ROOT / "converter" / words.READY] = ready_words.text(ROOT / "converter")
    files |= {home / "codelists" / name: text for name, text in codelists.texts().items()}
    return files | {home / "examples" / name: text for name, text in examples.texts().items()}


def reference() -> str:
    """The help of every command, as a page."""
    commands = [[], *([name] for name in get_command(app).commands)]  # type: ignore[attr-defined] # the app is a group
    pages = [f"## {' '.join(['gwr', *command])}\n\n```\n{_help(command)}```\n" for command in commands]
    return "\n".join(["# Command line\n\nWritten by `python -m scripts.generate` from the program's own help; do not edit.\n", *pages])


def _help(command: list[str]) -> str:
    said = CliRunner().invoke(app, [*command, "--help"], prog_name="gwr", env={"COLUMNS": "100"})
    return "".join(f"{line.rstrip()}\n" for line in said.output.splitlines())


def stale(files: dict[Path, str]) -> list[Path]:
    """The files whose committed text differs."""
    return [path for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text]


def main() -> int:
    """0 where all is up to date or was written, 1 where --check finds a difference."""
    parser = argparse.ArgumentParser(description="Write the schema and the code lists from the models.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a committed file differs")
    check = parser.parse_args().check
    files = generated()
    old = stale(files)
    if SCHEMA_VERSION in schema_change.released() and any(path.name == SCHEMA_NAME for path in old):
        print(f"schema {SCHEMA_VERSION} is released and would change; python -m scripts.schema_change says which version the models need")
        return 1
    for path in old:
        print(f"{path.relative_to(ROOT)}: {'differs from the models; run python -m scripts.generate' if check else 'written'}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[path], "utf-8")
    return int(check and bool(old))


if __name__ == "__main__":
    sys.exit(main())
