"""What has to hold on every input whatever, from its bytes to the checked JSON."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from converter.checking import conservation, published
from converter.models.document import Document
from converter.models.published import schema_text
from converter.pipeline import convert
from converter.reading.source import Unreadable
from converter.writing.documents import dumps

Json = dict[str, Any]

# What an input may cost, in seconds of processor time: docs/threat-model.md states it. Fuzzers measure with instrumented code.
SECONDS = 2.0
SECONDS_A_BYTE = 100e-6
INSTRUMENTED = 5.0
SLOW_VALIDATOR = 60_000  # characters of JSON: jsonschema takes 40 times what jsonschema-rs takes


@dataclass(frozen=True)
class Outcome:
    """What became of an input: its document as JSON and as parsed, or why it was refused; what is broken."""

    text: str | None
    document: Json | None
    refused: str | None
    broken: tuple[str, ...]
    seconds: float = 0.0


def outcome(data: bytes, name: str = "input", *, both: bool = True, slack: float = 1.0) -> Outcome:
    """Convert the bytes and look at everything that has to hold; both: ask the slow validator as well."""
    began = time.process_time()
    try:
        text = dumps(convert(data, name), compact=True)
    except Unreadable as error:
        spent = time.process_time() - began
        return Outcome(None, None, str(error), tuple(_refusal(str(error), name)) + tuple(_slow(spent, data, slack)), spent)
    spent = time.process_time() - began
    document: Json = json.loads(text)
    wrong = (*_slow(spent, data, slack), *_followed(text, document, both), *lawful(document), *_whole(document, data))
    return Outcome(text, document, None, wrong, spent)


def _refusal(said: str, name: str) -> Iterator[str]:
    """One line, which names the input."""
    if "\n" in said or not said.startswith(f"{name}: ") or len(said) > 500:
        yield f"refusal is no short line that names the input: {said[:80]!r}"


def _slow(spent: float, data: bytes, slack: float) -> Iterator[str]:
    """Time within the documented limit."""
    if spent > slack * (SECONDS + SECONDS_A_BYTE * len(data)):
        yield f"slow: {spent:.1f} s for {len(data)} bytes"


@cache
def _reference() -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(schema_text()))


def _followed(text: str, document: Json, both: bool) -> Iterator[str]:
    """Valid for both validators, and for the models the schema comes from."""
    if not published.accepts(document):
        yield f"schema: {published.breaches(document)[0].message}"
    if both and len(text) <= SLOW_VALIDATOR and not _reference().is_valid(document):
        yield "schema: refused by jsonschema"
    if dumps(Document.model_validate_json(text), compact=True) != text:
        yield "the document is not what its own models read"


def lawful(document: Json) -> tuple[str, ...]:
    """The law of conservation, and restoring gives the text."""
    return tuple(f"law: {finding.message}" for finding in conservation.violations(document))


def _whole(document: Json, data: bytes) -> Iterator[str]:
    """Plain text in UTF-8 stands in the document as it is."""
    source = document["source"]
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    if (source["media_type"], source["encoding"]) == ("text/plain", "utf-8") and text != source["text"]:
        yield "source.text is not the decoded input"


def same_again(data: bytes, name: str, text: str) -> tuple[str, ...]:
    """The same bytes in, the same bytes out."""
    return () if dumps(convert(data, name), compact=True) == text else ("another document the second time",)


def idempotent(document: Json, name: str) -> tuple[str, ...]:
    """Restored plain text converts to the same facts; any restored text restores to itself once more."""
    restored = document["source"]["text"]
    try:
        again: Json = json.loads(dumps(convert(restored.encode(), name), compact=True))
    except Unreadable as error:
        # A page may hold more control characters by its text than by its markup; a file of text may not.
        markup = ("control characters", "a page without text")  # a title of nothing but <div> is a page once it is restored
        excused = not restored.strip() or (document["source"]["media_type"] != "text/plain" and any(one in str(error) for one in markup))
        return () if excused else (f"restored text is refused: {error}",)
    if again["source"]["media_type"] != "text/plain":
        return ()  # a text about markup may be markup once it is restored
    if again["source"]["text"] != restored:
        return () if restored.startswith("\ufeff") else ("restored text restores to another",)  # a file's first U+FEFF is its mark
    if document["source"]["media_type"] != "text/plain":
        return ()  # the hints of the format are gone
    unlike = [key for key in document if key not in ("id", "source", "diagnostics", "reports") and again[key] != document[key]]
    return (f"another {', '.join(unlike)} from the restored text",) if unlike else ()


def broken(data: bytes, name: str = "input", *, slack: float = 1.0) -> tuple[str, ...]:
    """Everything at once: what is broken on this input."""
    found = outcome(data, name, slack=slack)
    if found.text is None or found.document is None:
        return found.broken
    return (*found.broken, *same_again(data, name, found.text), *idempotent(found.document, name))


def guarded(look: Callable[[bytes], tuple[str, ...]]) -> Callable[[bytes], tuple[str, ...]]:
    """The same look, with an exception told as what is broken: where it was raised and which."""

    def looked(data: bytes) -> tuple[str, ...]:
        try:
            return look(data)
        except Exception as error:  # noqa: BLE001 - an exception that leaves the library is what is looked for
            last = error.__traceback__
            while last and last.tb_next:
                last = last.tb_next
            where = f"{last.tb_frame.f_code.co_filename.rpartition('/')[2]}:{last.tb_frame.f_code.co_name}" if last else "?"
            return (f"exception {type(error).__name__} in {where}: {str(error)[:120]}",)

    return looked
