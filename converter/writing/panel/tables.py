"""The columns of the panel."""

from __future__ import annotations

from converter.models.facts import Indicator
from converter.writing.export.columns import Column, Table, of
from converter.writing.export.report_table import REPORTS
from converter.writing.export.tables import INDICATORS

_SAME = {column.name: column for column in (*REPORTS.columns, *INDICATORS.columns)}
_TARGET, _OUTCOME = "comparable figure of this year's target", "comparable figure of this year's outcome"

PLACE = (
    Column(
        "place", "text", "The place over all years: its code, CN for the nation, the names from the province down where it has no code."
    ),
    *(_SAME[name] for name in ("place_code", "place_name", "level", "province", "city")),
)


def _figure(name: str, about: str, unit: str = "measure_unit") -> Column:
    return Column(name, "decimal", about, unit=unit)


def _unit(name: str) -> Column:
    return Column(f"{name}_unit", "text", "Its unit.")


PANEL = Table(
    "panel",
    "One row a place, year, indicator and kind. Figures for one year; with --plans those for several years, keyed by period and basis too.",
    (
        *PLACE,
        Column("year", "integer", "The year the figure is for: the year reported on, or planned for; the last year of a plan."),
        of(Indicator, "id", "indicator", at="indicators[]", codes="indicator", key=True),
        Column("indicator_name", "text", "The indicator's standard Chinese name.", source="indicators[].name"),
        _SAME["kind"],
        Column("status", "text", "stated, or why a target is not there: absent, section_missing, unread.", "target_status"),
        *(_SAME[name] for name in ("value", "value_high", "unit", "value_base", "unit_base", "growth", "growth_high", "growth_unit")),
        Column("measure", "text", "What lower, upper, middle and the comparisons are about: growth, else level."),
        _figure("lower", "Lower end: the figure itself where it is no bound; empty below an upper bound."),
        _figure("upper", "Upper end: the figure itself where it is no bound; empty above a lower bound."),
        _figure("middle", "Mean of lower and upper, or the one that is there."),
        Column("measure_unit", "text", "Unit of lower, upper and middle: %, percentage_point, or the base unit. A fold is turned into %."),
        *(_SAME[name] for name in ("comparator", "growth_comparator")),
        Column("bound_word", "text", "The word that bounds the figure, as printed: 左右, 以上, 不低于 …", source="indicators[].quote"),
        *(_SAME[name] for name in ("basis", "verb", "strength", "stretch", "reference", "reference_difference", "period")),
        _figure("target", f"The {_TARGET} (of its middle), from the report that planned the year.", "target_unit"),
        _unit("target"),
        Column("target_report_id", "text", "The report that stated it."),
        _figure("outcome", f"The {_OUTCOME}, from the report that looked back on the year.", "outcome_unit"),
        _unit("outcome"),
        Column("outcome_kind", "text", "actual, or estimate where that is all there is.", "indicator_kind"),
        Column("outcome_report_id", "text", "The report that stated it."),
        Column(
            "shortfall", "decimal",
            "By how much the outcome misses the target's lower end (of ceilings such as prices: passes its upper end); below 0: better. "
            "Only where target and outcome are stated in the same measure.", unit="shortfall_unit",
        ),
        Column("shortfall_unit", "text", "Unit of the shortfall."),
        _figure("last_target", "On a target: the target of the year before.", "last_target_unit"),
        _unit("last_target"),
        _figure("last_outcome", "On a target: the outcome of the year before.", "last_outcome_unit"),
        _unit("last_outcome"),
        Column("last_shortfall", "decimal", "On a target: the shortfall of the year before."),
        Column("target_change", "decimal", "On a target: its middle less that of the year before, where both are in one measure."),
        Column("above_place", "text", "On a target: the nearest place above whose target for the year is known in the same measure."),
        Column("above_level", "text", "city, province or nation."),
        _figure("above_target", "The middle of that target."),
        Column("above_difference", "decimal", "加码: this target's middle less that of the place above."),
        *(_figure(f"{name}_target", f"The target of the {name} for the same year.") for name in ("city", "province", "nation")),
        *(Column(f"{n}_difference", "decimal", f"This target less that of the {n}.") for n in ("city", "province", "nation")),
        _SAME["quote"],
        Column("sentence", "text", "The sentence the quote stands in.", source="sections[].paragraphs[].text"),
        Column("heading_path", "text", "Headings above it, joined by /.", source="sections[].title"),
        *(_SAME[name] for name in ("span_start", "span_end", "section_id", "paragraph_id")),
        Column("second_quote", "text", "Another statement that the level or the growth was taken from, where the first has only one."),
        Column("second_start", "integer", "Start of that statement."),
        Column("second_end", "integer", "End of that statement."),
        Column("statements", "integer", "How many statements of the report are about this; which is taken: docs/consuming.md."),
        Column("report_id", "text", "The report the row is from.", source="id"),
        _SAME["report_year"],
        Column("other_copies", "text", "Other copies of the report that were not taken, joined by ;"),
        _SAME["source_sha256"],
        _SAME["gwr_version"],
    ),
    (),
)  # fmt: skip

COVERAGE = Table(
    "coverage",
    "One row a place and year between its first report and its last, and one for every document that could not be used.",
    (
        *PLACE,
        Column("year", "integer", "Report year."),
        Column("status", "text", "present; copy (another copy was taken); incomplete; missing; unplaced; no_report; unusable."),
        Column("reason", "text", "Why it is not simply there."),
        Column("report_id", "text", "The report."),
        Column("document", "text", "File the report came from; of an unusable document, its name on the command line."),
        Column("completeness", "text", "complete, truncated or fragment.", "completeness_status"),
        Column("missing", "text", "Parts that are not there, joined by ;"),
        Column("statements", "integer", "Rows it gives to the panel."),
    ),
    (),
)
