"""gwr plot: a panel as pictures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from converter.cli import exits
from converter.cli.messages import counted, note, say
from converter.plotting.pages import index, page
from converter.plotting.panels import NoPanel, rows
from converter.plotting.series import Series, collect
from converter.writing.export.whole import whole

_FORMATS = (".svg", ".png", ".html")


def run(panel: Path, output: Path, *, places: Sequence[str], indicator: str, gallery: bool, force: bool) -> int:
    """Draw; the exit code says whether there was anything to draw."""
    wrong = _refused(panel, output, gallery, force)
    if wrong:
        say("gwr plot", wrong)
        return exits.USAGE
    try:
        found = collect(rows(panel), indicator, places)
    except NoPanel as error:
        say(str(panel), str(error))
        return exits.UNREADABLE
    lost = [asked for asked in places if not any(asked in (s.place, s.name) for s in found)]
    if not found or lost:
        say(str(panel), f"holds no figures of {indicator}" + (f" for {', '.join(lost)}" if lost else ""))
    if not found:
        return exits.FINDINGS
    try:
        with whole(output) as draft:
            said = _gallery(draft, found) if gallery else _picture(draft, output.suffix.lower(), found if places else found[:1])
    except ImportError as error:
        say("gwr plot", f"needs {error.name}, which is not installed: pip install 'gwr-converter[plot]'")
        return exits.FAILURE
    note(f"{said}, written to {output}")
    return exits.FINDINGS if lost else exits.OK


def _refused(panel: Path, output: Path, gallery: bool, force: bool) -> str | None:
    if output.exists() and not force:
        return f"{output} exists; --force replaces it"
    if gallery and (output.suffix or output.is_file()):
        return "--gallery writes a folder: give a name without a suffix"
    if gallery and output.is_dir() and any(output.iterdir()) and not (output / "index.html").exists():
        return f"{output} is a folder that no gallery was written to; it is left alone"
    if not gallery and output.suffix.lower() not in _FORMATS:
        return f"{output.name}: pictures are {' '.join(_FORMATS)}"
    if not output.absolute().parent.is_dir():
        return f"{output.parent} is no folder"
    return None if panel.is_file() else f"{panel}: no such file"


def _picture(draft: Path, suffix: str, found: Sequence[Series]) -> str:
    from converter.plotting.draw import draw, has_chinese

    if suffix == ".png" and not has_chinese():
        say("gwr plot", "no Chinese font on this machine: characters will be boxes (Debian: fonts-noto-cjk)")
    data = draw(found, "png" if suffix == ".png" else "svg")
    draft.write_bytes(page(_title(found), data.decode(), found).encode() if suffix == ".html" else data)
    return counted(len(found), "place")


def _gallery(draft: Path, found: Sequence[Series]) -> str:
    from converter.plotting.draw import draw

    draft.mkdir()
    pages = []
    for series in sorted(found, key=lambda s: s.place):
        name = f"{re.sub(r'[^0-9A-Za-z一-鿿]+', '_', series.place)}.html"
        (draft / name).write_text(page(_title([series]), draw([series], "svg").decode(), [series]), "utf-8", newline="\n")
        pages.append((name, series.name))
    (draft / "index.html").write_text(index(pages), "utf-8", newline="\n")
    return counted(len(pages), "page")


def _title(found: Sequence[Series]) -> str:
    return f"{'、'.join(s.name for s in found)} {found[0].indicator}"
