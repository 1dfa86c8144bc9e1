"""What punctuation, adverbs and times do to the subjects of a stretch."""

from __future__ import annotations

from converter.extracting.indicators.clauses import continues, goes_on, has_figure, heads_list
from converter.extracting.indicators.facts import NOTHING
from converter.extracting.indicators.opening import noun
from converter.extracting.indicators.resuming import after_review, goes, more, of_one, resumed, yardstick
from converter.extracting.indicators.saying import heads_sums, time
from converter.extracting.indicators.subjects import Subjects, Tokens
from converter.extracting.indicators.token import Token
from converter.extracting.listed import entries
from converter.extracting.values.periods import Period

_PART = Period(0, 0, part=True)
_QUARTERS = ("截", "前三", "前3", "前9", "前1", "前九", "前十", "1—", "1-", "1至")
_ORDINALS = ("第", "一是", "首先")  # 第一步,2003年,…;第二步,…
_CAME_TO = ("达", "达到", "为", "至", "到")
_DIGITS, _FAR = 2, 8  # of a month; tokens from 全年 to its figure
_OTHERS, _SHARING = ("glue", "other", "number"), 3  # 全国、全省1.2、0.8; how many subjects one 均 is said of


class Adverbs(Subjects):
    """A walk that knows what stands between names and figures."""

    __slots__ = ()

    def comma(self, token: Token, tokens: Tokens, at: int) -> int:
        """A clause ends; a base before the name (与2005年相比,) holds on, and that of an increment (比2016年净增15万户,增长95%)."""
        self.head, self.joined, self.pending, self.moments = True, False, False, []
        self.rated = self.rated or self.said.rate
        kept = self.said if self.fresh and token.text == "," else NOTHING
        self.lasting = kept.running if kept.running and not self.group else self.lasting
        since, self.dealt = kept.base or (self.dealt if self.dealt and goes(tokens, at) else None), None
        self.said = NOTHING._replace(base=since, based=kept.based or since is not None) if kept.based or since else NOTHING
        self.since = kept.base if kept.base and not self.group else self.since
        return 1

    def join(self, token: Token, tokens: Tokens, at: int) -> int:
        """、 and 和 join subjects, or predicates of one."""
        self.joined = True
        self.head = token.text == "、" and not self.fresh
        if not self.fresh:
            self.said = NOTHING._replace(base=self.dealt, based=True) if self.dealt else NOTHING
        return 1

    def glue(self, token: Token, tokens: Tokens, at: int) -> int:
        """全年 ends what was said of a part of the year, 同比 what began in another."""
        if (self.time or self.moved) and token.text.startswith("全年"):
            self._whole_year(tokens, at)
        if self.began and token.text.startswith(("同比", "比上年", "较上年", "比去年", "较去年")):
            self.began = None
        if token.text.startswith("提前"):
            self.said = self.said._replace(early=True)
        return 1

    def _whole_year(self, tokens: Tokens, at: int) -> None:
        """前三季度GDP增长6.1%,预计全年增长6%; 涨幅由6.3%回落到4.2%,全年上涨5.1%."""
        if self.time and (self.time.part or self.quarters):
            last = self.facts[-1] if self.facts else None
            if self.quarters and has_figure(tokens, at + 1):
                self.facts = [f for f in self.facts if f.run != self.run]
            self.time, self.quarters = None, False
            self.rated = self.rated or (last is not None and last.run == self.run and last.role == "growth")  # 全年达到6.1%
        if self.moved and self.head:
            told = resumed(tokens[at + 1 : at + _FAR])
            if told and told.kind == "percent":
                self.facts = [f for f in self.facts if f.run != self.run or f.quantity.kind != "percent" or not f.said.moved]
            self.began, self.moved = None, False

    def compared(self, token: Token, tokens: Tokens, at: int) -> int:
        """高于全省平均水平2个百分点: what follows up to the comma is about the difference; 分别高于全国、全省1和2个百分点 is of several."""
        stop = at + 1
        while stop < len(tokens) and tokens[stop].kind != "comma":
            if tokens[stop].text == "、" and not (self.respectively and tokens[stop + 1 :] and tokens[stop + 1].kind in _OTHERS):
                break
            stop += 1
        return stop - at

    def of_month(self, tokens: Tokens, at: int) -> bool:
        """Whether the number at `at` counts a month, whose figure is not the year's: 由7月的6.3%回落到12月的4.2%."""
        if len(tokens[at].text) > _DIGITS or at + 1 == len(tokens) or tokens[at + 1].text[0] != "月":
            return False
        self.said = self.said if self.head else self.said._replace(shared=True)
        return True

    def forecasts(self, token: Token, tokens: Tokens, at: int) -> int:
        """预计 governs the subject before it, or what follows in its clause, or the list it heads (预计全年增长5.8%,财政收入…)."""
        if self.group and not self.head:
            self.governed = True
        else:
            self.pending = True
            self.opened = self.opened or (self.head and heads_list(tokens, at))
            self.governed = self.governed or (self.head and continues(tokens, at))
        self.opened = self.opened or (at == 0 and len(tokens) > 1 and tokens[1].text.startswith("全年") and continues(tokens, at))
        self.head = self.head and not self.group
        return 1

    def _rate(self, kind: str) -> None:
        """What a rate came to, behind what it changed by: 增速回升2.3个百分点、达到8.6%."""
        said = self.said
        if self.rated and kind == "percent" and not said.sign and said.reach in _CAME_TO:
            self.said = said._replace(sign=1, rate=True)
        self.rated = kind == "point" and (said.rate or self.rated)

    def deals(self, token: Token, tokens: Tokens, at: int) -> int:
        """分别."""
        self.respectively, self.head = True, False
        return 1

    def to_each(self, token: Token, tokens: Tokens, at: int) -> int:
        """均; at the head of a clause behind figures it is said of all the subjects that wait for a change: A达到…,B达到…,均增长14%."""
        waiting = self._waiting() if self.head and not self.fresh else []
        if len(waiting) > 1:
            self.group = waiting
        self.each, self.respectively = True, False  # 分别达到14480元和4650元,均增长11%: one figure for all
        return 1

    def _waiting(self) -> list[Token | None]:
        """The last subjects, up to _SHARING, that have no change of their own yet."""
        grown = {f.run for f in self.facts if f.role != "value"}
        last = self.history[-_SHARING - 1 :]
        open_from = next((n for n in range(len(last), 0, -1) if (t := last[n - 1]) and self.runs.get(t.start) in grown), 0)
        return last[open_from:] if len(last) - open_from <= _SHARING else []

    def present(self, token: Token, tokens: Tokens, at: int) -> int:
        """目前; but 由目前的34.5% is where the change begins."""
        opens = at == 0 or tokens[at - 1].kind == "comma"  # 项目前期工作 holds none
        self.now = (self.now or opens) and not self.said.start
        return 1

    def aims(self, token: Token, tokens: Tokens, at: int) -> int:
        """力争, 预期; 控制在预期3%以内 names what was expected, not what came."""
        self.now = False
        if self.head and self.bygone:
            self.time, self.bygone = None, False  # 完善去年的措施,力争粮食总产量达到1500万吨
        if self.said.reach and self.said.reach.startswith("控制") and token.text == "预期":
            self.said = self.said._replace(shared=True)
        alone = self.fresh and not self.head
        if not noun(tokens, at) and self.group and self.group[-1] and (alone or more(tokens, at)):  # 增长6%以上、力争6.5%
            self.own_verb = token.text
            figure = tokens[at + 1].quantity if alone and at + 1 < len(tokens) else None
            if figure and figure.kind == "percent":
                self.said = self.said._replace(sign=1, rate=True)  # 生产总值确保6%,力争7%
        elif not noun(tokens, at):
            self.aimed = [*(self.aimed or [(0, self.verb)]), (token.end, token.text)]
            self.verb = token.text
        return 1

    def aim_of(self, tokens: Tokens, start: int, end: int) -> str | None:
        """The aim of what is told from `start` to `end` without a figure: its own, else the last one before it that holds on."""
        own = [t.text for t in tokens if t.kind == "aims" and start < t.start < end]
        return own[-1] if own else [aim for here, aim in self.aimed or [(0, self.verb)] if here <= start][-1]

    def times(self, token: Token, tokens: Tokens, at: int) -> int:
        """A time of its own; but 由1997年的182.3亿元 names the year the change began."""
        if self.said.start and token.period and token.period.span:
            self.said = self.said._replace(start=False)  # 从2002年到2006年
        elif self.said.start:
            self.began = token.period if token.period and not token.period.several else None
            self.origin = self.began or self.origin
            return 1
        if yardstick(tokens, at):
            self.said = self.said._replace(base=token.period, based=True)
            return 1
        self.began, self.moved = (None, False) if self.head else (self.began, self.moved)
        if self.within and self.divided and (goes_on(tokens, at) or resumed(tokens[at:])):
            # 其中2002年比上年分别增长12.3%和13.2%: of the same, in one of the years
            self.group, self.fresh, self.head = self.divided, False, False
        self.within = ()  # 其中去年实际利用外资: not a part, another time
        if self.first is None and self.head and not self.facts and not (at and tokens[at - 1].kind == "among"):
            self.headed = None if tokens[0].text.startswith(_ORDINALS) else token.start
        self.outer = (self.time,) if self.head and not self.fresh and of_one(tokens, at, self.time) else None
        self.time, self.quarters = after_review(tokens, at) or token.period or self.time, token.text.startswith(_QUARTERS)
        tied = token.period and token.period.part and at and tokens[at - 1].kind == "time"  # 今年一季度
        self.first, self.now = token.period if tied else self.first or self.time, False
        self.bygone = token.text.startswith(("去年", "上年", "前年"))
        if token.period and token.period.part:
            self.quartered = True
        elif self.quartered and token.text.startswith("前"):
            self.time = _PART  # 一季度…,上半年增长0.5%,前三季度增长2.3%: steps of the year, not what stands for it
        self.moments = [*(self.moments if self.joined else ()), token.period]
        self.joined = self.joined and len(self.moments) < 2
        stepped = self._steps(tokens, at)
        self.listed = self.listed or (self.head and heads_sums(token) and not stepped)
        self.said = self.said if stepped else time(self.said, token)
        self.head = self.head and (self.fresh or resumed(tokens[at : at + 3]) is None)  # 年均增长8%,2022年2.8亿美元
        return 1

    def _steps(self, tokens: Tokens, at: int) -> bool:
        """经济总量五年突破千亿元: what is no sum has come to that within the years."""
        over = at + 1 < len(tokens) and tokens[at + 1].kind == "over" and tokens[at].text[-1] == "年"
        return over and any(not entries()[id].flow for id, _ in self._subjects())

    def steady(self, year: int) -> Period | None:
        """The year, where all that was told is of it: it opened a clause before all figures, and names stand behind it."""
        mine, when = self.facts, self.first
        if self.headed is None or when != Period(year, year) or any(f.time != when for f in mine):
            return None
        return when if any(f.mention.start > self.headed for f in mine) else None
