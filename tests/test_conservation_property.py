"""The law of conservation holds on whatever the conversion is fed: seeds with lines dropped, doubled, glued, cut, shuffled, and worse.

GWR_EXAMPLES=5000 tries that many, other ones each time; the normal run tries the same few hundred.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from converter.checking import published
from converter.checking.conservation import violations
from converter.pipeline import convert
from converter.reading.source import Unreadable
from converter.writing.documents import dumps

SEEDS = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]
EXAMPLES = int(os.environ.get("GWR_EXAMPLES", "200"))
TRIES = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="GWR_EXAMPLES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

HALF = ",:;()[]%0123456789-"
FULL = "，：；（）［］％０１２３４５６７８９—"
SWAP = str.maketrans(HALF + FULL, FULL + HALF)
STREWN = " \u00a0\u3000\t\n\u200b*X"

Mutation = Callable[[list[str], Random], list[str]]


def dropped(lines: list[str], chance: Random) -> list[str]:
    """Lines are missing."""
    return [line for line in lines if chance.random() > 0.1]


def doubled(lines: list[str], chance: Random) -> list[str]:
    """Lines stand twice."""
    return [line for line in lines for _ in range(1 + (chance.random() < 0.1))]


def glued(lines: list[str], chance: Random) -> list[str]:
    """Lines stick to the ones before."""
    out: list[str] = []
    for line in lines:
        if out and chance.random() < 0.15:
            out[-1] += line
        else:
            out.append(line)
    return out


def broken(lines: list[str], chance: Random) -> list[str]:
    """Lines are broken in the middle."""
    out = []
    for line in lines:
        at = chance.randrange(len(line)) if line and chance.random() < 0.15 else 0
        out += [line[:at], line[at:]] if at else [line]
    return out


def cut(lines: list[str], chance: Random) -> list[str]:
    """The page begins late and breaks off early, in the middle of a line."""
    text = "\n".join(lines)
    low, high = sorted((chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)))
    return text[low:high].split("\n")


def shuffled(lines: list[str], chance: Random) -> list[str]:
    """A stretch of lines is out of order."""
    low = chance.randrange(len(lines))
    middle = lines[low : low + 12]
    chance.shuffle(middle)
    return lines[:low] + middle + lines[low + 12 :]


def widened(lines: list[str], chance: Random) -> list[str]:
    """Half-width punctuation and digits become full-width, and the other way round."""
    return [line.translate(SWAP) if chance.random() < 0.5 else line for line in lines]


def strewn(lines: list[str], chance: Random) -> list[str]:
    """Spaces of every kind, asterisks and letters stand in the middle of words."""
    out = []
    for line in lines:
        for _ in range(chance.randrange(4) if line else 0):
            at = chance.randrange(len(line) + 1)
            line = line[:at] + chance.choice(STREWN) + line[at:]
        out.append(line)
    return out


def moved_in(lines: list[str], chance: Random) -> list[str]:
    """Lines of another report stand among these."""
    other = chance.choice(SEEDS).split("\n")
    low = chance.randrange(len(other))
    at = chance.randrange(len(lines) + 1)
    return lines[:at] + other[low : low + chance.randrange(1, 40)] + lines[at:]


MUTATIONS: tuple[Mutation, ...] = (dropped, doubled, glued, broken, cut, shuffled, widened, strewn, moved_in)


def mutated(seed: int, mutations: list[Mutation], chance: Random) -> str:
    """A seed after these mutations, one after the other."""
    lines = SEEDS[seed].split("\n")
    for mutation in mutations:
        lines = mutation(lines, chance) or [""]
    return "\n".join(lines)


def broken_laws(text: str) -> list[str]:
    """What is wrong with the document of this text; an input that is refused has no document."""
    try:
        document = json.loads(dumps(convert(text.encode(), "mutated.txt"), compact=True))
    except Unreadable:
        return [] if not text.strip() else ["refused"]
    wrong = [] if document["source"]["text"] == text else ["source.text is not the input"]
    return wrong + [finding.message for finding in published.breaches(document) or violations(document)]


@TRIES
@given(st.integers(0, len(SEEDS) - 1), st.lists(st.sampled_from(MUTATIONS), max_size=4), st.integers(0, 10**9))
def test_on_mutated_seeds(seed: int, mutations: list[Mutation], number: int) -> None:
    """Whatever happened to a seed, its document follows the schema and keeps the law."""
    assert broken_laws(mutated(seed, mutations, Random(number))) == []


PIECES = (
    *("一、", "(一)", "（二）", "1.", "第一,", "一是", "——", "各位代表:", "2025年政府工作报告", "名词解释", "[1]", "目录", "上一篇:"),
    *("增长5%", "经济。", "**"),
)


@TRIES
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(list(STREWN)), st.text(max_size=8)), max_size=40).map("".join))
@example("")
@example("一、\n二、\n")
@example("\u3000\u00a0\n")
def test_on_made_up_text(text: str) -> None:
    """Text that is no report at all keeps the law as well, however its headings and marks are thrown together."""
    text = text.replace("\r", "\n").removeprefix("\ufeff")
    if not any(ord(c) < 32 and c not in "\n\t" for c in text):
        assert broken_laws(text) == []


def test_on_two_seeds_in_one_file() -> None:
    """A compilation keeps the law over all its reports."""
    assert broken_laws(f"{SEEDS[2]}\n{SEEDS[4]}") == []
