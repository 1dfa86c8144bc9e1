"""A database in a temporary file between reading the documents and linking them, so that memory does not grow with their number."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from converter.writing.panel import picking, reports

Json = dict[str, Any]
_TABLES = """
CREATE TABLE reports (id TEXT PRIMARY KEY, place TEXT, year INTEGER, goodness TEXT, taken INTEGER, entry TEXT);
CREATE TABLE cells (report TEXT, place TEXT, year INTEGER, indicator TEXT, kind TEXT, horizon TEXT, own INTEGER, cell TEXT);
"""
_COPIES = """
UPDATE reports SET taken = id = (
  SELECT id FROM reports AS other WHERE other.place = reports.place AND other.year = reports.year ORDER BY goodness, id LIMIT 1)
WHERE place IS NOT NULL AND year IS NOT NULL
"""
_AT = (
    "SELECT cells.cell, reports.entry FROM cells JOIN reports ON reports.id = cells.report "
    "WHERE reports.taken AND cells.place = ? AND cells.horizon = ? ORDER BY cells.indicator, cells.year, cells.kind, cells.own, reports.id"
)


class Spool:
    """Reports and their cells, by place."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="gwr-")
        self._database = sqlite3.connect(Path(self._folder.name, "spool.sqlite"), isolation_level=None)
        self._database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES} BEGIN")

    def add(self, document: Json) -> None:
        """Keep what the panel needs of a document and of the reports in it."""
        for report in document["reports"] or [document]:
            entry = reports.entry(report)
            ours = report["document_type"] == "government_work_report"
            # A report of nowhere is linked to nothing: it is a place of its own.
            place = entry["place"] or f"?{report['id']}"
            rank = json.dumps([f"{n + 10**9:010d}" for n in entry["goodness"]])
            self._database.execute(
                "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?)", (report["id"], place, entry["report_year"], rank, ours, json.dumps(entry))
            )
            if ours:
                self._cells(report, place, entry)
            else:
                self._database.execute("UPDATE reports SET place = NULL WHERE id = ?", (report["id"],))

    def index(self) -> None:
        """All documents are there: of copies of one report the best is taken."""
        self._database.execute("CREATE INDEX by_place ON reports (place, year)")
        self._database.execute("CREATE INDEX cells_by_place ON cells (place)")
        self._database.execute("CREATE INDEX cells_by_report ON cells (report)")
        self._database.execute(_COPIES)

    def places(self) -> list[str]:
        """Every place, in order."""
        return [row[0] for row in self._database.execute("SELECT DISTINCT place FROM reports WHERE place IS NOT NULL ORDER BY place")]

    def reports(self, place: str | None) -> list[tuple[bool, Json]]:
        """The reports of a place by year, each with whether it is taken; of None, what is no report."""
        found = self._database.execute(
            "SELECT taken, entry FROM reports WHERE place IS ? ORDER BY year, taken DESC, goodness, id", (place,)
        )
        return [(bool(taken), json.loads(entry)) for taken, entry in found]

    def cells(self, place: str, horizon: str) -> Iterator[tuple[Json, Json]]:
        """Cells of a place with their reports: of one indicator, year and kind those of the report that is about that year first."""
        for cell, entry in self._database.execute(_AT, (place, horizon)).fetchall():
            yield json.loads(cell), json.loads(entry)

    def statements(self, report: str) -> int:
        """How many cells a report gives."""
        (count,) = self._database.execute("SELECT COUNT(*) FROM cells WHERE report = ?", (report,)).fetchone()
        return int(count)

    def close(self) -> None:
        """Remove the file."""
        self._database.close()
        self._folder.cleanup()

    def _cells(self, report: Json, place: str, entry: Json) -> None:
        rows = []
        for cell in picking.cells(report):
            home = entry["plan_year"] if cell["kind"] == "target" else entry["review_year"]
            own = abs((home or 0) - (cell["year"] or 0))  # how far the report's own year is from the figure's
            rows.append((report["id"], place, cell["year"], cell["indicator"], cell["kind"], cell["horizon"], own, json.dumps(cell)))
        self._database.executemany("INSERT INTO cells VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
