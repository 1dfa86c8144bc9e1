"""Show what a document says, in a page: who, when, the outline, the figures.

    python -m scripts.show DOCUMENT
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MOST = 8  # figures shown


def lines(document: dict[str, Any]) -> Iterator[str]:
    """The page, line by line."""
    meta = document["metadata"]
    place = meta["jurisdiction"]
    yield f"title      {meta['title']}"
    yield f"place      {place['name']} ({place['level']}, {place['code']})"
    yield f"years      {meta['review_year']} in review, plan for {meta['plan_year']}"
    yield f"delivered  {meta['delivered_on']}, published {meta['published_on']}"
    yield f"text       {document['completeness']['status']}; {_fates(document)}"
    yield "outline"
    yield from _outline(document["sections"], "  ")
    yield f"facts      {len(document['indicators'])} indicators, {len(document['notes'])} notes, {len(document['projects'])} projects"
    yield from (f"  {fact['period']} {fact['kind']:8} {fact['id']:30} {fact['quote']}" for fact in document["indicators"][:MOST])
    if (more := len(document["indicators"]) - MOST) > 0:
        yield f"  … and {more} more"


def _fates(document: dict[str, Any]) -> str:
    """How many characters met which fate."""
    sizes: Counter[str] = Counter()
    for row in document["ledger"]:
        sizes[row["fate"]] += row["span"][1] - row["span"][0]
    return ", ".join(f"{size} characters {fate}" for fate, size in sizes.most_common())


def _outline(sections: list[dict[str, Any]], indent: str) -> Iterator[str]:
    for section in sections:
        yield f"{indent}{section['number'] or ''}{section['title'] or '—'}  [{section['role']}]"
        yield from _outline(section["sections"], indent + "  ")


def main() -> int:
    """Print the page of one document."""
    document = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    print("\n".join(lines(document)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
