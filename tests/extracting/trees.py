"""Small trees for tests of what stands behind sectioning: `# ` opens a section, every other line is a paragraph."""

from __future__ import annotations

from converter.mending.blocks import Mended
from converter.reading.source import Source, lines_of
from converter.sectioning.tree import Paragraph, Section, Sectioned
from converter.stripping.segments import BODY, Segment


def tree(written: str, role: str = "other") -> Sectioned:
    """The sections of a text: a line `# 名词解释` is the heading of what follows, the mark included in nothing."""
    sections: list[Section] = []
    title: tuple[int, int] | None = None
    held: list[Paragraph] = []
    start = 0

    def close(end: int) -> None:
        if title or held:
            number = len(sections) + 1
            sections.append(Section(f"s{number}", role, 1, None, title, (start, end), tuple(held)))

    for line in lines_of(written):
        text = written[line.start : line.end]
        if text.startswith("# "):
            close(line.start)
            start, held, title = line.start + 2, [], (line.start + 2, line.end)
        elif text.strip():
            held.append(Paragraph(f"p{line.index}", (line.start, line.end)))
    close(len(written))
    lines = lines_of(written)
    source = Source("case.txt", "text/plain", "utf-8", len(written), "", written, lines)
    body = tuple(Segment(line, line.start, line.end, BODY) for line in lines)
    return Sectioned(Mended(source, body, ()), tuple(sections))
