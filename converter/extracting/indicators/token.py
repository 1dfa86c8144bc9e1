"""What a sentence is cut into."""

from __future__ import annotations

from typing import NamedTuple

from converter.extracting.indicators.names import Mention
from converter.extracting.values.periods import Period
from converter.extracting.values.quantities import Quantity


class Token(NamedTuple):
    """One token at `start:end` of the shadow; `data` is a Mention, Quantity, Period or None.

    A named tuple, since a report has some thousands of them and they are quicker to make.
    """

    kind: str
    start: int
    end: int
    text: str
    mention: Mention | None = None
    quantity: Quantity | None = None
    period: Period | None = None
