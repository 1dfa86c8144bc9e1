"""What a line without a number says by its name, as far as its level depends on it."""

from __future__ import annotations

import re

from converter.expressions import rare

BACK = rare("回顾|总结|情况|成绩|成效|成就|历程|过去|年来|上届|去年|上年|回望|不平凡")
_AHEAD = rare("安排|任务|部署|打算|目标|要求|重点|计划|思路|今年|明年|今后|未来|展望|奋进|下一?步|新一年")
# These part a part whose own name has a year or a number: 二、2024年工作安排 / 总体要求 / 主要目标 / 重点工作 / (一)…
_AIMS = rare(r"\A(?:(?:总体|主要|预期|奋斗|发展|工作|基本)*(?:要求|目标|思路|原则)|指导思想)\Z")
_TASKS = rare(r"\A(?:(?:主要|重点|具体|目标)*(?:任务|举措|工作)|工作(?:安排|部署|重点))\Z")
_FAULTS = rare(r"(?:存在|面临).{0,8}(?:困难|问题|不足|挑战)|(?:困难|问题|不足)[和与](?:困难|问题|不足|挑战)\Z")

_END = re.compile(r"\A(?:结束语|结语|结束|后记)\Z")

NAMES = (("end", _END), ("aims", _AIMS), ("tasks", _TASKS), ("faults", _FAULTS), ("back", BACK), ("ahead", _AHEAD))


def looks(compact: str) -> str:
    """end, aims, tasks, faults, back or ahead; empty for what says none of these."""
    return next((what for what, pattern in NAMES if pattern.search(compact)), "")
