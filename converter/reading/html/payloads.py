"""A report that a script holds and prints when the page is open: found by its salutation, in the string around it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import quote, unquote

from converter.frozen import dataclass
from converter.reading.source import Stated

_SPOKEN = "各位代表"
_ESCAPED = "".join(f"\\u{ord(char):04x}" for char in _SPOKEN)
# as it is, in JSON, in JSON within JSON, in an address
_SIGNS = (_SPOKEN, _ESCAPED, _ESCAPED.replace("\\", "\\\\"), quote(_SPOKEN), quote(_ESCAPED))
_LEAST = 400  # characters of a string that holds a report
_DEEPEST = 4  # strings within strings
_NEAR = 3_000  # characters around the string in which the object says its title, source and day
_WIDEST = 2_000_000  # characters looked at on either side


@dataclass(frozen=True, slots=True)
class Payload:
    """markup: whether the string is markup, or text with line feeds; stated: what stands beside it, the title aside."""

    text: str
    markup: bool
    title: str | None
    stated: tuple[Stated, ...]


def holds(page: str) -> bool:
    """Whether the salutation stands in the page, however it is written."""
    return any(sign in page for sign in _SIGNS)


def payload(page: str) -> Payload | None:
    """The report that a script of the page holds, where the page itself does not print it."""
    for at, script in _scripts(page):
        found = _within(script[: 2 * _WIDEST], at, 0)
        if found is not None:
            return found
    return None


def _scripts(page: str) -> Iterator[tuple[int, str]]:
    """The scripts that hold the salutation, and where it stands in each."""
    for sign in _SIGNS:
        at = page.find(sign)
        while at >= 0:
            low, high = page.rfind("<script", 0, at), page.find("</script", at)
            if low >= 0 and page.find("</script", low, at) < 0:
                low = page.find(">", low) + 1
                yield at - low, page[low : high if high >= 0 else len(page)]
                at = page.find(sign, high) if high >= 0 else -1
            else:
                at = page.find(sign, at + 1)


def _within(script: str, at: int, depth: int) -> Payload | None:
    """The string around a place; where it is a program's again, the string in that."""
    if script.startswith("%", at):
        script = unquote(script)
        at = _spoken(script)
    span = _string(script, at) if at >= 0 else None
    if span is None or depth > _DEEPEST:
        return None
    text = _said(script[slice(*span)])
    if text.lstrip()[:1] in ("{", "["):
        return _within(text, _spoken(text), depth + 1)
    text = unescape(text) if "<" not in text and "&lt;" in text else text
    if len(text) < _LEAST:
        return None
    near = script[max(0, span[0] - _NEAR) : span[0]], script[span[1] : span[1] + _NEAR]
    return Payload(text, bool(_MARKUP.search(text)), *_beside(*near))


def _spoken(text: str) -> int:
    return next((at for at in (text.find(_SPOKEN), text.find(_ESCAPED)) if at >= 0), -1)


_TRIES = 400  # quotation marks of a text in front of the one that begins its string
_MARKUP = re.compile(r"</?(?:p|br|div|span|section)\b", re.I)
_OPENS, _CLOSES = ":=([,+", ",;}])+"


def _string(script: str, at: int) -> tuple[int, int] | None:
    """What stands between the quotation marks around a place; none where these are the text's own."""
    for mark in ('"', "'", "`"):
        low = _bare(script, mark, at, -1)
        tries = _TRIES
        while low >= 0 and tries and script[max(0, low - 50) : low].rstrip()[-1:] not in _OPENS:
            low, tries = _bare(script, mark, low, -1), tries - 1
        high = _bare(script, mark, at, 1)
        if 0 <= low < high and script[high + 1 : high + 200].lstrip()[:1] in _CLOSES:
            return low + 1, high
    return None


def _bare(script: str, mark: str, at: int, step: int) -> int:
    """The next such mark in this direction that no backslash escapes, or -1."""
    while True:
        at = script.find(mark, at + 1, at + _WIDEST) if step > 0 else script.rfind(mark, max(0, at - _WIDEST), max(0, at))
        before = script[max(0, at - 20) : max(0, at)]
        if at < 0 or (len(before) - len(before.rstrip("\\"))) % 2 == 0:
            return at


_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.S)
_PLAIN = {"n": "\n", "r": "\n", "t": "\t", "b": "", "f": "", "\n": ""}


def _said(raw: str) -> str:
    """What a string literal says."""
    try:
        said: str = json.loads(f'"{raw}"', strict=False)
    except ValueError:
        said = _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else _PLAIN.get(m[3], m[3]), raw)
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


_KEYS = {
    "title": ("title",),
    "source": ("source", "origin", "media", "mediaName", "media_name", "contentSource"),
    "date": ("publishTime", "publish_time", "pubDate", "pub_date", "publishDate", "pubTime", "releaseDate"),
}


def _beside(before: str, behind: str) -> tuple[str | None, tuple[Stated, ...]]:
    """The title, and what else the object says of itself: what stands nearest."""
    found: dict[str, tuple[str, str]] = {}
    for name, keys in _KEYS.items():
        some = re.compile(rf"""["']?\b({"|".join(keys)})["']?\s*[:=]\s*(["'])((?:(?!\2)[^\\]|\\.){{2,120}})\2""")
        hits = [*reversed([*some.finditer(before)]), *some.finditer(behind)]
        if hits:
            found[name] = hits[0][1], " ".join(_said(hits[0][3]).split())
    title = found.pop("title", ("", ""))[1] or None
    return title, tuple(Stated(f"script {key}", text) for key, text in found.values())
