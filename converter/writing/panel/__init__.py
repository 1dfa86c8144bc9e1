"""The panel: place × year × indicator × kind, linked over years and levels. See docs/codebook.md for its columns."""
