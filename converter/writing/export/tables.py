"""The tables of an export. Descriptions come from the models; docs/codebook.md is written from here."""

from __future__ import annotations

from converter.models.facts import Indicator, Note, Project
from converter.models.structure import Diagnostic, Noise, Paragraph, Section
from converter.writing.export.columns import Column, Table, of
from converter.writing.export.report_table import REPORT_ID, REPORTS

_TO_REPORT = (("report_id",), "reports", ("report_id",))
_TO_SECTION = (("report_id", "section_id"), "sections", ("report_id", "section_id"))
_TO_PARAGRAPH = (("report_id", "paragraph_id"), "paragraphs", ("report_id", "paragraph_id"))


def _position(what: str, at: str) -> Column:
    return Column("position", "integer", f"Which {what} of the report this is, from 1, in reading order.", source=at, required=True)


def _ends(at: str, of_what: str = "it") -> tuple[Column, Column]:
    """The two ends of a span."""
    about = f"half-open offsets in Unicode code points into the report's source.text, where {of_what} stands."
    return (
        Column("span_start", "integer", f"Start: {about}", source=f"{at}.span[0]"),
        Column("span_end", "integer", f"End: {about}", source=f"{at}.span[1]"),
    )


SECTIONS = Table(
    "sections",
    "One row a section, in reading order, with the section above it.",
    (
        REPORT_ID,
        of(Section, "id", "section_id", at="sections[]", key=True),
        Column("parent_id", "text", "Id of the section above; empty for an outermost one.", source="sections[].sections[]"),
        _position("section", "sections[]"),
        of(Section, "level", at="sections[]"),
        of(Section, "role", at="sections[]", codes="section_role"),
        of(Section, "evidence", at="sections[]"),
        of(Section, "number", at="sections[]"),
        of(Section, "title", at="sections[]"),
        Column("heading_path", "text", "Headings from the outermost down to this one, joined by /.", source="sections[].title"),
        *_ends("sections[]", "the section"),
    ),
    ("report_id", "section_id"),
    (_TO_REPORT,),
)

PARAGRAPHS = Table(
    "paragraphs",
    "One row a paragraph, in reading order: together they are the body of the report.",
    (
        REPORT_ID,
        of(Paragraph, "id", "paragraph_id", at="sections[].paragraphs[]", key=True),
        Column("section_id", "text", "Id of the section it stands under.", source="sections[].id", required=True),
        _position("paragraph", "sections[].paragraphs[]"),
        of(Paragraph, "text", at="sections[].paragraphs[]"),
        *_ends("sections[].paragraphs[]", "the paragraph"),
        Column(
            "leads", "text", "Spans of its run-in topic sentences: start-end, joined by ;", source="sections[].paragraphs[].leads[].span"
        ),
    ),
    ("report_id", "paragraph_id"),
    (_TO_REPORT, _TO_SECTION),
)

INDICATORS = Table(
    "indicators",
    "One row a statement about an indicator, in reading order.",
    (
        REPORT_ID,
        _position("statement", "indicators[]"),
        of(Indicator, "id", "indicator", at="indicators[]", codes="indicator"),
        of(Indicator, "name", at="indicators[]"),
        of(Indicator, "kind", at="indicators[]", codes="indicator_kind"),
        of(Indicator, "period", at="indicators[]"),
        of(Indicator, "value", at="indicators[]", unit="unit"),
        of(Indicator, "value_high", at="indicators[]", unit="unit"),
        of(Indicator, "unit", at="indicators[]"),
        of(Indicator, "value_base", at="indicators[]", unit="unit_base"),
        of(Indicator, "unit_base", at="indicators[]"),
        of(Indicator, "growth", at="indicators[]", unit="growth_unit"),
        of(Indicator, "growth_high", at="indicators[]", unit="growth_unit"),
        of(Indicator, "growth_unit", at="indicators[]", codes="growth_unit"),
        of(Indicator, "comparator", at="indicators[]", codes="comparator"),
        of(Indicator, "growth_comparator", at="indicators[]", codes="comparator"),
        of(Indicator, "basis", at="indicators[]", codes="basis"),
        of(Indicator, "verb", at="indicators[]"),
        of(Indicator, "stretch", at="indicators[]"),
        of(Indicator, "strength", at="indicators[]", codes="strength"),
        of(Indicator, "reference", at="indicators[]"),
        of(Indicator, "reference_difference", at="indicators[]", unit="percentage points"),
        of(Indicator, "quote", at="indicators[]"),
        *_ends("indicators[]", "the quote"),
        of(Indicator, "section", "section_id", at="indicators[]"),
        of(Indicator, "paragraph", "paragraph_id", at="indicators[]"),
    ),
    ("report_id", "position"),
    (_TO_REPORT, _TO_SECTION, _TO_PARAGRAPH),
)

TARGETS = Table(
    "targets_status",
    "One row a report and expected indicator: whether the plan states a target.",
    (
        REPORT_ID,
        Column("indicator", "text", "Indicator id of the code list.", "indicator", source="targets_status", required=True),
        Column("status", "text", "stated, absent, section_missing or unread.", "target_status", source="targets_status"),
    ),
    ("report_id", "indicator"),
    (_TO_REPORT,),
)

NOTES = Table(
    "notes",
    "One row a glossary entry.",
    (
        REPORT_ID,
        _position("entry", "notes[]"),
        of(Note, "number", at="notes[]"),
        of(Note, "term", at="notes[]"),
        of(Note, "definition", at="notes[]"),
        *_ends("notes[]", "the entry"),
        Column("anchors", "text", "Spans of the anchors in the body: start-end, joined by ;", source="notes[].anchors"),
    ),
    ("report_id", "position"),
    (_TO_REPORT,),
)

PROJECTS = Table(
    "projects",
    "One row a livelihood project (民生实事).",
    (
        REPORT_ID, _position("project", "projects[]"), of(Project, "number", at="projects[]"), of(Project, "text", at="projects[]"),
        *_ends("projects[]", "the text"),
    ),
    ("report_id", "position"),
    (_TO_REPORT,),
)  # fmt: skip

NOISE = Table(
    "noise",
    "One row a flaw of the source that was mended or noticed.",
    (
        REPORT_ID, _position("flaw", "noise[]"), of(Noise, "kind", at="noise[]", codes="noise_kind"), of(Noise, "text", at="noise[]"),
        *_ends("noise[]", "the flaw"),
    ),
    ("report_id", "position"),
    (_TO_REPORT,),
)  # fmt: skip

FINDINGS = Table(
    "findings",
    "One row a diagnostic of the conversion: what could not be read or does not fit.",
    (
        REPORT_ID, _position("finding", "diagnostics[]"), of(Diagnostic, "code", at="diagnostics[]"),
        of(Diagnostic, "severity", at="diagnostics[]", codes="severity"), of(Diagnostic, "message", at="diagnostics[]"),
        *_ends("diagnostics[]", "the reason"),
    ),
    ("report_id", "position"),
    (_TO_REPORT,),
)  # fmt: skip

TABLES = (REPORTS, SECTIONS, PARAGRAPHS, INDICATORS, TARGETS, NOTES, PROJECTS, NOISE, FINDINGS)
BY_NAME = {table.name: table for table in TABLES}
