"""docs/diagnostics.md from the table of codes."""

from __future__ import annotations

from converter.models.codes import STAGES, codes

HEAD = """# What a conversion notices and a check finds

Written by `python -m scripts.generate` from `converter/models/codes.yaml`; do not edit. `gwr explain CODE` prints one row.

The `diagnostics` of a document say what could not be read or does not fit; `gwr check` shows those that are no mere *info*, and what its
own rules find ([validation.md](validation.md)). *error*: something is wrong; *warning*: something is missing or odd; *info*: for the
record. The verdict is the one of the three that the finding speaks against: *schema* (is it a document), *consistency* (does it fit
together), *confidence* (was the report read for sure). A code keeps its meaning; `schema/*/codelists/diagnostic.csv` lists the codes too.
"""
_ROW = "| code | severity | verdict | what | what it means | what to do |\n|---|---|---|---|---|---|\n"


def text() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_part(hundred, title) for hundred, title in STAGES.items())])


def _part(hundred: str, title: str) -> str:
    rows = "".join(
        f"| {code} | {row.severity} | {row.verdict} | {row.title} {row.title_zh} | {row.means} | {row.advice} |\n"
        for code, row in codes().items()
        if code[3] == hundred
    )
    return f"## {title}\n\n{_ROW}{rows}"
