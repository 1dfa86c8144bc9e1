"""Documents as files: one dropped into valid/ or invalid/ is a test."""
