"""For people: one finding a line, and a table of the verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from converter.checking.findings import Finding
from converter.checking.outcomes import Outcome
from converter.models.codes import SEVERITIES, codes

_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def report(outcomes: Sequence[Outcome]) -> str:
    """`FILE[:LINE[:COLUMN]]: SEVERITY CODE MESSAGE`, then what was not checked of the file."""
    return "".join(f"{line}\n" for outcome in outcomes for line in lines(outcome))


def lines(outcome: Outcome, colour: bool = False, chinese: bool = False) -> Iterator[str]:
    """The lines of one outcome, its codes in Chinese if wanted. That only the document is at hand is said in the summary."""
    for finding in outcome.findings:
        said = SEVERITIES[finding.severity] if chinese else finding.severity
        word = f"\x1b[{_COLOURS[finding.severity]}m{said}\x1b[0m" if colour else said
        known = codes().get(finding.code) if chinese else None
        message = f"{known.title_zh} ({_escaped(finding.message)})" if known else _escaped(finding.message)
        yield f"{_escaped(where(outcome, finding))}: {word} {finding.code} {message}"
    if outcome.unreadable is None:
        yield from (f"{_escaped(outcome.name)}: not checked: {said}" for said in outcome.not_checked if not said.startswith("whether"))


def where(outcome: Outcome, finding: Finding) -> str:
    """File, and line and column of a raw report; in a document the place of the source behind its pointer."""
    if outcome.source is None:
        return outcome.name if finding.line is None else f"{outcome.name}:{finding.line}:{finding.column or 1}"
    return f"{outcome.name}#{finding.pointer}" if finding.pointer else outcome.name


def summary(outcomes: Sequence[Outcome]) -> str:
    """A table: how many are valid, consistent, confidently read; how often each code was found; what was not checked."""
    rows = [f"{len(outcomes)} checked"]
    for title in outcomes[0].verdicts if outcomes else ():
        counts = Counter(outcome.verdicts[title] for outcome in outcomes)
        rows.append(f"  {title:17} {counts['yes']:6} yes {counts['no']:6} no {counts['not checked']:6} not checked")
    for code, count in sorted(Counter(f"{f.code} {f.severity}" for o in outcomes for f in o.findings).items()):
        rows.append(f"  {code:17} {count:6}")
    rows += [f"  not checked: {said}: {count}" for said, count in Counter(said for o in outcomes for said in o.not_checked).items()]
    return "\n".join(rows) + "\n"


def _escaped(text: str) -> str:
    """Nothing that a terminal would obey."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
