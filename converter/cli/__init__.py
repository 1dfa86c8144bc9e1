"""The command line: gwr convert, check, restore, text, schema."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; `arguments` without the program's name."""
    from typer.main import get_command

    from converter.cli.app import app

    try:
        get_command(app).main(None if arguments is None else list(arguments), prog_name="gwr")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
