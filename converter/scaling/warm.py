"""What a server of workers imports before it forks the first: all that a conversion needs, made ready once for all of them.

It imports, reads the lexicons and compiles what every report asks for, by converting a few lines. Workers then begin at once and
share the memory; `spawn` would have each do it all again, half a second of processor time for each worker.
"""

from __future__ import annotations

import gc
import json

_LINES = "某某市政府工作报告\n各位代表:\n现在,我代表市人民政府向大会报告工作,请予审议。\n一、工作回顾\n地区生产总值增长5%。\n"


def _ready() -> None:
    gc.disable()  # nothing of all this is garbage
    from converter.checking import conservation, published
    from converter.pipeline import convert
    from converter.scaling import shard  # noqa: F401 - what a worker asks for first
    from converter.writing.documents import dumps

    parsed = json.loads(dumps(convert(_LINES.encode(), "warm.txt"), compact=True))
    assert not published.breaches(parsed)
    assert not conservation.violations(parsed)
    gc.freeze()  # what is there now stays: a search for garbage would only copy the pages that workers share
    gc.enable()


_ready()
