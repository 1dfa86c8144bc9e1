"""A page on its way into a joined source, and why pages cannot be joined."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from converter.reading.source import Source, Unreadable
from converter.stripping.glance import Glance, glances


class Unjoinable(Unreadable):
    """Pages that are not one report; the message is one line that names them."""


@dataclass(frozen=True)
class Page:
    """One page as read. number, of, evidence: what it says about its place, if it says anything."""

    source: Source
    number: int | None = None
    of: int | None = None
    evidence: str | None = None

    @property
    def name(self) -> str:
        return self.source.name

    @cached_property
    def lines(self) -> tuple[Glance, ...]:
        """The non-blank lines that the page's structure does not put outside the main content."""
        return glances(self.source, tuple(line for line in self.source.lines if line.hints.region != "outside"))

    @cached_property
    def outside(self) -> tuple[Glance, ...]:
        """The non-blank lines outside the main content."""
        return glances(self.source, tuple(line for line in self.source.lines if line.hints.region == "outside"))


@dataclass(frozen=True)
class Trimmed:
    """A page with the lines that are text (or that ordinary stripping shall judge) and those that are the site's, with kind and rule."""

    page: Page
    kept: tuple[Glance, ...]
    aside: tuple[tuple[Glance, str, str], ...] = ()

    @property
    def name(self) -> str:
        return self.page.name
