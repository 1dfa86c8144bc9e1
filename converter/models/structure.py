"""The text's structure and fate: sections, paragraphs, ledger, noise, diagnostics, completeness."""

from typing import Literal

from pydantic import Field

from converter.models.base import Model, Span

Role = Literal[
    "opening", "review", "achievements", "problems", "acknowledgements", "requirements", "targets", "tasks",
    "self_government", "closing", "annex", "other",
]  # fmt: skip
Fate = Literal["front", "body", "removed", "layout"]
RemovedKind = Literal[
    "navigation", "breadcrumb", "toolbar", "login", "byline", "pagination", "related_links", "tags", "editor_note",
    "duplicate", "share", "license", "image_caption", "advertisement", "other",
]  # fmt: skip
NoiseKind = Literal[
    "injected", "censored", "placeholder", "broken_line", "split_heading", "glued_heading", "duplicate", "lost_character",
]  # fmt: skip
FrontKind = Literal["title", "meeting", "speaker", "contents"]
Severity = Literal["error", "warning", "info"]
Status = Literal["complete", "truncated", "fragment"]
Part = Literal["title", "opening", "review", "plan", "closing"]


class Lead(Model):
    """A run-in topic sentence."""

    text: str
    """The sentence, with its mark or number."""
    span: Span
    """Where it stands."""


class Paragraph(Model):
    """A paragraph of the body, less what was removed from it."""

    id: str
    """Unique within the document; facts refer to it."""
    text: str
    """Its characters, removed ones and line breaks left out."""
    span: Span
    """Where it stands."""
    leads: tuple[Lead, ...] = ()
    """Run-in topic sentences."""


class Section(Model):
    """A heading and what stands under it."""

    id: str
    """Unique within the document; facts refer to it."""
    role: Role
    """What the section is for."""
    evidence: str | None = None
    """The cue that decided the role."""
    level: int = Field(ge=1)
    """1 for the outermost sections, one more for each step in."""
    number: str | None
    """As printed: 一、 or (一)."""
    title: str | None
    """The heading without its number; null for an untitled opening or closing."""
    title_span: Span | None
    """Where the title stands."""
    span: Span
    """From the heading's number to the end of what stands under it."""
    paragraphs: tuple[Paragraph, ...] = ()
    """What stands under the heading before its first subsection."""
    sections: "tuple[Section, ...]" = ()
    """Its subsections."""


class LedgerRow(Model):
    """One piece of the partition of source.text."""

    span: Span
    """The piece."""
    fate: Fate
    """front (title, meeting, speaker, contents), body, removed (not the report's) or layout (white space)."""
    kind: str | None = None
    """For removed text one of the published kinds; for front text title, meeting, speaker or contents."""
    rule: str | None = None
    """The rule that decided."""


class Noise(Model):
    """A flaw of the source that was mended or noticed."""

    kind: NoiseKind
    """What is wrong."""
    text: str
    """The characters affected."""
    span: Span
    """Where; it starts on the first line affected."""


class Diagnostic(Model):
    """What could not be read or does not fit."""

    code: str
    """Stable name of what was noticed."""
    severity: Severity
    """error: the document may be wrong there; warning: something is missing or odd; info: for the record."""
    message: str
    """For people."""
    span: Span | None = None
    """Where it was noticed."""


class Page(Model):
    """Page 5 of 21."""

    number: int = Field(ge=1)
    """This page."""
    of: int | None = None
    """How many there are, if the page says so."""


class Completeness(Model):
    """Whether the whole report is there."""

    status: Status
    """complete: the text is all there, even without its title line; truncated: it breaks off; fragment: a middle piece."""
    missing: tuple[Part, ...] = ()
    """The parts that are not there."""
    page: Page | None = None
    """The page of a paged publication this is."""


class Correction(Model):
    """A value that a person set, with what was read without it."""

    address: str
    """What was corrected: set with the field's name; heading, indicator or line with words as printed."""
    before: str
    """What the conversion reads, as JSON."""
    after: str
    """What the person says, as JSON."""
    author: str
    """Who says so."""
    reason: str
    """Why."""
    span: Span | None = None
    """Where the words stand; null for a field."""
