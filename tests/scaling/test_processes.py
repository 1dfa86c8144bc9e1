"""A worker is asked for again where the server that forks them was killed while it was asked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from converter import __version__
from converter.scaling import local
from converter.scaling.local import Means
from converter.scaling.plan import STATE, Job, Shard, shards
from converter.scaling.processes import Worker

REPORT = "某某市政府工作报告\n各位代表:\n现在,我代表市人民政府向大会报告工作,请予审议。\n一、工作回顾\n地区生产总值增长5%。\n"


@pytest.mark.parametrize(("refusals", "error"), [(0, None), (3, None), (4, EOFError)])
def test_a_server_that_is_killed_while_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int, error: type[Exception] | None
) -> None:
    """Real workers, begun after so many refusals of the kind that a dying server gives; a server that never answers ends the run."""
    left = [EOFError("unexpected EOF")] * refusals

    def asked(*given: Any) -> Worker:
        if left:
            raise left.pop()
        return Worker(*given)

    monkeypatch.setattr(local, "Worker", asked)
    (tmp_path / "a.txt").write_text(REPORT, "utf-8")
    job = Job(str(tmp_path / "out"), "ndjson", True, __version__)
    (tmp_path / "out" / STATE).mkdir(parents=True)
    said: list[Counter[str]] = []

    def done(_: Shard, counts: Counter[str]) -> bool:
        said.append(counts)
        return True

    def run() -> None:
        local.run(job, shards([(str(tmp_path / "a.txt"), "a.txt")], 1), Means(1, 60.0), done)

    if error:
        with pytest.raises(error):
            run()
    else:
        run()
    assert said == ([] if error else [Counter(converted=1)])
