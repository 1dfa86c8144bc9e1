"""Names in Office Open XML: compared without their namespace, which differs between the transitional and the strict form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

Element = etree._Element

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_RELATION = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_OFF = frozenset({"0", "false", "off", "none"})


def local(element: Element) -> str:
    """The element's name without namespace; "" for a comment or an entity reference."""
    tag = element.tag
    return _bare(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1000)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def attribute(element: Element | None, name: str = "val") -> str | None:
    """A Word attribute of the element, in either namespace or in none."""
    if element is None:
        return None
    for prefix in (*_WORD, *_RELATION, ""):
        value = element.get(prefix + name)
        if value is not None:
            return value
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of each name in turn: `child(paragraph, "pPr", "numPr")`."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Every child of this name."""
    return (one for one in (element if element is not None else ()) if local(one) == name)


def number(element: Element | None, name: str = "val") -> int | None:
    """The attribute as an integer of 32 bits, as Word has them; None where it is absent or none."""
    value = attribute(element, name)
    try:
        found = int(value) if value is not None else None
    except ValueError:
        return None
    return found if found is not None and abs(found) < 1 << 31 else None


def switched(element: Element | None) -> bool | None:
    """A toggle such as `<w:b/>`: on unless its value says off; None where the element is absent."""
    return None if element is None else attribute(element) not in _OFF
