"""Corrections by people: applied where their stable addresses fit, recorded in the document, loudly named where they do not."""

from __future__ import annotations

from converter.correcting import facts, structure
from converter.correcting.beside import beside, entries_beside
from converter.correcting.entries import SUFFIX, Entry, load
from converter.correcting.outcomes import Outcome, corrections, remarks

__all__ = ["SUFFIX", "Entry", "Outcome", "beside", "corrections", "entries_beside", "facts", "load", "remarks", "structure"]
