"""The document as frozen values: the source of the published schema."""
