"""What the interface calls things, in Chinese and English."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from converter import words
from converter.models.codelists import words as codes

Language = Literal["zh", "en"]
Label = tuple[str, str]

_WORDS = Path(__file__).with_name("words.yaml")


@cache
def labels() -> Mapping[str, Label]:
    """Key → (Chinese, English): the words of the interface, and `list.code` for every code of the code lists."""
    own = {key: (zh, en) for key, (zh, en) in words.read(_WORDS).items()}
    return own | {f"{name}.{code}": _of_code(name, code, *label) for name, table in codes().items() for code, label in table.items()}


def _of_code(name: str, code: str, label: str, meaning: str) -> Label:
    # The meanings of indicators are their English names; elsewhere they are explanations, and the code is the name.
    return label, meaning.partition(";")[0] if name == "indicator" else code.replace("_", " ")


def label(key: str, language: Language) -> str:
    """The word in one language; a key that no list knows names itself, without its list."""
    found = labels().get(key)
    return key.rpartition(".")[2] if found is None else found[language == "en"]


def dictionary(keys: set[str]) -> str:
    """The words of these keys as JSON that may stand inside a script element."""
    table = {key: labels()[key] for key in sorted(keys) if key in labels()}
    return for_script(table)


def for_script(value: object) -> str:
    """JSON without the characters that could end a script element or a line of script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
