"""What lies beside an input: NAME.corrections.yaml and NAME.source.yaml for NAME.txt, NAME.html …"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from converter.cli.inputs import STDIN
from converter.cli.messages import say
from converter.reading.files import there
from converter.reading.source import Unreadable

if TYPE_CHECKING:
    from converter.models.document import Document


def corrected(argument: str) -> dict[str, Any]:
    """The corrections of an input as `convert` takes them; nothing where there are none. Unreadable names file and line."""
    if argument == STDIN or not _any(Path(argument)):
        return {}
    from converter.correcting import entries_beside

    try:
        return {"entries": entries_beside(Path(argument))}
    except OSError as error:
        raise Unreadable(f"its corrections cannot be read: {error.strerror or error}") from None


def stated(argument: str, url: str | None = None, retrieved_at: str | None = None) -> dict[str, Any]:
    """Where and when an input was fetched: as the call says, else as NAME.source.yaml beside it. Unreadable names file and line."""
    from converter.reading.sidecar import Fetched, fetched

    said = Fetched(url, retrieved_at)
    try:
        return (said if argument == STDIN else said.over(fetched(Path(argument))))._asdict()
    except OSError as error:
        raise Unreadable(f"what is said of its source cannot be read: {error.strerror or error}") from None


def beside(argument: str) -> dict[str, Any]:
    """All that lies beside an input and holds for every conversion of it."""
    return {**stated(argument), **corrected(argument)}


def _any(path: Path) -> bool:
    """Whether a file of corrections lies there; asked before anything is imported for it."""
    return bool(path.name) and there(path.with_name(f"{path.stem}.corrections.yaml"))


def said_stale(document: Document) -> bool:
    """Says which corrections were not applied; whether there are any."""
    stale = [one.message for one in document.diagnostics if one.code == "GWR051"]
    for message in stale:
        say(message)
    return bool(stale)
