"""One shard: its inputs converted, its output and its part of the manifest written. Run again it writes the same."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any

from converter.adding import Own, together
from converter.correcting.entries import Entry
from converter.lexicons import using
from converter.models.document import Document
from converter.reading.files import bounded, whole
from converter.reading.limits import LIMITS
from converter.reading.sidecar import fetched
from converter.reading.source import Unreadable
from converter.scaling.outputs import Sink, sink
from converter.scaling.plan import Job, Shard
from converter.writing.documents import counted, dumps
from converter.writing.files import write_whole
from converter.writing.offsets import CODE_POINTS

CONVERTED, UNREADABLE, FAILED, PASSED = "converted", "unreadable", "failed", "passed_over"
_MEMORY = "needs more memory than a worker may have"
Line = dict[str, Any]
Lost = Mapping[int, str]  # number of an input within the shard → what became of the worker that tried it


def run(job: Job, shard: Shard, lost: Lost | None = None, begin: Callable[[int], None] = lambda _: None) -> Counter[str]:
    """Convert a shard; how many inputs came to which outcome.

    lost: inputs that took their worker down and are not tried again. begin: called with the number of each input before it is
    tried. Raises OSError where nothing can be written: then the shard is not done.
    """
    counts: Counter[str] = Counter()
    lines: list[bytes] = []
    with using(own(job)), sink(job, shard) as out:
        for line in _lines(job, shard, lost or {}, begin, out):
            counts[line["outcome"]] += 1
            lines.append(json.dumps(line, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
    write_whole(shard.part(job), b"".join(lines))
    return counts


@lru_cache(4)
def own(job: Job) -> Own | None:
    """The own lexicons of a run."""
    return together([(text.encode(), name) for name, text in job.lexicons]) if job.lexicons else None


def _lines(job: Job, shard: Shard, lost: Lost, begin: Callable[[int], None], out: Sink) -> Iterator[Line]:
    if shard.archive:
        yield from _archive(job, shard, lost, begin, out)
        return
    for number, item in enumerate(shard.items):
        begin(number)
        yield _tried(job, item.path, item.name, lost.get(number), out, partial(_bytes, item.path))


def _archive(job: Job, shard: Shard, lost: Lost, begin: Callable[[int], None], out: Sink) -> Iterator[Line]:
    """The pages of a web archive, each an input of its own; a damaged one ends in a line that says so."""
    from converter.reading.warc import Record, records

    item, number = shard.items[0], -1
    path = Path(item.path)
    try:
        for number, record in enumerate(records(path, path.name)):
            name = f"{item.name}/{number + 1:08d}"
            key = f"{item.path}#{number + 1}"
            if isinstance(record, Record):
                begin(number)
                said = {"url": record.url, "retrieved_at": record.retrieved_at, "declared": record.declared}
                yield _tried(job, key, name, lost.get(number), out, partial(bytes, record.data), **said)
            else:
                yield {"input": key, "outcome": PASSED, "why": record.why, "url": record.url}
    except (Unreadable, OSError) as error:
        yield {"input": item.path, "outcome": UNREADABLE, "why": _plain(error, path.name)}


def _tried(job: Job, key: str, name: str, lost: str | None, out: Sink, data: Callable[[], bytes], **said: str | None) -> Line:
    """One input's line of the manifest, its document written if there is one."""
    if lost:
        return {"input": key, "outcome": FAILED, "why": lost, "attempts": 2}
    start = time.perf_counter()
    told: Line = {"input": key, "outcome": CONVERTED}
    if said.get("url"):
        told["url"] = said["url"]
    try:
        raw = data()
    except (Unreadable, OSError, ValueError) as error:  # ValueError: a path that no file can have
        return {**told, "outcome": UNREADABLE, "why": _plain(error, PurePath(key).name)}
    except MemoryError:
        return {**told, "outcome": FAILED, "why": _MEMORY}
    try:
        told["sha256"] = sha256(raw).hexdigest()
        entries: Sequence[Entry] = ()
        if "url" not in said:  # a file; pages of an archive have nothing beside them
            said, entries = fetched(Path(key))._asdict(), _corrections(key)
        document = _converted(raw, whole(PurePath(key).name), entries, **said)
        text = dumps(document, compact=True)
        told |= {"id": document.id, "findings": _findings(document, text, job.check)}
        if job.offsets != CODE_POINTS:
            document = counted(document, job.offsets)
            text = dumps(document, compact=True)
    except Unreadable as error:
        return {**told, "outcome": UNREADABLE, "why": _plain(error, PurePath(key).name), "seconds": _since(start)}
    except OSError as error:  # of what lies beside the input
        why = f"{error.filename}: {_plain(error, '')}" if error.filename else _plain(error, "")
        return {**told, "outcome": UNREADABLE, "why": why, "seconds": _since(start)}
    except MemoryError:
        return {**told, "outcome": FAILED, "why": _MEMORY, "seconds": _since(start)}
    except Exception as error:  # noqa: BLE001 - a failed input is a value, the run goes on
        return {**told, "outcome": FAILED, "why": f"{type(error).__name__}: {error}"[:300], "seconds": _since(start)}
    return {**told, "document": out.put(name, document, text), "seconds": _since(start)}


def _converted(
    data: bytes,
    name: str,
    entries: Sequence[Entry] = (),
    url: str | None = None,
    retrieved_at: str | None = None,
    declared: str | None = None,
) -> Document:
    from converter.pipeline import convert

    return convert(data, name, url=url, retrieved_at=retrieved_at, declared=declared, entries=entries)


def _corrections(key: str) -> Sequence[Entry]:
    """What people say of a file, in NAME.corrections.yaml beside it."""
    from converter.correcting import entries_beside

    return entries_beside(Path(key))


def _bytes(path: str) -> bytes:
    return bounded(Path(path), LIMITS.input_bytes)


def _findings(document: Document, text: str, check: bool) -> dict[str, int]:
    """How often each code was found: the document's own diagnostics, and what breaks schema or law."""
    codes = [d.code for part in (document, *(document.reports or ())) for d in part.diagnostics]
    if check:
        from converter.checking import conservation, published

        parsed = json.loads(text)
        codes += [finding.code for finding in published.breaches(parsed) or conservation.violations(parsed)]
    return dict(sorted(Counter(codes).items()))


def _plain(error: Exception, name: str) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error).removeprefix(f"{name}: ")


def _since(start: float) -> float:
    return round(time.perf_counter() - start, 4)
