"""Measure the conversion on a corpus and on labelled documents, and write docs/accuracy.md.

    python -m scripts.evaluate --corpus DIR --evaluation DIR [--out DIR] [--write]

EVALUATION holds docs/*.txt, gold/*.json, score.py and law.py; CORPUS holds folders of raw reports. Documents go to OUT.
Without --write the page is printed and docs/accuracy.md stays as it is.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from scripts.accuracy_page import page
from scripts.measures import Kept, bold_headings, kept

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("local", "series", "national_and_provincial")


def convert_one(pair: tuple[Path, Path]) -> str | None:
    """Convert one file; what went wrong, or nothing."""
    from converter.pipeline import convert
    from converter.writing.documents import dumps

    source, target = pair
    try:
        target.write_text(dumps(convert(source.read_bytes(), source.name)), "utf-8")
    except Exception as error:  # noqa: BLE001 - a failure is what is measured
        return f"{source.name}: {type(error).__name__}: {error}"
    return None


def convert_all(sources: Iterable[Path], out: Path) -> list[str]:
    """Convert every file into OUT/NAME.json; the failures."""
    out.mkdir(parents=True, exist_ok=True)
    pairs = [(source, out / f"{source.stem}.json") for source in sorted(sources)]
    with ProcessPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        return [failure for failure in pool.map(convert_one, pairs, chunksize=4) if failure]


def scores(evaluation: Path, out: Path) -> dict[str, Any]:
    """The figures of score.py over the labelled documents."""
    report = out.with_suffix(".scores.json")
    command = [sys.executable, str(evaluation / "score.py"), "--gold", str(evaluation / "gold"), "--docs", str(evaluation / "docs")]
    subprocess.run([*command, "--out", str(out), "--json", str(report)], check=True, stdout=subprocess.DEVNULL)
    figures: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return figures


def law(evaluation: Path, docs: Path, out: Path) -> str:
    """The last line of law.py over one folder."""
    command = [sys.executable, str(evaluation / "law.py"), "--docs", str(docs), "--out", str(out)]
    said = subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip().splitlines()
    return said[-1] if said else "law.py said nothing"


def labels(evaluation: Path) -> dict[str, dict[str, Any]]:
    """Name → metadata of the labels."""
    return {path.stem: json.loads(path.read_text("utf-8"))["metadata"] for path in sorted((evaluation / "gold").glob("*.json"))}


def unlabelled(evaluation: Path, corpus: Path, out: Path) -> dict[str, Any]:
    """Per folder: failures, the law, files that keep too little; and the bold headings over all of them."""
    folders: dict[str, dict[str, Any]] = {}
    wanted, missed = 0, []
    for folder in FOLDERS:
        sources = sorted((corpus / folder).glob("*.txt"))
        failures = convert_all(sources, out / folder)
        files: list[Kept] = []
        for source in sources:
            target = out / folder / f"{source.stem}.json"
            if not target.exists():
                continue
            document = json.loads(target.read_text("utf-8"))
            files.append(kept(source.name, document))
            if (bold := source.with_suffix(".bold.json")).exists():
                entries, lost = bold_headings(bold, document)
                wanted += len(entries)
                missed += [f"{source.stem}: {entry[:40]}" for entry in lost]
        lawful = law(evaluation, corpus / folder, out / folder)
        folders[folder] = {"count": len(sources), "failures": failures, "files": files, "law": lawful}
    return {"folders": folders, "bold": (wanted, missed)}


def main() -> int:
    """Convert, measure, and print the page or write it."""
    parser = argparse.ArgumentParser(description="Measure the conversion on a corpus and on labelled documents.")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--evaluation", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="keep the documents here")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    arguments = parser.parse_args()
    out = arguments.out or Path(mkdtemp(prefix="gwr-"))
    failures = convert_all((arguments.evaluation / "docs").glob("*.txt"), out / "labelled")
    labelled = scores(arguments.evaluation, out / "labelled")
    rest = unlabelled(arguments.evaluation, arguments.corpus, out)
    text = page(labelled, labels(arguments.evaluation), failures, rest)
    if arguments.write:
        (ROOT / "docs" / "accuracy.md").write_text(text, "utf-8")
    else:
        print(text)
    for miss in rest["bold"][1]:
        print(f"bold heading not found: {miss}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
