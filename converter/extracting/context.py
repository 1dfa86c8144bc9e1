"""What the masthead knows and every other fact needs: the years of the report and the words for its own place."""

from __future__ import annotations

from converter.frozen import dataclass
from converter.models.metadata import Level


@dataclass(frozen=True, slots=True)
class Years:
    """The years a report speaks of.

    report: in the report's name; review: the (last) year looked back on; plan: the year whose work is announced.
    review_period, plan_period: first and last year of a retrospect or plan of several years, where the report has one.
    spoken: the year of delivery, which 今年 means; None where not known (then 今年 is the plan year).
    """

    report: int | None = None
    review: int | None = None
    plan: int | None = None
    review_period: tuple[int, int] | None = None
    plan_period: tuple[int, int] | None = None
    spoken: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """How a report names its own place, so that a figure of the city above or of a town below can be told apart.

    level: of the reporting place; own: its names, long and short (沈阳市铁西区, 铁西区, 铁西), and what it calls
    itself (全区, 我区, 全县 …) where the masthead knows better than the level does (a county-level city says 全市).
    """

    level: Level | None = None
    own: frozenset[str] = frozenset()
