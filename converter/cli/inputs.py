"""Inputs named on the command line."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from converter.reading.files import bounded, drawn, whole
from converter.reading.limits import LIMITS
from converter.reading.source import Unreadable

STDIN = "-"
_ADDRESS = re.compile("https?://", re.I)
_DOCUMENTS = (".json", ".ndjson", ".jsonl")
_STATE, _MANIFEST = ".batch", "manifest.ndjson"  # a run's, as converter.scaling calls them


def read_report(argument: str) -> bytes:
    """The bytes of a raw report; one above the limit is refused before it fills the memory, and so is a stream without end."""
    return read(argument, LIMITS.input_bytes)


def read(argument: str, most: int = sys.maxsize) -> bytes:
    """The bytes of a file, or of standard input for `-`; Unreadable with the reason in one line, also where there are more than `most`."""
    try:
        if not argument:  # a variable of the shell that is not set; as a path it would be this folder
            raise FileNotFoundError
        if argument == STDIN:
            return drawn(sys.stdin.buffer, name_of(STDIN), most) if sys.stdin else b""
        return bounded(Path(argument), most)
    except IsADirectoryError:
        raise Unreadable("is a folder; name the files in it") from None
    except FileNotFoundError:
        raise Unreadable("is an address; fetch it first" if _ADDRESS.match(argument) else "no such file") from None
    except PermissionError:
        raise Unreadable("no permission to read it") from None
    except MemoryError:
        raise Unreadable("too large for the memory of this machine") from None
    except (OSError, ValueError) as error:
        raise Unreadable(getattr(error, "strerror", None) or str(error)) from None


def documents_in(folder: Path, *, deep: bool) -> list[Path]:
    """The documents in a folder, in order; of a folder that `gwr batch` wrote those at any depth, and not what the run tells of itself."""
    try:
        batch = (folder / _STATE).is_dir()
        found = folder.rglob("*") if deep or batch else folder.iterdir()
        own = [path for path in found if path.suffix.lower() in _DOCUMENTS and path.is_file()]
    except PermissionError:
        return [folder]  # which whoever reads it is told of
    return sorted(path for path in own if not _told(path) and _STATE not in path.relative_to(folder).parts)


def _told(path: Path) -> bool:
    """Whether this is the manifest of a run, which says something of documents and is none."""
    return path.name == _MANIFEST and (path.parent / _STATE).is_dir()


def looked_at(argument: str) -> list[str]:
    """A folder stands for the documents in it; where it holds none, for the raw reports in it, at any depth."""
    if argument == STDIN or not os.path.isdir(argument):  # noqa: PTH112 - Path.is_dir raises where a name is too long
        return [argument]
    from converter.scaling.inputs import named

    return [str(path) for path in documents_in(Path(argument), deep=False)] or [path for path, _ in named([argument])] or [argument]


def no_folder(output: Path | None) -> str | None:
    """Why documents cannot be meant to go there: a file was named, as other programs take it after -o."""
    if output is None or output.suffix.lower() not in _DOCUMENTS or output.is_dir():
        return None
    return f"-o takes a folder, and {output} is called as a file; without -o one document goes to standard output (> {output})"


def name_of(argument: str) -> str:
    """The name a document carries for this input: the file's, without folder, in whole characters."""
    return "stdin" if argument == STDIN else whole(Path(argument).name)


def shown(argument: str) -> str:
    """How messages call this input."""
    return "standard input" if argument == STDIN else argument


def reason(argument: str, error: Unreadable) -> str:
    """Why an input could not be read, without its name: readers put it in front, and so do our messages."""
    return str(error).removeprefix(f"{name_of(argument)}: ")
