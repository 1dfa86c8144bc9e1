"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

# Names that Windows keeps for devices, whatever comes behind a dot. Outputs are called the same on every system: folders are moved.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.I)

_DRAFT = re.compile(r"\..+\.[0-9a-f]{12}\.part", re.S)
_LONGEST = 230  # bytes: a name has 255, and a suffix, a number and a mark come to it
_STREAMS = (Path("/dev"), Path("/dev/fd"))


def portable(stem: str) -> str:
    """The name of an output, without suffix, as every system takes it: no device's, no blank or dot at its end, not too long."""
    kept = stem.rstrip(". ") or "_"
    if len(os.fsencode(kept)) > _LONGEST:
        kept = _cut(kept)
    return f"_{kept}" if _DEVICE.fullmatch(kept) else kept


def _cut(stem: str) -> str:
    """The beginning, and a digest of the whole: names that differ at their ends still do."""
    short = stem[:_LONGEST]
    while len(os.fsencode(short)) > _LONGEST - 9:
        short = short[:-1]
    return f"{short}-{sha256(os.fsencode(stem)).hexdigest()[:8]}"


def draft_of(path: Path) -> Path:
    """Where what becomes `path` grows: beside it, under a name that nobody left or put there. OSError where no file can stand."""
    if _flows(path):
        raise OSError(errno.EINVAL, "is a device or a pipe", str(path))
    return path.with_name(f".{path.name[:60]}.{secrets.token_hex(6)}.part")


def is_draft(name: str) -> bool:
    """Whether a file of this name is a draft of ours, and not somebody's own file that is called .part."""
    return _DRAFT.fullmatch(name) is not None


@contextmanager
def naming(path: Path, draft: Path) -> Iterator[None]:
    """Errors name what is written, which people know, and not the draft, which they do not."""
    try:
        yield
    except OSError as error:
        if error.errno is None or not str(error.filename or draft).startswith(str(draft)):
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step: whoever looks sees the old file or the new one, never a part; errors are OSError.

    A device or a pipe (/dev/null, /dev/stdout) is written to: a file put in its place would break it for everybody.
    """
    if _flows(path):
        with path.open("ab") as stream:
            stream.write(data)
        return
    draft = draft_of(path)
    with naming(path, draft):
        try:
            with draft.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise


def _flows(path: Path) -> bool:
    """Whether this is no place for a file. A link in a folder is not followed: what it leads to may be anything."""
    if path.parent in _STREAMS:
        return path.exists()
    return not path.is_symlink() and path.exists() and not path.is_file() and not path.is_dir()
