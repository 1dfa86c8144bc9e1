"""gwr: Chinese government work reports to validated JSON.

The public names are those of converter.api (docs/api.md); they are loaded when one is used, so that importing costs nothing.
"""

from typing import Any

__version__ = "0.1.0"
__all__ = ["Failure", "Finding", "Options", "Report", "Unreadable", "check", "convert", "convert_all", "dumps", "join", "read"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("converter.api"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
