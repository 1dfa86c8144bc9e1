"""What became of one document or raw report: three verdicts, the findings, and what was not checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from converter.checking.documents import Json, check_document, checked_report
from converter.checking.findings import Finding
from converter.checking.loading import is_document, load
from converter.checking.raw import in_raw
from converter.reading.source import Unreadable

VERDICTS = ("schema", "consistency", "confidence")
_TITLES = {"schema": "valid", "consistency": "consistent", "confidence": "confidently read"}
_LAW = ("GWR111", "GWR112", "GWR113", "GWR114", "GWR115", "GWR116", "GWR121")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One document, or one raw report. `file` is as named, `number` counts the documents of a file that holds several."""

    file: str
    number: int | None = None
    findings: tuple[Finding, ...] = ()
    source: str | None = None
    """Name of the raw source, where the file is a document."""
    unreadable: str | None = None
    """Why it could not be read; nothing else is said then."""
    failed: bool = False
    """Whether that is a fault of gwr."""

    @property
    def name(self) -> str:
        """The file, with the number of the document where it holds several."""
        return self.file if self.number is None else f"{self.file}:{self.number}"

    @property
    def not_checked(self) -> tuple[str, ...]:
        """What was not looked at, each with the reason."""
        if self.unreadable is not None:
            return (f"schema, consistency, confidence ({self.unreadable})",)
        out = []
        if any(f.verdict == "schema" and f.severity == "error" for f in self.findings):
            out.append("consistency, confidence (it does not follow the schema)")
        elif any(f.code in _LAW for f in self.findings):
            out.append("semantic rules (it does not keep the law of conservation)")
        if self.source is not None:
            out.append("whether source.text is the input (only the document is at hand)")
        return tuple(out)

    def verdict(self, name: str) -> str:
        """yes, no, or not checked."""
        if self.unreadable is not None:
            return "not checked"
        if name != "schema" and any(f.verdict == "schema" and f.severity == "error" for f in self.findings):
            return "not checked"
        grave = ("error", "warning") if name == "confidence" else ("error",)
        return "no" if any(f.verdict == name and f.severity in grave for f in self.findings) else "yes"

    @property
    def verdicts(self) -> dict[str, str]:
        """Every verdict, by its name for people."""
        return {_TITLES[name]: self.verdict(name) for name in VERDICTS}


def outcomes(data: bytes, name: str, shown: str, beside: Callable[[], Json] = dict) -> Iterator[Outcome]:
    """The outcomes of one file: documents if it holds them, else a raw report. Raises Unreadable.

    beside: what people say of a raw report, as `convert` takes it.
    """
    if not is_document(name, data):
        document, found = checked_report(data, name, **beside())
        yield Outcome(shown, findings=tuple(in_raw(found, document, data)))
        return
    try:
        documents = load(data)
    except Unreadable:
        yield from _line_by_line(data, shown)
        return
    for number, one in enumerate(documents, 1):
        source = one["source"].get("name") if isinstance(one, dict) and isinstance(one.get("source"), dict) else None
        named = source if isinstance(source, str) else ""
        yield Outcome(shown, number if len(documents) > 1 else None, tuple(check_document(one)), named)


def _line_by_line(data: bytes, shown: str) -> Iterator[Outcome]:
    """Of a file with one document a line, one of them broken, every line; raises again what load found where it is no such file."""
    lines = [(number, line) for number, line in enumerate(data.split(b"\n"), 1) if line.strip()]
    if len(lines) < 2 or not _object(lines[0][1]):
        load(data)
    for number, line in lines:
        try:
            value = load(line)[0]
        except Unreadable as error:
            yield Outcome(shown, number, unreadable=str(error))
            continue
        yield Outcome(shown, number, tuple(check_document(value)), "")


def _object(line: bytes) -> bool:
    try:
        return isinstance(load(line)[0], dict)
    except Unreadable:
        return False


def less(outcome: Outcome, known: Iterable[str]) -> Outcome:
    """The outcome without the findings that a baseline accepts."""
    accepted = set(known)
    return replace(outcome, findings=tuple(f for f in outcome.findings if fingerprint(outcome, f) not in accepted))


def fingerprint(outcome: Outcome, finding: Finding) -> str:
    """What a finding is known by from run to run: the name of its file, the rule, the message; no place, which moves."""
    from hashlib import sha256
    from pathlib import PurePath

    return sha256(f"{PurePath(outcome.file).name}\n{finding.code}\n{finding.message}".encode("utf-8", "replace")).hexdigest()[:20]
