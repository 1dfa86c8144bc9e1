"""Last words that call on nobody: 各位代表,事业是干出来的,未来是拼出来的。 我的报告完了,谢谢大家!"""

from __future__ import annotations

from converter.expressions import rare


def last_words(compact: str, *, saluted: bool = False) -> bool:
    """Whether the last paragraph of a report is its last words, though it calls on nobody: it turns to the deputies and looks ahead,
    vows, or signs off. saluted: 各位代表! stands above it."""
    if ("报告" in compact or "谢谢" in compact) and _SIGNED_OFF.match(compact):
        return True
    if len(compact) > _BRIEF or _BACK.search(compact) is not None:
        return False
    if compact[-1:] == "!" and _VOWED.search(compact) is not None:
        return True
    addressed = saluted or _ADDRESSED.match(compact) is not None
    return addressed and _AHEAD.search(compact) is not None


_BRIEF = 500
_ADDRESSED = rare(r"(?:各位代表|同志们|最后)[,!:]")
_AHEAD = rare("奋斗|使命|未来|明天|目标|征程|梦想|祝|时代|局面|篇章|不负|重托|任务|推向前进|胜利|辉煌|美好")
_BACK = rare("感谢|敬意|来之不易|清醒|问题|不足|回顾|过去")
# 我们信心满怀,必将创造无愧于时代的新业绩! The tasks of a plan end in a full stop.
_VOWED = rare(r"(?:我们|全[省市县区州旗][^。!]{0,8}人民)[^。]{0,80}(?:必将|定将|一定|必定|定能|必能|将)[^。!]{4,60}!\Z")
_THANKS = "谢谢.{0,8}[!。]"
_ASKED = "(?:(?:如?有)?不[妥当足](?:之处)?,?)?(?:敬?请.{0,10}(?:审议|指正|批评))?"
_SIGNED_OFF = rare(rf"(?:我的|以上)?(?:工作)?报告(?:完了|完毕|到此结束)?,?(?:请.{{0,6}}审议,?)?{_ASKED}[,。!]?(?:{_THANKS})?\Z|{_THANKS}\Z")
