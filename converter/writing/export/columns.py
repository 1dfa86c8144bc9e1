"""What a table is: columns with type, meaning, code list and the place in the document they come from."""

from __future__ import annotations

import types
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel

from converter.models.descriptions import descriptions

Type = Literal["text", "integer", "boolean", "date", "decimal"]
Cell: TypeAlias = str | int | bool | date | Decimal | None
Row: TypeAlias = tuple[Cell, ...]

# Digits of a decimal column, and how many of them stand behind the point: 10²⁴ yuan, and a hundred-millionth of a per cent.
DIGITS, PLACES = 32, 8


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type and meaning; `codes` names its code list, `source` says where in a document it stands."""

    name: str
    type: Type
    about: str
    codes: str | None = None
    unit: str | None = None
    source: str = ""
    required: bool = False
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: columns in order, the key that is unique in it, and what its columns refer to (columns → table, columns)."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)


def of(
    model: type[BaseModel],
    field: str,
    name: str | None = None,
    *,
    at: str,
    codes: str | None = None,
    unit: str | None = None,
    key: bool = False,
) -> Column:
    """The column for a field of a model, with the field's own description; `at` is the path of the model in the document."""
    about, annotation = descriptions(model).get(field, ""), model.model_fields[field].annotation
    source = f"{at}.{field}".lstrip(".")
    return Column(name or field, _type(annotation), " ".join(about.split()), codes, unit, source, key)


def _type(annotation: object) -> Type:
    """The column type of a field's annotation; whatever is no figure and no flag is text."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(_type(one) for one in get_args(annotation) if one is not type(None))
    if annotation is bool:
        return "boolean"
    if annotation is int:
        return "integer"
    return "decimal" if annotation is Decimal or Decimal in get_args(annotation) else "text"
