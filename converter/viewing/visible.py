"""Characters that would act instead of being seen are shown by their number."""

from __future__ import annotations

from typing import Final

# C0 and C1 controls (tab and line feed apart), soft hyphen, zero-width marks, direction marks and isolates, line separators,
# byte order mark, interlinear marks, tags and half characters. A page that reorders itself or hides words would lie about its source.
_RANGES: Final = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E),
    (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xD800, 0xDFFF), (0xE0000, 0xE007F),
)  # fmt: skip
_TABLE: Final = {code: f"⟨U+{code:04X}⟩" for first, last in _RANGES for code in range(first, last + 1)}


def visible(text: str) -> str:
    """The text with every acting character replaced by its number in brackets; all else as it is."""
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)
