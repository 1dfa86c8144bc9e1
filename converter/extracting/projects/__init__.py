"""Livelihood projects (民生实事): the list a government promises for the year, from text, lists, tables and annexes."""

from converter.extracting.projects.collect import projects

__all__ = ["projects"]
