"""What is fuzzed: for each target its first inputs, its mutations, and what is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tests.fuzz import inputs, mutating, others
from tests.fuzz.invariants import INSTRUMENTED, broken, outcome
from tests.fuzz.mutating import Bytes

Look = Callable[[bytes], tuple[str, ...]]


@dataclass(frozen=True)
class Target:
    """A row of the table below."""

    begin: Callable[[Random], Iterator[bytes]]
    mutations: tuple[Bytes, ...]
    look: Look


def through(data: bytes) -> tuple[str, ...]:
    """The reader and the stages behind it; every invariant of the document but the costly ones."""
    return outcome(data, both=False, slack=INSTRUMENTED).broken


def everything(data: bytes) -> tuple[str, ...]:
    """Bytes to checked JSON: both validators, the same again, restored and converted once more."""
    return broken(data, slack=INSTRUMENTED)


TARGETS = {
    "text": Target(inputs.texts, mutating.TEXT, through),
    "html": Target(inputs.pages, mutating.HTML, through),
    "docx": Target(inputs.words, mutating.DOCX, through),
    "pipeline": Target(inputs.anything, (mutating.anything,), everything),
    "pdf": Target(others.pdfs, (mutating.encoded, mutating.numbered, mutating.cut), through),
    "warc": Target(others.archives, others.WARC, others.archive),
    "join": Target(others.pages, mutating.TEXT, others.joined),
    "by_hand": Target(others.by_hand, others.YAML, others.written),
    "document": Target(others.documents, (others.value,), others.looked_at),
}
