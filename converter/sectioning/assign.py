"""Roles for every section: from titles, from what stands above, and where a title is vague from place and words."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from converter.mending.blocks import Mended
from converter.sectioning import roles
from converter.sectioning.nodes import Node, title_of
from converter.stripping.opening import opens

BRIEF = 60  # an introduction without a salutation is a sentence; a review's paragraph is longer

_UNTITLED = {
    "opening": "before the first heading",
    "closing": "the last words",
    "annex": "notes that the format keeps apart",
    "other": "no cue",
}


def assign(nodes: Sequence[Node], mended: Mended) -> list[roles.Role]:
    """Roles from titles; below a heading without a cue its parent's role; untitled text opens or closes."""
    titles = [title_of(n, mended) for n in nodes]
    review, plan = roles.years([t for n, t in zip(nodes, titles, strict=True) if n.heading and n.level == 1])
    out: list[roles.Role] = []
    above: dict[int, roles.Role] = {}
    seen: set[str] = set()
    for i, (node, title) in enumerate(zip(nodes, titles, strict=True)):
        if node.heading is None:
            role = node.role or "other", _UNTITLED[node.role or "other"]
        elif node.level > 1:
            role = _below(above.get(node.level - 1, ("other", "")), title)
        else:
            role = _first_level(nodes, titles, i, (review, plan), seen)
        above[node.level] = role
        out.append(role)
        seen.add(role[0])
    out = _together(nodes, out)
    return [_headless(nodes[0], out), *out[1:]] if out else out


def _together(nodes: Sequence[Node], given: Sequence[roles.Role]) -> list[roles.Role]:
    """A run under tasks of which half is about the government itself is so as a whole: 坚定政治立场, 建设法治政府, 改进作风."""
    out = list(given)
    for run in _runs(nodes):
        own = [i for i in run if given[i][0] == "self_government"]
        if len(own) > 1 and 2 * len(own) >= len(run):
            for i in run:
                if given[i] == ("tasks", "under tasks"):
                    out[i] = "self_government", "beside others of its run"
    return out


def _runs(nodes: Sequence[Node]) -> list[list[int]]:
    """Numbered sections of one parent and style, counted through without a restart."""
    runs: list[list[int]] = []
    open_: dict[int, list[int]] = {}
    for i, node in enumerate(nodes):
        open_ = {level: run for level, run in open_.items() if level <= node.level}
        heading, run = node.heading, open_.get(node.level, [])
        if heading is None or not heading.number or node.level < 2:
            continue
        before = nodes[run[-1]].heading if run else None
        if before and (before.style, before.number + 1) == (heading.style, heading.number):
            run.append(i)
        else:
            open_[node.level] = [i]
            runs.append(open_[node.level])
    return runs


def _headless(node: Node, given: Sequence[roles.Role]) -> roles.Role:
    """The text of a page that begins in the middle, above its first heading: a review without its heading, no opening."""
    texts = [text for _, text, _ in node.texts]
    if node.role != "opening" or len(given) < 2 or any(opens(text[:200]) for text in texts) or any(role == "review" for role, _ in given):
        return given[0]
    told = roles.by_words(texts, first=False)
    return told if told[0] == "review" and sum(map(len, texts)) > BRIEF else given[0]


_NARROW = ("problems", "acknowledgements", "self_government", "targets", "requirements")
_INHERITED = {"review": "achievements", "tasks": "tasks", "annex": "annex", "self_government": "self_government"}


def _below(parent: roles.Role, title: str) -> roles.Role:
    """Under a heading only the narrow cues decide: problems, thanks, targets, requirements, self-government."""
    own = roles.by_title(title, None, None)
    if own and own[0] in _NARROW and parent[0] != "annex" and (own[0], parent[0]) != ("problems", "tasks"):
        return own
    return _INHERITED.get(parent[0], parent[0]), f"under {parent[0]}"


def _first_level(
    nodes: Sequence[Node], titles: Sequence[str], i: int, known: tuple[int | None, int | None], before: Set[str]
) -> roles.Role:
    """A title that says 回顾 or 任务 decides; a vague one (乘势而上…) is told by place and words: reports look back first."""
    own = _dated(titles[i], *known) or roles.by_title(titles[i], *known)
    heading = nodes[i].heading
    if own is None and heading and heading.style == "annex":
        return "annex", "behind the last words"
    if own and own[0] == "annex" and heading and heading.style in ("part", "han", "paren"):
        own = "tasks", own[1]
    begun = not before.isdisjoint(_PLANNED)
    if own and begun and own[0] == "review" and not _LOOKS_BACK.search(titles[i]):
        own = None  # 加快发展现代农业,在新农村建设上取得重大进展 is yet to come
    if own and (own[0] != "tasks" or _plans(titles[i]) or (_SCHEME.search(titles[i]) and "review" in before)):
        return own
    texts = _texts_below(nodes, i)
    if not texts or begun:
        return own or ("tasks", "after the plan began") if texts else ("other", "no cue")
    return roles.by_words(texts, first="review" not in before)


_PLANNED = ("tasks", "targets", "requirements")
_LOOKS_BACK = re.compile(r"回顾|总结|过去|年来|情况|[12]\d{3}年|上届|成就")
_SCHEME = re.compile(r"规划纲要|(?:实施|编制|推进|落实|描绘|关于).{0,24}(?:规划|计划)")  # behind a review: the next five years


def _dated(title: str, review: int | None, plan: int | None) -> roles.Role | None:
    """全面完成2003年各项预期目标 looks back although it says 目标: its year is the review's."""
    if review and plan and f"{review}年" in title and f"{plan}年" not in title:
        return "review", f"title: {review}年"
    return None


def _plans(title: str) -> bool:
    return any(word in title for word in ("任务", "安排", "部署", "打算", "目标", "今年", "明年", "今后", "未来"))


def _texts_below(nodes: Sequence[Node], i: int) -> list[str]:
    out = [text for _, text, _ in nodes[i].texts]
    at = i + 1
    while at < len(nodes) and nodes[at].heading is not None and nodes[at].level > nodes[i].level:
        out += [text for _, text, _ in nodes[at].texts]
        at += 1
    return out
