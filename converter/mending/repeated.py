"""Passages that stand twice in the text: noted on the second copy, never taken out, since a report may repeat itself."""

from __future__ import annotations

from collections.abc import Sequence

from converter.expressions import rare
from converter.mending.blocks import Noise
from converter.text import View

LONG = 28  # characters: shorter sentences are repeated on purpose (slogans, 各位代表!)
_SENTENCE = rare(r"\s*([^。!?]+)(?:[。!?]|\Z)")  # ends wherever it begins, so that a text without a full stop costs no more


def repeated(views: Sequence[View]) -> list[Noise]:
    """Every sentence of more than LONG characters that came before, runs of such sentences as one passage."""
    if not _any(views):
        return []
    seen: set[str] = set()
    out: list[Noise] = []
    for view in views:
        run: tuple[int, int] | None = None
        for found in _SENTENCE.finditer(view.shadow):
            sentence = "".join(found[1].split()) if len(found[1]) > LONG else ""
            if len(sentence) <= LONG or found.end() == found.end(1):
                continue
            if sentence in seen:
                run = (run[0] if run else found.start(1), found.end())
            elif run:
                out.append(_noise(view, run))
                run = None
            seen.add(sentence)
        if run:
            out.append(_noise(view, run))
    return out


def _any(views: Sequence[View]) -> bool:
    """Whether a sentence of that length comes twice: most texts have none."""
    every = [sentence for view in views if len(view.compact) > LONG for sentence in _ended(view.compact) if len(sentence) > LONG]
    return len(set(every)) < len(every)


def _ended(compact: str) -> list[str]:
    return compact.replace("!", "。").replace("?", "。").split("。")[:-1]


def _noise(view: View, run: tuple[int, int]) -> Noise:
    return Noise("duplicate", view.text[run[0] : run[1]], view.span(*run))
