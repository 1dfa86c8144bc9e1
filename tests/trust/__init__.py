"""Trust: nothing lost, nothing broken into, nothing that surprises. docs/threat-model.md names the test for each threat."""
