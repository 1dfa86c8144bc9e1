"""Lists that stand before the words that count them: 办好“新建学校5所”“改造菜场3个”…10件民生实事."""

from __future__ import annotations

import re
from itertools import pairwise

from converter.expressions import rare
from converter.extracting.projects.items import Item, trimmed
from converter.lexicons import either, load
from converter.numbering import han_number
from converter.text import View

_WORDS = load("projects")
_VERB = re.compile("办好|办理|实施|抓好|做好|完成|推进")
_COUNTED = rare(
    rf"(?P<list>[^。;:]{{20,600}}?)(?P<count>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[件项][^。;:、\"]{{0,12}}{either(_WORDS['counted'])}"
)
_QUOTED = re.compile(r"\"([^\"]{4,60})\"")
MOST = 8  # verbs of a sentence behind which a list is looked for
SEVERAL = 5  # parts of a sentence that are no accident where as many are counted


def foregoing(line: View, end: int) -> tuple[Item, ...]:
    """The quoted names, or the parts between 、, before their own number in the sentence that ends here; () where they are not as many."""
    start = max(line.shadow.rfind(mark, 0, max(0, end - 1)) for mark in "。;:") + 1
    verbs = [found.end() for found in _VERB.finditer(line.shadow, start, end)][-MOST:]
    return next((items for at in reversed(verbs) if (items := _listed(line, at, end))), ())


def _listed(line: View, at: int, end: int) -> tuple[Item, ...]:
    """The list that begins right behind a verb."""
    found = _COUNTED.match(line.shadow, at, end)
    if found is None:
        return ()
    low, high = found.span("list")
    text, count = line.shadow[low:high], found["count"]
    quoted = [match.span(1) for match in _QUOTED.finditer(text)]
    cuts = [-1, *(match.start() for match in re.finditer("、", text)), len(text)]
    parts = quoted if text.startswith('"') and text.endswith('"') else [(a + 1, b) for a, b in pairwise(cuts)]
    many = int(count) if count.isdigit() else han_number(count)
    if many < SEVERAL or len(parts) != many or any(b - a < _SHORTEST for a, b in parts):
        return ()
    return tuple(Item(None, (trimmed(line, low + a, low + b),)) for a, b in parts)


_SHORTEST = 4  # characters of a project: 就业、教育、医疗 are fields
