"""Where a shard's documents go: a file each, or all into one NDJSON or Parquet file. Nothing is seen before it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from converter.models.document import Document
from converter.scaling.plan import Job, Shard
from converter.writing.documents import dumps
from converter.writing.files import draft_of, naming, write_whole

FORMATS = ("json", "ndjson", "parquet")
_HELD = 32  # documents of a Parquet row group, so that the memory stays bounded


class Sink(Protocol):
    """Takes documents one by one; gives the place where each will stand."""

    def put(self, name: str, document: Document, text: str) -> str:
        """text: the document as compact JSON."""


@contextmanager
def sink(job: Job, shard: Shard) -> Iterator[Sink]:
    """The output of a shard; what goes into one file appears when the shard is done, or not at all."""
    folder = Path(job.output)
    if job.format == "json":
        yield Files(folder)
        return
    target = folder / f"{shard.label}.{job.format}"
    draft = draft_of(target)
    try:
        with naming(target, draft):
            with (Lines if job.format == "ndjson" else Table)(draft, target.name) as one:
                yield one
            if draft.exists():
                draft.replace(target)
            else:
                target.unlink(missing_ok=True)
    finally:
        draft.unlink(missing_ok=True)


class Files:
    """A file a document, in folders as the inputs were."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, document: Document, text: str) -> str:
        target = self._folder / f"{name}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, dumps(document).encode())
        return target.relative_to(self._folder).as_posix()


class Lines:
    """One document a line; no file where there is no document."""

    def __init__(self, draft: Path, name: str) -> None:
        self._draft, self._name, self._count = draft, name, 0
        self._file = draft.open("xb")

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, *failure: object) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        if not self._count:
            self._draft.unlink()

    def put(self, name: str, document: Document, text: str) -> str:
        self._file.write(text.encode())
        self._count += 1
        return f"{self._name}:{self._count}"


class Table:
    """A row a document: what one selects by, and the document as JSON."""

    def __init__(self, draft: Path, name: str) -> None:
        import pyarrow.parquet as pq

        self._draft, self._name, self._count = draft, name, 0
        self._schema = _schema()
        self._writer = pq.ParquetWriter(draft, self._schema, compression="zstd")
        self._rows: list[dict[str, object]] = []

    def __enter__(self) -> Table:
        return self

    def __exit__(self, *failure: object) -> None:
        self._flush()
        self._writer.close()
        if not self._count:
            self._draft.unlink()

    def put(self, name: str, document: Document, text: str) -> str:
        meta, source = document.metadata, document.source
        self._rows.append(
            {
                "id": document.id,
                "document_type": document.document_type,
                "jurisdiction": meta.jurisdiction.code,
                "report_year": meta.report_year,
                "completeness": document.completeness.status,
                "name": source.name,
                "url": source.url,
                "sha256": source.sha256,
                "document": text.rstrip("\n"),
            }
        )
        self._count += 1
        if len(self._rows) >= _HELD:
            self._flush()
        return f"{self._name}:{self._count}"

    def _flush(self) -> None:
        import pyarrow as pa

        if self._rows:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []


def _schema() -> Any:
    import pyarrow as pa

    words = ("id", "document_type", "jurisdiction", "completeness", "name", "url", "sha256", "document")
    order = ("id", "document_type", "jurisdiction", "report_year", "completeness", "name", "url", "sha256", "document")
    return pa.schema([(name, pa.string() if name in words else pa.int32()) for name in order])
