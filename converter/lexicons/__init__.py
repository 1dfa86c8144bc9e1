"""Words as data. Code holds grammar, these files hold vocabulary; each entry names the case that needed it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """The content of `lexicons/<name>.yaml`."""
    import yaml  # imported here: --help must not pay for it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((files(__package__) / f"{name}.yaml").read_text("utf-8"), Loader=loader)


def either(words: list[str]) -> str:
    """A regular expression source that matches any of the words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def patterns(sources: list[str]) -> str:
    """A regular expression source that matches any of the given regular expressions."""
    return "(?:" + "|".join(sources) + ")"
