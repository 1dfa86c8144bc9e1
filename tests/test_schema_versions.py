"""Released versions of the schema do not change, and a change of the models is told by its kind."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

from converter.checking import published
from converter.models import schema
from converter.models.published import SCHEMA_NAME, SCHEMA_VERSION, schema_folder, schema_text, versions
from scripts.schema_change import differences, kind, released

SCHEMA: dict[str, Any] = json.loads(schema_text())


def test_released_versions_are_as_they_were() -> None:
    """The schema of a released version has the digest that was written down when it was released."""
    for version, digest in released().items():
        assert sha256((schema_folder() / version / SCHEMA_NAME).read_bytes()).hexdigest() == digest, version


def test_models_make_the_schema_of_their_version() -> None:
    """Models that changed need a new version where the old one is released, and new files where it is not."""
    found = list(differences(SCHEMA, schema.build()))
    assert found == [], f"{kind(SCHEMA, schema.build())} change of {SCHEMA_VERSION}: python -m scripts.schema_change"


def test_every_version_is_in_the_changelog() -> None:
    """Whoever reads the changelog finds each version."""
    told = (schema_folder() / "CHANGELOG.md").read_text("utf-8")
    assert all(f"## {version}\n" in told for version in versions())


def _nothing(_: dict[str, Any]) -> None:
    """Leave all as it is."""


def _describe(made: dict[str, Any]) -> None:
    made["$defs"]["Note"]["properties"]["term"]["description"] = "another"


def _add_field(made: dict[str, Any]) -> None:
    made["$defs"]["Note"]["properties"]["mood"] = {"type": "string"}
    made["$defs"]["Note"]["required"].append("mood")


def _add_code(made: dict[str, Any]) -> None:
    made["$defs"]["Section"]["properties"]["role"]["enum"].append("song")


def _drop_field(made: dict[str, Any]) -> None:
    del made["$defs"]["Note"]["properties"]["term"]


def _drop_code(made: dict[str, Any]) -> None:
    made["$defs"]["Section"]["properties"]["role"]["enum"].remove("review")


def _retype(made: dict[str, Any]) -> None:
    made["$defs"]["Note"]["properties"]["term"]["type"] = "number"


def _optional(made: dict[str, Any]) -> None:
    made["$defs"]["Note"]["required"].remove("term")


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (_nothing, "none"),
        (_describe, "patch"),
        (_add_field, "compatible"),
        (_add_code, "compatible"),
        (_drop_field, "breaking"),
        (_drop_code, "breaking"),
        (_retype, "breaking"),
        (_optional, "breaking"),
    ],
)
def test_changes_are_told_by_kind(change: Callable[[dict[str, Any]], None], named: str) -> None:
    """Words are a patch; what is added is compatible; what is taken away, retyped or no longer sure is breaking."""
    made = copy.deepcopy(SCHEMA)
    change(made)
    assert kind(SCHEMA, made) == named


def test_older_minor_versions_are_read_by_their_own_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document names its version, and is held against that one."""
    asked: list[str] = []
    monkeypatch.setattr(published, "versions", lambda: ("0.9.0", SCHEMA_VERSION))

    def accepts(_: Any, version: str) -> bool:
        asked.append(version)
        return True

    monkeypatch.setattr(published, "accepts", accepts)
    assert published.breaches({"schema_version": "0.9.0"}) == []
    assert asked == ["0.9.0"]
