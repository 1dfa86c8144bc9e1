"""The command line with a conversion of no interest: what the commands do around it is tested here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from converter.cli import main
from converter.models.document import Document
from converter.reading.source import Unreadable
from tests.minimal import minimal


def convert(data: bytes, name: str, *, url: str | None = None, retrieved_at: str | None = None) -> Document:
    """A document of one section, of a report where it says 各位代表;
    `boom` breaks, an empty input is refused, as is `interrupt` by whoever waits."""
    if not data:
        raise Unreadable("is empty")
    if data == b"boom":
        raise RuntimeError("first line\nsecond line")
    if data == b"interrupt":
        raise KeyboardInterrupt
    document = minimal(data.decode("utf-8", "replace"), name)
    source = document.source.model_copy(update={"url": url, "retrieved_at": retrieved_at})
    kind = "government_work_report" if "各位代表" in (document.source.text or "") else "other"
    return document.model_copy(update={"source": source, "document_type": kind})


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: bytes
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Run:
    """Runs `gwr ARGUMENTS` in an empty folder."""
    stub = ModuleType("converter.pipeline")
    stub.convert = convert  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "converter.pipeline", stub)
    monkeypatch.chdir(tmp_path)

    def gwr(*arguments: str) -> Ended:
        code = main(arguments)
        out, err = capsysbinary.readouterr()
        return Ended(code, out, err.decode())

    return gwr
