"""Place, code, path and level are those of one division in the report's year."""

from __future__ import annotations

from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Json, Report
from converter.extracting.places.table import LAST, Division, divisions, full_name, path, revision
from converter.lexicons import table

_NATION = "national"


@table
def _rows() -> dict[str, tuple[Division, ...]]:
    out: dict[str, list[Division]] = {}
    for row in divisions():
        out.setdefault(row.code, []).append(row)
    return {code: tuple(rows) for code, rows in out.items()}


def place(report: Report) -> Iterator[Finding]:
    """The code is in the table with this name, level and path, and of the revision nearest to the year."""
    given, at = report.meta["jurisdiction"], f"{report.base}/metadata/jurisdiction"
    if _elsewhere(report, given):
        return
    yield from (Finding("GWR136", wrong, at) for wrong in _uncoded(given))
    if given["code"] is not None:
        year = report.year or report.meta["plan_year"] or LAST
        yield from (Finding("GWR136", wrong, at) for wrong in _coded(given, year))
        yield from _revision(report, given, at, year)
    for number, one in enumerate(given["candidates"]):
        if not any(_is(row, one, report.year or LAST) for row in _rows().get(one["code"], ())):
            yield Finding("GWR136", f"{one['name']} ({one['code']}) is not in the table of divisions", f"{at}/candidates/{number}")


def _elsewhere(report: Report, given: Json) -> bool:
    """Whether the place may be one of an own lexicon's, which is not at hand; `gwr check --lexicon` looks it up."""
    codes = [code for code in (given["code"], *(one["code"] for one in given["candidates"])) if code is not None]
    return bool(report.document["producer"].get("own_lexicons")) and any(code not in _rows() for code in codes)


def _uncoded(given: Json) -> Iterator[str]:
    """Names that have no code."""
    if given["anonymised"] and (given["code"] is not None or given["path"]):
        yield "the place is called anonymised, but has a code or a path"
    if given["code"] is not None and given["candidates"]:
        yield "the place has a code, and candidates too"
    if given["code"] is None and given["code_revision"] is not None:
        yield f"there is no code, but a revision, {given['code_revision']}"
    if given["level"] == _NATION and (given["code"] is not None or given["name"] != "中华人民共和国"):
        yield f"{given['name']} is not the nation"
    if given["code"] is None and given["path"] and given["level"] != "township":
        yield "there is a path, but no code"


def _coded(given: Json, year: int) -> Iterator[str]:
    rows = _rows().get(given["code"], ())
    if not rows:
        yield f"no division ever had the code {given['code']}"
    elif given["level"] == "township":
        if any(given["name"] in (row.name, full_name(row, year)) for row in rows):
            yield f"{given['name']} is no township"
        elif given["path"] and not any(row.name in given["path"] for row in rows):
            yield f"{given['code']} is {rows[0].name}, which is not above {given['name']}"
    elif not any(_is(row, given, year) and row.level == given["level"] for row in rows):
        row = min(rows, key=lambda r: r.away(year))
        fit = f"{full_name(row, year)}, {row.level}, {'/'.join(path(row, year))}"
        yield f"{given['code']} is {fit}; not {given['name']}, {given['level']}, {'/'.join(given['path'])}"


def _is(row: Division, given: Json, year: int) -> bool:
    """Whether a row of the table has this name and path, in the year or the years about it."""
    return any(
        given["name"] in (full_name(row, when), row.name) and list(path(row, when)) == given["path"] for when in (year, year - 1, year + 1)
    )


def _revision(report: Report, given: Json, at: str, year: int) -> Iterator[Finding]:
    rows = [row for row in _rows().get(given["code"], ()) if _is(row, given, year)]
    fitting = {str(revision(row, when)) for row in rows for when in (year, year - 1, year + 1, *_told(report))}
    if fitting and given["code_revision"] not in fitting:
        said = f"the code's revision is {given['code_revision']}; nearest to {year} is {max(fitting)}"
        yield Finding("GWR137", said, f"{at}/code_revision")


def _told(report: Report) -> tuple[int, ...]:
    """The year the report was given in, where it is printed."""
    given = report.meta["delivered_on"]
    return (int(given[:4]),) if given else ()
