"""The process that fuzzes: `python -m tests.fuzz.harness TARGET FINDINGS [libFuzzer's options] CORPUS`; scripts/fuzz.py starts it.

A broken invariant is written to FINDINGS, one file for each kind, and fuzzing goes on; a crash or a hang ends it.
"""

from __future__ import annotations

import re
import sys
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from random import Random

import atheris  # in no lock file and without types: whoever fuzzes installs it

# Formats are imported only where used, so all of them are here: what is imported in this block has its coverage measured.
MODULES = (
    *("pipeline", "checking.conservation", "checking.published", "writing.documents"),
    *("adding", "checking.documents", "correcting", "joining", "viewing.pages", "viewing.terminal", "writing.clean"),
    *("reading.docx", "reading.html", "reading.office", "reading.pdf", "reading.plain", "reading.warc"),
)
with atheris.instrument_imports(include=["converter"]):
    for module in MODULES:
        import_module(f"converter.{module}")

from tests.fuzz.invariants import guarded  # noqa: E402 - after the block above, or nothing would be measured
from tests.fuzz.mutating import several  # noqa: E402
from tests.fuzz.targets import TARGETS, Target  # noqa: E402

_ANY = re.compile(r"\d+|'[^']*'|\"[^\"]*\"|\[[^\]]*\]")


class Harness:
    """What one run has found: the state is why this is a class."""

    def __init__(self, target: Target, findings: Path) -> None:
        self.target, self.findings = target, findings
        self.look = guarded(target.look)
        self.kinds: set[str] = set()

    def one(self, data: bytes) -> None:
        """Look at one input."""
        for wrong in self.look(data):
            kind = _ANY.sub("_", wrong)[:80]
            if kind not in self.kinds:
                self.kinds.add(kind)
                path = self.findings / f"{sha256(kind.encode()).hexdigest()[:8]}-{sha256(data).hexdigest()[:8]}"
                path.write_bytes(data)
                print(f"FINDING {path.name}: {wrong}", file=sys.stderr, flush=True)  # noqa: T201 - beside libFuzzer's own lines

    def mutate(self, data: bytes, most: int, seed: int) -> bytes:
        """Mostly by structure, else as libFuzzer does, which seldom leaves an archive whole; what grows too large is cut or left."""
        chance = Random(seed)
        packed = data.startswith(b"PK")
        if chance.random() < (0.02 if packed else 0.2):
            return bytes(atheris.Mutate(data, most))
        found = several(data, chance, self.target.mutations)
        return found if len(found) <= most else data if packed else found[:most]


def main() -> None:
    """Fuzz until libFuzzer's options say stop."""
    name, findings, *options = sys.argv[1:]
    harness = Harness(TARGETS[name], Path(findings))
    atheris.Setup([sys.argv[0], *options], harness.one, custom_mutator=harness.mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
