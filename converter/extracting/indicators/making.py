"""From statements and lost figures to what the document carries."""

from __future__ import annotations

from converter.extracting.indicators.entries import Statement, base_value
from converter.extracting.indicators.facts import Unbound
from converter.extracting.indicators.manner import points, strength
from converter.extracting.listed import entries
from converter.mending.blocks import Mended
from converter.models.facts import Indicator
from converter.reading.source import Remark
from converter.sectioning.tree import Paragraph, Section
from converter.text import View


def indicator(made: Statement, view: View, section: Section, paragraph: Paragraph, mended: Mended) -> Indicator:
    """The entry of a statement, whose offsets are of `view`; its quote is as printed."""
    span = view.span(made.start, made.end)
    whole = span[1] - span[0] == made.end - made.start  # nothing was left out in between
    base = base_value(made)
    value = made.value
    fields = {
        "id": made.id,
        "name": entries()[made.id].name,
        "kind": made.kind,
        "period": made.period,
        "value": value.low if value else None,
        "value_high": value.high if value else None,
        "unit": value.unit if value else None,
        "value_base": base[0] if base else None,
        "unit_base": base[1] if base else None,
        "growth": made.change,
        "growth_high": made.change_high,
        "growth_unit": made.growth_unit,
        "comparator": made.comparator,
        "growth_comparator": made.growth_comparator,
        "basis": made.basis,
        "verb": made.verb,
        "stretch": made.stretch,
        "strength": strength(made),
        "reference": made.reference,
        "reference_difference": points(made.difference),
        "quote": view.text[made.start : made.end] if whole else mended.view(span).text,
        "span": span,
        "section": section.id,
        "paragraph": paragraph.id,
    }
    checked: Indicator = _checked(fields)
    return checked


# a call of the model takes half as long again, for the handing over of so many fields by name
_checked = Indicator.__pydantic_validator__.validate_python


def remark(item: Unbound, view: View) -> Remark:
    """What is said of a name whose figure could not be bound."""
    words, id = view.text[item.start : item.end], item.mention.ids[0]
    name = entries()[id].name if id in entries() else words[:8]
    return Remark("GWR410", "info", f"a figure could not be bound to {name}: {words}", view.span(item.start, item.end))
