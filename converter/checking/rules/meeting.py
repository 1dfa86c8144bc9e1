"""Term and session of the congress."""

from __future__ import annotations

from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Report

# A term lasts five years with a session a year and now and then one more (corpus: never above 8). Congresses have been counted from
# 1954 on, in some counties from 1949; the highest counted in the corpus is the nineteenth.
MOST_SESSIONS, MOST_TERMS = 10, 25
# National and provincial congresses are elected in the same years: 1983, 1988, 1993 …
_FIRST, _TERM = 1983, 5
_LATE = 2  # provinces that elect a year or two earlier (corpus: 14 of 69 sessions one or two above the year's)


def sessions(report: Report) -> Iterator[Finding]:
    """Term and session are numbers that a congress can have, and a province's session is the one of its year."""
    meeting, at = report.meta["meeting"], f"{report.base}/metadata/meeting"
    if meeting is None:
        return
    term, session = meeting["term"], meeting["session"]
    if term is not None and not 1 <= term <= MOST_TERMS:
        yield Finding("GWR134", f"there is no {term}th congress", f"{at}/term")
    if session is None:
        return
    if not 1 <= session <= MOST_SESSIONS:
        yield Finding("GWR134", f"a term has no {session}th session", f"{at}/session")
    elif report.level in ("national", "province") and (given := report.meta["delivered_on"]) and int(given[:4]) >= _FIRST:
        usual = (int(given[:4]) - _FIRST) % _TERM + 1
        if not usual <= session <= usual + _LATE:
            yield Finding("GWR134", f"the {session}th session in {given[:4]}, in which congresses have their {usual}th", f"{at}/session")
