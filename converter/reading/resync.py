"""Bad bytes in good text: each becomes U+FFFD, its offset is noted, and a double-byte text finds its pairs again."""

from __future__ import annotations

import codecs
from threading import local

from converter.reading.wording import strangeness

BAD = "\ufffd"
_HANDLER = "gwr-mark-bad-bytes"
_AHEAD = 48  # bytes looked at to see which pairing of the bytes after a bad one gives language
_SURE = 0.02
_PAIRED = ("gb18030", "big5hkscs")


class _Notes(local):
    """Offsets of the bad bytes of the decoding under way (codecs call the handler without context)."""

    def __init__(self) -> None:
        self.offsets: list[int] = []
        self.most = 0


_notes = _Notes()


def tolerant(data: bytes, codec: str, most: int) -> tuple[str, tuple[int, ...]] | None:
    """The text with U+FFFD for every bad byte, and their offsets; None where there are more than `most`."""
    _notes.offsets, _notes.most = [], most
    try:
        return data.decode(codec, _HANDLER), tuple(_notes.offsets)
    except UnicodeDecodeError:
        return None


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError) or len(_notes.offsets) >= _notes.most:
        raise error
    _notes.offsets.append(error.start)
    return BAD, _resume(error)


def _resume(error: UnicodeDecodeError) -> int:
    """Where to go on. A bad first byte may leave its second one behind, which would pair with the next character's."""
    if error.encoding not in _PAIRED:
        return error.end
    one, two = (strangeness(error.object[at : at + _AHEAD].decode(error.encoding, "replace")) for at in (error.start + 1, error.start + 2))
    return error.start + (2 if two < one - _SURE else 1)


codecs.register_error(_HANDLER, _mark)
