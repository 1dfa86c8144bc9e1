"""Tests speak English, and know nothing of the settings of whoever runs them; programs that they start inherit that."""

from __future__ import annotations

import os
import sys

from hypothesis import settings

# A machine that is busy takes longer than Hypothesis's 200 ms for an example now and then: no fault, and no failure.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

for name in ("GWR_LEXICON", "GWR_OFFSETS", "GWR_QUIET", "GWR_VERBOSE", "GWR_DEBUG"):
    os.environ.pop(name, None)
os.environ["GWR_LANG"] = "en"

# What tests of these files need, which Windows does not have. The matrix of .github/workflows/test.yml names the same.
NOT_ON_WINDOWS = {
    "browser": "Chromium as Debian has it",
    "checking/test_repositories.py": "steps of the action, in bash",
    "cli/test_process.py": "closed descriptors and full disks, by sh and /dev/full",
    "scaling/test_batch.py": "runs that are killed by signals",
    "scaling/test_cluster.py": "a scheduler that is killed by a signal",
    "scaling/test_names.py": "names that Windows does not take",
    "scaling/test_outside.py": "workers killed by signals, small disks by mount",
    "scaling/test_resume.py": "limits of file sizes, by bash",
    "test_consuming.py": "commands of the page, in sh",
    "test_readme.py": "commands of the page, in sh",
    "trust/test_ended.py": "programs that are ended by signals",
    "trust/test_faults.py": "limits of memory, by resource",
    "trust/test_patterns.py": "an alarm that ends a search, by SIGALRM",
    "trust/test_small_and_large.py": "endless devices and links",
    "trust/test_terminal.py": "terminals of POSIX, by pty",
    "writing/export/test_bad_input.py": "limits of file sizes, by resource",
}
if sys.platform == "win32":
    collect_ignore = list(NOT_ON_WINDOWS)
