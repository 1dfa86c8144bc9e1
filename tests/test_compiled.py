"""Which modules `make compiled` has compiled: none that mypyc would make another program of."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]


def files(patterns: list[str]) -> set[Path]:
    """The sources that these patterns of the build name."""
    found = {pattern: set(ROOT.glob(pattern.removeprefix("/"))) for pattern in patterns}
    assert all(found.values()), f"names nothing: {[pattern for pattern, some in found.items() if not some]}"
    return set().union(*found.values())


COMPILED = sorted(files(HOOK["include"]) - files(HOOK["exclude"]))
# What mypyc takes for something else, or refuses when it is run: a value found out once is found out each time, a class has no __dict__.
OTHERWISE = ("cached_property", "vars(self)", "__getattr__")


def test_they_are_asked_for_alone() -> None:
    """Whoever says nothing gets a wheel for every platform."""
    assert HOOK["enable-by-default"] is False


@pytest.mark.parametrize("path", COMPILED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_meant_otherwise(path: Path) -> None:
    """No compiled module says what mypyc takes for something else."""
    text = path.read_text("utf-8")
    assert not [word for word in OTHERWISE if word in text], "leave the module out of the build's list, or write it out"


@pytest.mark.parametrize("path", sorted(files(HOOK["exclude"])), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_none_is_left_out_without_need(path: Path) -> None:
    """A module is left out for such words alone."""
    assert any(word in path.read_text("utf-8") for word in OTHERWISE)
