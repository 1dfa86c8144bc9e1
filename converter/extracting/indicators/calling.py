"""What a place calls itself: where its text hardly says 全县 but 全区, it was read as a county and is a district by now."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from converter.extracting.context import PlaceWords
from converter.lexicons import load
from converter.text import Span

BETWEEN = ("prefecture", "county")  # levels whose reports speak of a whole above them, too
WHOLES = frozenset(f"{whole}{unit}" for whole in "全我" for unit in "市区县旗州盟")
_OFTEN, _SOME = 5, 3  # times that a report says at least what it calls itself, and another word that it calls itself by


def called(text: str, reach: Span, place: PlaceWords) -> PlaceWords:
    """The place with what its text calls a whole most often, unless it is called as its masthead has it.

    reach: the report's own stretch of the text, which may hold those of other places.
    """
    own = place.own & WHOLES
    if place.level not in BETWEEN or not own or (known := sum(text.count(word, *reach) for word in own)) >= _OFTEN:
        return place
    counts = {unit: text.count(f"全{unit}", *reach) + text.count(f"我{unit}", *reach) for unit in "市区县旗州盟"}
    most = max(counts, key=lambda unit: counts[unit])
    return replace(place, own=place.own | {f"全{most}", f"我{most}"}) if counts[most] >= max(known + 1, _SOME) else place


PLACES = 256  # whose words are remembered: a crawl has thousands, one after the other


@lru_cache(PLACES)
def zones_of(place: PlaceWords) -> tuple[str, ...]:
    """What the place is called where it is a park itself: 新区 of 浦东新区."""
    return tuple(zone for zone in load("scope")["zones"] if any(name.endswith(zone) for name in place.own))
