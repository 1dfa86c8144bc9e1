"""The document: the one value that a conversion writes."""

from typing import Annotated, Literal

from pydantic import Field

from converter.models.base import Digest, Model, Span
from converter.models.facts import Indicator, Note, Project, TargetStatus
from converter.models.metadata import Metadata
from converter.models.published import SCHEMA_VERSION
from converter.models.structure import Completeness, Correction, Diagnostic, LedgerRow, Noise, Section

DocumentType = Literal["government_work_report", "compilation", "resolution", "other"]
DocumentId = Annotated[str, Field(pattern=r"^([0-9]{6}|x)-([0-9]{4}|x)-[0-9a-f]{12}(-[0-9]+)?$")]


def _empty(value: tuple[object, ...]) -> bool:
    """Fields that few documents have are left out of the others."""
    return not value


def _code_points(value: object) -> bool:
    """The rule is left out."""
    return value == "code_points"


def _none(value: object) -> bool:
    """Documents of other versions say nothing here."""
    return value is None


class OwnLexicon(Model):
    """A user's lexicon that lay over the built-in ones."""

    name: str
    """What it calls itself, or what its file is called."""
    version: str | None = None
    """Its version, if it says so."""
    sha256: Digest
    """Digest of its file."""


class Producer(Model):
    """The program that wrote the document."""

    name: str = "gwr"
    """Always gwr."""
    version: str
    """Version of the program, not of the schema."""
    lexicons: str | None = Field(default=None, exclude_if=_none, pattern=r"^[0-9a-f]{12}$")
    """Which built-in words were used: 12 hex digits of the digest of the program's lexicons and table of places."""
    own_lexicons: tuple[OwnLexicon, ...] = Field(default=(), exclude_if=_empty)
    """The user's lexicons that lay over them, in order; left out where there are none."""


class SourcePage(Model):
    """One page of a document that was joined of several; where one page's span ends and the next begins is a seam."""

    name: str
    """File name of the page, without its folder."""
    number: int | None = None
    """Which page it is, if it or its name says so."""
    of: int | None = None
    """How many there are, if the page says so."""
    media_type: str
    """What its content is."""
    encoding: str | None
    """Encoding its bytes were decoded with."""
    bytes: int = Field(ge=0)
    """Its size."""
    sha256: Digest
    """Digest of its bytes."""
    url: str | None = None
    """Where it was fetched from, if the caller says so."""
    retrieved_at: str | None = None
    """When it was fetched, if the caller says so."""
    span: Span
    """Where its text stands in source.text."""


class SourceText(Model):
    """The input and its decoded, linearised text, which all spans point into."""

    name: str
    """File name of the input, without its folder."""
    media_type: str
    """What the content is, whatever the file is called: text/plain, text/html …"""
    encoding: str | None
    """Encoding the bytes were decoded with; null where the format has none of its own."""
    bytes: int = Field(ge=0)
    """Size of the input."""
    sha256: Digest
    """Digest of the input bytes; for joined pages of their digests, one after the other in hexadecimal."""
    url: str | None = None
    """Where the input was fetched from, if the caller or the archive says so."""
    retrieved_at: str | None = None
    """When it was fetched, if the caller or the archive says so."""
    text_sha256: Digest
    """Digest of text in UTF-8; restoring prints exactly that."""
    text: str | None
    """The text all spans point into. Null in the children of a compilation, whose spans point into the parent's text."""
    offsets: Literal["code_points", "utf16"] = Field(default="code_points", exclude_if=_code_points)
    """What the spans of this document are counted in; left out where it is code points, as is the rule."""
    pages: tuple[SourcePage, ...] = Field(default=(), exclude_if=_empty)
    """The pages of a joined document, in order; left out where there are none."""


class Document(Model):
    """A government work report (政府工作报告) with the characters every value came from."""

    schema_version: Literal["1.0.0"] = SCHEMA_VERSION
    """Version of this schema."""
    id: DocumentId
    """Place code, report year and 12 hex digits of the input's digest; an unknown part is x; a child of a compilation adds its number."""
    producer: Producer
    document_type: DocumentType
    """A page with one report of a compilation is a government_work_report; a compilation holds several."""
    source: SourceText
    metadata: Metadata
    completeness: Completeness
    sections: tuple[Section, ...] = ()
    """The report as a tree; its paragraphs cover all body text once."""
    indicators: tuple[Indicator, ...] = ()
    """Statements about the indicators of the code list, in reading order."""
    targets_status: dict[str, TargetStatus] = Field(default_factory=dict)
    """For each indicator that a plan is expected to name: stated, absent, section_missing or unread."""
    notes: tuple[Note, ...] = ()
    """Glossary entries."""
    projects: tuple[Project, ...] = ()
    """Livelihood projects (民生实事)."""
    ledger: tuple[LedgerRow, ...] = ()
    """A partition of source.text: each row starts where the one before ends. Empty in the children of a compilation."""
    noise: tuple[Noise, ...] = ()
    """Flaws of the source that were mended or noticed."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What could not be read or does not fit."""
    corrections: tuple[Correction, ...] = Field(default=(), exclude_if=_empty)
    """The values that people set; left out where there are none."""
    reports: "tuple[Document, ...] | None" = None
    """The reports of a compilation; null for everything else."""
