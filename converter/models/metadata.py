"""Who reports, for which year, when and where it was said."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from converter.models.base import Model, Span

Level = Literal["national", "province", "prefecture", "county", "township"]


class Candidate(Model):
    """A place that fits where the document does not decide between several."""

    name: str
    code: str
    path: tuple[str, ...]


class Jurisdiction(Model):
    """The place the report speaks for, with its GB/T 2260 code as of the report's year."""

    name: str | None = None
    """Full official name; with the city for a district: 沈阳市铁西区."""
    level: Level | None = None
    code: str | None = None
    """Six digits; null for the nation, for anonymised and for undecided places."""
    code_revision: str | None = None
    """The revision of the table the code was taken from."""
    path: tuple[str, ...] = ()
    """From the province down to the place."""
    anonymised: bool = False
    """The place is printed as XX区 or the like."""
    candidates: tuple[Candidate, ...] = ()
    """The places that fit where the document does not decide."""


class Meeting(Model):
    """The session of the people's congress the report was given to."""

    congress: str | None = None
    """As printed: 铁西区第十九届人民代表大会."""
    term: int | None = None
    session: int | None = None


class Speaker(Model):
    """Who gave the report."""

    name: str
    """Without inner spaces."""
    title: str | None = None
    """Office as printed, acting status included (代市长)."""


class Stated(Model):
    """Evidence outside the visible text."""

    origin: str
    text: str


class Metadata(Model):
    """The masthead, and what the site's chrome says about publication."""

    title: str | None = None
    """The fullest title printed, without site decoration."""
    jurisdiction: Jurisdiction = Jurisdiction()
    report_year: int | None = None
    """The year in the report's name, else the plan year."""
    review_year: int | None = None
    plan_year: int | None = None
    delivered_on: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}(-\d{2})?$")
    meeting: Meeting | None = None
    speaker: Speaker | None = None
    published_on: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}(-\d{2})?$")
    publisher: str | None = None
    evidence: dict[str, tuple[Span | Stated, ...]] = {}
    """What decided each field: spans, or what the page states about itself."""
