"""gwr convert: raw reports to documents."""

from __future__ import annotations

import os
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from converter.cli import exits
from converter.cli.corrections import corrected, said_stale, stated
from converter.cli.guard import failed
from converter.cli.inputs import name_of, no_folder, read_report, reason, shown
from converter.cli.messages import detail, note, say
from converter.cli.output import emit
from converter.collection import paused
from converter.reading.sidecar import belongs
from converter.reading.source import Unreadable
from converter.writing.files import portable
from converter.writing.offsets import Offsets


@dataclass(frozen=True, slots=True)
class Form:
    """How documents are written."""

    compact: bool = False
    offsets: Offsets = "code_points"


def run(inputs: list[str], folder: Path | None, form: Form, *, url: str | None, retrieved_at: str | None) -> int:
    """Convert every input; the exit code says whether all went well."""
    inputs = _reports(inputs)
    targets = [] if folder is None else [folder / f"{portable(PurePath(name_of(argument)).stem)}.json" for argument in inputs]
    wrong = (
        no_folder(folder)
        or _clash(inputs, targets)
        or (len(inputs) > 1 and (url or retrieved_at) and "--url and --retrieved-at go with one input only")
    )
    if wrong:
        say("gwr convert", wrong)
        return exits.USAGE
    if folder is not None and not _made(folder):
        return exits.USAGE
    code, written = exits.OK, 0
    kinds: Counter[str] = Counter()
    form = replace(form, compact=form.compact or (not targets and len(inputs) > 1))
    for number, argument in enumerate(inputs):
        with paused():  # the first one imports the whole conversion, and all of that stays
            outcome = _one(argument, targets[number] if targets else None, form, url, retrieved_at, kinds)
        code, written = exits.worse(code, outcome), written + (outcome in (exits.OK, exits.FINDINGS))
    if folder is not None:
        note(f"{written} of {len(inputs)} converted, written to {folder}")
        if others := kinds["resolution"] + kinds["other"]:
            note(f"not government work reports by their document_type: {others}")
    return code


def _one(argument: str, target: Path | None, form: Form, url: str | None, retrieved_at: str | None, kinds: Counter[str]) -> int:
    """Convert one input and write its document; a failure is said in one line and returned as an exit code."""
    from converter.pipeline import convert
    from converter.writing.documents import dumps
    from converter.writing.files import write_whole

    start = time.perf_counter()
    try:
        document = convert(read_report(argument), name_of(argument), **stated(argument, url, retrieved_at), **corrected(argument))
        data = dumps(document, compact=form.compact, offsets=form.offsets).encode()
    except Unreadable as error:
        folder = os.path.isdir(argument)  # noqa: PTH112 - Path.is_dir raises where a name is too long
        say(shown(argument), f"is a folder; gwr batch {argument} -o DIR converts it" if folder else reason(argument, error))
        return exits.UNREADABLE
    except BaseException as error:  # noqa: BLE001 - the other inputs are still converted
        return failed(shown(argument), error)
    if target is None:
        emit(data)
    else:
        write_whole(target, data)
    kinds[document.document_type] += 1
    detail(shown(argument), f"converted in {time.perf_counter() - start:.2f} s; {len(document.diagnostics)} diagnostics")
    return exits.FINDINGS if said_stale(document) else exits.OK


def _reports(inputs: list[str]) -> list[str]:
    """The inputs without files that lie beside a report and say something of it, as reports/* names them too."""
    kept = [argument for argument in inputs if not belongs(argument)]
    for argument in inputs if kept else ():
        if belongs(argument):
            detail(argument, "goes with a report; passed over")
    return kept or inputs


def _clash(inputs: list[str], targets: list[Path]) -> str | None:
    """Why these targets cannot be written: two inputs with one target, or an input that would be written over."""
    taken: dict[str, str] = {}  # by small letters: some file systems know no others
    for argument, target in zip(inputs, targets, strict=False):
        key = str(target).lower()
        if key in taken:
            return f"{taken[key]} and {argument} would both be written to {target}; convert them into different folders"
        if Path(argument).resolve() == target.resolve():
            return f"{argument} would be overwritten by its own document"
        taken[key] = argument
    return None


def _made(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        say("gwr convert", f"cannot write to {folder}", "it is a file" if folder.is_file() else error.strerror or str(error))
        return False
    return True
