"""A finding: what is wrong, where, and which rule says so."""

from __future__ import annotations

from dataclasses import dataclass

from converter.models.codes import codes

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong: the rule's code, a message for people, where it stands in the document and in source.text."""

    code: str
    message: str
    pointer: str = ""
    """JSON pointer (RFC 6901) into the document."""
    span: Span | None = None
    """Where it stands in source.text."""
    line: int | None = None
    """Line of the raw report, from 1, where it is known."""
    column: int | None = None
    """Column in code points, from 1."""

    @property
    def severity(self) -> str:
        """error, warning or info."""
        return codes()[self.code].severity if self.code in codes() else "warning"

    @property
    def verdict(self) -> str:
        """Which of the verdicts it speaks against: schema, consistency or confidence."""
        return codes()[self.code].verdict if self.code in codes() else "confidence"
