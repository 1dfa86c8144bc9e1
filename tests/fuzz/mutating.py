"""Structure-aware mutations: of lines and numbering, of markup, of the parts of a Word file, of encodings."""
# ruff: noqa: E501 - tables of examples; their full-width characters count double

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from html import escape
from random import Random

from tests.fuzz.inputs import ENCODINGS
from tests.reading.word import zipped
from tests.test_conservation_property import MUTATIONS

Bytes = Callable[[bytes, Random], bytes]

MARKS = (
    *("一、", "二、", "十一、", "(一)", "（二）", "1.", "2．", "（1）", "①", "第一,", "一是", "二是", "——", "第一章", "第三部分"),
    *("各位代表:", "各位代表，", "请予审议", "2025年政府工作报告", "名词解释", "注释:", "[1]", "〔2〕", "目录", "上一篇:", "来源：", "附件："),
    *("增长5%", "增长6.5%左右", "突破1,000亿元", "年均增长", "分别增长1%、2%和3%", "十四五", "去年", "XX", "***", "××", "二〇二五年一月三日"),
    *("\n", "\n\n", "\t", " ", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u202e", "\u2028", "\u0085", "\x0b", "\x1c", "\x00", "�", "\U0001f600", "e\u0301"),
    *("。", "；", "：", "，", "、", "《", "》", "“", "”", "（", "）", "(", ")", "%", "％", "-", "0", "９", "亿", "万", "元"),
)
_NUMBER = re.compile(r"[0-9０-９一二三四五六七八九十百千万亿〇零两]+")
NUMBERS = ("0", "00", "9" * 40, "9" * 400, "1" * 5000, "1.2.3", "-1", "1e999", "十十", "〇", "一百零", "万亿", "３．５", "0.0000001", "99999999999999999999亿", "½", "²", "৩")


def lines(data: bytes, chance: Random) -> bytes:
    """Lines dropped, doubled, glued, broken, shuffled, widened, strewn."""
    text, codec = decoded(data)
    return recoded("\n".join(chance.choice(MUTATIONS)(text.split("\n"), chance)), codec)


def marked(data: bytes, chance: Random) -> bytes:
    """Numbering, formulas, blanks and odd characters put in somewhere, once or repeated."""
    text, codec = decoded(data)
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(MARKS) * chance.choice((1, 1, 1, 2, 30)) + text[at:]
    return recoded(text, codec)


def numbered(data: bytes, chance: Random) -> bytes:
    """A number becomes another."""
    text, codec = decoded(data)
    found = list(_NUMBER.finditer(text))
    if not found:
        return data
    here = chance.choice(found)
    return recoded(text[: here.start()] + chance.choice(NUMBERS) + text[here.end() :], codec)


def cut(data: bytes, chance: Random) -> bytes:
    """Cut at any byte, in front or behind."""
    at = chance.randrange(len(data) + 1)
    return data[:at] if chance.random() < 0.7 else data[at:]


def encoded(data: bytes, chance: Random) -> bytes:
    """In another encoding, or with a few bytes of another in it."""
    text, _ = decoded(data)
    if chance.random() < 0.5:
        return text.encode(chance.choice(ENCODINGS), "replace")
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes(chance.randrange(256) for _ in range(chance.randrange(1, 6))) + data[at:]


def decoded(data: bytes) -> tuple[str, str]:
    """The text in the first encoding that fits, with that encoding."""
    for codec in ("utf-8", "gb18030"):
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace"), "utf-8"


def recoded(text: str, codec: str) -> bytes:
    """The text in an encoding, whatever is in it."""
    return text.encode(codec, "replace")


_TAG = re.compile(r"<[^<>]{0,300}>")
TAGS = (
    *("<p>", "</p>", "<div>", "</div>", "<br>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<b>", "</b>", "<a href=x>", "</a>"),
    *("<script>", "</script>", "<style>", "</style>", "<!--", "-->", "<![CDATA[", "]]>", "<template>", "<textarea>", "<title>", "<noscript>"),
    *("<svg>", "<math>", "<select><option>", "<frameset>", "<plaintext>", "<xmp>", "</html>", "</body>", "<body>", "<?xml?>", "<!DOCTYPE x>"),
    *('<meta charset="gbk">', '<meta name="PubDate" content="2024-13-45">', '<script type="application/ld+json">{"@type":[[]]}</script>'),
    *("&nbsp;", "&#0;", "&#xD800;", "&#x110000;", "&lt;p&gt;", "&amp", "&#8238;", '<td rowspan="65535" colspan="-1">', "<sup>[1]</sup>"),
)


def markup(data: bytes, chance: Random) -> bytes:
    """Tags dropped, doubled, moved and put in."""
    text, codec = decoded(data)
    found = list(_TAG.finditer(text))
    tag = chance.choice(found) if found else None
    kind = chance.random()
    if tag and kind < 0.3:
        return recoded(text[: tag.start()] + text[tag.end() :], codec)
    at = chance.randrange(len(text) + 1)
    put = tag[0] if tag and kind < 0.5 else chance.choice(TAGS)
    return recoded(text[:at] + put * chance.choice((1, 1, 2, 300)) + text[at:], codec)


WORD = (
    *("<w:p>", "</w:p>", "<w:p/>", "<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", "<w:br/>", "<w:tab/>", '<w:sym w:char="F0A7"/>', "<w:cr/>"),
    *('<w:gridSpan w:val="99999"/>', '<w:vMerge/>', "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", '<w:footnoteReference w:id="2"/>'),
    *('<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr>', '<w:ilvl w:val="9999999999"/>', '<w:numId w:val="x"/>', "<w:t>一、</w:t>"),
    *('<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>', '<w:start w:val="2147483648"/>', '<w:lvlText w:val="%9%1%0%"/>'),
    *('<w:numFmt w:val="chineseCounting"/>', '<w:outlineLvl w:val="0"/>', "<mc:AlternateContent><mc:Choice/></mc:AlternateContent>", "<w:sdt>"),
)


def word(data: bytes, chance: Random) -> bytes:
    """A part of a Word file with elements, text or bytes changed; or a part gone, or put under another name."""
    members = unzipped(data)
    if not members:
        return data
    name = chance.choice([*members, *[one for one in members if "document" in one]])
    kind = chance.random()
    if kind < 0.05:
        del members[name]
    elif kind < 0.1:
        members[chance.choice(list(members))] = members[name]
    else:
        part = chance.choice((word_elements, word_elements, word_text, word_text, word_text, markup, marked, cut))
        members[name] = part(members[name], chance)
    return zipped(members)


def word_elements(data: bytes, chance: Random) -> bytes:
    """Elements dropped, doubled and put in, at the edge of others so that the XML mostly stays well-formed."""
    text = data.decode("utf-8", "replace")
    edges = [found.end() for found in re.finditer(r"</w:(?:p|r|t|pPr|tbl|tr|tc)>|<w:p>|<w:r>", text)]
    if not edges:
        return data
    at = chance.choice(edges)
    if chance.random() < 0.3:
        other = chance.choice(edges)
        low, high = sorted((at, other))
        return (text[:low] + text[high:] if chance.random() < 0.5 else text[:high] + text[low:high][:3000] + text[high:]).encode()
    return (text[:at] + chance.choice(WORD) + text[at:]).encode("utf-8", "replace")


def word_text(data: bytes, chance: Random) -> bytes:
    """The text of one run changed, so that the XML stays well-formed."""
    text = data.decode("utf-8", "replace")
    found = list(re.finditer(r">([^<>]+)<", text))
    if not found:
        return data
    here = chance.choice(found)
    said = chance.choice((marked, numbered, lines))(here[1].encode(), chance).decode("utf-8", "replace")
    return (text[: here.start(1)] + escape("".join(c for c in said if c >= " " or c in "\n\t"), quote=False) + text[here.end(1) :]).encode()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The small members of an archive; none where it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {one.filename: archive.read(one) for one in archive.infolist() if one.file_size < 500_000}
    except Exception:  # noqa: BLE001 - a spoilt archive raises whatever it likes
        return {}


TEXT: tuple[Bytes, ...] = (lines, lines, marked, marked, numbered, cut, encoded)
HTML: tuple[Bytes, ...] = (markup, markup, markup, lines, marked, numbered, cut, encoded)
DOCX: tuple[Bytes, ...] = (*(word,) * 15, cut)


def anything(data: bytes, chance: Random) -> bytes:
    """The mutation that the format of the input asks for."""
    table = DOCX if data.startswith(b"PK") else HTML if b"<" in data[:200] else TEXT
    return chance.choice(table)(data, chance)


def several(data: bytes, chance: Random, table: tuple[Bytes, ...], most: int = 4) -> bytes:
    """Several mutations, one after the other."""
    for _ in range(chance.randrange(1, most + 1)):
        data = chance.choice(table)(data, chance)
    return data
