"""Price indices, which are printed without a unit: 居民消费价格指数为104."""

from __future__ import annotations

from decimal import Decimal

from converter.extracting.indicators.token import Token
from converter.extracting.values.quantities import Quantity

_INDEX, _PRINTED = (90, 130), 7  # between which one lies, and how many characters it is shorter than


def price_index(tokens: tuple[Token, ...], at: int) -> Quantity | None:
    """The number at `at` as a price index."""
    token = tokens[at]
    if len(token.text) >= _PRINTED or not _INDEX[0] <= Decimal(token.text) <= _INDEX[1]:
        return None
    about = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].text == "左右" else None
    return Quantity(token.start, (about or token).end, "percent", Decimal(token.text), None, "%", "about" if about else None)
