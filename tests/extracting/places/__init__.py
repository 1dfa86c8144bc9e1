"""Tests of the places rules."""
