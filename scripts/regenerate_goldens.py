"""Write the whole documents in fixtures/goldens anew from the sources beside them.

    python -m scripts.regenerate_goldens            # writes what is missing; refuses where something would change, and says what
    python -m scripts.regenerate_goldens --force    # overwrites, and says what changed: read it before you commit it

The test (tests/test_goldens.py) only compares. A golden is the printed document with 0 for the program's version.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from converter.models.document import Producer
from converter.pipeline import convert
from converter.writing.documents import dumps

FOLDER = Path(__file__).parents[1] / "fixtures" / "goldens"
SHOWN = 12  # changes listed for a document; the rest is counted


def sources() -> list[Path]:
    """The inputs that have, or are to have, a golden beside them."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")


def golden(source: Path) -> str:
    """What the golden of a source should be."""
    document = convert(source.read_bytes(), source.name)
    return dumps(document.model_copy(update={"producer": Producer(version="0")}))


def changes(before: Any, after: Any, where: str = "") -> Iterator[str]:
    """Every place where two documents differ, as `sections[0].title: old -> new`."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*before, *(k for k in after if k not in before)]:
            yield from changes(before.get(key), after.get(key), f"{where}.{key}".removeprefix("."))
    elif isinstance(before, list) and isinstance(after, list) and any(isinstance(x, dict) for x in [*before, *after]):
        if len(before) != len(after):
            yield f"{where}: {len(before)} entries -> {len(after)}"
        for i, (one, other) in enumerate(zip(before, after, strict=False)):
            yield from changes(one, other, f"{where}[{i}]")
    elif before != after:
        yield f"{where}: {_short(before)} -> {_short(after)}"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:60]}…"


def summary(name: str, found: list[str]) -> str:
    """The first changes of a document, and how many more there are."""
    rows = [f"{name}: {len(found)} changes", *(f"  {row}" for row in found[:SHOWN])]
    return "\n".join([*rows, f"  and {len(found) - SHOWN} more"] if len(found) > SHOWN else rows)


def regenerate(*, force: bool) -> int:
    """Write the goldens; 1 where one differs and force is not given."""
    refused = 0
    for source in sources():
        target, text = source.with_suffix(".json"), golden(source)
        if not target.exists():
            print(f"{target.name}: written")
        elif (old := target.read_text("utf-8")) != text:
            print(summary(target.name, list(changes(json.loads(old), json.loads(text)))))
            if not force:
                refused += 1
                continue
        target.write_text(text, "utf-8", newline="\n")
    if refused:
        print("nothing of that was written; --force writes it", file=sys.stderr)
    return 1 if refused else 0


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--force", action="store_true", help="overwrite goldens that differ")
    return regenerate(force=parser.parse_args().force)


if __name__ == "__main__":
    sys.exit(main())
