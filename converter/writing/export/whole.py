"""Outputs are complete or absent: they grow under a draft's name and get their own in one step."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from converter.writing.files import draft_of, naming


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A draft beside `path` to write to, file or folder; it becomes `path` when the block ends well and is removed when not."""
    draft = draft_of(path)
    try:
        with naming(path, draft):
            yield draft
            _replace(draft, path)
    finally:
        _remove(draft)
        for left in path.parent.glob(f"{draft.name}.*"):  # what a database wrote beside its draft
            _remove(left)


def _replace(draft: Path, path: Path) -> None:
    """A folder cannot be put over another in one step: the old one steps aside first."""
    if not path.is_dir():
        draft.replace(path)
        return
    aside = path.with_name(f".{path.name[:60]}.{secrets.token_hex(6)}.old")
    path.replace(aside)
    try:
        draft.replace(path)
    except BaseException:
        aside.replace(path)
        raise
    _remove(aside)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
