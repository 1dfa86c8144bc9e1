"""Take each defence of docs/threat-model.md away and see that its test fails: `python -m scripts.defences [NAME …]`.

Works on a copy of the repository. A row: the test, the file, the words that defend, and what stands there instead. A test must pass
while the defence stands, and fail without it. tests/trust/test_threat_model.py holds that every line of the page has a row here.
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
_T, _R, _C = "tests/trust/test_", "tests/reading/test_", "converter/"
# The parser of pages, and one that believes what a page declares.
_PAGE_PARSER = """    parser = etree.HTMLParser(target=cast(Any, Lines(name, limits)), encoding="utf-8", huge_tree=True)
    return cast(Markup, etree.HTML(data, parser))"""
_XML_PARSER = """    parser = etree.XMLParser(target=cast(Any, Lines(name, limits)), encoding="utf-8", recover=True, resolve_entities=True, load_dtd=True)
    return cast(Markup, etree.fromstring(data, parser))"""
_HOSTILE, _FAULTS, _DOCX, _HTML, _GROWTH = f"{_T}hostile.py", f"{_T}faults.py", f"{_R}docx_refused.py", f"{_R}html.py", f"{_T}small_and_large.py"


@dataclass(frozen=True)
class Defence:
    """One edit that takes a defence away."""

    test: str
    file: str
    words: str
    instead: str


DEFENCES = (
    Defence(f"{_DOCX}::test_refused", "converter/reading/docx/package.py", "internalDTD is not None", "internalDTD is False"),
    Defence(f"{_DOCX}::test_bomb", "converter/reading/docx/package.py", "return min(self.limits.unpacked_bytes - self.spent, by_ratio)", "return 1 << 40"),
    Defence(f"{_HOSTILE}::test_parts_share_one_allowance", "converter/reading/docx/package.py", "self.spent += len(data)", "pass"),
    Defence(f"{_HOSTILE}::test_a_zip_that_lies_about_its_sizes", "converter/reading/docx/package.py", "zipfile.BadZipFile, ", ""),
    Defence(f"{_HOSTILE}::test_a_gzip_bomb_in_a_web_archive", "converter/reading/warc.py", "content(record, limits.unpacked_bytes)", "content(record, 1 << 40)[:99]"),
    Defence(f"{_HTML}::test_two_thousand_levels_and_more", "converter/reading/limits.py", "nesting: int = 2_000", "nesting: int = 2_000_000"),
    Defence(f"{_HTML}::test_too_many_elements_are_refused", "converter/reading/html/lines.py", "self._elements > self._most", "False"),
    Defence(f"{_HOSTILE}::test_too_large_is_refused_before_it_is_read", "converter/reading/__init__.py", "len(data) > limits.input_bytes", "False"),
    Defence(f"{_HOSTILE}::test_a_file_name_commands_no_terminal", "converter/cli/messages.py", "c if c.isprintable() else", "c if True else"),
    Defence(f"{_HOSTILE}::test_a_report_commands_no_terminal", "converter/viewing/visible.py", "text.isascii() and text.isprintable()", "True"),
    Defence(f"{_HOSTILE}::test_formulas_are_texts", "converter/writing/export/delimited.py", "cell.startswith(_FORMULA)", "False"),
    Defence(f"{_HOSTILE}::test_no_script_of_a_report_runs", "converter/viewing/render.py", "autoescape=True", "autoescape=False"),
    Defence(f"{_HOSTILE}::test_json_that_is_no_document", "converter/checking/loading.py", "except RecursionError:", "except ZeroDivisionError:"),
    Defence(f"{_HOSTILE}::test_numbers_of_a_report_stay_numbers_of_json", "converter/writing/documents.py", "return document.model_dump_json() + ", "return document.model_dump_json().replace('null', 'NaN', 1) + "),
    Defence(f"{_FAULTS}::test_a_link_in_the_output_folder_is_not_followed", "converter/writing/files.py", "draft.replace(path)", "path.write_bytes(data); draft.unlink()"),
    Defence(f"{_FAULTS}::test_no_link_can_wait_under_a_drafts_name", "converter/writing/files.py", "secrets.token_hex(6)", "1"),
    Defence(f"{_FAULTS}::test_a_draft_left_by_a_dead_process_is_in_nobodys_way", "converter/writing/files.py", "secrets.token_hex(6)", "1"),
    Defence(f"{_FAULTS}::test_killed_while_writing", "converter/writing/files.py", "    draft = draft_of(path)", "    for n in range(0, len(data), 99):\n        path.open('ab').write(data[n : n + 99])\n    draft = draft_of(path)"),
    Defence(f"{_FAULTS}::test_a_full_disk", "converter/writing/files.py", "draft.unlink(missing_ok=True)", "pass"),
    Defence(f"{_FAULTS}::test_a_read_only_folder", "converter/cli/guard.py", "except OSError as error:", "except ZeroDivisionError as error:"),
    Defence(f"{_FAULTS}::test_a_reader_that_has_enough", "converter/cli/guard.py", "except BrokenPipeError:", "except ZeroDivisionError:"),
    Defence(f"{_FAULTS}::test_interrupted", "converter/cli/guard.py", "return exits.INTERRUPTED", "return exits.FAILURE"),
    Defence(f"{_T}patterns.py::test_no_pattern_explodes", "converter/extracting/values/quantities.py", '[{TO}]+ ?"', '(?:—{{1,2}}|-{{1,2}}|~|至|到|或)+ ?"'),
    Defence(f"{_T}findings.py::test_found_once", "converter/numbering.py", "if not text or text.strip(_HAN):", "if not text:"),
    Defence(f"{_T}findings.py::test_found_once", "converter/reading/encodings.py", "if name == codec or mark == codecs.BOM_UTF8 else 0", "if True else 0"),
    Defence(f"{_T}findings.py::test_found_once", "converter/mending/__init__.py", "if (found := first.view(b.span)).text.strip()]", "if (found := first.view(b.span))]"),
    Defence(f"{_T}findings.py::test_found_once", "converter/models/base.py", "return int(number) if number.is_integer() else number", "return number"),
    Defence(f"{_T}determinism.py::test_whatever_the_setting", "converter/writing/documents.py", "model_dump_json(indent=2)) + ", "model_dump_json(indent=2)) + str(hash('a')) + "),
    Defence(f"{_T}determinism.py::test_restored_and_converted_again", f"{_C}reading/plain.py", 'replace("\\r\\n", "\\n").replace("\\r", "\\n")', 'replace("\\r\\n", "\\n").replace("\\r", "\\n")[1:]'),
    Defence("tests/scaling/test_batch.py::test_workers_do_not_change_the_files", f"{_C}scaling/outputs.py", "self._file.write(text.encode())", "self._file.write(text.replace('{', '{\"by\":%d,' % os.getpid(), 1).encode())"),
    Defence(f"{_T}mutated.py::test_mutated", "converter/assembling.py", '"text": text_at(mended, paragraph.span),', '"text": text_at(mended, paragraph.span)[1:] or "x",'),
    Defence(f"{_HOSTILE}::test_entities_of_a_page_expand_to_nothing", f"{_C}reading/html/__init__.py", _PAGE_PARSER, _XML_PARSER),
    Defence(f"{_HOSTILE}::test_nothing_is_fetched_or_run", f"{_C}reading/html/__init__.py", "    lines = parsed(found.text, name, limits, found.utf8)", "    lines = parsed(found.text, name, limits, found.utf8); __import__('socket').create_server(('', 0)).close()"),
    Defence(f"{_HOSTILE}::test_no_parser_opens_a_file", f"{_C}reading/html/__init__.py", _PAGE_PARSER, _XML_PARSER),
    Defence(f"{_HOSTILE}::test_no_parser_opens_a_file", f"{_C}reading/docx/package.py", "resolve_entities=False, no_network=True, load_dtd=False", "resolve_entities=True, no_network=False, load_dtd=True"),
    Defence(f"{_HOSTILE}::test_a_target_outside_the_archive", f"{_C}reading/docx/package.py", "        except KeyError:\n            return None", "        except KeyError:\n            return __import__('pathlib').Path('/', member).read_bytes()"),
    Defence(f"{_T}mutated.py::test_cut_at_every_byte", f"{_C}reading/encodings.py", "return data.decode(codec)", "return data.decode(codec, 'ignore')"),
    Defence(f"{_T}handwritten.py::test_an_encoding_that_no_page_is_written_in", f"{_C}reading/encodings.py", "name not in NO_PAGES", "True"),
    Defence(f"{_T}handwritten.py::test_corrections_that_are_none", f"{_C}reading/handwritten.py", "_plain(yaml.parse(text, loader), name)", "pass"),
    Defence(f"{_T}handwritten.py::test_corrections_that_are_none", f"{_C}correcting/entries.py", " and abs(value) <= _MOST", ""),
    Defence(f"{_T}handwritten.py::test_a_report_with_such_a_file_beside_it", f"{_C}reading/handwritten.py", "    except (ValueError, yaml.YAMLError, RecursionError) as error:\n        mark = getattr(error, \"problem_mark\", None) or", "    except ZeroDivisionError as error:\n        mark = getattr(error, \"problem_mark\", None) or"),
    Defence(f"{_T}archives.py::test_a_record_that_lies_about_its_packing", f"{_C}reading/payload.py", "        raise Packed(", "        raise OSError("),
    Defence(f"{_T}archives.py::test_a_scan_goes_on_too", f"{_C}scaling/scan.py", "    except Packed:", "    except ZeroDivisionError:"),
    Defence(f"{_GROWTH}::test_a_number_that_outgrows_its_file", f"{_C}reading/docx/numbering.py", "[:_LONGEST]", ""),
    Defence(f"{_GROWTH}::test_a_number_that_outgrows_its_file", f"{_C}reading/docx/ooxml.py", " and abs(found) < 1 << 31", ""),
    Defence(f"{_GROWTH}::test_an_input_without_end", f"{_C}reading/files.py", "while pieces[-1] and total <= most:", "while pieces[-1] and total <= 10 * most:"),
    Defence(f"{_GROWTH}::test_what_a_folder_may_not_name", f"{_C}scaling/inputs.py", " if _own(file, path, left)", ""),
    Defence(f"{_GROWTH}::test_names_that_look_like_options", f"{_C}cli/__init__.py", "None if arguments is None else list(arguments)", "[one for one in sys.argv[1:] if one != '--']"),
    Defence(f"{_T}patterns.py::test_no_word_in_a_row_takes_long", f"{_C}extracting/values/numerals.py", "{_ROW}{{1,16}}", "{_ROW}{{1,99999}}"),
    Defence(f"{_FAULTS}::test_out_of_memory", f"{_C}cli/convert.py", "        document = convert(", "        if target: target.write_bytes(b'')\n        document = convert("),
    Defence(f"{_FAULTS}::test_memory_that_ends_within_a_library", f"{_C}cli/guard.py", "type(error).__module__ != _RUST", "True"),
    Defence("tests/scaling/test_batch.py::test_inputs_that_take_workers_down_are_named_and_passed_over", f"{_C}scaling/shard.py", "    except MemoryError:", "    except ZeroDivisionError:"),
    Defence(f"{_FAULTS}::test_a_file_that_changes_while_it_is_read", f"{_C}cli/convert.py", "dumps(document, compact=form.compact, offsets=form.offsets).encode()", "dumps(document, compact=form.compact, offsets=form.offsets).replace(document.source.sha256, __import__('hashlib').sha256(read_report(argument)).hexdigest()).encode()"),
    Defence(f"{_T}terminal.py::test_a_terminal_is_shown_what_would_command_it", f"{_C}cli/output.py", "sys.stdout.isatty() and not own", "False"),
    Defence(f"{_T}terminal.py::test_a_pipe_gets_every_byte", f"{_C}cli/output.py", "sys.stdout.isatty() and not own", "True"),
    Defence("tests/plotting/test_series.py::test_cells_that_cannot_be_drawn", f"{_C}plotting/panels.py", "if not 1900 <= year <= 2999:", "if False:"),
    Defence("tests/plotting/test_plot.py::test_names_are_words", f"{_C}plotting/draw.py", 'settings["text.parse_math"] = False', 'settings["text.parse_math"] = True'),
    Defence(f"{_T}supply.py::test_every_locked_package_has_digests", "requirements.txt", "--hash=sha256:", "--hush=sha256:"),
    Defence(f"{_T}supply.py::test_the_wheel_is_reproducible", "pyproject.toml", "[tool.hatch.build.targets.wheel]\npackages", "[tool.hatch.build]\nreproducible = false\n\n[tool.hatch.build.targets.wheel]\npackages"),
    Defence(f"{_T}supply.py::test_an_audit_that_looked_nothing_up_has_not_passed", "scripts/audit.py", "2 if skipped or not packages else 0", "0"),
)  # fmt: skip


def tried(folder: Path, defence: Defence) -> str:
    """What became of the test without the defence."""
    file = folder / defence.file
    text = file.read_text("utf-8")
    if defence.words not in text:
        return "NOT FOUND"
    file.write_text(text.replace(defence.words, defence.instead), "utf-8")
    try:
        code = ended(folder, defence.test)
        return "does not end" if code is None else "fails" if code == 1 else "dies" if code < 0 else f"PASSES ({code})"
    finally:
        file.write_text(text, "utf-8")


def ended(folder: Path, test: str) -> int | None:
    """The exit code of a test; None where it is still running after a quarter of an hour."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", test]
    try:
        return subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=900).returncode
    except subprocess.TimeoutExpired:
        return None


def main() -> int:
    """One row a defence; 1 where a test fails with it, or does not fail without it."""
    wanted = [one for one in DEFENCES if not sys.argv[1:] or any(name in one.test + one.file for name in sys.argv[1:])]
    with tempfile.TemporaryDirectory() as where:
        folder = Path(where) / "copy"
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".*_cache", ".hypothesis"))
        code, stand = 0, dict[str, bool]()
        for one in wanted:
            if one.test not in stand:
                stand[one.test] = ended(folder, one.test) == 0
            said = tried(folder, one) if stand[one.test] else "FAILS WITH IT"
            code = code or int(said not in ("fails", "does not end", "dies"))
            print(f"{said:12} {one.test}  without  {one.file}: {one.words.strip()[:60]!r}", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
