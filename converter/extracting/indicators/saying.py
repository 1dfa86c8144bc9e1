"""What each kind of predicate word adds to what is said about the next figure: one function a kind, one table."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from converter.extracting.indicators.facts import NOTHING, Said
from converter.extracting.indicators.token import Token
from converter.extracting.values.bounds import bound_of

_SUMS = ("共", "累计", "合计", "总计")
_YEARS = ("三年", "四年", "五年", "5年")  # 五年实际利用外资129亿美元
_AVERAGES = ("平均", "年均")


def up(said: Said, token: Token) -> Said:
    """增长: the figure is a rise; 同比增长 over the year before."""
    better = token.text.endswith("改善")
    return said._replace(sign=1, shared=False, better=better, based=said.based or token.text.startswith("同比"))


def down(said: Said, token: Token) -> Said:
    """下降: the figure is a fall; but 增速由下降5.2%回升至3.1% only began with one."""
    return said._replace(sign=said.sign if said.start and said.rate else -1, based=said.based or token.text.startswith("同比"))


def rate(said: Said, token: Token) -> Said:
    """增速: the figure is a rate of change whatever verb follows."""
    return said._replace(sign=1, rate=True)


def down_rate(said: Said, token: Token) -> Said:
    """降幅: likewise, of a fall."""
    return said._replace(sign=-1, rate=True)


_SUMMING = ("完成", "共完成")  # what is done over several years is their sum, however much it passed
_KEEPS = re.compile("保持|维持|稳定")


def reach(said: Said, token: Token) -> Said:
    """达到, 增加到: the figure is a level; 增加到 takes back what 增加 said; 保持在 holds of every year."""
    text = token.text
    moved = len(text) > 1 and text[-1] in "到至为" and text[0] in "增提上升扩降下减回发恢跃攀调反转变收缩压优改壮"
    if moved and not said.rate:
        said = said._replace(sign=0, rate=False)
    kept = said.kept or _KEEPS.search(text) is not None
    start = said.start and not moved and text not in "到至"
    text = said.reach if said.reach in _SUMMING and text in ("达", "达到") else text  # 完成固定资产投资达1260亿元
    return said._replace(reach=text, bound=bound_of(text) or said.bound, kept=kept, start=start)


def over(said: Said, token: Token) -> Said:
    """突破, 迈上: a level with its bound."""
    return said._replace(bound=bound_of(token.text), reach=said.reach if said.reach in _SUMMING else token.text)


def bound(said: Said, token: Token) -> Said:
    """约, 不超过: a bound."""
    return said._replace(bound=bound_of(token.text))


def average(said: Said, token: Token) -> Said:
    """年均."""
    return said._replace(average=True)


def each_year(said: Said, token: Token) -> Said:
    """每年."""
    return said._replace(each_year=True)


def sums(said: Said, token: Token) -> Said:
    """累计."""
    return said._replace(summed=True)


def start(said: Said, token: Token) -> Said:
    """由, 从: the next figure is where the change began."""
    return said._replace(start=True)


def running(said: Said, token: Token) -> Said:
    """连续5年: true of every one of them."""
    return said._replace(kept=True, running=token.period)


def base(said: Said, token: Token) -> Said:
    """比2010年: the base of the change."""
    return said._replace(base=token.period, based=True)


def time(said: Said, token: Token) -> Said:
    """五年累计, 两年平均: a time may say sum or average."""
    return said._replace(summed=said.summed or heads_sums(token), average=said.average or token.text.endswith(_AVERAGES))


def heads_sums(token: Token) -> bool:
    """Whether the time opens a list of sums: 五年累计完成…，实现…."""
    return token.text.endswith(_SUMS) or token.text in _YEARS


def done(said: Said, token: Token) -> Said:
    """已: it has come about."""
    return said._replace(done=True)


# kind of token → what it adds; True where the clause has then begun, so that a remark can no longer start
SAYS: dict[str, tuple[Callable[[Said, Token], Said], bool]] = {
    "up": (up, True),
    "down": (down, True),
    "rate_nouns": (rate, True),
    "down_nouns": (down_rate, True),
    "reach": (reach, True),
    "over": (over, True),
    "under": (bound, True),
    "near": (bound, True),
    "average": (average, False),
    "each_year": (each_year, False),
    "sums": (sums, False),
    "from": (start, True),
    "running": (running, False),
    "base": (base, True),
    "done": (done, False),
}
WITHIN = {"年均": average, "每年": each_year}  # what a name may have within it
DATED = frozenset(("running", "base"))  # whose words alone do not tell what they add


@cache
def first_said(kind: str, text: str) -> Said:
    """What a word of the lexicon says where nothing was said before it: made once for each."""
    return SAYS[kind][0](NOTHING, Token(kind, 0, len(text), text))
