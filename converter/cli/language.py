"""Messages in Chinese: GWR_LANG (zh, en), else the language of the machine. Documents and reports for programs stay as they are."""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("messages_zh.yaml")
_VARIABLES = ("GWR_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def chinese() -> bool:
    """Whether people are spoken to in Chinese: the first of the variables that says something decides."""
    said = next((value for name in _VARIABLES if (value := os.environ.get(name))), None)
    if said is None and sys.platform == "win32":
        import locale

        said = locale.getlocale()[0]  # Chinese (Simplified)_China
    return (said or "").lower().startswith(("zh", "chinese"))


def spoken(message: str) -> str:
    """The message in the language of who reads it; one that the table does not have, or has in part, stays English so far."""
    return _translated(message) if chinese() else message


def _translated(message: str) -> str:
    for pattern, chinese in _table():
        found = pattern.fullmatch(message)
        if found:
            return chinese.format(None, *map(_listed, found.groups()))  # {1} is the first
    name, mark, rest = message.partition(": ")
    return f"{name}: {_translated(rest)}" if mark else message


def _listed(words: str) -> str:
    """What stands in a hole: a message itself, or several."""
    return "，".join(said) if (said := [_translated(one) for one in words.split(", ")]) != words.split(", ") else words


@cache
def _table() -> tuple[tuple[re.Pattern[str], str], ...]:
    """English message with {} for what differs → Chinese one with {1}, {2} … for it, those with most words first."""
    from converter import words

    rows: dict[str, str] = words.read(_TABLE)
    order = sorted(rows, key=lambda english: -len(english.replace("{}", "")))
    return tuple((re.compile("(.*)".join(map(re.escape, english.split("{}"))), re.S), rows[english]) for english in order)
