"""Look locked packages up among known vulnerabilities: `python -m scripts.audit LOCK …`.

0: looked up, nothing known; 1: something is known; 2: no database could be reached, or some package is not in it, so nothing is proved.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any


def audited(lock: str) -> list[dict[str, Any]] | None:
    """What pip-audit says of each package of a lock file; None where it could not look."""
    command = [sys.executable, "-m", "pip_audit", "-r", lock, "--require-hashes", "--disable-pip"]
    done = subprocess.run([*command, "--format", "json", "--progress-spinner", "off"], capture_output=True, check=False, text=True)
    try:
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"{lock}: the audit did not run: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    return found


def main() -> int:
    """The worst outcome over all locks."""
    code = 0 if sys.argv[1:] else 2
    for lock in sys.argv[1:]:
        packages = audited(lock)
        skipped = [p["name"] for p in packages or () if "skip_reason" in p]
        known = [(p["name"], p["version"], v["id"]) for p in packages or () for v in p.get("vulns", ())]
        for name, version, identifier in known:
            print(f"{lock}: {name} {version}: {identifier}")
        looked_up = len(packages or ()) - len(skipped)
        print(f"{lock}: {looked_up} packages looked up, {len(skipped)} not found in the database, {len(known)} known holes")
        code = max(code, 1 if known else 0, 2 if skipped or not packages else 0)
    return code


if __name__ == "__main__":
    sys.exit(main())
