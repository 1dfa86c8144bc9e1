"""Writes the Word and PDF fixtures anew: `python -m tests.reading.office_fixtures.build [--force] [NAME …]`.

Needs LibreOffice and the type face named in `fodt.py`. An existing fixture is left alone without --force.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from tests.reading.office_fixtures import office, recipes

FIXTURES = Path(__file__).parents[3] / "fixtures"
_LOCKED = 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'
RECIPES: dict[str, tuple[Callable[[], str], str]] = {
    "docx/report.docx": (recipes.report, "docx"),
    "docx/seed_003.docx": (lambda: recipes.plain("003"), "docx"),
    "docx/seed_001.doc": (lambda: recipes.plain("001"), "doc"),
    "pdf/report.pdf": (lambda: recipes.report(16), "pdf"),
    "pdf/long.pdf": (recipes.long_report, "pdf"),
    "pdf/columns.pdf": (recipes.two_columns, "pdf"),
    "pdf/locked.pdf": (recipes.short, _LOCKED),
}


def main(names: list[str], force: bool) -> None:
    """Builds the named fixtures, or all."""
    for name in names or RECIPES:
        target = FIXTURES / name
        if target.exists() and not force:
            sys.stdout.write(f"{name}: exists, left alone\n")
            continue
        recipe, form = RECIPES[name]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(office.converted(recipe(), form))
        sys.stdout.write(f"{name}: {target.stat().st_size} bytes\n")


if __name__ == "__main__":
    main([one for one in sys.argv[1:] if one != "--force"], "--force" in sys.argv)
