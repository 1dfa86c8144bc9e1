"""Scripts of the project: generating what is committed, and measuring."""
