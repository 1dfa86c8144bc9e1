"""Damage is caught: the measure of scripts/damage.py on the seeds, with few cases; the command does the 700."""

from __future__ import annotations

from pathlib import Path

from scripts.damage import KINDS, damaged, documents

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
EACH = 12


def test_damage_is_caught() -> None:
    """Of every kind of damage nearly all is caught."""
    rows = list(damaged(list(documents(SEEDS)), EACH, seed=1))
    for kind in KINDS:
        caught = [ok for name, _, ok in rows if name == kind.__name__]
        assert len(caught) == EACH
        assert sum(caught) >= EACH - 2, [where for name, where, ok in rows if name == kind.__name__ and not ok]
