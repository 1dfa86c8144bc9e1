"""What a run leaves is taken by the commands that read documents, folders and all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from converter.cli import main

TEXT = "{}县2024年政府工作报告\n各位代表:\n我代表县政府报告工作,请予审议。\n一、2023年工作回顾\n全县地区生产总值增长6.1%。\n"


@pytest.mark.parametrize("form", ["json", "ndjson"])
def test_the_folder_of_a_run(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """export, review and view take every document of it, at any depth; plan and manifest are no documents, and not named as such."""
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(("a.txt", "deep/b.txt", "deep/er/manifest.txt"), 1):
        Path("in", name).parent.mkdir(parents=True, exist_ok=True)
        Path("in", name).write_text(TEXT.format("甲乙丙"[number - 1] + "江"), "utf-8")
    assert main(["batch", "in", "-o", "out", "-j", "1", "--format", form]) == 0
    capfd.readouterr()
    assert main(["export", "out", "-o", "reports.ndjson", "--table", "reports"]) == 0
    assert len(Path("reports.ndjson").read_text("utf-8").splitlines()) == 3
    assert main(["review", "out"]) == 0
    assert main(["view", "out", "-o", "index.html"]) == 0
    assert "no document" not in capfd.readouterr().err
    assert json.loads(Path("out/manifest.ndjson").read_text("utf-8").splitlines()[0])["outcome"] == "converted"
