"""Fuzz one part for as long as one likes: `python -m scripts.fuzz TARGET --minutes N`; `all` takes one after the other.

    python -m scripts.fuzz text --minutes 15
    python -m scripts.fuzz all --minutes 60

TARGET: text, html, docx, pipeline, pdf, warc, join, by_hand, document.
Inputs that reached something new are kept in build/fuzz/TARGET/corpus and serve the next run;
what broke an invariant, crashed or hung lies in build/fuzz/TARGET/findings. The exit code is 1 where there is any. Needs `atheris`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 24_576  # bytes of an input
HANG = 120  # seconds after which an input counts as hanging
MEMORY = 2_500  # megabytes
_STATUS = re.compile(r"^#(\d+)\s.*?cov: (\d+) ft: (\d+) corp: (\d+)", re.M)
_DONE = re.compile(r"stat::number_of_executed_units:\s+(\d+)")


def prepared(name: str, folder: Path) -> tuple[Path, Path]:
    """The folders of corpus and findings, the first inputs in place."""
    corpus, findings = folder / name / "corpus", folder / name / "findings"
    for made in (corpus, findings):
        made.mkdir(parents=True, exist_ok=True)
    for data in TARGETS[name].begin(Random(0)):
        (corpus / sha256(data).hexdigest()[:16]).write_bytes(data)
    return corpus, findings


def fuzzed(name: str, folder: Path, seconds: int, seed: int) -> tuple[str, int]:
    """Run one target; its row for the table, and how many findings lie there."""
    corpus, findings = prepared(name, folder)
    log = folder / name / "log"
    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={HANG}", f"-rss_limit_mb={MEMORY}", f"-seed={seed}"]
    more = [f"-artifact_prefix={findings}/", "-len_control=0", "-print_final_stats=1", "-verbosity=1", str(corpus)]
    began = time.monotonic()
    with log.open("wb") as out:
        command = [sys.executable, "-m", "tests.fuzz.harness", name, str(findings), *options, *more]
        done = subprocess.run(command, stderr=out, stdout=out, cwd=ROOT, check=False)
    said = log.read_text("utf-8", "replace")
    rows, total = _STATUS.findall(said), _DONE.findall(said)
    runs, edges, features, kept = rows[-1] if rows else ("0", "0", "0", "0")
    found = [line for line in said.splitlines() if line.startswith("FINDING")]
    found += [f"ended with {done.returncode}, see {log}"] if done.returncode else []
    row = f"| {name} | {time.monotonic() - began:.0f} s | {total[-1] if total else runs} | {edges} | {features} | {kept} | {len(found)} |"
    return "\n".join([row, *found]), len(found)


def main() -> int:
    """Fuzz; 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=[*TARGETS, "all"])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "fuzz")
    parser.add_argument("--seed", type=int, default=0, help="0: another one each time")
    wanted = parser.parse_args()
    print("| target | time | executions | edges covered | features | inputs kept | findings |\n|---|---|---|---|---|---|---|", flush=True)
    code = 0
    for name in TARGETS if wanted.target == "all" else [wanted.target]:
        row, found = fuzzed(name, wanted.folder.resolve(), int(wanted.minutes * 60), wanted.seed)
        print(row, flush=True)
        code = code or int(found > 0)
    return code


if __name__ == "__main__":
    sys.exit(main())
