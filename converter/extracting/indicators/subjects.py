"""Who the next figure belongs to: the subjects of a stretch, as names, other nouns and punctuation change them."""

from __future__ import annotations

from dataclasses import dataclass, field

from converter.extracting.indicators.clauses import has_figure, of_year, prefixes, ranked
from converter.extracting.indicators.facts import NOTHING, Fact, Said, Unbound, countable
from converter.extracting.indicators.names import OTHER, Mention
from converter.extracting.indicators.resuming import resumed, whole_year
from converter.extracting.indicators.saying import WITHIN
from converter.extracting.indicators.scope import KIND, PART
from converter.extracting.indicators.token import Token
from converter.extracting.listed import counted
from converter.extracting.values.periods import Period

Tokens = tuple[Token, ...]
_WHOLES = ("surveyed_unemployment", "registered_unemployment", "cpi")  # no part of a place prints them
_DOING = ("完成", "实现", "引进", "共完成")  # verbs that go on with a list of sums


@dataclass(slots=True)
class Subjects:
    """The state of a walk over one stretch up to ; or 。, and what names, other nouns, punctuation and adverbs do to it.

    time, forecast, verb: what holds from the words that open the sentence. Facts and what could not be bound collect
    in `facts` and `unbound`; everything else is the state of the walk.
    """

    time: Period | None = None
    forecast: bool = False
    verb: str | None = None
    facts: list[Fact] = field(default_factory=list)
    unbound: list[Unbound] = field(default_factory=list)
    said: Said = NOTHING  # since the last figure
    group: list[Token | None] = field(default_factory=list)  # coordinated subjects; None for a noun that is no indicator
    history: list[Token | None] = field(default_factory=list)  # all subjects of the stretch
    runs: dict[int, int] = field(default_factory=dict)  # start of a name → the run it opened
    run: int = 0
    fresh: bool = True  # no figure since the group began
    joined: bool = False  # 、 or 和 stands before
    head: bool = True  # at the head of a clause
    foreign: str | None = None  # whose the names are since one was not the whole place's; a part's list goes on
    asides: int = 0  # remarks since the subject was named
    respectively: bool = False
    own_verb: str | None = None  # 进出口总额力争增长8%: of this subject alone
    each: bool = False
    rated: bool = False  # 增速 was said and its figure is still to come: 增速提高3.6个百分点,达11.2%
    within: tuple[str, ...] = ()  # what 其中 divides
    parted: bool = False  # 其中 divides a sum
    began: Period | None = None  # 由1990年的25.5亿美元: when the change began
    origin: Period | None = None  # when the last change of the sentence that named it began
    first: Period | None = None  # the first time of its own in the stretch
    headed: int | None = None  # where it stands, if it opens a clause before any figure was given
    last: tuple[str, ...] = ()  # what was named last before the stretch; ;其中 divides that
    moments: list[Period | None] = field(default_factory=list)  # times in a row: 1995年、2000年分别达到
    now: bool = False  # 目前: what follows is reached, whatever the part of the report announces
    quarters: bool = False  # the time is the first quarters or months
    quartered: bool = False  # a part of the year was told of
    bygone: bool = False  # the time is 去年 or 上年
    moved: bool = False  # 从412亿元 stood before
    since: Period | None = None  # 与2016年相比, before all names: since when all the changes are
    lasting: Period | None = None  # 连续三年, before all names: how long what is kept has been so
    dealt: Period | None = None  # 分别比2010年增加118万人和提高18个百分点: since when the second has changed, too
    outer: tuple[Period | None] | None = None  # A年均增长8%,2022年达到90亿元,累计B…: the time before the one that A went on with
    divided: list[Token | None] = field(default_factory=list)  # the group that 其中 stands behind
    summing: bool = False  # a sum was told: 累计利用省外资金…,实际利用外资… goes on with sums
    listed: bool = False  # 五年累计 heads a list of sums
    opened: bool = False  # 预计 heads the list of names that follows
    pending: bool = False  # 预计 stands before the name
    governed: bool = False  # 预计 governs the group
    aimed: list[tuple[int, str | None]] = field(default_factory=list)  # aims that hold on, from where they end

    def follow(self, before: Subjects, tokens: Tokens) -> bool:
        """Takes what holds on from the stretch before; True where these go on about its subjects (;2012年达到7000亿元)."""
        self.origin = before.origin
        does = before.foreign == PART and not before.facts and bool(tokens) and tokens[0].text in _DOING
        self.foreign = PART if does else None  # 涉农县实现生产总值520亿元;完成财政收入74亿元
        self.last = next((t.mention.ids for t in reversed(before.history) if t and t.mention), ())
        figure = None if before.fresh else resumed(tokens[1:] if tokens[:1] and tokens[0].kind == "among" else tokens)
        mine = figure is not None and not (
            figure.kind == "level" and any(t and t.mention and not countable(t.mention.ids[0], figure) for t in before.group)
        )
        told = mine or (not before.fresh and whole_year(tokens))
        if told:
            self.group, self.history, self.fresh, self.head = before.group, before.history, False, not mine
        return told

    def name(self, token: Token, tokens: Tokens, at: int) -> int:
        """An indicator's name: coordinated with the one before, or a new subject."""
        mention = token.mention
        tied = self.joined and self.summing and not self.fresh
        if not (self.joined and self.fresh and self.group):
            part = self.foreign == PART and at > 0 and (self.joined or tokens[at - 1].kind == "comma" or self._does(tokens, at))
            part = part and not (mention and mention.ids[0] in _WHOLES)
            self._begin()
            self.foreign = PART if part else None
        strange = mention is not None and mention.whose == KIND  # 限上零售额, which makes the others of its row no strangers
        self.foreign = self.foreign or (mention.whose if mention and mention.whose == PART else None)
        if mention and mention.ids == self.within:
            self._again(token)
        self.began = self.began if self.within else None  # 其中出口由22.6亿美元增加到…: since the same year
        again = mention is not None and mention.ids == self.within and (self.foreign is not None or strange)
        self.within = self.within if again else ()  # 其中利用外资协议金额…,实际利用外资…: parts both
        self.group.append(None if self.foreign or strange else token)
        self.history.append(self.group[-1])
        self.runs[token.start] = self.run
        summed = self.said.summed or self.parted or (self.listed and (self.said.reach in _DOING or self.joined))
        self.joined = self.head = self.parted = False
        self.governed = self.governed or self.pending or self.opened
        if summed or self.summing or tied or self.said is not NOTHING:
            self.said = self.said._replace(
                sign=0, rate=False, summed=summed, carried=self.summing, tied=tied,
                bound=None, start=False, shared=False, running=None, kept=False,
            )  # fmt: skip
        if "年" in token.text and (said := WITHIN.get(token.text[2:4])):
            self.said = said(self.said, token)  # 城镇每年新增就业, 粮食年均产量
        return 1

    def _does(self, tokens: Tokens, at: int) -> bool:
        """Whether what a part does goes on: 清河县完成生产总值320亿元,实现财政收入20亿元, where nothing was told of the whole before."""
        return tokens[at - 1].text in _DOING and (at == 1 or tokens[at - 2].kind == "comma") and not self.facts

    def _again(self, token: Token) -> None:
        """Within itself the second is a part, but 财政收入…,其中地方财政收入…: there the first was more than what is meant.

        So it was in 全部工业总产值…,其中规模以上工业总产值….
        """
        if token.text.startswith(("地方", "规")):
            self.facts = [f for f in self.facts if f.mention.ids != self.within]
            self.history = [None if t and t.mention and t.mention.ids == self.within else t for t in self.history]
        elif token.mention and token.mention.ids != ("general_public_budget_revenue",):
            self.foreign = KIND

    def _begin(self) -> None:
        self.group, self.fresh, self.respectively, self.each = [], True, False, False
        self.run += 1
        self.governed, self.asides, self.own_verb, self.moved, self.rated = False, 0, None, False, False

    def other(self, token: Token, tokens: Tokens, at: int) -> int:
        """Words that mean nothing here: a remark, more of the same noun, or a subject that is no indicator."""
        if token.text.strip(' "') == "" or (not self.fresh and self.head and not has_figure(tokens, at)):
            return 1
        if self.fresh and not self.joined and not self.head and self.group and self.group[-1] is None:
            return 1
        named = self.fresh and self.group and self.group[-1] and not self.head
        if named and (self.said.rate or not self.joined) and (rank := ranked(tokens, at)):  # 总额和增幅分别位居全市第三和第一,
            return rank
        if self.joined and self.fresh and self.group:
            if prefixes(tokens, at):
                return 1
            self.group.append(None)
        else:
            self._missed(tokens, at)
            self._stranger()
        self.history.append(None)
        said, self.joined, self.head = self.said, False, False
        self.said = NOTHING._replace(average=said.average, summed=said.summed) if said.average or said.summed else NOTHING
        return 1

    def _stranger(self) -> None:
        self._begin()
        self.group = [None]

    def _missed(self, tokens: Tokens, at: int) -> None:
        """A name that waits for its figure, other words, then a figure it could have had: worth a remark."""
        name = self.group[-1] if self.group and self.fresh and not self.head else None
        if not name or not name.mention or not has_figure(tokens, at):
            return
        figure = next((t for t in tokens[at:] if t.kind in ("figure", "comma")), None)
        if figure and figure.quantity and figure.quantity.dimensions & counted(name.mention.ids[0]):
            self.unbound.append(Unbound(name.mention, name.start, figure.end))

    def among(self, token: Token, tokens: Tokens, at: int) -> int:
        """其中: a part follows; the same indicator named again is a part of it too (实际利用外资…,其中外商直接投资…)."""
        last = next((t for t in reversed(self.history) if t and t.mention), None)
        self.divided = [] if self.fresh else self.group
        self._stranger()
        self.within = last.mention.ids if last and last.mention else self.last if not self.history else ()
        self.parted = any(f.said.summed for f in self.facts if f.mention.ids == self.within and f.role == "value")
        return 1

    def share(self, token: Token, tokens: Tokens, at: int) -> int:
        """占, 比重: the figure is a share; but 优良天数243天,占比达66.6%, 占全年的66.6% is the days' own share of the year."""
        days = any(id == "good_air_days_ratio" for id, _ in self._subjects())
        year = of_year(tokens, at) if days else 0
        self.said = self.said._replace(shared=not (year or (days and token.text == "占比")))
        return year or 1

    def _subjects(self) -> list[tuple[str, Mention]]:
        """All the group's indicators; 城乡居民 undivided unless 均 divides it."""
        out: list[tuple[str, Mention]] = []
        for token in self.group:
            if token and (mention := token.mention):
                ids = (mention.undivided,) if mention.undivided and not self.each else mention.ids
                out += [(id, mention) for id in ids if id != OTHER]
        return out
