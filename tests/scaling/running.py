"""Runs of gwr in processes of their own, and what they leave."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SEED = (ROOT / "seeds" / "002_fa97d507ddd9a17d.txt").read_text("utf-8")

# Imported by every Python process of a run: inputs that hold these words misbehave.
TROUBLE = """
import os, signal, time
import converter.pipeline as pipeline
whole = pipeline.convert
def convert(data, name, **said):
    if b"KILL-ME" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"HANG" in data:
        time.sleep(600)
    if b"HUNGRY" in data:
        held = bytearray(1 << 36)
    if b"SLOW" in data:
        time.sleep(0.05)
    return whole(data, name, **said)
pipeline.convert = convert
"""


def report(number: int, extra: str = "") -> str:
    """A short report, different from any other number's."""
    opening = "各位代表：\n\n现在，我代表市政府向大会报告工作，请予审议。"
    return f"某某市{2000 + number}年政府工作报告\n\n{opening}\n\n一、工作回顾\n\n{extra}完成投资{number}亿元。\n"


def inputs(folder: Path, count: int) -> Path:
    """A folder with so many reports."""
    folder.mkdir()
    for number in range(count):
        (folder / f"r{number:03d}.txt").write_text(report(number), "utf-8")
    return folder


def trouble(folder: Path) -> dict[str, str]:
    """The environment in which inputs misbehave."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(TROUBLE, "utf-8")
    return {"PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)])}


def command(*arguments: str | Path) -> list[str]:
    """gwr batch with these arguments."""
    return [sys.executable, "-m", "converter", "batch", *map(str, arguments)]


def environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """This process's, with the package on the path."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **(more or {})}


def batch(*arguments: str | Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    return subprocess.run(command(*arguments), env=environment(env), capture_output=True, text=True, timeout=300, check=False)


def manifest(output: Path) -> list[dict[str, Any]]:
    """The lines of the manifest."""
    return [json.loads(line) for line in (output / "manifest.ndjson").read_text("utf-8").splitlines()]


def files(output: Path) -> dict[str, bytes]:
    """Every file a run left, its own state too, with times left out of the manifest."""
    found = {str(path.relative_to(output)): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()}
    return {name: _timeless(data) if name == "manifest.ndjson" or name.startswith(".batch/part-") else data for name, data in found.items()}


def _timeless(data: bytes) -> bytes:
    rows = [json.loads(line) for line in data.splitlines()]
    return json.dumps([{key: value for key, value in row.items() if key != "seconds"} for row in rows]).encode()
