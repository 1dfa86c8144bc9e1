"""The document: the one value that a conversion writes."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from converter.models.base import Model
from converter.models.facts import Indicator, Note, Project, TargetStatus
from converter.models.metadata import Metadata
from converter.models.structure import Completeness, Diagnostic, LedgerRow, Noise, Section

SCHEMA_VERSION = "1.0.0"


class Producer(Model):
    """The program that wrote the document."""

    name: str = "gwr"
    version: str


class SourceText(Model):
    """The input and its decoded, linearised text, which all spans point into."""

    name: str
    media_type: str
    encoding: str | None
    bytes: int = Field(ge=0)
    sha256: str
    """Digest of the input bytes."""
    url: str | None = None
    retrieved_at: str | None = None
    text_sha256: str
    """Digest of text in UTF-8; restoring prints exactly that."""
    text: str | None
    """Null in the children of a compilation, whose spans point into the parent's text."""


class Document(Model):
    """A government work report (政府工作报告) with the characters every value came from."""

    schema_version: Literal["1.0.0"] = SCHEMA_VERSION
    id: str
    """Place code, report year and 12 hex digits of the input's digest; an unknown part is x."""
    producer: Producer
    document_type: Literal["government_work_report", "compilation", "resolution", "other"]
    source: SourceText
    metadata: Metadata
    completeness: Completeness
    sections: tuple[Section, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    targets_status: dict[str, TargetStatus] = {}
    notes: tuple[Note, ...] = ()
    projects: tuple[Project, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    """A partition of source.text: each row starts where the one before ends. Empty in the children of a compilation."""
    noise: tuple[Noise, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    reports: tuple[Document, ...] | None = None
    """The reports of a compilation."""
