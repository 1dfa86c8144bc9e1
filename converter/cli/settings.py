"""Settings of a project: the table [tool.gwr] of the nearest pyproject.toml, as defaults of the options.

    [tool.gwr]
    lexicon = ["words.yaml"]       # of every command that has the option
    [tool.gwr.check]
    fail-on = "warning"            # of one command

What is said on the command line or in the environment goes before it. Files are named from where pyproject.toml lies.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from typer.core import TyperGroup, TyperOption

_NAME = "pyproject.toml"
_TABLE = re.compile(rb"\[\s*tool\s*\.\s*gwr\b|^\s*tool\s*\.\s*gwr\b|\[\s*tool\s*\]", re.M)  # asked before anything is imported to read it
_PATHS = ("FILE", "DIR")  # what options that name files call their value
Table = dict[str, Any]


class Wrong(ValueError):
    """A table that the program does not know; one line. Not Unreadable: help must not pay for importing it."""


def defaults(program: Callable[[], TyperGroup], folder: Path | None) -> Table:
    """Values of options by command, where a table has any. Raises Wrong with the file for a table that the program does not know."""
    path = next((here / _NAME for here in (folder, *folder.parents) if (here / _NAME).is_file()), None) if folder else None
    table = _read(path) if path else {}
    return _spread(program(), table, path) if path and table else {}


def _read(path: Path) -> Table:
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    if not _TABLE.search(data):
        return {}
    import tomllib

    try:
        found = tomllib.loads(data.decode("utf-8-sig")).get("tool", {}).get("gwr", {})
    except (ValueError, RecursionError) as error:
        raise Wrong(f"{path}: no TOML: {error}") from None
    return found if isinstance(found, dict) else {}


def _spread(program: TyperGroup, table: Table, path: Path) -> Table:
    """The table as commands look values up: those of all commands, then each command's own."""
    options = {name: _options(command) for name, command in program.commands.items()}
    known = {key for own in options.values() for key in own}
    shared = {key: value for key, value in table.items() if key not in options}
    _refuse(path, shared, {*known, *options})
    out: Table = {}
    for name, own in options.items():
        given = table.get(name, {})
        if not isinstance(given, dict):
            raise Wrong(f"{path}: [tool.gwr.{name}] is a table")
        _refuse(path, given, set(own))
        said = {key: value for key, value in shared.items() if key in own} | given
        out[name] = {str(own[key].name): _value(own[key], key, value, path) for key, value in said.items()}
    return out


def _options(command: Any) -> dict[str, TyperOption]:
    """The options of a command by the name people write, without dashes in front."""
    found = [one for one in command.params if isinstance(one, TyperOption) and one.name != "help"]
    return {name.lstrip("-"): one for one in found for name in one.opts if name.startswith("--")}


def _refuse(path: Path, given: Table, known: set[str]) -> None:
    for key in given:
        if key not in known:
            raise Wrong(f"{path}: [tool.gwr] does not know {key!r}; it knows {', '.join(sorted(known))}")


def _value(option: TyperOption, key: str, value: Any, path: Path) -> Any:
    """A value as the option takes it, one word for a list of one; files lie where the table does. Raises Wrong."""
    if not option.multiple:
        return _one(option, key, value, path)
    return [_one(option, key, one, path) for one in (value if isinstance(value, list) else [value])]


def _one(option: TyperOption, key: str, value: Any, path: Path) -> Any:
    if option.metavar in _PATHS:
        if not isinstance(value, str):
            raise Wrong(f"{path}: [tool.gwr] {key}: {value!r} is no name of a file")
        return str(path.parent / value)
    if not isinstance(value, str | int | float):
        raise Wrong(f"{path}: [tool.gwr] {key}: {value!r} is neither text nor a number")
    return value
