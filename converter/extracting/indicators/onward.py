"""The time that holds from one stretch of a sentence to the next, over a semicolon, where no time opens the sentence."""

from __future__ import annotations

from converter.extracting.context import Years
from converter.extracting.indicators.binding import Binder
from converter.extracting.indicators.entries import Statement
from converter.extracting.indicators.frames import Frame
from converter.extracting.indicators.token import Token
from converter.extracting.values.periods import Period


def onward(binder: Binder, time: Period | None, frame: Frame, years: Years) -> Period | None:
    """The time that holds in the next stretch where none opens the sentence: one to come, or the year in review that all of it told of."""
    ahead = ahead_of(binder.time, frame, years)
    if ahead or frame.planned or years.review is None:
        return ahead
    return binder.steady(years.review) if binder.first else time


def ahead_of(time: Period | None, frame: Frame, years: Years) -> Period | None:
    """A time to come, named where the report looks back: all that follows in the sentence is aimed at."""
    now = years.review
    back = not frame.planned or (frame.time is not None and now is not None and frame.time.last <= now)
    return time if time and back and now and time.last > now else None


def superseded(found: list[Statement], binder: Binder, stream: tuple[Token, ...], part: tuple[Token, ...]) -> list[Statement]:
    """What holds of 1-11月,固定资产投资完成112亿元;预计全年完成125亿元: what came in the months gives way to the whole year."""
    whole = any(token.text.startswith("全年") for token in part[:_OPENING])
    if not (found and whole and any(_months(token) for token in stream if token.start < part[0].start)):
        return found
    ids = {fact.id for fact in binder.facts}
    return [made for made in found if made.id not in ids]


def _months(token: Token) -> bool:
    return token.kind == "time" and (token.text.startswith(_PARTS) or (token.period is not None and token.period.part))


_OPENING = 4  # tokens
_PARTS = ("截", "前三", "前3", "1—", "1-", "1至")
