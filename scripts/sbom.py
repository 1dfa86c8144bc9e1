"""The software bill of materials (CycloneDX 1.6, JSON) of what gwr needs, from its lock file: `python -m scripts.sbom [> FILE]`."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from converter import __version__

ROOT = Path(__file__).resolve().parents[1]
_PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)==(\S+?)(?: *; *([^\\\n]+?))?[ \\]*\n((?: +--hash=sha256:[0-9a-f]{64}[ \\]*\n?)*)", re.M)
_DIGEST = re.compile(r"sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Package:
    """A locked package; marker says on which platforms or Python versions it is needed."""

    name: str
    version: str
    marker: str | None
    digests: tuple[str, ...]

    @property
    def purl(self) -> str:
        """The package's name in the world."""
        return f"pkg:pypi/{re.sub(r'[-_.]+', '-', self.name).lower()}@{self.version}"


def locked(text: str) -> Iterator[Package]:
    """The packages of a lock file."""
    for found in _PACKAGE.finditer(text):
        yield Package(found[1], found[2], found[3], tuple(_DIGEST.findall(found[4])))


def bill(root: Path) -> str:
    """The bill as JSON text; without a time and a serial number, so that it is the same every time."""
    packages = sorted(locked((root / "requirements.txt").read_text("utf-8")), key=lambda package: package.purl)
    own = {"type": "application", "name": "gwr-converter", "version": __version__, "purl": f"pkg:pypi/gwr-converter@{__version__}"}
    made = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**own, "bom-ref": own["purl"]}},
        "components": [_component(package) for package in packages],
        "dependencies": [{"ref": own["purl"], "dependsOn": sorted({package.purl for package in packages})}],
    }
    return json.dumps(made, indent=2) + "\n"


def _component(package: Package) -> dict[str, object]:
    """A package; which of the digests is met depends on the platform."""
    made: dict[str, object] = {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in package.digests],
    }
    return made | ({"properties": [{"name": "gwr:marker", "value": package.marker}]} if package.marker else {})


if __name__ == "__main__":
    sys.stdout.write(bill(ROOT))
