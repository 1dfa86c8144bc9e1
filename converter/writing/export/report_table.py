"""The table of reports: everything a document says once."""

from __future__ import annotations

from converter.models.descriptions import descriptions
from converter.models.document import Document, SourceText
from converter.models.metadata import Jurisdiction, Meeting, Metadata, Speaker
from converter.models.structure import Completeness, Page
from converter.writing.export.columns import Column, Table, of

REPORT_ID = Column("report_id", "text", "Id of the report: place code, report year, digest of the input.", source="id", required=True)


def _day(field: str) -> tuple[Column, Column]:
    """A date, and the same as the document has it: where no day is printed only the second can say so."""
    about = " ".join(descriptions(Metadata)[field].split())
    return (
        Column(field, "date", f"{about} Empty where no day is printed.", source=f"metadata.{field}"),
        Column(f"{field}_text", "text", f"{about} As the document has it.", source=f"metadata.{field}"),
    )


_PLACE = "metadata.jurisdiction"

REPORTS = Table(
    "reports",
    "One row a report; the reports of a compilation name it.",
    (
        REPORT_ID,
        Column("compilation_id", "text", "Id of the compilation this report is part of.", source="reports"),
        of(Document, "schema_version", at=""),
        Column("gwr_version", "text", "Version of gwr that wrote the document.", source="producer.version"),
        of(Document, "document_type", at="", codes="document_type"),
        of(Metadata, "title", at="metadata"),
        of(Jurisdiction, "code", "place_code", at=_PLACE),
        of(Jurisdiction, "name", "place_name", at=_PLACE),
        of(Jurisdiction, "level", at=_PLACE, codes="level"),
        of(Jurisdiction, "code_revision", at=_PLACE),
        Column("place_path", "text", "Names from the province down, joined by /.", source=f"{_PLACE}.path"),
        Column("province", "text", "The province.", source=f"{_PLACE}.path"),
        Column("city", "text", "The prefecture-level unit; empty for provinces and what stands right under one.", source=f"{_PLACE}.path"),
        of(Jurisdiction, "anonymised", at=_PLACE),
        Column(
            "candidates",
            "text",
            "Places that fit where the document does not decide: code and name, joined by ;",
            source=f"{_PLACE}.candidates",
        ),
        of(Metadata, "report_year", at="metadata"),
        of(Metadata, "review_year", at="metadata"),
        of(Metadata, "plan_year", at="metadata"),
        *_day("delivered_on"),
        of(Meeting, "congress", at="metadata.meeting"),
        of(Meeting, "term", at="metadata.meeting"),
        of(Meeting, "session", at="metadata.meeting"),
        of(Speaker, "name", "speaker", at="metadata.speaker"),
        of(Speaker, "title", "speaker_title", at="metadata.speaker"),
        *_day("published_on"),
        of(Metadata, "publisher", at="metadata"),
        of(Completeness, "status", "completeness", at="completeness", codes="completeness_status"),
        Column("missing", "text", "Parts that are not there, joined by ;", source="completeness.missing"),
        of(Page, "number", "page_number", at="completeness.page"),
        of(Page, "of", "page_of", at="completeness.page"),
        of(SourceText, "name", "source_name", at="source"),
        of(SourceText, "media_type", at="source"),
        of(SourceText, "encoding", at="source"),
        of(SourceText, "bytes", "source_bytes", at="source", unit="bytes"),
        of(SourceText, "sha256", "source_sha256", at="source"),
        of(SourceText, "text_sha256", at="source"),
        of(SourceText, "url", at="source"),
        of(SourceText, "retrieved_at", at="source"),
        Column(
            "characters",
            "integer",
            "Length of source.text; empty in the reports of a compilation.",
            unit="code points",
            source="source.text",
        ),
    ),
    ("report_id",),
)
