"""The direction of imports, and the size of files, held by reading the source."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "converter"
FILES = sorted(PACKAGE.rglob("*.py"))

# Room → rooms it may import from, besides itself. Data flows reading → stripping → mending → sectioning → extracting → models.
GROUND = {"frozen", "text", "expressions", "numbering", "words", "lexicons"}
ALLOWED: dict[str, set[str]] = {
    "__init__": set(),
    "frozen": set(),
    "collection": set(),
    "expressions": set(),
    "text": {"expressions", "frozen"},
    "numbering": {"expressions", "frozen"},
    "words": set(),
    "lexicons": {"text", "words"},
    "models": {"words"},
    "reading": GROUND,
    "stripping": GROUND | {"reading"},
    "mending": GROUND | {"reading", "stripping"},
    "sectioning": GROUND | {"reading", "stripping", "mending"},
    "extracting": GROUND | {"reading", "stripping", "mending", "sectioning", "models"},
    "assembling": GROUND | {"reading", "stripping", "mending", "sectioning", "models"},
    "adding": GROUND | {"reading", "extracting", "models"},
    "joining": GROUND | {"reading", "stripping", "mending"},
    "correcting": GROUND | {"reading", "stripping", "mending", "sectioning", "extracting", "models"},
    "pipeline": GROUND
    | {"__init__", "assembling", "collection", "correcting", "reading", "stripping", "mending", "sectioning", "extracting", "models"},
    "api": {"lexicons", "adding", "reading", "correcting", "models", "pipeline", "writing", "checking", "joining"},
    "writing": GROUND | {"models"},
    "viewing": GROUND | {"models"},
    "plotting": GROUND | {"models", "writing"},
    "checking": GROUND | {"__init__", "reading", "mending", "extracting", "models", "pipeline", "writing"},
    "scaling": GROUND | {"adding", "reading", "correcting", "models", "pipeline", "writing", "checking"},
    "cli": {"__init__", "lexicons", "adding", "reading", "models", "pipeline", "writing", "plotting", "viewing", "checking", "scaling"}
    | {"joining", "correcting", "collection", "words"},
    "__main__": {"cli"},
}

# An import against the direction needs its reason here: (file, room).
AGAINST: dict[tuple[str, str], str] = {
    ("reading/html/__init__.py", "stripping"): "the main content of a page is told from its boxes, which exist only while it is read",
}

LONGEST = 200
# A longer file needs its reason here.
LONG: dict[str, str] = {}


def room(path: Path) -> str:
    """The room a file belongs to: its first folder, or the file itself at the top."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and room of every import of ours, at the top of the file or inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            names = [node.module or ""] if node.module != "converter" else [f"converter.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            first, _, rest = name.partition(".")
            if first == "converter":
                target = rest.partition(".")[0]
                yield node.lineno, "__init__" if target in ("", "__version__") else target


def test_every_room_is_listed() -> None:
    """A new room says what it may import."""
    assert {room(path) for path in FILES} <= set(ALLOWED)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    """No room imports from a later one."""
    here, file = room(path), str(path.relative_to(PACKAGE))
    allowed = ALLOWED[here] | {there for name, there in AGAINST if name == file}
    assert [f"line {line}: {here} imports {there}" for line, there in imported(path) if there != here and there not in allowed] == []


def test_the_table_has_no_circle() -> None:
    """What the table allows is a direction: a room never reaches itself."""

    def reach(name: str, above: tuple[str, ...] = ()) -> None:
        assert name not in above, " → ".join((*above, name))
        for there in ALLOWED[name]:
            reach(there, (*above, name))

    for name in ALLOWED:
        reach(name)


def test_files_are_small() -> None:
    """A file is about 80 lines; one above 200 has a reason in the table."""
    long = {str(path.relative_to(PACKAGE)) for path in FILES if path.read_text("utf-8").count("\n") > LONGEST}
    assert long == set(LONG)


# Lexicons that a user may add to, and what in them nobody can add to.
OPEN = {"boilerplate", "indicators", "places"}
CLOSED = {"closing_calls", "not_masthead", "annex", "peoples", "self_words", "before_blank", "title_decoration"}


def _loads(node: ast.AST) -> bool:
    """Whether one of the open lexicons is loaded in it, and not only what is closed in it."""
    closed = [n.value for n in ast.walk(node) if isinstance(n, ast.Subscript) and getattr(n.slice, "value", None) in CLOSED]
    calls = (n for n in ast.walk(node) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "load" and n.args)
    return any(getattr(call.args[0], "value", None) in OPEN and call not in closed for call in calls)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_what_users_may_add_to_is_remembered_as_a_table(path: Path) -> None:
    """Nothing made of an open lexicon is made at import, or remembered by anything but `lexicons.table`."""
    found = [node for node in ast.parse(path.read_text("utf-8")).body if _loads(node)]
    marks = {getattr(node, "name", "import"): [ast.unparse(mark) for mark in getattr(node, "decorator_list", ())] for node in found}
    assert {name for name, given in marks.items() if name == "import" or any("cache" in mark for mark in given)} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_annotations_that_are_read_at_run_time_are_no_strings(path: Path) -> None:
    """Else every start compiles and evaluates a thousand of them."""
    source = path.read_text("utf-8")
    read = "(Model):" in source or "typer.Option(" in source or "= Annotated[" in source
    assert not (read and "from __future__ import annotations" in source)


def test_a_document_is_checked_without_what_reads_one() -> None:
    """Reading, mending and the like are no part of its start."""
    code = "import sys, converter.cli.check; print(*(name for name in sys.modules if name.startswith('converter.')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent).stdout.split()
    heavy = tuple(f"converter.{room}" for room in ("stripping", "mending", "sectioning", "extracting.indicators", "pipeline"))
    assert "converter.checking.rules" in loaded
    assert [name for name in loaded if name.startswith(heavy)] == []
