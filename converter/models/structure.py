"""The text's structure and fate: sections, paragraphs, ledger, noise, diagnostics, completeness."""

from __future__ import annotations

from typing import Literal

from converter.models.base import Model, Span

Role = Literal[
    "opening", "review", "achievements", "problems", "acknowledgements", "requirements", "targets", "tasks",
    "self_government", "closing", "annex", "other",
]  # fmt: skip
Fate = Literal["front", "body", "removed", "layout"]
RemovedKind = Literal[
    "navigation", "breadcrumb", "toolbar", "login", "byline", "pagination", "related_links", "tags", "editor_note",
    "duplicate", "share", "license", "image_caption", "advertisement", "other",
]  # fmt: skip
NoiseKind = Literal[
    "injected", "censored", "placeholder", "broken_line", "split_heading", "glued_heading", "duplicate", "lost_character",
]  # fmt: skip
Part = Literal["title", "opening", "review", "plan", "closing"]


class Lead(Model):
    """A run-in topic sentence."""

    text: str
    span: Span


class Paragraph(Model):
    """A paragraph of the body, less what was removed from it."""

    id: str
    text: str
    span: Span
    leads: tuple[Lead, ...] = ()


class Section(Model):
    """A heading and what stands under it."""

    id: str
    role: Role
    evidence: str | None = None
    """The cue that decided the role."""
    level: int
    number: str | None
    """As printed: 一、 or (一)."""
    title: str | None
    title_span: Span | None
    span: Span
    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()


class LedgerRow(Model):
    """One piece of the partition of source.text."""

    span: Span
    fate: Fate
    kind: str | None = None
    """For removed text one of the published kinds; for front text title, meeting, speaker or contents."""
    rule: str | None = None
    """The rule that decided."""


class Noise(Model):
    """A flaw of the source that was mended or noticed."""

    kind: NoiseKind
    text: str
    span: Span


class Diagnostic(Model):
    """What could not be read or does not fit."""

    code: str
    severity: Literal["error", "warning", "info"]
    message: str
    span: Span | None = None


class Page(Model):
    """Page 5 of 21."""

    number: int
    of: int | None = None


class Completeness(Model):
    """Whether the whole report is there."""

    status: Literal["complete", "truncated", "fragment"]
    missing: tuple[Part, ...] = ()
    page: Page | None = None
