"""Time and memory against size, and on text made to be slow."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import suppress
from itertools import product
from pathlib import Path

from benchmarks.timing import least, table
from converter.pipeline import convert
from converter.reading.source import Unreadable

SIZES = (10_000, 50_000, 500_000, 5_000_000, 50_000_000)

# Twenty ways to trouble a reader that looks back or ahead too far.
UNITS = (
    "一、",
    "(",
    "[1]",
    "分别",
    "**",
    "、",
    "7",
    "“‘",
    "。",
    " ",
    "各位代表",
    "增长",
    "5%、",
    "第一部分",
    "（一）",
    "X",
    "2024年",
    "—",
    "《",
    "地区生产总值、",
)
ADVERSARIAL = {unit: unit * (100_000 // max(1, len(unit) // 4)) for unit in UNITS}


def grown(corpus: Path, size: int) -> bytes:
    """A report of so many bytes: the corpus's texts one after the other, without salutations, so that they stay one report; when they
    come again each sentence ends otherwise, or they would be removed as copies."""
    out, at = [], 0
    texts = [re.sub("各位代表", "各位同志", path.read_text("utf-8", "replace")) for path in sorted((corpus / "local").glob("*.txt"))]
    for mark, text in product(("", *"甲乙丙丁戊己庚辛壬癸子丑寅卯"), texts):
        data = text.replace("。", f"{mark}。").encode()
        out.append(data[: size - at])
        at += len(out[-1])
        if at >= size:
            break
    return b"\n".join(out).decode("utf-8", "ignore").encode()


def size(corpus: Path) -> list[str]:
    """Microseconds a character from 10 KB to 50 MB, and the peak memory of a process that does one."""
    rows, at_50_kb = [], 0.0
    for many in SIZES:
        data = grown(corpus, many)
        characters = len(data.decode())
        spent = least(lambda data=data: convert(data, "grown.txt"), 9 if many < 5_000_000 else 1) / characters * 1e6  # type: ignore[misc]
        at_50_kb = spent if many == 50_000 else at_50_kb
        rows.append([f"{many:,}", f"{spent:.2f}", f"{spent / at_50_kb:.2f}" if at_50_kb else "", f"{peak(data):.0f}"])
    return table(["bytes", "µs a character", "ratio to 50 KB", "peak MB"], rows)


def peak(data: bytes) -> float:
    """Megabytes that a process needs at most to convert this."""
    code = "import resource,sys; from converter.pipeline import convert; convert(sys.stdin.buffer.read(), 'x.txt'); "
    code += "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    return int(done.stdout) / 1024


def adversarial(corpus: Path) -> list[str]:
    """Microseconds a character on a quarter and on the whole of each text; a rule that is not linear shows as a ratio above 1."""
    rows = []
    for name, text in ADVERSARIAL.items():
        quarter, whole = text[: len(text) // 4].encode(), text.encode()
        small, large = (_each(data) for data in (quarter, whole))
        rows.append([f"`{name}`", f"{len(text):,}", f"{large:.2f}", f"{large / small:.2f}"])
    return table(["repeated", "characters", "µs a character", "ratio to a quarter of it"], rows)


def _each(data: bytes) -> float:
    def work() -> None:
        with suppress(Unreadable):  # what cannot be read is refused, and the time until then counts
            convert(b"\xe6\x96\x87" + data, "x.txt")

    return least(work, 2) / len(data.decode()) * 1e6
