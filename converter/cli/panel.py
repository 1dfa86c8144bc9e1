"""gwr panel: documents to place × year × indicator × kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from converter.cli import exits
from converter.cli.export import refused, written
from converter.cli.intake import Intake
from converter.cli.messages import say
from converter.writing.export.export import Batch
from converter.writing.panel import build
from converter.writing.panel.spool import Spool
from converter.writing.panel.tables import COVERAGE


def run(
    documents: list[str], output: Path, *, wide: bool, plans: bool, coverage: Path | None, inside: str | None, exact: bool, force: bool
) -> int:
    """Write the panel and the coverage manifest; the exit code says whether every document is in them."""
    wrong = _meant(output, coverage, force=force, both=wide and plans)
    if wrong:
        say("gwr panel", wrong)
        return exits.USAGE
    intake = Intake(documents)
    with closing(Spool()) as spool:
        tables = [build.table(wide_rows=wide)]
        rows = _panel(intake, spool, plans=plans, wide=wide)
        code = written("gwr panel", intake, rows, output, tables, inside=inside, exact=exact, force=force)
        if coverage is not None and code == exits.OK:
            rows = build.covered(spool, intake.refusals)
            code = written("gwr panel", intake, rows, coverage, [COVERAGE], inside=None, exact=exact, force=force)
    return exits.worse(code, intake.code)


def _panel(intake: Intake, spool: Spool, *, plans: bool, wide: bool) -> Iterator[Batch]:
    """Reads every document, then gives the rows place by place."""
    for _ in intake.rows(spool.add):
        pass
    spool.index()
    yield from build.batches(spool, plans=plans, wide_rows=wide)


def _meant(output: Path, coverage: Path | None, *, force: bool, both: bool) -> str | None:
    """Why the call cannot be meant."""
    if both:
        return "--wide has a row a place and year; plans for several years do not fit in it"
    if coverage is not None and coverage.resolve() == output.resolve():
        return "panel and coverage would be written to one file"
    return refused(coverage, None, force) if coverage is not None else None
