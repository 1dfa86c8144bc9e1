"""Brackets between two sentences that hold what a site or a newspaper says: (下转第二版), 【更多内容请下载】.

Reports have brackets within their sentences, in front of the full stop; of 230 none but such has one behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter.expressions import rare
from converter.lexicons import table
from converter.stripping.chrome import chrome
from converter.stripping.sites import to_reader
from converter.stripping.vocabulary import foreign, of_sites, pairs_of
from converter.text import View

_BRACKET = rare(r"[。!?…][(\[【「]([^()\[\]【】「」。]{2,30})[)\]】」]")
_OWN = rare(r"[\d一二三四五六七八九十]{1,3}\Z|[见按含据注](?!者)")  # a number, 见附表, 按可比价格计算
_SHARE = 0.6  # of the pairs that no report has or a site's words are made of
_ONLY_OUTSIDE = ("navigation", "login")


def asides(view: View, _whole: str) -> Iterator[tuple[int, int]]:
    """The brackets with what they hold."""
    for match in _BRACKET.finditer(view.shadow):
        if _of_a_site("".join(match[1].split())) or chrome("".join(match[0][1:].split())):
            yield match.start() + 1, match.end()


@table
def _of_a_site(inner: str) -> bool:
    """Whether words in such a bracket are a site's."""
    if not inner or _OWN.match(inner):
        return False
    known = chrome(inner)
    if (known and known[0] not in _ONLY_OUTSIDE) or to_reader(inner):
        return True
    pairs = pairs_of(inner)
    sites = {pair for pair in pairs if pair in of_sites()}
    return bool(sites) and len(sites | {pair for pair in pairs if foreign(pair)}) >= _SHARE * len(pairs)
