"""Regular expressions that few reports ask for: `_TOWN = rare(r"…")` is compiled when the first text is held against it.

To compile one takes up to two milliseconds, and a conversion has some hundreds. What every report asks for is compiled by `re.compile` as
ever: its methods are found a little sooner.
"""

from __future__ import annotations

import re
from typing import Any, cast

# A Chinese character: a letter that is not ASCII. The range from 一 to 鿿 says it more narrowly and takes a millisecond to compile, forty
# times as long; the letters of other scripts that this takes too stand in no report where it is asked for.
HAN = r"[^\W\x00-\x7f]"


def rare(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """What `re.compile` gives, when it is first used; to be asked by its methods alone, since functions of `re` refuse it."""
    return cast(re.Pattern[str], _Rare(source, flags))


_NAMES = [name for name in vars(re.Pattern) if not name.startswith("_")]


class _Rare:
    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self._given = source, flags

    def __getattr__(self, name: str) -> Any:
        """Python asks here for what a value does not have; once compiled, it has all of them."""
        if name in _NAMES:
            made = re.compile(*self._given)
            vars(self).update((each, getattr(made, each)) for each in _NAMES)
            return vars(self)[name]
        raise AttributeError(name)
