"""Notes: the entries of a report's glossary, tied to the anchors in its text."""

from converter.extracting.notes.collect import notes
from converter.extracting.notes.regions import Lined, lined

__all__ = ["Lined", "lined", "notes"]
