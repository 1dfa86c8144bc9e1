"""Words live in YAML files beside this one; code holds the grammar that uses them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lexicon `name`.yaml of this folder as plain values; read once, not to be edited by the caller."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C reader is ten times faster where libyaml is at hand
    loaded: dict[str, Any] = yaml.load(files(__package__).joinpath(f"{name}.yaml").read_text("utf-8"), Loader=loader)
    return loaded
