"""Fuzzing: what has to hold on every input, where inputs come from, and how they are spoilt."""
