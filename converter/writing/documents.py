"""A document as JSON text: keys in the order of the models, UTF-8, figures as numbers, the same bytes every time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from converter.models.document import Document

# A line feed inside a string is written \n, so this meets nothing but a pair of offsets laid out over four lines.
_PAIR = re.compile(r"\[\n +(\d+),\n +(\d+)\n +\]")


def dumps(document: Document, *, compact: bool = False) -> str:
    """The document as JSON text that ends with a line feed: indented for people, or compact on one line."""
    if compact:
        return document.model_dump_json() + "\n"
    return _PAIR.sub(r"[\1, \2]", document.model_dump_json(indent=2)) + "\n"
