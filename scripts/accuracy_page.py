"""docs/accuracy.md from the figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

ENOUGH = 0.9

HEAD = """# Accuracy

Written by `scripts/evaluate.py`; do not edit. To get these figures again:

```
python -m scripts.evaluate --corpus DIR --evaluation DIR --write
```

`--evaluation` is a folder with labelled documents (`docs/`, `gold/`) and the scorers `score.py` and `law.py`, which are no part of this
project; `--corpus` is a folder of unlabelled reports. Every figure lies between 0 and 1, and 1 is perfect. F1 figures of groups are
given as means over the documents of the group; the pooled line adds up the counts of all documents, so that a document with two notes
does not weigh as much as one with forty. A figure that is not there means that neither labels nor document have anything to compare.
"""


def page(labelled: dict[str, Any], meta: dict[str, dict[str, Any]], failures: list[str], rest: dict[str, Any]) -> str:
    """The whole page."""
    documents: dict[str, dict[str, float]] = labelled["documents"]
    metrics = list(dict.fromkeys(metric for figures in documents.values() for metric in figures))
    pooled = {"**pooled**": labelled["pooled"]}
    parts = [
        HEAD,
        f"## Labelled documents\n\nMean over {len(documents)} documents: **{labelled['mean']:.4f}**.\n",
        *(f"Not converted: {failure}\n" for failure in failures),
        _table("document", documents | pooled, metrics),
        "## By decade\n",
        _table("decade", _grouped(documents, lambda name: f"{_year(meta[name]) // 10 * 10}s"), metrics),
        "## By level\n",
        _table("level", _grouped(documents, lambda name: str(meta[name]["level"])), metrics),
        "## Unlabelled documents\n",
        *_folders(rest["folders"]),
        _bold(*rest["bold"]),
    ]
    return "\n".join(parts)


def _year(meta: dict[str, Any]) -> int:
    """The report's year; where the labels allow several, the first."""
    year = meta["report_year"]
    return int(year[0] if isinstance(year, list) else year)


def _grouped(documents: dict[str, dict[str, float]], key: Callable[[str], str]) -> dict[str, dict[str, float]]:
    """Mean of every metric over the documents of each group."""
    groups: dict[str, list[dict[str, float]]] = {}
    for name, figures in documents.items():
        groups.setdefault(key(name), []).append(figures)
    return {f"{group} ({len(members)})": _means(members) for group, members in sorted(groups.items())}


def _means(members: list[dict[str, float]]) -> dict[str, float]:
    metrics = {metric for figures in members for metric in figures}
    return {metric: _mean(figures[metric] for figures in members if metric in figures) for metric in metrics}


def _mean(figures: Iterable[float]) -> float:
    given = list(figures)
    return sum(given) / len(given)


def _table(first: str, rows: dict[str, dict[str, float]], metrics: list[str]) -> str:
    lines = [f"| {first} | {' | '.join(metrics)} |", "|---" * (len(metrics) + 1) + "|"]
    for name, figures in rows.items():
        cells = (f"{figures[metric]:.3f}" if metric in figures else "" for metric in metrics)
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _folders(folders: dict[str, dict[str, Any]]) -> Iterable[str]:
    yield f"| folder | files | converted | law | files that keep less than {ENOUGH:.0%} of their words |\n|---|---|---|---|---|"
    for name, figures in folders.items():
        low = [f"{file.name} ({file.share:.0%})" for file in figures["files"] if file.share < ENOUGH]
        count, failed = figures["count"], len(figures["failures"])
        yield f"| {name} | {count} | {count - failed} | {figures['law']} | {', '.join(low) or 'none'} |"
    yield ""
    yield from (f"Not converted: {failure}\n" for figures in folders.values() for failure in figures["failures"])


def _bold(wanted: int, missed: list[str]) -> str:
    found = wanted - len(missed)
    return f"Of {wanted} numbered headings that were bold in the original, {found} ({found / max(1, wanted):.1%}) are found as headings.\n"
