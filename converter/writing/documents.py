"""A document as JSON text: keys in the order of the models, UTF-8, figures as numbers, the same bytes every time."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from converter.writing.offsets import CODE_POINTS, Offsets, to_utf16

if TYPE_CHECKING:
    from converter.models.document import Document

# A line feed inside a string is written \n, so this meets nothing but a pair of offsets laid out over four lines.
_PAIR = re.compile(r"\[\n +(\d+),\n +(\d+)\n +\]")


def counted(document: Document, offsets: Offsets) -> Document:
    """The document with its spans counted so: what is written, and nothing that rules may work on."""
    if offsets == CODE_POINTS:
        return document
    return type(document).model_validate(to_utf16(json.loads(document.model_dump_json())))


def dumps(document: Document, *, compact: bool = False, offsets: Offsets = CODE_POINTS) -> str:
    """The document as JSON text that ends with a line feed: indented for people, or compact on one line.

    offsets: what spans are counted in, code_points or utf16; a document with the latter says so in source.offsets.
    """
    document = counted(document, offsets)
    if compact:
        return document.model_dump_json() + "\n"
    return _PAIR.sub(r"[\1, \2]", document.model_dump_json(indent=2)) + "\n"
