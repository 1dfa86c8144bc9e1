"""The time that holds from one stretch of a sentence to the next, over a semicolon, where no time opens the sentence."""

from __future__ import annotations

from converter.extracting.context import Years
from converter.extracting.indicators.binding import Binder
from converter.extracting.indicators.frames import Frame
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
