"""Made-up lines of an index."""

from __future__ import annotations

from converter.viewing.entries import Entry

_PROVINCES = ("甲省", "乙省", "丙自治区", "丁市")
_LEVELS = ("province", "prefecture", "county")


def entries(count: int) -> list[Entry]:
    """As many lines as asked for, all different."""
    return [_entry(n) for n in range(count)]


def _entry(n: int) -> Entry:
    province, year = _PROVINCES[n % 4], 2000 + n % 26
    place = f"第{n // 26}市"
    return Entry(
        file=f"{n}.json",
        link=f"{n}.json",
        title=f"{year}年{place}政府工作报告",
        place=f"{province} {place}",
        path=(province, place),
        level=_LEVELS[n % 3],
        year=year if n % 50 else None,
        status="truncated" if n % 10 == 3 else "complete",
        type="government_work_report",
        figures=n % 40,
        notices=n % 7 // 5,
        targets=tuple(None if (n + k) % 5 == 0 else 3.0 + (n * k) % 9 for k in range(8)),
    )
