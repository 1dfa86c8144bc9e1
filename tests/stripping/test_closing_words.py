"""A report's last words, told from a review's thanks and from sentences that only name the deputies."""

from __future__ import annotations

import pytest

from converter.stripping.closing import is_closing


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("各位代表,让我们奋力谱写新篇章!", True),  # short, but it turns to the deputies and calls
        ("各位代表!蓝图已经绘就,让我们团结一心,为建设美丽青山而努力奋斗!", True),
        ("各位代表,谢谢大家!", False),
        ("让我们奋力谱写新篇章!", False),  # as short, without the deputies: a slogan, perhaps a heading
        ("各位代表!在此,我代表县人民政府,向全县人民表示衷心的感谢和崇高的敬意!", False),
    ],
)
def test_last_words(words: str, last: bool) -> None:
    """A call on everybody ends a report; one of fewer than twenty characters only where it turns to the deputies."""
    assert is_closing(words) is last
