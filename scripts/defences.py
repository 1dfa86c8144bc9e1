"""Take each defence of docs/threat-model.md away and see that its test fails: `python -m scripts.defences [NAME …]`.

Works on a copy of the repository. A row: the test, the file, the words that defend, and what stands there instead.
"""

# ruff: noqa: E501 - the table below
from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_HOSTILE, _FAULTS, _DOCX, _HTML = (
    *("tests/trust/test_hostile.py", "tests/trust/test_faults.py"),
    *("tests/reading/test_docx_refused.py", "tests/reading/test_html.py"),
)


@dataclass(frozen=True)
class Defence:
    """One edit that takes a defence away."""

    test: str
    file: str
    words: str
    instead: str


DEFENCES = (
    Defence(f"{_DOCX}::test_refused", "reading/docx/package.py", "internalDTD is not None", "internalDTD is False"),
    Defence(f"{_DOCX}::test_bomb", "reading/docx/package.py", "return min(self.limits.unpacked_bytes - self.spent, by_ratio)", "return 1 << 40"),
    Defence(f"{_HOSTILE}::test_parts_share_one_allowance", "reading/docx/package.py", "self.spent += len(data)", "pass"),
    Defence(f"{_HOSTILE}::test_a_zip_that_lies_about_its_sizes", "reading/docx/package.py", "zipfile.BadZipFile, ", ""),
    Defence(f"{_HOSTILE}::test_a_gzip_bomb_in_a_web_archive", "reading/warc.py", "read(limits.unpacked_bytes + 1)", "read(1 << 28)[:99]"),
    Defence(f"{_HTML}::test_two_thousand_levels_and_more", "reading/limits.py", "nesting: int = 2_000", "nesting: int = 2_000_000"),
    Defence(f"{_HTML}::test_too_many_elements_are_refused", "reading/html/lines.py", "self._elements > self._limits.html_elements", "False"),
    Defence(f"{_HOSTILE}::test_too_large_is_refused_before_it_is_read", "reading/__init__.py", "len(data) > limits.input_bytes", "False"),
    Defence(f"{_HOSTILE}::test_a_file_name_commands_no_terminal", "cli/messages.py", "c if c.isprintable() else", "c if True else"),
    Defence(f"{_HOSTILE}::test_a_report_commands_no_terminal", "viewing/visible.py", "text.isascii() and text.isprintable()", "True"),
    Defence(f"{_HOSTILE}::test_formulas_are_texts", "writing/export/delimited.py", "cell.startswith(_FORMULA)", "False"),
    Defence(f"{_HOSTILE}::test_no_script_of_a_report_runs", "viewing/render.py", "autoescape=True", "autoescape=False"),
    Defence(f"{_HOSTILE}::test_json_that_is_no_document", "checking/loading.py", "except RecursionError:", "except ZeroDivisionError:"),
    Defence(f"{_HOSTILE}::test_numbers_of_a_report_stay_numbers_of_json", "writing/documents.py", "return document.model_dump_json() + ", "return document.model_dump_json().replace('null', 'NaN', 1) + "),
    Defence(f"{_FAULTS}::test_a_link_in_the_output_folder_is_not_followed", "writing/files.py", "draft.replace(path)", "path.write_bytes(data); draft.unlink()"),
    Defence(f"{_FAULTS}::test_no_link_can_wait_under_a_drafts_name", "writing/export/whole.py", "secrets.token_hex(6)", "1"),
    Defence(f"{_FAULTS}::test_a_draft_left_by_a_dead_process_is_in_nobodys_way", "writing/files.py", "secrets.token_hex(6)", "1"),
    Defence(f"{_FAULTS}::test_killed_while_writing", "writing/files.py", "    draft = path.with_name", "    for n in range(0, len(data), 99):\n        path.open('ab').write(data[n : n + 99])\n    draft = path.with_name"),
    Defence(f"{_FAULTS}::test_a_full_disk", "writing/files.py", "draft.unlink(missing_ok=True)", "pass"),
    Defence(f"{_FAULTS}::test_a_read_only_folder", "cli/guard.py", "except OSError as error:", "except ZeroDivisionError as error:"),
    Defence(f"{_FAULTS}::test_a_reader_that_has_enough", "cli/guard.py", "except BrokenPipeError:", "except ZeroDivisionError:"),
    Defence(f"{_FAULTS}::test_interrupted", "cli/guard.py", "except KeyboardInterrupt:", "except ZeroDivisionError:"),
    Defence("tests/trust/test_patterns.py::test_no_pattern_explodes", "extracting/values/quantities.py", "[—~至到或-]+", "(?:—{1,2}|-{1,2}|~|至|到|或)+"),
    Defence("tests/trust/test_findings.py", "mending/numbering.py", "if not text or text.strip(_HAN):", "if not text:"),
    Defence("tests/trust/test_findings.py", "reading/encodings.py", "if name == codec or mark == codecs.BOM_UTF8 else 0", "if True else 0"),
    Defence("tests/trust/test_findings.py", "mending/__init__.py", "if first.view(b.span).text.strip()]", "]"),
    Defence("tests/trust/test_findings.py", "models/base.py", "return int(number) if number.is_integer() else number", "return number"),
    Defence("tests/trust/test_determinism.py", "writing/documents.py", "return document.model_dump_json() + ", "return document.model_dump_json() + str(hash('a')) + "),
    Defence("tests/trust/test_mutated.py", "assembling.py", 'text=text_at(mended, p.span),', 'text=text_at(mended, p.span)[1:] or "x",'),
)  # fmt: skip


def tried(folder: Path, defence: Defence) -> str:
    """What became of the test without the defence."""
    file = folder / "converter" / defence.file
    text = file.read_text("utf-8")
    if defence.words not in text:
        return "NOT FOUND"
    file.write_text(text.replace(defence.words, defence.instead), "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", defence.test]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=600)
        return "fails" if done.returncode == 1 else f"PASSES ({done.returncode})"
    finally:
        file.write_text(text, "utf-8")


def main() -> int:
    """One row a defence; 1 where a test does not fail."""
    wanted = [one for one in DEFENCES if not sys.argv[1:] or any(name in one.test + one.file for name in sys.argv[1:])]
    code = 0
    with tempfile.TemporaryDirectory() as where:
        folder = Path(where) / "copy"
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".*_cache", ".hypothesis"))
        for one in wanted:
            said = tried(folder, one)
            code = code or int(said != "fails")
            print(f"{said:12} {one.test}  without  {one.file}: {one.words[:60]}", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
