"""Old Word and WPS files (DOC, WPS), RTF: turned into DOCX by LibreOffice, where it is installed."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from converter.reading.docx import read_docx
from converter.reading.limits import LIMITS, Limits
from converter.reading.source import Source, Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAMS = ("soffice", "libreoffice")


def read_office(data: bytes, name: str, limits: Limits = LIMITS) -> Source:
    """A DOC, WPS or RTF file as `read_docx` gives it; raises Unreadable, in one line, without LibreOffice or a Word text."""
    suffix, media_type = _kind(data, name)
    program = next((found for one in _PROGRAMS if (found := shutil.which(one))), None)
    if program is None:
        raise Unreadable(f"{name}: {suffix.upper()} files need LibreOffice (soffice), which is not installed; or save it as DOCX")
    source = read_docx(_as_docx(data, suffix, program, name, limits), name, limits)
    return replace(source, media_type=media_type, size=len(data), sha256=hashlib.sha256(data).hexdigest())


def _kind(data: bytes, name: str) -> tuple[str, str]:
    """The suffix LibreOffice knows the format by, and its media type."""
    if data.startswith(b"{\\rtf"):
        return "rtf", "application/rtf"
    if not data.startswith(_OLE):
        raise Unreadable(f"{name}: no Word, WPS or RTF file")
    if _stream(data, "EncryptedPackage"):
        raise Unreadable(f"{name}: an encrypted Office file that asks for a password")
    if not _stream(data, "WordDocument"):
        raise Unreadable(f"{name}: an Office file, but no Word or WPS document")
    return "doc", "application/msword"


def _stream(data: bytes, stream: str) -> bool:
    """Whether the compound file's directory names this stream: names stand in it as UTF-16."""
    return stream.encode("utf-16-le") in data


def _as_docx(data: bytes, suffix: str, program: str, name: str, limits: Limits) -> bytes:
    with tempfile.TemporaryDirectory(prefix="gwr-") as folder:
        source = Path(folder, "input." + suffix)
        source.write_bytes(data)
        # A profile of its own: two LibreOffices do not share one.
        profile = "-env:UserInstallation=" + Path(folder, "profile").as_uri()
        said = _run([program, profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", folder, str(source)], name, limits)
        written = source.with_suffix(".docx")
        if not written.is_file():
            raise Unreadable(f"{name}: LibreOffice could not read it; damaged or encrypted? ({said})")
        return written.read_bytes()


def _run(command: list[str], name: str, limits: Limits) -> str:
    """Runs LibreOffice, which is ended with all its children when the time is up; gives back what it said last."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        said, _ = process.communicate(timeout=limits.office_seconds)
    except subprocess.TimeoutExpired as error:
        _end(process)
        raise Unreadable(f"{name}: LibreOffice took more than {limits.office_seconds} seconds (limit office_seconds)") from error
    return " ".join(said.decode("utf-8", "replace").split())[-120:]


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        if os.name == "nt":  # which knows no groups of processes
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
