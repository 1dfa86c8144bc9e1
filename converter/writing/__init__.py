"""Documents to files: canonical and byte-stable."""
