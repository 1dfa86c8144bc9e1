"""The main content of a page, told from its structure: "main" or "outside" for every line.

Two ways that check one another. The lines' own weights (running text against links) find the stretch, and trust neither
class names nor visibility; the nesting of boxes says what beside it belongs. A report's opening and last words
overrule both. Line-level stripping comes after: a line is left "main" where nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.frozen import dataclass
from converter.reading.drafts import Draft
from converter.stripping.chrome import LONGEST, chrome
from converter.stripping.content.apart import Frame, apart
from converter.stripping.content.boxes import beside, content_box, inside, totals
from converter.stripping.content.report import compact, masthead, spoken_between, titles
from converter.stripping.content.stretch import Range, heaviest
from converter.stripping.content.weights import Weight, chinese, weigh

MAIN, OUTSIDE = "main", "outside"
_TRAILING = 12  # short lines that may follow the text in its box: signature, date, editor
_LEADING = 12


@dataclass(frozen=True)
class Page:
    """What the decision looks at: the lines, their weights, their boxes, the nesting of these."""

    drafts: Sequence[Draft]
    weights: Sequence[Weight]
    boxes: Sequence[int]
    parents: Sequence[int]


def regions(drafts: Sequence[Draft], parents: Sequence[int], frames: Sequence[Frame] = ()) -> list[str]:
    """The region of each line; `parents` gives for every box number the box around it, and box 0 is the page; `frames` the class of
    every frame and the frame around it."""
    weights = [weigh(draft.text, draft.hints.link_share) for draft in drafts]
    page = Page(drafts, weights, [draft.hints.box or 0 for draft in drafts], parents or [0])
    found = heaviest(weights)
    if found is None:
        return [OUTSIDE if weight.site else MAIN for weight in weights]
    spoken = spoken_between(drafts, weights, found)
    above = masthead(drafts, spoken[0]) if spoken[1] else titles(drafts, found[0])
    chosen = {*structural(page, found), *(i for i in range(*spoken) if drafts[i].hints.link_share < 1), *above}
    found_apart = apart(drafts, frames, spoken if spoken[1] else found) if frames else {}
    return [found_apart.get(i, MAIN) if i in chosen else OUTSIDE for i in range(len(drafts))]


def structural(page: Page, found: Range) -> list[int]:
    """The lines of the stretch that stand in the box of the content, or in one beside it that holds much text as well."""
    sizes = [w.value if w.prose and found[0] <= i < found[1] else 0.0 for i, w in enumerate(page.weights)]
    sums = totals(page.boxes, sizes, page.parents)
    path = content_box(sums, page.parents)
    near = inside(path[-1], page.parents)
    alien = [0.0 if near[box] else float(is_foreign(d, w)) for d, w, box in zip(page.drafts, page.weights, page.boxes, strict=True)]
    foreign = totals(page.boxes, alien, page.parents)
    cut = beside(path, page.parents, sums, foreign)
    first, last = grown(page, found, near)
    return [i for i in range(first, last) if (near[page.boxes[i]] or cut[page.boxes[i]]) and not page.weights[i].site]


def is_foreign(draft: Draft, weight: Weight) -> bool:
    """A line that no text of a report has: a link, script, what the site says of itself, a notice in Latin letters."""
    return weight.site or (weight.prose and (not chinese(draft.text) or chrome(compact(draft.text[:LONGEST])) is not None))


def grown(page: Page, found: Range, near: Sequence[bool]) -> Range:
    """The stretch with the short lines before and behind it that stand in the same box."""
    first, last = found
    while first > 0 and found[0] - first < _LEADING and near[page.boxes[first - 1]] and not page.weights[first - 1].site:
        first -= 1
    while last < len(page.drafts) and last - found[1] < _TRAILING and near[page.boxes[last]] and not page.weights[last].site:
        last += 1
    return first, last
