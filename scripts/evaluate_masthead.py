"""Measure the masthead on reports whose file names say place and year: NAME_YEAR.txt.

Usage: python scripts/evaluate_masthead.py --corpus DIR [--only TEXT]

Prints the shares of places and years that are right, and for delivery date, term and session the share of those that the first
600 characters print; every miss on a line of its own. What the head prints is found by plain patterns, apart from the rules.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

from converter.extracting.masthead import Masthead, masthead
from converter.mending import mend
from converter.reading import read
from converter.reading.source import Source
from converter.sectioning import section
from converter.stripping import strip
from converter.text import shadow

HEAD = 600
_NUMBER = "[一二三四五六七八九十0-9]+"
_DATE = re.compile(r"(?:\d{4}|[一二][一二三四五六七八九〇○零]{3})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")
_TERM = re.compile(rf"第?({_NUMBER})届(?:全国)?人(?:民代表大会|大)第?({_NUMBER})次")


def read_masthead(path: Path) -> tuple[Source, Masthead]:
    """The source and its masthead."""
    source = read(path.read_bytes(), path.name)
    stripped = strip(source)
    return source, masthead(stripped, section(mend(stripped)))


def before_report(source: Source) -> str:
    """The head without its blanks, as far as the words that open the report: sessions named behind them are earlier ones."""
    return re.split(r"各位代表|现在,我代表", re.sub(r"\s", "", shadow(source.text[:HEAD])))[0]


def misses(path: Path, counts: Counter[str]) -> list[str]:
    """What is wrong with one report, in words."""
    source, found = read_masthead(path)
    name, _, year = path.stem.rpartition("_")
    meta, head = found.metadata, before_report(source)
    place = meta.jurisdiction
    wanted: list[tuple[str, object, object]] = [("place", name, place.name if place.code else None), ("year", int(year), meta.report_year)]
    if _DATE.search(head):
        wanted.append(("delivered_on", True, meta.delivered_on is not None))
    if _TERM.search(head):
        wanted += [("term", True, meta.meeting is not None and meta.meeting.term is not None)]
        wanted += [("session", True, meta.meeting is not None and meta.meeting.session is not None)]
    out = []
    for what, want, got in wanted:
        counts[what] += 1
        counts[f"{what} right"] += want == got
        if want != got:
            out.append(f"{path.name}: {what}: want {want}, got {got}")
    return out


def main() -> int:
    """Print figures and misses."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--only", default="", help="only files whose name holds this")
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    files = [p for p in sorted(args.corpus.rglob("*.txt")) if re.search(r"[省市区州县盟旗]_\d{4}$", p.stem) and args.only in p.name]
    for path in files:
        for line in misses(path, counts):
            print(line)
    for what in ("place", "year", "delivered_on", "term", "session"):
        right, of = counts[f"{what} right"], counts[what]
        print(f"{what}: {right} of {of}" + (f" ({right / of:.4f})" if of else ""))
    return 0 if files else 2


if __name__ == "__main__":
    sys.exit(main())
