"""gwr join: the pages of one report to one document."""

from __future__ import annotations

from pathlib import Path, PurePath

from converter.cli import exits
from converter.cli.convert import Form
from converter.cli.corrections import stated
from converter.cli.inputs import name_of, no_folder, read_report, reason, shown
from converter.cli.messages import note, say
from converter.cli.output import emit
from converter.reading.source import Source, Unreadable
from converter.writing.files import portable, write_whole

SAID = ("GWR041", "GWR042", "GWR043", "GWR044", "GWR045")  # missing, twice, put in order, order unknown, seam does not fit
FINDINGS = ("GWR041", "GWR042", "GWR045")


def run(pages: list[str], folder: Path | None, form: Form, *, name: str | None, url: str | None, retrieved_at: str | None) -> int:
    """Join the pages and write their document; all of them must be readable, a page left out would be a gap nobody asked for."""
    wrong = no_folder(folder)
    if wrong:
        say("gwr join", wrong)
        return exits.USAGE
    sources, code = _read(pages)
    if code != exits.OK:
        return code
    from converter.joining import join

    try:
        source = join(sources, name or sources[0].name, url=url, retrieved_at=retrieved_at)
    except Unreadable as error:
        say("gwr join", str(error))
        return exits.UNREADABLE
    target = folder / f"{portable(PurePath(source.name).stem)}.json" if folder else None
    if target and any(Path(page).resolve() == target.resolve() for page in pages):
        say("gwr join", f"{target} would be overwritten by its own document")
        return exits.USAGE
    _write(source, target, form)
    for remark in source.remarks:
        if remark.code in SAID:
            say("gwr join", remark.message)
    return exits.FINDINGS if any(remark.code in FINDINGS for remark in source.remarks) else exits.OK


def _read(pages: list[str]) -> tuple[list[Source], int]:
    from converter.reading import read

    sources, code = [], exits.OK
    for argument in pages:
        try:
            sources.append(read(read_report(argument), name_of(argument), **stated(argument)))
        except Unreadable as error:
            say(shown(argument), reason(argument, error))
            code = exits.UNREADABLE
    return sources, code


def _write(source: Source, target: Path | None, form: Form) -> None:
    from converter.pipeline import document
    from converter.writing.documents import dumps

    data = dumps(document(source), compact=form.compact, offsets=form.offsets).encode()
    if target is None:
        emit(data)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, data)
    note(f"written to {target}")
