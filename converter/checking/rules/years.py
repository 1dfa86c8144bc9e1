"""Years and days that belong together."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from converter.checking.findings import Finding
from converter.checking.report import Report

# Reports are given between the November before the year planned for and, in the years of the epidemic and of late sessions, its autumn.
_EARLIEST, _LATEST = 11, 10
_OLDEST = 1949
_EARLY = 31  # days by which sites print drafts, or their own clock, before the report is given (corpus: up to 3)


def years(report: Report) -> Iterator[Finding]:
    """The year looked back on is the one before the year planned for; the report carries one of the two; the title's year is its year."""
    meta, at = report.meta, f"{report.base}/metadata"
    named, review, plan = meta["report_year"], meta["review_year"], meta["plan_year"]
    for field in ("report_year", "review_year", "plan_year"):
        if meta[field] is not None and not _OLDEST <= meta[field] <= datetime.datetime.now(datetime.UTC).year + 1:
            yield Finding("GWR132", f"{field} is {meta[field]}", f"{at}/{field}")
    if plan is not None and review is not None and review != plan - 1:
        yield Finding("GWR132", f"{review} is looked back on and {plan} planned for", f"{at}/review_year")
    if named is not None and plan is not None and named not in (plan - 1, plan):
        yield Finding("GWR132", f"the report is for {named} and plans for {plan}", f"{at}/report_year")


def days(report: Report) -> Iterator[Finding]:
    """Days are in the calendar; the report is given for the year planned for, and published afterwards."""
    meta, at = report.meta, f"{report.base}/metadata"
    for field in ("delivered_on", "published_on"):
        if meta[field] is not None and not _real(meta[field]):
            yield Finding("GWR133", f"{field} is {meta[field]}, a day that the calendar does not have", f"{at}/{field}")
            return
    given, plan = meta["delivered_on"], meta["plan_year"]
    if given and plan and not f"{plan - 1}-{_EARLIEST}" <= given[:7] <= f"{plan}-{_LATEST}":
        yield Finding("GWR133", f"given on {given}, but planned for {plan}", f"{at}/delivered_on")
    if given and meta["published_on"] and _apart(meta["published_on"], given) > _EARLY:
        yield Finding("GWR133", f"given on {given}, but published on {meta['published_on']} before", f"{at}/published_on")


def _apart(first: str, second: str) -> int:
    """Days from one to the other; the first of the month where no day is printed."""
    one, other = (datetime.date.fromisoformat(day if len(day) > len("2024-12") else f"{day}-01") for day in (first, second))
    return (other - one).days


def _real(day: str) -> bool:
    try:
        datetime.date.fromisoformat(day if len(day) > len("2024-12") else f"{day}-01")
    except ValueError:
        return False
    return True
