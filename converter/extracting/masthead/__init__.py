"""The masthead: who reports, for which year, when and to whom, and what the site's chrome says about publication."""

from __future__ import annotations

import re
from collections.abc import Mapping

from converter.extracting.context import PlaceWords, Years
from converter.extracting.masthead import delivery, meetings, publication, publishers, speakers, titles
from converter.extracting.masthead import years as years_of
from converter.extracting.masthead.asked import Asked
from converter.extracting.masthead.headlines import headlines
from converter.extracting.masthead.pieces import Pieces, pieces
from converter.extracting.masthead.place import place
from converter.extracting.masthead.votes import Heading
from converter.frozen import dataclass
from converter.models.metadata import Meeting, Metadata, Speaker
from converter.models.metadata import Stated as StatedModel
from converter.reading.source import Remark
from converter.sectioning.tree import Sectioned
from converter.stripping.segments import Stripped
from converter.text import Span

_HEADING = 120  # a longer one is a paragraph; what it says of years stands at its start
_IN_WORDS = str.maketrans(dict(zip("0123456789", ("[〇零○]", *"一二三四五六七八九"), strict=True)))  # 一九七九年
Proof = dict[str, tuple[Span | StatedModel, ...]]


@dataclass(frozen=True)
class Masthead:
    """What the masthead says, what the other facts need of it, and what could not be read."""

    metadata: Metadata
    years: Years
    place: PlaceWords
    remarks: tuple[Remark, ...]


def masthead(stripped: Stripped, sectioned: Sectioned) -> Masthead:
    """The metadata of a report with the spans that decided them."""
    parts = pieces(stripped)
    found = titles.titles(parts, stripped.source.stated) or headlines(parts)
    title = titles.own_title(found, parts)
    session = meetings.meeting(parts)
    delivered, date_remarks = delivery.delivered(parts, found)
    told = years_of.years(_dated(title, found), delivered, _headings(sectioned), [piece.text for piece in parts.body])
    named, speaker_remarks = _speaker(parts)
    who, who_span = _given_by(named, parts)
    where = place(Asked(parts, [t for t in found if t.front or t is title], session, named, told.years.report))
    published = publication.published_on(parts, stripped.source.stated)
    source = publishers.publisher(parts, stripped.source.stated)
    metadata = Metadata(
        title=title.text if title else None,
        jurisdiction=where.jurisdiction,
        report_year=told.years.report,
        review_year=told.years.review,
        plan_year=told.years.plan,
        delivered_on=delivered.date.iso if delivered else None,
        meeting=Meeting(congress=session.congress, term=session.term, session=session.session) if session else None,
        speaker=who,
        published_on=published[0] if published else None,
        publisher=source[0] if source else None,
        evidence=_proof(
            _dating(told, parts) | {"jurisdiction": where.evidence},
            title=_title_proof(title),
            delivered_on=delivered.span if delivered and delivered.date.iso else None,
            meeting=session.span if session else None,
            speaker=who_span,
            published_on=published[1] if published else None,
            publisher=source[1] if source else None,
        ),
    )
    remarks = (*date_remarks, *speaker_remarks, *_contradictions(told), *where.remarks)
    return Masthead(metadata, told.years, where.words, remarks)


def _proof(several: Mapping[str, tuple[Span, ...]], **single: Span | StatedModel | None) -> Proof:
    """What decided each field; fields that nothing decided are left out."""
    proof: Proof = {name: spans for name, spans in several.items() if spans}
    return proof | {name: (span,) for name, span in single.items() if span is not None}


def _dating(told: years_of.Evidence, parts: Pieces) -> dict[str, tuple[Span, ...]]:
    """What decided the years; years that running text decided have the first place where it prints one of them."""
    if told.spans or told.years.plan is None:
        return told.spans
    digits = [str(year) for year in (told.years.plan, told.years.review)]
    printed = re.compile(f"(?:{'|'.join([*digits, *(one.translate(_IN_WORDS) for one in digits)])}) *年")
    for piece in parts.body:
        if (found := printed.search(piece.shadow)) is not None:
            return dict.fromkeys(("plan_year", "review_year", "report_year"), (piece.span(*found.span()),))
    return {}


def _title_proof(title: titles.Title | None) -> Span | StatedModel | None:
    if title is None or title.span is not None:
        return title.span if title else None
    return StatedModel(origin=title.origin or "title", text=title.text)


def _given_by(named: list[speakers.Named], parts: Pieces) -> tuple[Speaker | None, Span | None]:
    """The speaker where exactly one is named, with the office printed beside the name anywhere in front or chrome."""
    if len(named) != 1:
        return None, None
    who = named[0]
    beside = None if who.office else speakers.office_beside(who.name, parts)
    return Speaker(name=who.name, title=who.office or (beside[0] if beside else None)), who.span


def _dated(title: titles.Title | None, found: list[titles.Title]) -> titles.Title | None:
    """The title that prints the year: the chosen one, else another of the front."""
    if title is not None and title.year is not None:
        return title
    return next((t for t in found if t.front and t.year is not None), None)


def _headings(sectioned: Sectioned) -> list[Heading]:
    """The titled sections of the two upper levels."""
    return [
        Heading(sectioned.mended.view(section.title).text[:_HEADING], section.title)
        for section, above in sectioned.walk()
        if section.title is not None and len(above) < 2 and section.role != "annex"
    ]


def _speaker(parts: Pieces) -> tuple[list[speakers.Named], list[Remark]]:
    """The speaker, or several and a remark."""
    named = speakers.speakers(parts)
    if len(named) < 2:
        return named, []
    names = ", ".join(n.name for n in named)
    return named, [Remark("GWR524", "warning", f"several speakers are printed: {names}", named[1].span)]


def _contradictions(told: years_of.Evidence) -> list[Remark]:
    if not told.against:
        return []
    years = ", ".join(map(str, told.against))
    span = next(iter(told.spans.get("report_year", ())), None)
    return [Remark("GWR521", "warning", f"the plan year is read as {told.years.plan}; the masthead says {years}", span)]
