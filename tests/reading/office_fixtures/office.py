"""LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path


def installed() -> bool:
    """Whether LibreOffice can be called."""
    return shutil.which("soffice") is not None


def converted(text: str, form: str) -> bytes:
    """A flat OpenDocument text as `form`: `docx`, `pdf`, or a filter with options, `pdf:writer_pdf_Export:{…}`."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source.fodt")
        source.write_text(text, "utf-8")
        profile = Path(folder, "profile").as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return source.with_suffix("." + form.partition(":")[0]).read_bytes()
