"""Pages and terminal, without a browser."""
