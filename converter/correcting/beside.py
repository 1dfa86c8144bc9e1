"""Where the corrections of a file lie: NAME.corrections.yaml for NAME.txt, NAME.html …"""

from __future__ import annotations

from pathlib import Path

from converter.correcting.entries import SUFFIX, Entry, load
from converter.reading.files import bounded, there
from converter.reading.handwritten import LARGEST


def beside(path: Path) -> Path:
    """The file of corrections that belongs to a report's file."""
    return path.with_name(f"{path.stem}{SUFFIX}")


def entries_beside(path: Path) -> tuple[Entry, ...]:
    """The corrections beside a file; none where there is no such file. Raises Unreadable with file and line, and OSError."""
    if not path.name or not there(beside(path)):
        return ()
    return load(bounded(beside(path), LARGEST), str(beside(path)))
