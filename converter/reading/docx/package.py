"""A Word file as a zip of XML parts: found through its relationships, parsed without entities, measured before it is unpacked."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from converter.reading.docx.ooxml import Element, attribute, local
from converter.reading.limits import Limits
from converter.reading.source import Remark, Unreadable

# What zipfile raises for a broken, encrypted or oddly compressed member.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, KeyError, struct.error)
_SINGLE = ("styles", "numbering", "footnotes", "endnotes")


@dataclass(frozen=True)
class Parts:
    """The parsed parts a reader needs; an absent part is None."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    headers: tuple[Element, ...] = ()
    footers: tuple[Element, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass
class _Unpacker:
    """Reads members until the allowance is used up; the allowance is why this is a class."""

    archive: zipfile.ZipFile
    name: str
    limits: Limits
    spent: int = 0
    remarks: list[Remark] = field(default_factory=list)

    def read(self, member: str) -> bytes | None:
        """The member's bytes, or None where there is none; raises Unreadable when it unpacks to too much."""
        try:
            info = self.archive.getinfo(member)
        except KeyError:
            return None
        room = self._room(info)
        with self.archive.open(info) as stream:
            data = stream.read(room + 1)
        if len(data) > room:
            raise Unreadable(f"{self.name}: {member} unpacks to more than {room} bytes; it is not read (a zip bomb?)")
        self.spent += len(data)
        return data

    def parse(self, member: str) -> Element | None:
        """The member as XML; a damaged part that can be spared becomes a remark."""
        data = self.read(member)
        if data is None:
            return None
        try:
            return _parsed(data, f"{self.name}: {member}")
        except etree.XMLSyntaxError as error:
            self.remarks.append(Remark("GWR021", "warning", f"{member} is no well-formed XML and was left out: {_short(error)}"))
            return None

    def _room(self, info: zipfile.ZipInfo) -> int:
        by_ratio = max(self.limits.ratio_from, info.compress_size * self.limits.unpacked_ratio)
        return min(self.limits.unpacked_bytes - self.spent, by_ratio)


def unpacked(data: bytes, name: str, limits: Limits) -> Parts:
    """The parts of the Word file in `data`; raises Unreadable, in one line, where it is none or is too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _parts(_Unpacker(archive, name, limits))
    except _BROKEN as error:
        raise Unreadable(f"{name}: a damaged or encrypted zip archive, no Word file that can be read ({_short(error)})") from error


def _parts(unpacker: _Unpacker) -> Parts:
    main = _main_member(unpacker)
    document = _document(unpacker, main)
    found = _related(unpacker, main)
    single = {kind: next(iter(found[kind]), None) for kind in _SINGLE}
    return Parts(
        document=document,
        headers=tuple(found["header"]),
        footers=tuple(found["footer"]),
        remarks=tuple(unpacker.remarks),
        **single,
    )


def _main_member(unpacker: _Unpacker) -> str:
    """Where the package says its document is; `word/document.xml` where it says nothing."""
    for kind, target in _relations(unpacker, "_rels/.rels", ""):
        if kind == "officeDocument":
            return target
    return "word/document.xml"


def _document(unpacker: _Unpacker, member: str) -> Element:
    data = unpacker.read(member)
    if data is None:
        raise Unreadable(f"{unpacker.name}: a zip archive without {member}, no Word document")
    try:
        root = _parsed(data, f"{unpacker.name}: {member}")
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"{unpacker.name}: {member} is no well-formed XML: {_short(error)}") from error
    if local(root) != "document":
        raise Unreadable(f"{unpacker.name}: an Office file, but no Word document ({local(root)})")
    return root


def _related(unpacker: _Unpacker, main: str) -> dict[str, list[Element]]:
    folder, base = posixpath.split(main)
    found: dict[str, list[Element]] = {kind: [] for kind in (*_SINGLE, "header", "footer")}
    for kind, target in _relations(unpacker, posixpath.join(folder, "_rels", base + ".rels"), folder):
        part = unpacker.parse(target) if kind in found else None
        if part is not None:
            found[kind].append(part)
    return found


def _relations(unpacker: _Unpacker, member: str, folder: str) -> list[tuple[str, str]]:
    """(kind, member it points to) for every relationship inside the package."""
    root = unpacker.parse(member)
    out: list[tuple[str, str]] = []
    for one in root if root is not None else ():
        target = attribute(one, "Target")
        if target and attribute(one, "TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
            out.append(((attribute(one, "Type") or "").rpartition("/")[2], path))
    return out


def _parsed(data: bytes, where: str) -> Element:
    root = etree.fromstring(data, _safe())
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(f"{where} declares a document type or entities, which Word never writes; it is not read")
    return root


def _safe() -> etree.XMLParser:
    """No entity is resolved, nothing is fetched, and libxml2's own bounds on depth and size stay in force."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
