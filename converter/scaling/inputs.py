"""What the arguments of a large run name: files, folders, patterns, lists, and web archives, in an order that does not change."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from converter.reading.sidecar import belongs

ARCHIVES = (".warc", ".warc.gz")
DOCUMENTS = (".json", ".ndjson", ".jsonl")  # what runs leave; no raw report


Left = Callable[[str, str], None]


def _untold(_path: str, _why: str) -> None:
    """For who does not want to know."""


def named(arguments: Sequence[str], lists: Iterable[Iterable[str]] = (), left: Left = _untold) -> Iterator[tuple[str, str]]:
    """(path, name for the output) of every input: arguments first, then the lines of the lists; one that comes twice is taken once.

    left: told of what lies in a folder and is not taken, and why.
    """
    seen: set[str] = set()
    lines = (line.strip() for entries in lists for line in entries)
    for argument in (*arguments, *(line for line in lines if line)):
        for path, name in _spread(argument, left):
            if path not in seen:
                seen.add(path)
                yield path, name


def is_archive(path: str) -> bool:
    """Whether a file is a web archive, by its name: nothing is opened before its turn."""
    return path.lower().endswith(ARCHIVES)


def _spread(argument: str, left: Left) -> Iterator[tuple[str, str]]:
    """A folder stands for the files in it at any depth, a pattern for what fits it; anything else for itself, there or not.

    A pattern that nothing fits is no file that is there: who mistypes it is told.
    """
    path = Path(argument)
    if os.path.isdir(argument):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        yield from ((str(file), str(file.relative_to(path))) for file in _files(path) if _own(file, path, left))
        return
    found: list[Path] = []
    if glob.has_magic(argument) and not os.path.lexists(argument):
        found = [Path(name) for name in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207 - a pattern may be absolute
        yield from ((str(file), file.name) for file in found if file.is_file() and not belongs(file.name))
    if not found:
        yield argument, path.name


def _own(file: Path, folder: Path, left: Left) -> bool:
    """A file of the folder itself. Whoever made the folder must not have other files of this machine read, nor a pipe waited for."""
    if file.is_symlink() and not _inside(file, folder):
        left(str(file), "a link that leads out of its folder; to have it read, name it")
        return False
    if file.exists() and not file.is_file() and not file.is_dir():
        left(str(file), "no file but a pipe, a device or a socket")
        return False
    return True


def _inside(link: Path, folder: Path) -> bool:
    """Whether a link leads to something in the folder; one that leads to itself leads nowhere, and reading it says so."""
    try:
        return link.resolve().is_relative_to(folder.resolve())
    except RuntimeError:
        return True


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder, and the folders that may not be looked into, so that they are told and nothing is left out in silence."""
    closed: list[Path] = []
    for here, folders, files in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() not in DOCUMENTS and not belongs(name):
                yield Path(here) / name
    yield from closed
