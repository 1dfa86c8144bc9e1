"""What is wrong with a document: the published schema, then the law of conservation."""
