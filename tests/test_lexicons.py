"""The lexicons are the same words wherever they are read: PyYAML is not built with libyaml everywhere, and libyaml forgives more."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

FILES = sorted((Path(__file__).parents[1] / "converter").rglob("*.yaml"))


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without libyaml: there is one reader only")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_readers_of_yaml_read_the_same(path: Path) -> None:
    """What libyaml lets pass, the other refuses: a plain word of a flow sequence that has a bracket or a question mark in it."""
    text = path.read_text("utf-8")
    assert yaml.load(text, Loader=yaml.SafeLoader) == yaml.load(text, Loader=yaml.CSafeLoader)
