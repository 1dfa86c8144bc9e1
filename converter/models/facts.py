"""The facts of a report: indicators, notes and livelihood projects."""

from typing import Annotated, Literal

from pydantic import Field

from converter.models.base import Figure, Model, Span

IndicatorId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Kind = Literal["actual", "estimate", "target"]
Comparator = Literal["eq", "about", "at_least", "at_most", "range", "sync", "above_other", "qualitative"]
Basis = Literal["year", "annual_average", "sum", "whole_period"]
GrowthUnit = Literal["%", "percentage_point", "fold"]
Strength = Literal["hard", "soft"]
TargetStatus = Literal["stated", "absent", "section_missing", "unread"]


class Indicator(Model):
    """One statement about one indicator of the report's own jurisdiction."""

    id: IndicatorId
    """Indicator id of the code list, e.g. gdp."""
    name: str
    """The indicator's standard Chinese name."""
    kind: Kind
    """actual: reported as reached; estimate: 预计 governs the figure; target: planned."""
    period: str
    """"2024" for a year, "2021-2025" for sums, averages and statements about every year of a period."""
    value: Figure | None = None
    """The level as printed, without its unit; null where none is printed or it is replaced by a placeholder."""
    value_high: Figure | None = None
    """Upper end of a range of levels."""
    unit: str | None = None
    """Unit of the value as printed, multiplier included: 亿元, 万人, %."""
    value_base: Figure | None = None
    """The value in base units (元, 人, 平方米, 吨 …), multiplier applied."""
    unit_base: str | None = None
    """The base unit."""
    growth: Figure | None = None
    """Change in growth_unit; negative for a fall; lower end of a range."""
    growth_high: Figure | None = None
    """Upper end of a range of growth."""
    growth_unit: GrowthUnit | None = None
    """fold is end ÷ start: 翻番 is 2, 增长1.1倍 is 2.1."""
    comparator: Comparator = "eq"
    """Bound of the value where there is one, else of the growth."""
    growth_comparator: Comparator | None = None
    """Bound of the growth where value and growth are printed with different bounds."""
    basis: Basis = "year"
    """What the figure measures within its period."""
    verb: str | None = None
    """力争, 确保, 预期, 争取 … as printed."""
    stretch: bool = False
    """在实际工作中努力争取更好结果 or the like follows."""
    strength: Strength | None = None
    """For targets: hard where 确保, 必须, 完成, 控制在 or a bound that must not be broken governs it, soft for 力争, 争取, 预期, 左右."""
    reference: str | None = None
    """What a relative target refers to: 经济增长, 全国平均, 国家下达目标."""
    reference_difference: Figure | None = None
    """By how many percentage points the target lies above (or below, negative) its reference."""
    quote: str
    """The shortest stretch of the source that holds name and figures."""
    span: Span
    """Where the quote stands."""
    section: str | None = None
    """Id of the section the statement stands in."""
    paragraph: str | None = None
    """Id of the paragraph the statement stands in."""


class Note(Model):
    """A glossary entry and the places in the body that point to it."""

    number: int | None
    """As printed; null for an unnumbered entry."""
    term: str
    """What is explained, with its quotation marks where they are printed."""
    definition: str
    """The explanation as printed."""
    span: Span
    """The whole entry."""
    definition_span: Span
    """The explanation."""
    anchors: tuple[Span, ...] = ()
    """Spans of the anchors ([1]) in the body."""


class Project(Model):
    """One livelihood project (民生实事)."""

    number: int | None
    """As printed; null for an unnumbered entry."""
    text: str
    """The project as printed, without its number."""
    span: Span
    """Where the text stands."""
