"""Make a release: wheel, source archive, bill of materials and checksums in dist/, notes in build/notes.md.

    python -m scripts.release [--tag v1.2.3]

With a tag it is refused where version, citation, changelog or schema do not say the same; without, it is a trial. The bytes of the
files depend on the commit alone: its time stands for the time of the build.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from scripts.sbom import bill

ROOT = Path(__file__).resolve().parents[1]
SUMS = "SHA256SUMS"


def version(root: Path) -> str:
    """The version the program says it has."""
    found = re.search(r'^__version__ = "(.+)"$', (root / "converter" / "__init__.py").read_text("utf-8"), re.M)
    assert found, "converter/__init__.py says no version"
    return found[1]


def wrong(root: Path, tag: str) -> Iterator[str]:
    """Why this tag cannot be released."""
    here = version(root)
    if tag != f"v{here}":
        yield f"the tag is {tag}, the program is {here}"
    if f"version: {here}\n" not in (root / "CITATION.cff").read_text("utf-8"):
        yield f"CITATION.cff is not of {here}"
    if not notes(root, here):
        yield f"CHANGELOG.md has nothing under ## {here}"
    schema = re.search(r'^SCHEMA_VERSION: Final = "(.+)"$', (root / "converter" / "models" / "published.py").read_text("utf-8"), re.M)
    listed = (root / "schema" / "released.txt").read_text("utf-8").split()
    if schema and schema[1] not in listed:
        yield f"schema {schema[1]} is not released: python -m scripts.schema_change --release"


def notes(root: Path, of: str) -> str:
    """What the changelog says of a version."""
    found = re.search(rf"^## {re.escape(of)}\b.*?\n(.*?)(?=^## |\Z)", (root / "CHANGELOG.md").read_text("utf-8"), re.M | re.S)
    return found[1].strip() if found else ""


def build(root: Path, dist: Path) -> None:
    """Wheel and source archive, from a folder that holds no older ones."""
    shutil.rmtree(dist, ignore_errors=True)
    moment = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True, check=False).stdout.strip()
    environment = {**os.environ, "SOURCE_DATE_EPOCH": moment or "1735689600"}
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(dist), str(root)]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def checksums(dist: Path) -> str:
    """A line a file, as `sha256sum --check` reads them."""
    files = sorted(path for path in dist.iterdir() if path.name != SUMS)
    return "".join(f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tag", default="", help="the tag that is released")
    tag, dist = parser.parse_args().tag, ROOT / "dist"
    refused = list(wrong(ROOT, tag)) if tag else []
    for why in refused:
        print(why, file=sys.stderr)
    if refused:
        return 1
    build(ROOT, dist)
    (dist / "gwr-converter.cdx.json").write_text(bill(ROOT), "utf-8", newline="\n")
    (dist / SUMS).write_text(checksums(dist), "utf-8", newline="\n")
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build" / "notes.md").write_text(notes(ROOT, version(ROOT) if tag else "Unreleased") + "\n", "utf-8", newline="\n")
    print((dist / SUMS).read_text("utf-8"), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
