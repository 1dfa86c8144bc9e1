"""Every file of valid/ passes; every file of invalid/ breaks the rule its name begins with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from converter.checking import published
from converter.checking.documents import check_document
from converter.models.document import Document
from converter.models.published import schema_text

HERE = Path(__file__).parent
VALID = sorted((HERE / "valid").glob("*.json"))
INVALID = sorted((HERE / "invalid").glob("*.json"))


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid(path: Path) -> None:
    """Nothing is found in a valid document, and the models read it too."""
    data = path.read_bytes()
    assert check_document(json.loads(data)) == []
    Document.model_validate_json(data)


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_invalid(path: Path) -> None:
    """An invalid document breaks exactly the rule its file name begins with."""
    found = {finding.code for finding in check_document(json.loads(path.read_bytes()))}
    assert found == {path.name.partition("_")[0]}


@pytest.mark.parametrize("path", VALID + INVALID, ids=lambda path: path.stem)
def test_gate_and_wording_agree(path: Path) -> None:
    """jsonschema-rs decides as jsonschema does, which is the reference."""
    document = json.loads(path.read_bytes())
    assert published.accepts(document) == Draft202012Validator(json.loads(schema_text())).is_valid(document)


def test_both_folders_hold_something() -> None:
    """An empty folder would pass for a good one."""
    assert VALID
    assert INVALID
