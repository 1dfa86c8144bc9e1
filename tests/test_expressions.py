"""Expressions that are compiled when they are used."""

from __future__ import annotations

import copy
import re

import pytest

from converter.expressions import rare


def test_answers_as_a_compiled_one_does() -> None:
    """By every method and attribute, flags too."""
    ours, theirs = rare("(?P<a>甲|b)", re.I), re.compile("(?P<a>甲|b)", re.I)
    assert ours.sub("-", "甲乙B") == theirs.sub("-", "甲乙B") == "-乙-"
    assert [found.span() for found in ours.finditer("甲乙b")] == [(0, 1), (2, 3)]
    assert (ours.pattern, ours.flags, ours.groups, ours.groupindex) == (theirs.pattern, theirs.flags, 1, theirs.groupindex)
    assert copy.copy(ours).match("甲")


def test_is_compiled_when_used() -> None:
    """A slip in one shows at its first use; what an expression has no name for, this has not either."""
    slip = rare("(")
    with pytest.raises(re.error):
        slip.search("a")
    with pytest.raises(AttributeError):
        _ = rare("a").nothing  # type: ignore[attr-defined]
