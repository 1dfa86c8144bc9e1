"""Reports cut into pages as sites do, with their lines around each."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from converter.models.document import Document
from converter.models.structure import Section
from converter.reading import read
from converter.reading.source import Source

SEEDS = {path.name[:3]: path.read_text("utf-8") for path in (Path(__file__).parents[2] / "seeds").glob("*.txt")}

ABOVE = """某某公文网 - 让写作更简单
会员登录 新用户注册 退出
当前位置：首页 > 范文大全 > 政府工作报告 > 正文
政府工作报告（第{n}/{of}页）
时间：2023-05-21 来源：网友投稿 浏览：{views} 次
"""
BELOW = """
上一页 下一页
第{n}页，共{of}页
责任编辑：李华
相关阅读：
某县2011年工作总结（{views}）
某市创建文明城市方案
版权所有 某某公文网 京ICP备12345678号"""


def lines(text: str, n: int, rng: random.Random) -> list[str]:
    """The text cut in front of n - 1 of its lines, so that every page has text."""
    rows = text.split("\n")
    full = [i for i, row in enumerate(rows) if row.strip()][1:]
    return _between(rows, sorted(rng.sample(full, n - 1)), "\n")


def anywhere(text: str, n: int, rng: random.Random) -> list[str]:
    """The text cut within sentences, no nearer than 30 characters to a line's end."""
    stops = "。！!？?;；:：\n"
    inner = [i for i in range(200, len(text)) if not {text[i], text[i - 1]} & set(stops) and "\n" not in text[i - 30 : i + 30]]
    return _between(list(text), sorted(rng.sample(inner, n - 1)), "")


def _between(rows: list[str], cuts: list[int], glue: str) -> list[str]:
    return [glue.join(rows[a:b]) for a, b in zip([0, *cuts], [*cuts, len(rows)], strict=True)]


def framed(parts: list[str], rng: random.Random) -> list[str]:
    """Each part with numbers of its page and a site's lines above and below it."""
    said = [{"n": n, "of": len(parts), "views": rng.randrange(9999)} for n in range(1, len(parts) + 1)]
    return [ABOVE.format(**words) + part + BELOW.format(**words) for words, part in zip(said, parts, strict=True)]


def barred(parts: list[str]) -> list[str]:
    """Each part with a bar of page numbers, in which its own is no link, and a link below it."""
    numbers = range(1, len(parts) + 1)
    bars = [" ".join(str(k) if k == n else f"[{k}]" for k in numbers) for n in numbers]
    below = "相关文章\n某某县2009年度政府工作报告\n"
    return [f"当前位置:首页>文秘>报告\n{part}\n上一页 {bar} 下一页\n{below}" for bar, part in zip(bars, parts, strict=True)]


def sources(parts: list[str], name: str = "page{}.txt") -> list[Source]:
    """The pages as they are read."""
    return [read(part.encode(), name.format(n)) for n, part in enumerate(parts, 1)]


def meant(document: Document) -> dict[str, Any]:
    """What a document says, wherever it stands: sections with their text, facts, completeness."""
    loose = {"span", "section", "paragraph"}
    return {
        "type": document.document_type,
        "sections": [_section(s) for s in document.sections],
        "indicators": [i.model_dump(exclude=loose) for i in document.indicators],
        "targets": document.targets_status,
        "notes": [(n.number, n.term, n.definition) for n in document.notes],
        "projects": [(p.number, p.text) for p in document.projects],
        "completeness": document.completeness.model_dump(exclude={"page"}),
    }


def _section(section: Section) -> tuple[Any, ...]:
    texts = [(p.text, [lead.text for lead in p.leads]) for p in section.paragraphs]
    return section.role, section.level, section.number, section.title, texts, [_section(s) for s in section.sections]
