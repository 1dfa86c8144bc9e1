"""What the elements of HTML mean for lines of text."""

from __future__ import annotations

# Their content is no text of the page.
UNSEEN = frozenset({"script", "style", "template"})

# They end the line before and after themselves.
_BLOCKS = (
    "html body head title address article aside blockquote button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr iframe legend li listing main menu nav noframes noscript object ol "
    "optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th thead tr ul video audio xmp br"
)
BLOCKS = frozenset(_BLOCKS.split())

# They hold blocks: the boxes whose nesting tells the main content from what stands around it.
_BOXES = (
    "html body address article aside blockquote center details dl div fieldset figure footer form frameset header main menu nav ol "
    "section table tbody td th tr ul"
)
BOXES = frozenset(_BOXES.split())

# White space inside counts: a line feed is a line break.
VERBATIM = frozenset({"pre", "textarea", "listing", "xmp", "plaintext"})

# Their name alone says that they hold something else than the text around.
FRAMES = frozenset({"aside", "button", "figcaption", "figure", "footer", "form", "header", "nav"})

BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
CELLS = frozenset({"td", "th"})

# What is looked at more closely when it closes, and when it opens.
CLOSED = UNSEEN | VERBATIM | {"table", "tr"}
_SPECIAL = CLOSED | CELLS | {"a", "img", "meta"}

# All of it as bits of one number, since every element of a page is asked for.
BLOCK, BOX, LOUD, SPECIAL = 1, 2, 4, 8
MEANING = {
    tag: BLOCK * (tag in BLOCKS) | BOX * (tag in BOXES) | LOUD * (tag in BOLD) | SPECIAL * (tag in _SPECIAL)
    for tag in BLOCKS | BOXES | BOLD | _SPECIAL
}


def is_bold(tag: str, style: str | None) -> bool | None:
    """Whether an element sets its text in bold; None where it says nothing and inherits."""
    if style and "font-weight" in (low := style.lower()):
        weight = low.split("font-weight", 1)[1].lstrip(" :").split(";", 1)[0].strip()
        return weight.startswith(("bold", "6", "7", "8", "9"))
    return True if tag in BOLD else None
