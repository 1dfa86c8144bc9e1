"""What styles pass on to paragraphs and runs: bold, type face, hidden, numbering, outline level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from converter.frozen import dataclass
from converter.reading.docx.ooxml import Element, attribute, child, children, local, number, switched

_CHAIN = 20  # styles based on styles; Word itself stops at 11


@dataclass(frozen=True, slots=True)
class Marks:
    """Run properties as written in one place; None where that place is silent."""

    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    face: str | None = None


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all it inherits."""

    name: str | None = None
    marks: Marks = NO_MARKS
    number_id: int | None = None
    level: int | None = None
    outline: int | None = None


NO_STYLE = Style()


@dataclass(frozen=True)
class Styles:
    """The styles of a file by id; `plain` is the paragraph style of paragraphs that name none."""

    by_id: Mapping[str, Style]
    defaults: Marks = NO_MARKS
    plain: Style = NO_STYLE

    def of(self, style_id: str | None) -> Style:
        """The style of this id; an empty one where there is none."""
        return self.by_id.get(style_id or "", NO_STYLE)

    def of_paragraph(self, style_id: str | None) -> Style:
        """The style of a paragraph that names this id, or none."""
        return self.by_id.get(style_id, self.plain) if style_id else self.plain

    def look(self, paragraph: Style, properties: Element | None) -> Marks:
        """What a run shows: its own properties over its character style over its paragraph's style over the defaults.

        Bold in both styles cancels out, as Word has it: a toggle inside a toggled paragraph switches off.
        """
        own = marks(properties)
        by_style = self.of(attribute(child(properties, "rStyle"))).marks
        toggled = bool(by_style.bold) != bool(paragraph.marks.bold)
        return Marks(
            bold=own.bold if own.bold is not None else toggled or bool(self.defaults.bold),
            hidden=_first(own.hidden, by_style.hidden, paragraph.marks.hidden),
            raised=_first(own.raised, by_style.raised, paragraph.marks.raised),
            face=own.face or by_style.face or paragraph.marks.face or self.defaults.face,
        )


def marks(properties: Element | None) -> Marks:
    """The run properties written in a `w:rPr`."""
    if properties is None:
        return NO_MARKS
    found = {local(one): one for one in properties}
    align, fonts = found.get("vertAlign"), found.get("rFonts")
    return Marks(
        bold=switched(found.get("b")),
        hidden=switched(found.get("vanish")),
        raised=None if align is None else attribute(align) == "superscript",
        face=attribute(fonts, "eastAsiaTheme") or attribute(fonts, "eastAsia"),
    )


def styles(root: Element | None) -> Styles:
    """The styles of `styles.xml`, each with what it inherits."""
    written = {attribute(one, "styleId") or "": one for one in children(root, "style")}
    by_id = {key: _inherited(key, written) for key in written}
    plain = next((by_id[key] for key, one in written.items() if _is_default(one)), NO_STYLE)
    return Styles(by_id, marks(child(root, "docDefaults", "rPrDefault", "rPr")), plain)


def _is_default(style: Element) -> bool:
    return attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on")


def _inherited(style_id: str, written: Mapping[str, Element]) -> Style:
    out = Style()
    at: str | None = style_id
    for _ in range(_CHAIN):
        element = written.get(at or "")
        if element is None:
            break
        out = _over(out, _own(element))
        at = attribute(child(element, "basedOn"))
    # A style's name is its own, never its parent's.
    return replace(out, name=attribute(child(written[style_id], "name")))


def _own(element: Element) -> Style:
    numbering = child(element, "pPr", "numPr")
    return Style(
        marks=marks(child(element, "rPr")),
        number_id=number(child(numbering, "numId")),
        level=number(child(numbering, "ilvl")),
        outline=number(child(element, "pPr", "outlineLvl")),
    )


def _over(near: Style, far: Style) -> Style:
    return Style(
        marks=Marks(
            bold=_first(near.marks.bold, far.marks.bold),
            hidden=_first(near.marks.hidden, far.marks.hidden),
            raised=_first(near.marks.raised, far.marks.raised),
            face=near.marks.face or far.marks.face,
        ),
        number_id=near.number_id if near.number_id is not None else far.number_id,
        level=near.level if near.level is not None else far.level,
        outline=near.outline if near.outline is not None else far.outline,
    )


def _first(*values: bool | None) -> bool | None:
    return next((one for one in values if one is not None), None)
