"""schema/VERSION/examples: documents that follow the schema and documents that do not, from the tests' contract."""

from __future__ import annotations

from pathlib import Path

_CONTRACT = Path(__file__).resolve().parents[1] / "tests" / "contract"


def texts() -> dict[str, str]:
    """File name below examples/ → text: every valid document, and the invalid ones that the schema alone finds out."""
    chosen = [*_CONTRACT.glob("valid/*.json"), *_CONTRACT.glob("invalid/GWR101_*.json")]
    return {f"{path.parent.name}/{path.name}": path.read_text("utf-8") for path in sorted(chosen)}
