"""gwr --version: the program, and what it is built on."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from importlib import metadata

from converter import __version__
from converter.lexicons import version
from converter.models.published import SCHEMA_VERSION

_DISTRIBUTION = "gwr-converter"


def lines() -> Iterator[str]:
    """The version alone on the first line, for programs; then schema, lexicons, Python, and every dependency with its version."""
    yield f"gwr {__version__}"
    yield f"schema {SCHEMA_VERSION}"
    yield f"lexicons {version()}"
    yield f"python {platform.python_version()} {platform.system()} {platform.machine()}"
    for name in _dependencies():
        yield f"{name} {_installed(name)}"


def _dependencies() -> list[str]:
    """What gwr needs, then what its extras need; what only its development needs is left out."""
    try:
        required = metadata.requires(_DISTRIBUTION) or []
    except metadata.PackageNotFoundError:  # run from a checkout
        return []
    kept = [one for one in required if not re.search(r"extra == .(?:dev|all).", one)]
    return list(dict.fromkeys(re.split(r"[^\w.-]", one, maxsplit=1)[0] for one in kept))


def _installed(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"
