"""Files that people write (corrections), written to do harm: refused in one line that names file and line, and at once."""

from __future__ import annotations

import pytest

from converter.correcting import load
from converter.reading.source import Unreadable
from tests.fuzz.invariants import outcome
from tests.trust.programs import gwr, one_line

HEAD = "author: a\ncorrections:\n"


def bomb(levels: int) -> str:
    """Mappings that take in ten times the one before: ten to the power of `levels` in the end."""
    rows = [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}" for n in range(1, levels)]
    return "\n".join(["a0: &a0 {k: v}", *rows])


BAD = {
    "references that multiply": (bomb(30), ":1: & and"),
    "a reference": ("author: &x a\ncorrections: [*x]", ":1: & and"),
    "a type": ("!!python/object/apply:os.system ['true']", ":1: tag:"),
    "nested deep": (HEAD + "- " + "[" * 100_000, ":3: is nested"),
    "a day that is none": (HEAD + "- set: delivered_on\n  value: 2024-13-45\n  reason: r", ":3: month"),
    "thousands of digits": (HEAD + f"- set: report_year\n  value: {'9' * 5_000}\n  reason: r", ":3: "),
    "no end": (HEAD + "- indicator: x\n  growth: .inf\n  reason: r", ":3: growth must be"),
    "no number": (HEAD + "- indicator: x\n  growth: .nan\n  reason: r", ":3: growth must be"),
    "half a character": (HEAD + '- set: title\n  value: "\\ud800"\n  reason: r', ":4: no YAML"),
    "an escape": (HEAD + '- set: title\n  value: "\\e[31m"\n  reason: r', ":3: value must be text"),
    "a key twice": ("corrections: []\ncorrections: [1]", ":2: a key"),
    "a key twice in a row": (HEAD + "- set: title\n  value: x\n  value: y\n  reason: r", ":5: a key"),
    "merged keys": ("<<: {corrections: []}", ":1: expected"),
    "a control character": (HEAD + "- \x07", ": no YAML"),
    "two documents": ("author: a\n---\nauthor: b", ":2: no YAML"),
    "too long": ("#" * 1_000_001, "too many"),
}


@pytest.mark.parametrize("name", BAD)
def test_corrections_that_are_none(name: str) -> None:
    """References, types, depth, numbers and characters without sense."""
    text, said = BAD[name]
    with pytest.raises(Unreadable) as caught:
        load(text.encode(), "f.yaml")
    assert str(caught.value).startswith("f.yaml:")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_report_with_such_a_file_beside_it(tmp_path: object) -> None:
    """One line, exit code 3; nothing of it is a failure of gwr."""
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "r.txt").write_text("各位代表:\n经济增长5%。", "utf-8")
    (folder / "r.corrections.yaml").write_text(BAD["a day that is none"][0], "utf-8")
    done = gwr("convert", folder / "r.txt")
    assert done.returncode == 3
    assert "r.corrections.yaml:3: month must be in 1..12" in one_line(done)


def test_an_encoding_that_no_page_is_written_in() -> None:
    """Codecs of Python for names of machines or for escapes are no declaration: the page is read by its own evidence."""
    text = "<p>2024年临江县人民政府工作报告</p><p>各位代表:</p><p>经济增长5%。</p>"
    for codec in ("idna", "punycode", "undefined", "unicode_escape", "utf-7"):
        found = outcome(f"<meta charset={codec}>{text}".encode("gb18030"), "x.html")
        assert found.broken == ()
        assert found.document is not None
        assert "临江县" in found.document["source"]["text"]
