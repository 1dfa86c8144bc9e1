"""How fast, measured side by side: one command, a page of results.

    python -m benchmarks.speed --corpus DIR [--part pages,stages,size,adversarial,scan,many,start] [--markdown FILE]

DIR holds html_reports/*.html and local/*.txt. Times are of this process's processor, the least of some repeats, the programs in
turn on each page, so that a busy machine is busy for all; what counts are ratios. Peers that are not installed are left out:
pip install trafilatura readability-lxml resiliparse
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks import costs, crawl, crowds, pages
from converter import extracting

PARTS: dict[str, Callable[[Path], list[str]]] = {
    "pages": pages.side_by_side,
    "stages": pages.stages,
    "size": costs.size,
    "adversarial": costs.adversarial,
    "scan": crawl.scanning,
    "many": crowds.workers,
    "start": crowds.starting,
}


def machine() -> str:
    """What the figures were measured on."""
    names = ("gwr-converter", "lxml", "pydantic", "trafilatura", "readability-lxml", "resiliparse", "fastwarc", "distributed")
    found = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} not installed")
    found[0] += "" if str(extracting.__file__).endswith(".py") else ", compiled"
    return f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}; {', '.join(found)}"


def main() -> int:
    """Run the parts and print their tables."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--part", default=",".join(PARTS))
    options.add_argument("--markdown", type=Path, help="also write the tables here")
    given = options.parse_args()
    lines = [machine(), ""]
    for name in given.part.split(","):
        lines += [f"## {name}", "", *PARTS[name](given.corpus), ""]
        print("\n".join(lines[-3:]) if len(lines) < 6 else f"{name}: done", file=sys.stderr)
    print("\n".join(lines))
    if given.markdown:
        given.markdown.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
