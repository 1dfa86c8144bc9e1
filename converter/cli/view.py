"""gwr view: pages to read, compare and search documents in."""

from __future__ import annotations

import os
import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from converter.cli import exits
from converter.cli.messages import note, say
from converter.cli.output import emit
from converter.cli.papers import Papers, files
from converter.writing.files import write_whole

if TYPE_CHECKING:
    from converter.models.document import Document
    from converter.viewing.entries import Entry
    from converter.viewing.labels import Language


def run(arguments: list[str], output: Path | None, *, opened: bool, pages: bool, language: Language) -> int:
    """Write the page; the exit code says whether every document is in it."""
    folders = [a for a in arguments if Path(a).is_dir()]
    wrong = _wrong(arguments, folders, output, opened, pages)
    if wrong:
        say("gwr view", wrong)
        return exits.USAGE
    papers = Papers()
    if folders:
        text = _folder(Path(folders[0]), output or _place("index"), papers, pages, language)
    else:
        text = _page([d for argument in arguments for d in papers.read(argument)], language)
    if text is None:
        say("gwr view", "there is no document to show")
        return papers.code or exits.UNREADABLE
    _deliver(text, output, opened, "index" if folders else Path(arguments[0]).stem)
    return papers.code


def _wrong(arguments: list[str], folders: list[str], output: Path | None, opened: bool, pages: bool) -> str | None:
    """Why this call cannot be meant."""
    if find_spec("jinja2") is None:
        return "needs the extra `view`: pip install 'gwr-converter[view]'"
    if folders and len(arguments) > 1:
        return "takes one folder, or files"
    if pages and (not folders or output is None):
        return "--pages goes with a folder and -o"
    if output and any(Path(a).resolve() == output.resolve() for a in arguments):
        return f"{output} is one of the documents"
    if output and output.is_dir():
        return f"{output} is a folder; name a file in it"
    if output is None and not opened and sys.stdout is not None and sys.stdout.isatty():
        return "say where the page goes with -o, or --open it"
    return None


def _page(documents: list[Document], language: Language) -> str | None:
    """One document to read, two side by side, more as series."""
    from converter.viewing import pages

    if len(documents) > 2:
        return pages.many(documents, language)
    if len(documents) == 2:
        return pages.two(documents[0], documents[1], language)
    return pages.one(documents[0], language) if documents else None


def _folder(folder: Path, output: Path, papers: Papers, pages: bool, language: Language) -> str | None:
    from converter.viewing.pages import index

    entries = sorted(_entries(folder, output, papers, pages, language), key=lambda e: (e.place, e.year or 0, e.file))
    return index(entries, language) if entries else None


def _entries(folder: Path, output: Path, papers: Papers, pages: bool, language: Language) -> Iterator[Entry]:
    """The line of every document; its page, where asked for, lies beside the index in a folder of the same name."""
    from converter.viewing.entries import entry
    from converter.viewing.names import heading
    from converter.viewing.pages import one

    for path in files(folder):
        inside = PurePosixPath(*path.relative_to(folder).parts)
        for number, document in enumerate(papers.read(str(path))):
            link = _relative(path, output)
            if pages:
                name = f"{inside}{f'-{number + 1}' if number else ''}.html"
                target = output.parent / f"{output.stem}-pages" / name
                target.parent.mkdir(parents=True, exist_ok=True)
                write_whole(target, one(document, language).encode())
                link = f"{output.stem}-pages/{name}"
            yield entry(document, str(inside), link, heading(document, language))


def _relative(path: Path, output: Path) -> str:
    """The document as seen from the index."""
    return Path(os.path.relpath(path.resolve(), output.resolve().parent)).as_posix()


def _place(stem: str) -> Path:
    return Path(f"{stem}.html")


def _deliver(text: str, output: Path | None, opened: bool, stem: str) -> None:
    """To the file, to a file of its own for the browser, or to standard output."""
    data = text.encode()
    if output is None and not opened:
        emit(data)
        return
    if output is None:
        output = Path(tempfile.mkdtemp(prefix="gwr-")) / f"{stem}.html"
    output.parent.mkdir(parents=True, exist_ok=True)
    write_whole(output, data)
    note(f"written to {output}")
    if opened and not webbrowser.open(output.resolve().as_uri()):
        say("no browser could be started; open the file yourself")
