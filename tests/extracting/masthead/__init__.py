"""Tests of the masthead rules."""
