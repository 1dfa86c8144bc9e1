"""The ground of every model: frozen, nothing unknown, spans as pairs of code-point offsets, figures as JSON numbers."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema
from typing_extensions import TypeAliasType

Offset = Annotated[int, Field(ge=0)]

# A named type, so that the schema defines it once and refers to it.
Span = TypeAliasType(
    "Span",
    Annotated[
        tuple[Offset, Offset],
        Field(description="Half-open [start, end) offsets into source.text; Unicode code points unless source.offsets names others."),
    ],
)

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")]


def plain(figure: Decimal) -> int | float:
    """JSON number: an integer where the figure is whole, else the shortest float that prints the same digits."""
    if figure == figure.to_integral_value():
        return int(figure)
    number = float(figure)
    return int(number) if number.is_integer() else number  # 71.00000000000000000001: what reads it back must print the same


Figure = Annotated[
    Decimal,
    PlainSerializer(plain, return_type=int | float, when_used="json"),
    WithJsonSchema({"type": "number"}, mode="serialization"),
]


class Model(BaseModel):
    """A frozen value of the document; a field the schema does not know is an error."""

    # Whatever has a default is written all the same: the schema of what is written requires it.
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)
