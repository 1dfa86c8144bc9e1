"""Figures bound to the indicators they belong to: across 分别, shared predicates and the ellipsis of the subject.

A closed grammar: between a name and its figure only the words of the predicate lexicon may stand. A figure behind
other words belongs to somebody else, and is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from converter.extracting.indicators.names import OTHER, Mention, entries
from converter.extracting.indicators.tokens import Token
from converter.extracting.values.bounds import bound_of
from converter.extracting.values.periods import Period
from converter.extracting.values.quantities import Quantity
from converter.models.facts import Comparator


@dataclass(frozen=True, slots=True)
class Said:
    """What the words since the last figure say about the next one."""

    sign: int = 0
    rate: bool = False
    average: bool = False
    each_year: bool = False
    summed: bool = False
    forecast: bool = False
    bound: Comparator | None = None
    reach: str | None = None
    start: bool = False  # 由, 从: the figure is where the change began
    shared: bool = False  # 占, 高于…: not the indicator's own figure
    base: Period | None = None
    based: bool = False
    running: Period | None = None  # 连续5年
    kept: bool = False  # 保持在, 连续: true of every year


NOTHING = Said()


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure of one indicator. role: value, growth, or ratio (是…的2.1倍)."""

    id: str
    mention: Mention
    run: int
    role: str
    quantity: Quantity
    said: Said
    time: Period | None
    verb: str | None
    start: int  # of the stretch that holds name and figures of all that share it
    end: int


@dataclass(frozen=True, slots=True)
class Unbound:
    """A name and the figure that the grammar could not give it."""

    mention: Mention
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Subject:
    """An indicator in the place of the subject, or (id other) a noun that is none."""

    id: str
    mention: Mention | None
    forecast: bool = False


@dataclass
class Binder:
    """Walks the tokens of one stretch up to ; or 。 once, from left to right."""

    time: Period | None = None
    forecast: bool = False
    facts: list[Fact] = field(default_factory=list)
    unbound: list[Unbound] = field(default_factory=list)
    group: list[Token | None] = field(default_factory=list)  # names (or None for another noun) since the last figure
    history: list[Token | None] = field(default_factory=list)
    said: Said = NOTHING
    verb: str | None = None
    fresh: bool = True  # no figure since the group began
    joined: bool = False
    respectively: bool = False
    each: bool = False
    run: int = 0
    last_name: Token | None = None
    foreign: bool = False  # the first of the coordinated names is not the whole place's
    runs: dict[int, int] = field(default_factory=dict)  # the run each name opened
    asides: int = 0  # remarks since the subject was named
    head: bool = True  # at the head of a clause
    listed: bool = False  # 五年累计 heads a list of sums
    opened: bool = False  # 预计 heads the list of names that follows
    pending: bool = False  # 预计 stands before the name
    governed: bool = False  # 预计 governs the group

    def walk(self, tokens: tuple[Token, ...]) -> None:
        """Takes the tokens in order; facts and what could not be bound collect in `facts` and `unbound`."""
        at = 0
        while at < len(tokens):
            token = tokens[at]
            aside = _aside(tokens, at) if self.head and not self.fresh else 0
            if aside and self.asides < _ASIDES:
                self.asides += 1
                at += aside
                continue
            handler = getattr(self, "_" + token.kind, None)
            step = handler(token, tokens, at) if handler else None
            at += step or 1

    # names and other nouns

    def _name(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        coordinated = self.joined and self.fresh and bool(self.group)
        if not coordinated:
            self._begin()
            self.foreign = False
        self.foreign = self.foreign or not (token.mention and token.mention.whole)
        self.group.append(None if self.foreign else token)
        self.runs[id(token)] = self.run
        self.history.append(self.group[-1])
        self.last_name, self.joined, self.head = token, False, False
        self.governed = self.governed or self.pending or self.opened
        summed = self.said.summed or (self.listed and self.said.reach in ("完成", "实现", "引进", "共完成"))
        self.said = replace(NOTHING, average=self.said.average, summed=summed, each_year=self.said.each_year, reach=self.said.reach, base=self.said.base, based=self.said.based)

    def _begin(self) -> None:
        """A new subject."""
        self.group, self.fresh, self.respectively, self.each = [], True, False, False
        self.run += 1
        self.governed, self.asides = False, 0

    def _other(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        if token.text.strip(' "') == "":
            return
        if not self.fresh and self.head and not _has_figure(tokens, at):
            return  # a remark between: 居全省第2位, 创历史新高
        if self.fresh and not self.joined and not self.head and self.group and self.group[-1] is None:
            return  # more of the same noun
        if self.joined and self.fresh and self.group:
            self.group.append(None)
        else:
            waiting = self.fresh and self.group and not self.head
            if waiting and self.group[-1] is not None and _has_figure(tokens, at):
                self._missed(tokens, at)
            self._begin()
            self.group = [None]
        self.history.append(None)
        self.joined = self.head = False
        self.said = replace(NOTHING, average=self.said.average, summed=self.said.summed)

    def _missed(self, tokens: tuple[Token, ...], at: int) -> None:
        name = self.group[-1]
        figure = next((t for t in tokens[at:] if t.kind in ("figure", "comma")), None)
        if name and name.mention and figure and figure.quantity and set(figure.quantity.dimensions) & _counted(name.mention.ids[0]):
            self.unbound.append(Unbound(name.mention, name.start, figure.end))

    def _among(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self._begin()
        self.group = [None]

    def _share(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        days = token.text == "占比" and any(id == "good_air_days_ratio" for id, _ in self._subjects())
        self.said = replace(self.said, shared=not days)  # 优良天数243天,占比达66.6%: the days' own share of the year

    def _compared(self, token: Token, tokens: tuple[Token, ...], at: int) -> int:
        """高于全省平均水平2个百分点: what follows up to the comma is about the difference."""
        stop = at + 1
        while stop < len(tokens) and tokens[stop].kind != "comma" and not (tokens[stop].kind == "join" and tokens[stop].text == "、"):
            stop += 1
        return stop - at

    # punctuation

    def _comma(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.head, self.joined, self.pending = True, False, False
        kept = self.said if self.fresh and token.text == "," and self.said.based else NOTHING
        self.said = replace(NOTHING, base=kept.base, based=kept.based)

    def _join(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.joined = True
        self.head = token.text == "、" and not self.fresh
        if not self.fresh:
            self.said = NOTHING

    # words of the predicate

    def _glue(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        if token.text.startswith("全年") and self.time and self.time.part:
            self.time = None

    def _up(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.said = replace(self.said, sign=1, shared=False)
        self.head = False

    def _down(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.said = replace(self.said, sign=-1)
        self.head = False

    def _rate_nouns(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.said = replace(self.said, sign=1, rate=True)
        self.head = False

    def _down_nouns(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.said = replace(self.said, sign=-1, rate=True)
        self.head = False

    def _reach(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        moved = len(token.text) > 1 and token.text[-1] in "到至为" and token.text[0] in "增提上升扩降下减回发恢跃攀调"
        said = replace(self.said, sign=0, rate=False) if moved and not self.said.rate else self.said
        bound = bound_of(token.text) or said.bound
        kept = said.kept or bool(re.search("保持|维持|稳定", token.text))
        self.said = replace(said, reach=token.text, bound=bound, kept=kept, start=said.start and not moved and token.text not in "到至")
        self.head = False

    def _bounded(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.said = replace(self.said, bound=bound_of(token.text), reach=token.text if token.kind == "over" else self.said.reach)
        self.head = False

    _over = _under = _near = _bounded

    def _average(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.said = replace(self.said, average=True)

    def _each_year(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.said = replace(self.said, each_year=True)

    def _sums(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.said = replace(self.said, summed=True)

    def _from(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.said = replace(self.said, start=True)
        self.head = False

    def _forecast(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        if self.group and not self.head:
            self.governed = True
        else:
            self.pending = True
            self.opened = self.opened or self.head and _heads_list(tokens, at)
            self.governed = self.governed or (self.head and _continues(tokens, at))
        self.head = self.head and not self.group

    def _respectively(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.respectively = True
        self.head = False

    def _each(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.each = True

    def _aims(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        if self.said.reach and self.said.reach.startswith("控制") and token.text == "预期":
            self.said = replace(self.said, shared=True)  # 控制在预期3%以内: what was expected, not what came
        self.verb = token.text

    def _time(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        if self.said.start:
            return  # 由1997年的182.3亿元: the year the change began
        if token.period:
            self.time = token.period
        text = token.text
        self.listed = self.listed or self.head and text.endswith(("共", "累计", "合计", "总计"))
        self.said = replace(self.said, summed=self.said.summed or text.endswith(("共", "累计", "合计", "总计")), average=self.said.average or text.endswith(("平均", "年均")))

    def _running(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.said = replace(self.said, kept=True, running=token.period)

    def _base(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        self.said = replace(self.said, base=token.period, based=True)
        self.head = False

    def _flat(self, token: Token, tokens: tuple[Token, ...], at: int) -> None:
        """与上年持平: no growth."""
        zero = Quantity(token.start, token.end, "percent", _ZERO, None, "%")
        for id, mention in self._subjects():
            self._bind(id, mention, zero, replace(NOTHING, sign=1))
        self.fresh = False

    # figures

    def _figure(self, token: Token, tokens: tuple[Token, ...], at: int) -> int:
        assert token.quantity
        quantity, said = token.quantity, self.said
        if self.head and not self.said.sign and quantity.kind == "level" and not self.fresh:
            self._begin()  # 200个项目开工: a figure at the head of a clause has its noun behind it
            self.group = [None]
        if said.start and quantity.high is None:
            self.said = replace(NOTHING, average=said.average)
            self.head = False
            return 1
        used = self._distribute(tokens, at) if self.respectively or self._in_row(tokens, at) else self._single(tokens, at)
        self.fresh, self.joined, self.head = False, False, False
        self.said = NOTHING
        return used

    def _in_row(self, tokens: tuple[Token, ...], at: int) -> bool:
        """Whether as many figures stand in a row as subjects before: 50009元、23364元 of 城乡居民, 增长9.8%和8.5% of the two before."""
        if self.said.start or self.said.shared:
            return False
        figures, _ = _row(tokens, at)
        mine = _slots(self.group)
        many = mine if len(mine) > 1 else _slots(self.history)[-len(figures) :]
        if len(figures) < 2 or len(many) != len(figures):
            return False
        known = [(slot, q) for slot, (q, _) in zip(many, figures, strict=True) if slot]
        apart = None not in many or len({q.unit for q, _ in figures}) == len(figures)  # 300万亩、105万吨
        return bool(known) and apart and all(role_of(slot[0], q, self.said) for slot, q in known)

    def _number(self, token: Token, tokens: tuple[Token, ...], at: int) -> int | None:
        """A number without its unit: the first of 1.39和1.68倍, else nothing that can be bound."""
        if self.respectively and at + 2 < len(tokens) and tokens[at + 1].kind == "join":
            used = self._distribute(tokens, at)
            self.fresh, self.joined, self.said = False, False, NOTHING
            return used
        if [id for id, _ in self._subjects()] == ["cpi"] and 90 <= _decimal(token.text) <= 130:
            index = Quantity(token.start, token.end, "percent", _decimal(token.text), None, "%")
            return self._figure(replace(token, kind="figure", quantity=index), tokens, at)  # 居民消费价格指数为104
        self._other(replace(token, kind="other"), tokens, at)
        return None

    def _single(self, tokens: tuple[Token, ...], at: int) -> int:
        quantity = tokens[at].quantity
        assert quantity
        said = _said_after(self.said, tokens, at)
        if said.shared or _attributive(tokens, at):
            return 1
        names = self._subjects()
        for id, mention in names:
            self._bind(id, mention, quantity, said, row=(names[0][1].start, quantity.end))
        return 1

    def _subjects(self) -> list[tuple[str, Mention]]:
        """All the group's indicators; 城乡居民 undivided unless 均 divides it."""
        out: list[tuple[str, Mention]] = []
        for token in self.group:
            mention = token.mention if token else None
            if mention is None:
                continue
            ids = (mention.undivided,) if mention.undivided and not self.each else mention.ids
            out += [(id, mention) for id in ids if id != OTHER]
        return out

    def _distribute(self, tokens: tuple[Token, ...], at: int) -> int:
        """The figures of 分别, one for each subject."""
        figures, used = _row(tokens, at)
        slots, past = _slots(self.group), False
        if len(slots) != len(figures):
            past = True
            own = not self.fresh or (len(self.group) == 1 and self.group[0] is not None)
            slots = _slots(self.history)[-len(figures) :] if own else []
        if len(slots) != len(figures):
            self._lost(tokens[at])
            return used
        row = min((s[1].start for s in slots if s), default=0), max(q.end for q, _ in figures)
        for slot, (quantity, change) in zip(slots, figures, strict=True):
            if slot:
                said = replace(self.said, sign=change) if change else self.said
                self._bind(slot[0], slot[1], quantity, said, self._opened_by(slot[1]) if past else None, row)
        return used

    def _opened_by(self, mention: Mention) -> int | None:
        """The run that the mention's name opened, so that its level and its growth stay one statement."""
        return next((self.runs[id(t)] for t in self.history if t and t.mention is mention), None)

    def _lost(self, token: Token) -> None:
        name = next((t for t in self.group if t), None)
        if name and name.mention:
            self.unbound.append(Unbound(name.mention, name.start, token.end))

    def _bind(self, id: str, mention: Mention, quantity: Quantity, said: Said, run: int | None = None, row: tuple[int, int] | None = None) -> None:
        role = role_of(id, quantity, said)
        if role is None:
            return
        start, end = row or (mention.start, quantity.end)
        governed = self.forecast or self.governed
        self.facts.append(Fact(id, mention, run or self.run, role, quantity, replace(said, forecast=governed), self.time, self.verb, start, end))


_ASIDES = 2  # remarks a subject survives
_ZERO = Decimal(0)


def _aside(tokens: tuple[Token, ...], at: int) -> int:
    """How many tokens a clause takes that only remarks: 居全省第2位, 创历史新高. It has other words, no name and no figure."""
    stop, strange = at, False
    while stop < len(tokens) and tokens[stop].kind != "comma":
        if tokens[stop].kind in ("name", "figure", "number", "forecast", "flat", "among"):
            return 0
        strange = strange or tokens[stop].kind == "other"
        stop += 1
    return stop - at if strange and stop > at else 0


def _slots(group: list[Token | None]) -> list[tuple[str, Mention] | None]:
    """One place for each subject of 分别; None for a noun that is no indicator."""
    out: list[tuple[str, Mention] | None] = []
    for token in group:
        if token is None or token.mention is None:
            out.append(None)
        else:
            out += [(id, token.mention) if id != OTHER else None for id in token.mention.ids]
    return out


def _row(tokens: tuple[Token, ...], at: int) -> tuple[list[tuple[Quantity, int]], int]:
    """The figures of a row 4.3%、5.3%和6% with the sign before each, and how many tokens it takes."""
    out: list[tuple[Quantity | str, int]] = []
    stop, sign = at, 0
    for here in range(at, len(tokens)):
        token = tokens[here]
        if token.kind in ("figure", "number"):
            if out and not _alike(out[-1][0], token):
                break
            out.append((token.quantity or token.text, sign))
            stop, sign = here + 1, 0
        elif token.kind in ("up", "down") and out:
            sign = 1 if token.kind == "up" else -1
        elif token.kind not in ("join", "over", "near", "under", "reach", "skip", "glue") or (token.kind == "glue" and token.text in ("分别",)):
            break
    unit = next((q for q, _ in reversed(out) if isinstance(q, Quantity)), None)
    bounds = {q.bound for q, _ in out[:-1] if isinstance(q, Quantity)}
    bound = unit.bound if unit and bounds <= {None} else None
    made = [(replace(q, bound=q.bound or bound) if isinstance(q, Quantity) else _like(unit, q), s) for q, s in out]
    return [(q, s) for q, s in made if q], stop - at


def _alike(before: Quantity | str, token: Token) -> bool:
    return isinstance(before, str) or token.quantity is None or before.kind == token.quantity.kind


def _like(model: Quantity | None, number: str) -> Quantity | None:
    """A bare number with the unit of the row's last figure."""
    return replace(model, low=_decimal(number), high=None) if model else None


def _decimal(number: str) -> Decimal:
    return Decimal(number)


def _said_after(said: Said, tokens: tuple[Token, ...], at: int) -> Said:
    """8%的增长: the noun behind the figure makes it a change."""
    text = "".join(t.text for t in tokens[at + 1 : at + 4])
    found = re.match("的?(?:速度)?(?:增长|增速|增幅|年均增长)", text)
    return replace(said, sign=1) if found and text.startswith("的") and not said.sign else said


def _attributive(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the figure only describes the noun behind it: 财政收入2000万元以上乡镇."""
    return bool(_NOUN.match("".join(t.text for t in tokens[at + 1 : at + 5])))


_NOUN = re.compile("的(?!增长|增速|增幅|目标|速度|水平|预期|任务|台阶|规模|中高速|较快|高位|两位数|年均|高速)|(?:项目|企业|乡|镇|村|县|市|区|户|家|工业|规模|大|重点|产业|园|人口|商|品|单位|农户|家庭|城|基地|集群|俱乐部|级)")


def _has_figure(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a figure stands between here and the end of the clause."""
    for token in tokens[at:]:
        if token.kind in ("comma", "name"):
            return False
        if token.kind in ("figure", "number"):
            return True
    return False


def _heads_list(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether 预计 stands before 全年 or a year and a name, at the head of a list."""
    words = ""
    for token in tokens[at + 1 :]:
        if token.kind == "name":
            return bool(re.search("全年|年", words))
        if token.kind in ("other", "comma", "figure"):
            return False
        words += token.text
    return False


def _continues(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the clause after 预计 goes on about the subject before it: 预计增长8%."""
    for token in tokens[at + 1 :]:
        if token.kind in ("name", "other", "comma"):
            return False
        if token.kind == "figure":
            return True
    return False


def _counted(id: str) -> set[str]:
    """The dimensions a level of this indicator may have."""
    dimension = entries()[id].dimension if id in entries() else ""
    return {dimension, "money_usd"} if dimension == "money" else {dimension}


def role_of(id: str, quantity: Quantity, said: Said) -> str | None:
    """Whether the figure is the indicator's level, its change, or nothing it can have."""
    entry = entries()[id]
    if quantity.kind == "fold":
        return "growth"
    if quantity.kind == "times":
        return "growth" if said.sign else "ratio"
    if quantity.kind == "point":
        return "growth" if entry.rate and said.sign and not said.rate else None
    if quantity.kind == "permille":
        return None
    if quantity.kind == "percent":
        return _percent_role(id, entry.rate, said)
    return "value" if not said.sign and quantity.dimensions & _counted(id) else None


def _percent_role(id: str, rate: bool, said: Said) -> str | None:
    if id == "cpi":
        return "growth"
    if rate:
        return "growth" if said.sign and not said.rate and said.reach is None and id not in _LEVELS else "value"
    return "growth" if said.sign else None


# 控制失业率增长在: a rate that is never printed as grown by per cent
_LEVELS = ("surveyed_unemployment", "registered_unemployment")
