"""Documents with thousands of entries that are the same."""

from __future__ import annotations

import time

from converter.checking.difference import _listed


def test_what_is_the_same_is_not_compared_at_length() -> None:
    """One line twenty thousand times over: nothing differs, and that is known at once. A line more is told."""
    many = ["经济增长。"] * 20_000
    start = time.process_time()
    assert list(_listed("text", many, list(many))) == []
    assert time.process_time() - start < 1
    assert [(change.what, change.new) for change in _listed("text", many[:9], many[:10])] == [("new", "经济增长。")]
