"""The pages in a real browser; skipped where no Chromium is installed."""
