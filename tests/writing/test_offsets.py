"""Offsets in UTF-16: right for readers that count so, and the same document again for those that do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import converter
from converter.checking.documents import check_document
from converter.checking.loading import load
from converter.cli import main
from converter.models import schema
from converter.pipeline import convert
from converter.reading.source import Unreadable
from converter.writing.documents import dumps
from converter.writing.offsets import to_code_points, to_utf16
from tests.build import FIRST, MASTHEAD, SECOND

TEXT = (
    f"😀首页 > 𠮷林\n{MASTHEAD}一年来，𠮷县😀全年地区生产总值增长6.1%。\n"
    f"{FIRST}\n全县粮食总产量达到20万吨。\n{SECOND}\n地区生产总值增长7%左右。😀\n"
)


def made(text: str = TEXT) -> dict[str, Any]:
    """The document of a text as parsed JSON."""
    found: dict[str, Any] = json.loads(dumps(convert(text.encode(), "report.txt")))
    return found


def shown(document: dict[str, Any], span: list[int]) -> str:
    """What a reader that counts in UTF-16 sees at a span."""
    return document["source"]["text"].encode("utf-16-le")[span[0] * 2 : span[1] * 2].decode("utf-16-le")  # type: ignore[no-any-return]


def pairs(value: Any) -> list[list[int]]:
    """Every pair of whole numbers in a document."""
    if isinstance(value, dict):
        return [pair for under in value.values() for pair in pairs(under)]
    if isinstance(value, list):
        return [value] if len(value) == 2 and all(type(one) is int for one in value) else [pair for one in value for pair in pairs(one)]
    return []


def test_every_span_shows_the_same() -> None:
    """In UTF-16 units each span shows what it shows in code points."""
    plain = made()
    other = json.loads(dumps(convert(TEXT.encode(), "report.txt"), offsets="utf16"))
    before, after = pairs(plain), pairs(other)
    assert len(before) == len(after) > 20
    assert [plain["source"]["text"][slice(*span)] for span in before] == [shown(other, span) for span in after]
    assert other["source"]["offsets"] == "utf16"
    assert other["ledger"][-1]["span"][1] == len(TEXT.encode("utf-16-le")) // 2


def test_only_spans_are_pairs() -> None:
    """The schema has no other array of two numbers, so that whatever is such a pair is a span."""
    definitions = schema.build()["$defs"]
    arrays = [(name, field) for name, d in definitions.items() for field, v in d.get("properties", {}).items() if v.get("type") == "array"]
    numbers = [
        (name, field) for name, field in arrays if definitions[name]["properties"][field]["items"].get("type") in ("integer", "number")
    ]
    assert numbers == []
    assert definitions["Span"]["prefixItems"][0]["type"] == "integer"


def test_there_and_back() -> None:
    """Reading it again gives the document in code points, to the byte; a text without such characters has the same numbers."""
    document = convert(TEXT.encode(), "report.txt")
    written = dumps(document, offsets="utf16")
    assert dumps(converter.read(written)) == dumps(document)
    assert to_code_points(to_utf16(made("各位代表:\n经济增长5%。\n"))) == made("各位代表:\n经济增长5%。\n")
    assert "offsets" not in made()["source"]


def test_a_compilation() -> None:
    """The reports of a compilation point into the text of their parent, and each says how they count."""
    seeds = Path(__file__).parents[2] / "seeds"
    both = "😀\n" + "\n".join(next(seeds.glob(f"{n}*")).read_text("utf-8") for n in ("002", "000"))
    document = convert(both.encode(), "two.txt")
    other = json.loads(dumps(document, offsets="utf16"))
    assert [one["source"]["offsets"] for one in other["reports"]] == ["utf16", "utf16"]
    first = other["reports"][0]["sections"][1]
    assert first["title"] in shown(other, first["title_span"])
    assert dumps(converter.read(json.dumps(other))) == dumps(document)


def test_an_offset_within_a_character() -> None:
    """Named in one line."""
    other = to_utf16(made())
    other["sections"][0]["span"] = [1, 30]
    with pytest.raises(Unreadable, match=r"^offset 1 is within a character, by UTF-16$"):
        load(json.dumps(other).encode())


def test_such_documents_are_checked_as_others() -> None:
    """They are sound, and one whose ledger is too long is found out."""
    other = to_utf16(made())
    assert [f.code for f in check_document(load(json.dumps(other).encode())[0]) if f.severity == "error"] == []
    other["ledger"][-1]["span"][1] += 1
    assert [f.code for f in check_document(load(json.dumps(other).encode())[0])][:1] == ["GWR111"]


def test_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """convert, batch and join write it; check, restore, text, show, view, export, panel and review take it."""
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(TEXT, "utf-8")
    assert main(["convert", "report.txt", "--offsets", "utf16", "-o", "one"]) == 0
    assert main(["batch", "report.txt", "--offsets", "utf16", "-o", "two", "-j", "1"]) == 0
    assert main(["join", "report.txt", "--offsets", "utf16", "-o", "three"]) in (0, 1)
    assert Path("one/report.json").read_bytes() == Path("two/report.json").read_bytes()
    assert json.loads(Path("three/report.json").read_text("utf-8"))["source"]["offsets"] == "utf16"
    capfdbinary.readouterr()
    assert main(["restore", "one/report.json"]) == 0
    assert capfdbinary.readouterr().out.decode() == TEXT
    for command in (["check"], ["text", "--clean"], ["show"], ["review"], ["view", "-o", "page.html"], ["export", "-o", "tables.sqlite"]):
        assert main([*command, "one/report.json"]) == 0, command
    assert "𠮷" in Path("page.html").read_text("utf-8")


def test_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """GWR_OFFSETS says it for every call."""
    monkeypatch.setenv("GWR_OFFSETS", "utf16")
    report = tmp_path / "report.txt"
    report.write_text(TEXT, "utf-8")
    assert main(["convert", str(report)]) == 0
    assert json.loads(capfd.readouterr().out)["source"]["offsets"] == "utf16"
