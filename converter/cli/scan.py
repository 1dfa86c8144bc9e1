"""gwr scan: the reports in web archives."""

from __future__ import annotations

import json
import sys
from collections import Counter
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

from converter.cli import exits
from converter.cli.messages import note, say
from converter.cli.output import emit
from converter.cli.progress import Progress
from converter.reading.source import Unreadable
from converter.scaling import inputs
from converter.scaling.scan import Copy, Tally, copying, scan


def run(arguments: list[str], extract: Path | None) -> int:
    """Go through the archives; found reports go to standard output, one a line, and into an archive where wanted."""
    tally, code = Tally(), exits.OK
    paths = [path for path, _ in inputs.named(arguments)]
    if not paths or (extract and extract.resolve() in (Path(path).resolve() for path in paths)):
        say("gwr scan", f"{extract} would be written over what is read" if paths else "no input")
        return exits.USAGE
    progress = Progress(len(paths), 0, shown=not sys.stdout.isatty())
    with copying(extract) if extract else nullcontext() as copy:
        for path in paths:
            before = tally.records
            code = exits.worse(code, _one(path, tally, copy))
            progress.add(1, Counter(records=tally.records - before))
    progress.end()
    note(f"{tally.records} records, {tally.pages} pages, {tally.looked_at} looked at, {tally.found} reports")
    return code


def _one(path: str, tally: Tally, copy: Copy | None) -> int:
    try:
        for found in scan(path, tally, copy):
            emit((json.dumps(asdict(found), ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace"))
    except Unreadable as error:
        say(path, str(error))
        return exits.UNREADABLE
    except OSError as error:
        if error.filename != path:
            raise  # of what is written
        say(path, "no such file" if isinstance(error, FileNotFoundError) else error.strerror or str(error))
        return exits.UNREADABLE
    return exits.OK
