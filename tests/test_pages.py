"""Every command that a page names is one: each call is parsed by the program itself, each module and target is there.

The pages whose commands can run anywhere are run whole: README (test_readme), api (tests/api), teams (test_teams_page), consuming
(test_consuming), validation (tests/checking/test_guide), settings (tests/cli/test_settings); docs/cluster.md below.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from converter.cli import main
from converter.cli.app import app
from tests.scaling.test_scan import SEEDS, page, paragraphs, response

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "examples").glob("*"), *(ROOT / ".github").rglob("*.md")]
)
PROGRAM = cast(TyperGroup, get_command(app))


def calls() -> Iterator[tuple[str, str]]:
    """Every `gwr …` in a block or alone between backquotes, and where it stands; pipes and redirections cut off."""
    for source in PAGES:
        text = source.read_text("utf-8")
        blocks = [(block.start(1), block.end(1)) for block in re.finditer(r"^```\w*\n(.*?)^```", text, re.M | re.S)]
        for found in re.finditer(r"^(?:\$ | *)(gwr .+)$|`(gwr [^`]+)`", text, re.M):
            if found[1] and source.suffix == ".md" and not any(low <= found.start() < high for low, high in blocks):
                continue  # the program as the subject of a sentence
            call = re.split(r"  +|[|<>;&]|\s#", next(filter(None, found.groups())))[0].strip()
            yield f"{source.name}:{text.count(chr(10), 0, found.start()) + 1}", call


def words(call: str) -> list[str]:
    """A call as a shell takes it apart, place holders and all."""
    return shlex.split(call.replace("…", " X").replace("[", "").replace("]", ""))[1:]


CALLS = [(where, call) for where, call in calls() if not re.fullmatch(r"gwr[a-z ]*[a-z]", call) or call.split()[1] in PROGRAM.commands]


@pytest.mark.parametrize(("where", "call"), CALLS, ids=lambda given: str(given)[:60])
def test_a_call_is_one(where: str, call: str) -> None:
    """The program knows the command and every option in it, and how many values each takes."""
    name, *rest = [word for word in words(call) if word not in ("COMMAND",)] or ["--help"]
    if name.startswith("-"):
        known = {option for one in PROGRAM.params for option in one.opts}
        assert name in known | {"--help"}, where
        return
    assert name in PROGRAM.commands, f"{where}: {call}"
    command: Any = PROGRAM.commands[name]
    context = command.context_class(command, info_name=name)
    if "--help" not in rest and "-h" not in rest:
        command.make_parser(context).parse_args(args=[*rest, "X"])  # a value for an option that is named alone


def test_there_are_calls() -> None:
    """The pages are searched, and nearly every command is shown somewhere."""
    assert len(CALLS) > 80
    assert {words(call)[0] for _, call in CALLS if words(call)} >= set(PROGRAM.commands)


@pytest.mark.parametrize("source", PAGES, ids=lambda path: path.name)
def test_modules_and_targets_are_there(source: Path) -> None:
    """`python -m scripts.x`, `python -m benchmarks.x`, `make x` are what the repository has; so are the options named beside a module."""
    text = source.read_text("utf-8")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for module, options in re.findall(r"python -m ((?:scripts|benchmarks|tests)\.[\w.]+)([^`\n#]*)", text):
        file = ROOT / f"{module.replace('.', '/')}.py"
        assert file.is_file(), f"{source.name}: {module}"
        for option in re.findall(r"--[a-z-]+", options):
            assert f'"{option}"' in file.read_text("utf-8"), f"{source.name}: {module} {option}"
    for target in re.findall(r"(?:^|`)make\s([a-z]+)", text, re.M):
        assert re.search(rf"^{target}:", makefile, re.M), f"{source.name}: make {target}"


def test_the_way_from_a_crawl_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """The first commands of docs/cluster.md, one after the other, as they stand there."""
    monkeypatch.chdir(tmp_path)
    Path("crawl").mkdir()
    Path("crawl/one.warc.gz").write_bytes(response(1, page(paragraphs(SEEDS[0]), "utf-8")) + response(2, page("<p>新闻</p>", "utf-8")))
    Path("reports").mkdir()
    Path("reports/one.txt").write_text(SEEDS[0], "utf-8")
    block = re.findall(r"^```\n(gwr scan.*?)^```", (ROOT / "docs" / "cluster.md").read_text("utf-8"), re.M | re.S)[0]
    for number, line in enumerate(block.splitlines()):
        call = words(re.split(r"  +|>", line)[0])
        call = [name for word in call for name in ([*map(str, Path().glob(word))] if "*" in word else [word])]
        assert main([*call[:-1], f"{call[-1]}{number}"] if call[0] == "batch" and "-o" in call and call[-1] == "out" else call) == 0, line
        capfd.readouterr()
