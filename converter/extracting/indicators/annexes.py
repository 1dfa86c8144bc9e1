"""Which annexes speak for the report: a list of livelihood projects promises, a glossary only explains."""

from __future__ import annotations

from collections.abc import Iterable

from converter.extracting.projects.announcements import title
from converter.sectioning.tree import Section, Sectioned


def voice(sectioned: Sectioned, section: Section, above: Iterable[Section]) -> str | None:
    """The role a section is read in: its own; a list of projects in an annex as tasks; None where an annex tells nothing of the place."""
    if section.role != "annex":
        return section.role
    titles = (s.title for s in (*above, section) if s.title)
    return "tasks" if any(title(sectioned.mended.view(span).shadow) for span in titles) else None
