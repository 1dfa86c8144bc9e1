"""Files are written whole or not at all."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

# Names that Windows keeps for devices, whatever comes behind a dot. Outputs are called the same on every system: folders are moved.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.I)


def portable(stem: str) -> str:
    """The name of an output, without suffix, as every system takes it: no device's, no blank or dot at its end."""
    kept = stem.rstrip(". ") or "_"
    return f"_{kept}" if _DEVICE.fullmatch(kept) else kept


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step: whoever looks sees the old file or the new one, never a part; errors are OSError."""
    draft = path.with_name(f".{path.name[:60]}.{secrets.token_hex(6)}.part")  # a name that nobody left or put there
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
