"""Notes: the entries of a report's glossary, tied to the anchors in its text."""

from converter.extracting.notes.collect import notes

__all__ = ["notes"]
