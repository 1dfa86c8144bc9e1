"""Who reports, for which year, when and where it was said."""

from typing import Annotated, Literal

from pydantic import Field

from converter.models.base import Day, Model, Span

Level = Literal["national", "province", "prefecture", "county", "township"]
PlaceCode = Annotated[str, Field(pattern=r"^[0-9]{6}$")]


class Candidate(Model):
    """A place that fits where the document does not decide between several."""

    name: str
    """Full official name."""
    code: PlaceCode
    """Its code in the revision used."""
    path: tuple[str, ...]
    """From the province down to the place."""


class Jurisdiction(Model):
    """The place the report speaks for, with its GB/T 2260 code as of the report's year."""

    name: str | None = None
    """Full official name; with the city for a district: 沈阳市铁西区."""
    level: Level | None = None
    """Rank of the place in the administration."""
    code: PlaceCode | None = None
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
    """第十九届 is 19."""
    session: int | None = None
    """第四次会议 is 4."""


class Speaker(Model):
    """Who gave the report."""

    name: str
    """Without inner spaces."""
    title: str | None = None
    """Office as printed, acting status included (代市长)."""


class Stated(Model):
    """Evidence outside the visible text."""

    origin: str
    """Where the page says it: meta PubDate."""
    text: str
    """What it says."""


class Metadata(Model):
    """The masthead, and what the site's chrome says about publication."""

    title: str | None = None
    """The fullest title printed, without site decoration."""
    jurisdiction: Jurisdiction = Jurisdiction()
    """The place the report speaks for."""
    report_year: int | None = None
    """The year in the report's name, else the plan year."""
    review_year: int | None = None
    """The year looked back on; the last one where several are."""
    plan_year: int | None = None
    """The year planned for."""
    delivered_on: Day | None = None
    """YYYY-MM-DD, or YYYY-MM where no day is printed."""
    meeting: Meeting | None = None
    """The session the report was given to."""
    speaker: Speaker | None = None
    """Who gave it."""
    published_on: Day | None = None
    """When the site published it."""
    publisher: str | None = None
    """来源 as printed, else the site's name as printed."""
    evidence: dict[str, tuple[Span | Stated, ...]] = Field(default_factory=dict)
    """What decided each field: spans, or what the page states about itself."""
