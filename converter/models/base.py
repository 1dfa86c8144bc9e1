"""The ground of every model: frozen, nothing unknown, spans as pairs of code-point offsets."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Offset = Annotated[int, Field(ge=0)]
Span = Annotated[
    tuple[Offset, Offset],
    Field(description="Half-open [start, end) offsets in Unicode code points into source.text."),
]


class Model(BaseModel):
    """A frozen value of the document; a field the schema does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
