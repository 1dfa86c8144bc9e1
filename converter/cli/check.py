"""gwr check: findings in documents and in raw reports."""

from __future__ import annotations

from collections.abc import Iterator

from converter.checking.documents import check_document, check_report
from converter.checking.findings import Finding
from converter.checking.loading import is_document, load
from converter.cli import exits
from converter.cli.guard import failed
from converter.cli.inputs import name_of, read, reason, shown
from converter.cli.messages import safe, say
from converter.cli.output import emit
from converter.reading.source import Unreadable


def run(files: list[str]) -> int:
    """Check every file; findings go to standard output, one a line."""
    code = exits.OK
    for argument in files:
        try:
            found = list(_findings(argument))
        except Unreadable as error:
            say(shown(argument), reason(argument, error))
            code = exits.worse(code, exits.UNREADABLE)
            continue
        except Exception as error:  # noqa: BLE001 - the other files are still checked
            code = exits.worse(code, failed(shown(argument), error))
            continue
        emit("".join(f"{safe(_line(where, finding))}\n" for where, finding in found).encode())
        if any(finding.severity == "error" for _, finding in found):
            code = exits.worse(code, exits.FINDINGS)
    return code


def _findings(argument: str) -> Iterator[tuple[str, Finding]]:
    """Every finding with the name of what it was found in."""
    data, name = read(argument), name_of(argument)
    if not is_document(name, data):
        yield from ((shown(argument), finding) for finding in check_report(data, name))
        return
    documents = load(data)
    for number, document in enumerate(documents, 1):
        where = shown(argument) if len(documents) == 1 else f"{shown(argument)}:{number}"
        yield from ((where, finding) for finding in check_document(document))


def _line(where: str, finding: Finding) -> str:
    place = where if finding.line is None else f"{where}:{finding.line}"
    return f"{place}: {finding.severity} {finding.code} {finding.message}"
