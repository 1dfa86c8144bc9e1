"""Documents from bytes: one JSON document, an array of them, or one on each line."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Any, NoReturn

from pydantic_core import from_json

from converter.reading.source import Unreadable
from converter.writing.offsets import is_utf16, to_code_points

_SUFFIXES = (".json", ".ndjson", ".jsonl")
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


def is_document(name: str, data: bytes) -> bool:
    """Whether this is meant as JSON: by its name, or because it is an object as far as it can be parsed."""
    if PurePath(name).suffix.lower() in _SUFFIXES:
        return True
    if not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return False
    try:
        load(data)
    except Unreadable:
        return False
    return True


def load(data: bytes) -> list[Any]:
    """The JSON values in the bytes: one, those of an array of documents, or one on each line; Unreadable where they are no JSON.

    Whatever a document counts its offsets in, they are code points here.
    """
    return [_counted(value) for value in _spread(_values(data))]


def _spread(values: list[Any]) -> list[Any]:
    """An array of documents is as good as one document a line."""
    if len(values) == 1 and isinstance(values[0], list) and values[0] and all(isinstance(one, dict) for one in values[0]):
        return values[0]
    return values


def _counted(value: Any) -> Any:
    try:
        return to_code_points(value) if is_utf16(value) else value
    except ValueError as error:
        raise Unreadable(str(error)) from None


def _values(data: bytes) -> list[Any]:
    try:
        return [from_json(data, allow_inf_nan=False)]  # twice as fast as json; what it does not take is read, or worded, by json
    except ValueError:
        pass
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"not UTF-8 at byte {error.start}, so no JSON") from None
    try:
        values = [_parse(text)]
    except json.JSONDecodeError as whole:
        values = _lines(text, whole)
    if _SURROGATE.search(data):
        _refuse_surrogates(values)
    return values


def _lines(text: str, whole: json.JSONDecodeError) -> list[Any]:
    """One document a line, where that is what the text is; else the error of reading it as one."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or whole.msg != "Extra data":
        raise Unreadable(f"not JSON: line {whole.lineno}, column {whole.colno}: {whole.msg}")
    try:
        return [_parse(line) for line in lines]
    except json.JSONDecodeError as error:
        raise Unreadable(f"not JSON, one document a line: {error.msg} at column {error.colno} of {error.doc[:20]!r}") from None


def _parse(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except RecursionError:
        raise Unreadable("not a document: nested too deep") from None
    except ValueError as error:
        if isinstance(error, json.JSONDecodeError):
            raise
        raise Unreadable(f"not a document: {error}") from None  # a number of thousands of digits


def _no_constant(name: str) -> NoReturn:
    raise Unreadable(f"not JSON: {name} is no JSON number")


def _refuse_surrogates(values: list[Any]) -> None:
    try:
        json.dumps(values, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise Unreadable(f"holds half a character (lone surrogate U+{ord(error.object[error.start]):04X})") from None
