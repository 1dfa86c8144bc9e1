"""The committed schema and code lists are those of the models."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from converter.models import codelists
from converter.models.published import READER_ID, SCHEMA_ID, SCHEMA_NAME, SCHEMA_VERSION, reader_text, schema_folder, schema_text
from scripts.generate import generated, stale

ROOT = Path(__file__).parents[1]
SCHEMA: dict[str, Any] = json.loads(schema_text())


def test_committed_files_are_generated() -> None:
    """A model that changes without `python -m scripts.generate` fails here."""
    assert stale(generated()) == []


def test_nothing_else_lies_in_the_code_lists() -> None:
    """A list that is no longer generated is no longer published."""
    assert {path.name for path in (ROOT / "schema" / SCHEMA_VERSION / "codelists").iterdir()} == set(codelists.texts())


READER: dict[str, Any] = json.loads(reader_text())


def later(value: Any) -> Any:
    """A document as a later minor version may have it: a new field in every object, new codes in the closed lists."""
    if isinstance(value, list):
        return [later(one) for one in value]
    if not isinstance(value, dict):
        return value
    new = {"role": "song", "fate": "kept", "severity": "fatal", "basis": "quarter", "comparator": "odd", "growth_unit": "permille"}
    changed = {key: new.get(key, later(under)) if under is not None else None for key, under in value.items()}
    return changed | {"field_of_later": [1, {"a": None}]}


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "contract" / "valid").glob("*.json")), ids=lambda path: path.name)
def test_readers_tolerate_what_is_added_later(path: Path) -> None:
    """The reader's schema takes today's documents and those of later minor versions, which the strict one refuses."""
    document = json.loads(path.read_text("utf-8"))
    newer = later(document) | {"schema_version": "1.7.2"}
    strict, reader = Draft202012Validator(SCHEMA), Draft202012Validator(READER)
    assert strict.is_valid(document)
    assert reader.is_valid(document)
    assert reader.is_valid(newer)
    assert not strict.is_valid(newer)
    assert not reader.is_valid(document | {"schema_version": "2.0.0"})


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "contract" / "invalid").glob("GWR101_*.json")), ids=lambda path: path.name)
def test_readers_refuse_what_is_wrong(path: Path) -> None:
    """Whatever is missing, of another type or out of its pattern is wrong for readers too; only what is unknown is not."""
    unknown = "unknown" in path.name
    assert Draft202012Validator(READER).is_valid(json.loads(path.read_text("utf-8"))) is unknown


def test_the_reader_s_schema_is_one() -> None:
    """It follows the dialect, and names the fields and required ones of the strict one."""
    Draft202012Validator.check_schema(READER)
    assert READER["$id"] == READER_ID
    for name, definition in SCHEMA["$defs"].items():
        assert set(READER["$defs"][name].get("properties", ())) == set(definition.get("properties", ()))
        assert READER["$defs"][name].get("required") == definition.get("required")


def test_schema_is_a_schema_of_its_dialect() -> None:
    """The schema follows JSON Schema 2020-12 and says so."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_schema_names_its_version() -> None:
    """Identifier, folder and the documents' own field name one version."""
    assert SCHEMA["$id"] == SCHEMA_ID
    assert SCHEMA_VERSION in SCHEMA_ID
    assert (schema_folder() / SCHEMA_VERSION / SCHEMA_NAME).is_file()
    assert SCHEMA["$defs"]["Document"]["properties"]["schema_version"]["const"] == SCHEMA_VERSION


def test_every_field_is_described() -> None:
    """Whoever reads the schema reads what each field means, at the field or at the type it refers to."""
    bare = [
        f"{name}.{field}"
        for name, definition in SCHEMA["$defs"].items()
        for field, said in definition.get("properties", {}).items()
        if not said.get("description") and "$ref" not in said
    ]
    assert bare == []


def test_unknown_fields_are_refused_everywhere() -> None:
    """Every object of the schema is closed."""
    assert all(d["additionalProperties"] is False for d in SCHEMA["$defs"].values() if d.get("type") == "object")


def test_figures_are_numbers() -> None:
    """A figure is a JSON number or null, never a string."""
    value = SCHEMA["$defs"]["Indicator"]["properties"]["value"]
    assert value["anyOf"] == [{"type": "number"}, {"type": "null"}]


@pytest.mark.parametrize("name", codelists.TYPES)
def test_code_lists_are_those_of_the_models(name: str) -> None:
    """Each list holds the codes the models allow, in their order."""
    assert tuple(codelists.words()[name]) == codelists.of_models(name)


def test_code_lists_can_be_read() -> None:
    """Every published list has five columns, of which only the last may be empty."""
    for path in (schema_folder() / SCHEMA_VERSION / "codelists").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0] == ["Code", "Title_zh", "Title_en", "Description", "Deprecated"]
        assert all(len(row) == 5 and all(row[:4]) for row in rows)
