"""Documents as tables, in the files that other people's programs open: see tables.py for what they hold and formats.py for how."""
