"""Pages built around the seeds: a real report's text in the ways sites set it, with a site's own lines around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

SEEDS = Path(__file__).parent.parent.parent / "seeds"

# Of each seed: how the first line of its text begins, and the line below the last one (None: the text ends the file).
BODIES = {"002_fa97d507ddd9a17d.txt": ("各位代表", None), "004_93b6e1f04503de54.txt": ("各位代表", "较旧一篇")}
_INJECTED = re.compile(r"二号首长|\*")  # what an advertiser and a censor put into the fourth seed

TOP = ["网站首页", "信息公开栏", "网上办事厅", "互动交流区", "走进本市", "数据开放网"]
BYLINE = ["来源：市政府办公室", "发布时间：2025-01-20 09:12", "浏览次数：1024", "【字体：大 中 小】"]
BELOW = ["扫一扫在手机打开当前页", "打印本页", "关闭窗口"]
SIDE = [f"某某市召开第{n}次专题会议研究部署有关工作" for n in range(1, 60)]
FOOT = ["主办：某某市人民政府办公室", "网站标识码：2101000001 辽ICP备00000001号"]


def body(seed: str) -> list[str]:
    """The lines of a seed's report from its salutation on, without the site's lines and what was put into them."""
    begins, below = BODIES[seed]
    lines = [_INJECTED.sub("", line).strip("　 \t\xa0") for line in (SEEDS / seed).read_text("utf-8-sig").splitlines()]
    lines = [line for line in lines if line]
    first = next(i for i, line in enumerate(lines) if line.startswith(begins))
    last = next((i for i, line in enumerate(lines) if below and line.startswith(below)), len(lines))
    return lines[first:last]


def paragraphs(lines: Sequence[str]) -> str:
    """The plain case: one p a line."""
    return "".join(f"<p>　　{escape(line)}</p>\n" for line in lines)


def numbers_linked(lines: Sequence[str]) -> str:
    """Each number is a link, as glossaries and searches make it."""
    linked = (re.sub(r"([0-9.]+)", r"<a href=/s>\1</a>", escape(line, quote=False)) for line in lines)
    return "".join(f"<p>{line}</p>" for line in linked)


def four_boxes(lines: Sequence[str]) -> str:
    """Split over four sibling boxes, as paginated texts are that load at once."""
    size = len(lines) // 4 + 1
    return "".join(f"<div>{paragraphs(lines[at : at + size])}</div>" for at in range(0, len(lines), size))


def wrapped(lines: Sequence[str]) -> str:
    """The editor broke the source every 40 characters: a line feed between Chinese characters is nothing."""
    return "".join("<p>" + "\n".join(escape(line[at : at + 40]) for at in range(0, len(line), 40)) + "</p>" for line in lines)


VARIANTS: dict[str, Callable[[Sequence[str]], str]] = {
    "paragraphs": paragraphs,
    "comment": lambda lines: f'<div class="comment sidebar footer">{paragraphs(lines)}</div>',
    "hidden": lambda lines: f'<div style="display:none">{paragraphs(lines)}</div>',
    "rows": lambda lines: "<table>" + "".join(f"<tr><td>{escape(line)}</td></tr>" for line in lines) + "</table>",
    "breaks": lambda lines: "<br>\n<br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{escape(line)}" for line in lines),
    "numbers_linked": numbers_linked,
    "four_boxes": four_boxes,
    "unclosed": lambda lines: "".join(f"<p>{escape(line)}\n" for line in lines),
    "nested": lambda lines: "<div>" * 1500 + paragraphs(lines) + "</div>" * 1500,
    "wrapped": wrapped,
}


@dataclass(frozen=True)
class Page:
    """A page with what is the report's in it and what the site's."""

    html: str
    body: list[str]
    chrome: list[str]

    def data(self, encoding: str = "utf-8", declared: str | None = None) -> bytes:
        """Its bytes; `declared` is what the page says about its encoding."""
        return self.html.replace("CHARSET", declared or encoding).encode(encoding)


def page(seed: str, variant: str) -> Page:
    """The report of a seed in one of the variants, inside a site's page."""
    lines = body(seed)
    links = "".join(f'<li><a href="/a">{text}</a></li>' for text in SIDE)
    top = "".join(f'<li><a href="/">{text}</a></li>' for text in TOP)
    inner = paragraphs(BYLINE) + VARIANTS[variant](lines) + paragraphs(BELOW)
    html = f"""<!DOCTYPE html><html><head><meta charset="CHARSET"><title>政府工作报告_某某市人民政府</title>
<meta name="ArticleTitle" content="政府工作报告"><meta name="PubDate" content="2025-01-20 09:12">
<script>var a = "<p>各位代表</p>";</script></head>
<body><div class="top"><ul>{top}</ul></div>
<div class="wrap"><div class="left"><h1>政府工作报告</h1><div id="zoom">{inner}</div></div>
<div class="right"><h3>热点新闻</h3><ul>{links}</ul></div></div>
<div class="foot">{paragraphs(FOOT)}</div></body></html>"""
    return Page(html, lines, [*TOP, *BYLINE, *BELOW, *SIDE, *FOOT])


def squash(text: str) -> str:
    """The words of a text alone."""
    return re.sub(r"[\W_]+", "", text)
