"""Every invariant on mutated inputs of every format; scripts/mutated.py does the same over a corpus."""

from __future__ import annotations

from random import Random

import pytest

from tests.fuzz import inputs, mutating
from tests.fuzz.invariants import broken
from tests.fuzz.mutating import Bytes, several
from tests.reading.word import docx

FORMATS = {"text": (inputs.texts, mutating.TEXT), "html": (inputs.pages, mutating.HTML), "docx": (inputs.words, mutating.DOCX)}


@pytest.mark.parametrize("name", FORMATS)
def test_mutated(name: str) -> None:
    """A few dozen spoilt inputs of each format, the same ones every time."""
    begin, mutations = FORMATS[name]
    chance = Random(name)
    spoilt = [several(data, chance, mutations) for data in begin(chance, 30) if len(data) < 20_000]
    assert [(wrong, data[:60]) for data in spoilt for wrong in broken(data)] == []


SHORT = "2024年县政府工作报告\n各位代表:\n一、回顾\n增长5%。（一）稳。\n"
PAGE = f"<html><title>报告</title><body><p>{SHORT}</p><table><tr><td>1</table></body></html>"
CUT: dict[str, bytes] = {
    "utf-8": SHORT.encode(),
    "gb18030": SHORT.encode("gb18030"),
    "utf-16": SHORT.encode("utf-16"),
    "html": PAGE.encode(),
    "docx": docx("<w:p><w:r><w:t>各位代表</w:t></w:r></w:p>"),
}


@pytest.mark.parametrize("name", CUT)
def test_cut_at_every_byte(name: str) -> None:
    """A short input cut behind every byte of it is converted or refused, never more."""
    data = CUT[name]
    assert [(at, wrong) for at in range(len(data)) for wrong in broken(data[:at])] == []


@pytest.mark.parametrize("mutation", dict.fromkeys((*mutating.TEXT, *mutating.HTML, *mutating.DOCX)))
def test_mutations_take_anything(mutation: Bytes) -> None:
    """A mutation is total itself: empty input, binary, an archive."""
    chance = Random(1)
    odd = (b"", b"\x00\xff\xfe", docx("<w:p/>"), "报告".encode())
    assert all(isinstance(mutation(data, chance), bytes) for data in odd for _ in range(20))
