"""One input on its way to a reader, and the Source that comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from converter.reading.limits import LIMITS, Limits
from converter.reading.source import Line, Remark, Source, Stated, Unreadable, lines_of
from converter.text import Span


@dataclass(frozen=True)
class Raw:
    """The bytes of one input with what the caller knows: its name, the charset a server declared, where and when it was fetched."""

    data: bytes
    name: str
    declared: str | None = None
    url: str | None = None
    retrieved_at: str | None = None
    limits: Limits = LIMITS

    def source(
        self,
        media_type: str,
        encoding: str | None,
        text: str,
        lines: tuple[Line, ...] | None = None,
        stated: Iterable[Stated] = (),
        remarks: Iterable[Remark] = (),
        note_anchors: Iterable[tuple[Span, str]] = (),
    ) -> Source:
        """The Source of this input; `lines` default to the text split on line feeds."""
        return Source(
            name=self.name,
            media_type=media_type,
            encoding=encoding,
            size=len(self.data),
            sha256=sha256(self.data).hexdigest(),
            text=text,
            lines=lines_of(text) if lines is None else lines,
            stated=tuple(stated),
            remarks=tuple(remarks),
            url=self.url,
            retrieved_at=self.retrieved_at,
            note_anchors=tuple(note_anchors),
        )

    def refuse(self, why: str) -> Unreadable:
        """The error to raise, in one line that begins with the input's name."""
        return Unreadable(f"{self.name}: {why}")
