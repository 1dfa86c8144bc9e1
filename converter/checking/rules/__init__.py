"""The semantic rules: each takes a report and gives what does not fit together. A rule is a function in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from converter.checking.findings import Finding
from converter.checking.report import Report
from converter.checking.rules.completeness import breaks_off, completeness
from converter.checking.rules.counts import announced
from converter.checking.rules.evidence import masthead, remarks
from converter.checking.rules.figures import figures
from converter.checking.rules.glossary import glossary, projects
from converter.checking.rules.growth import growth
from converter.checking.rules.identity import identity
from converter.checking.rules.lengths import length, parts
from converter.checking.rules.meeting import sessions
from converter.checking.rules.numbering import numbering
from converter.checking.rules.open_lists import open_lists
from converter.checking.rules.order import review_first
from converter.checking.rules.place import place
from converter.checking.rules.ranges import ranges
from converter.checking.rules.references import references
from converter.checking.rules.shares import shares
from converter.checking.rules.spans import noise, spans
from converter.checking.rules.targets import growth_target, status
from converter.checking.rules.time import kinds
from converter.checking.rules.tree import tree
from converter.checking.rules.units import base_values, names, units
from converter.checking.rules.years import days, years

Rule = Callable[[Report], Iterator[Finding]]

# The first ones look whether the others can be trusted with the spans; see `found`.
GROUND: tuple[Rule, ...] = (spans,)
RULES: tuple[Rule, ...] = (
    noise, tree, references, open_lists,
    identity, years, days, sessions, masthead, remarks, place,
    numbering, announced, review_first,
    figures, units, base_values, names, ranges, growth, shares, kinds,
    status, growth_target, glossary, projects,
    completeness, breaks_off, length, parts,
)  # fmt: skip


def found(report: Report) -> list[Finding]:
    """What the rules find in a report. Where spans point nowhere, the rest is not looked at."""
    broken = [finding for rule in GROUND for finding in rule(report)]
    return broken or [finding for rule in RULES for finding in rule(report)]
