"""Lengths of reports and of their parts."""

from __future__ import annotations

from collections.abc import Iterator

from converter.checking.bands import length_band, part_band
from converter.checking.findings import Finding
from converter.checking.report import Report, pair


def length(report: Report) -> Iterator[Finding]:
    """A complete report is as long as reports of its level are."""
    band = length_band(report.level)
    size = sum(len(paragraph["text"]) for _, paragraph, section in report.paragraphs if section["role"] != "annex")
    if report.whole and band and not band[0] <= size <= band[1]:
        said = f"the body has {size} characters; nearly all of its level have {band[0]:g} to {band[1]:g}"
        yield Finding("GWR174", said, f"{report.base}/sections")


def parts(report: Report) -> Iterator[Finding]:
    """Each part on the first level has a share of the whole that such parts have."""
    whole = sum(section["span"][1] - section["span"][0] for section in report.document["sections"] if section["role"] != "annex")
    for number, section in enumerate(report.document["sections"]):
        band = part_band(section["role"])
        if not report.whole or not whole or not band:
            continue
        share = (section["span"][1] - section["span"][0]) / whole
        if not band[0] <= share <= band[1]:
            usual = f"nearly all such parts have {band[0]:.1%} to {band[1]:.1%}"
            said = f"{section['role']} {(section['title'] or '')[:20]} has {share:.1%} of the text; {usual}"
            yield Finding("GWR175", said, f"{report.base}/sections/{number}", pair(section["span"]))
