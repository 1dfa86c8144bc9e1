"""Figures bound to the indicators they belong to: across 分别, shared predicates and the ellipsis of the subject.

Between a name and its figure only the words of the predicate lexicon may stand; a figure behind others is somebody else's.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from converter.extracting.indicators.adverbs import Adverbs
from converter.extracting.indicators.clauses import aside, attributive, said_after, task_of
from converter.extracting.indicators.embedded import embedded
from converter.extracting.indicators.facts import NOTHING, Fact, Said, Unbound, role_of, time_of, turned
from converter.extracting.indicators.indices import price_index
from converter.extracting.indicators.names import Mention
from converter.extracting.indicators.rows import LONGEST, another_follows, few, for_all, last_step, row_at, row_of, slots_of, starts_at
from converter.extracting.indicators.saying import DATED, SAYS, first_said
from converter.extracting.indicators.subjects import Tokens
from converter.extracting.indicators.token import Token
from converter.extracting.values.quantities import Quantity

_ASIDES = 2  # remarks between a name and its next figure that a subject survives


class Binder(Adverbs):
    """Walks the tokens of one stretch once, from left to right, and gives figures to subjects."""

    __slots__ = ()

    def walk(self, tokens: Tokens) -> None:
        """Takes the tokens in order."""
        at, stop = 0, len(tokens)
        while at < stop:
            if self.head and not self.fresh and self.asides < _ASIDES and (skipped := aside(tokens, at)):
                self.asides += 1
                at += skipped
                continue
            token, kind = tokens[at], tokens[at].kind
            if handler := _HANDLERS.get(kind):
                at += handler(self, token, tokens, at)
                continue
            at += 1
            if kind in SAYS:
                add, begun = SAYS[kind]
                self.said = first_said(kind, token.text) if self.said is NOTHING and kind not in DATED else add(self.said, token)
                self.head = self.head and not begun

    def flat(self, token: Token, tokens: Tokens, at: int) -> int:
        """与上年持平: no growth."""
        zero = Quantity(token.start, token.end, "percent", Decimal(0), None, "%")
        for id, mention in self._subjects():
            self._bind(id, mention, zero, NOTHING._replace(sign=1))
        self.fresh = False
        return 1

    def figure(self, token: Token, tokens: Tokens, at: int) -> int:
        """A figure, for one subject or the first of a row; behind 由 it is only where the change began."""
        assert token.quantity
        if (task := task_of(tokens, at)) and (name := task[0].mention):
            self._begin()
            self._bind(name.ids[0], name, token.quantity, self.said, None, (token.start, name.end))
            return self._used(task[1])
        if self.head and not self.said.sign and token.quantity.kind == "level" and not self.fresh:
            self._stranger()  # 200个项目开工: a figure at the head of a clause has its noun behind it
        self._rate(token.quantity.kind)
        if at and tokens[at - 1].kind == "base" and tokens[at - 1].text.endswith("的") and token.quantity.kind == "level":
            return 1  # 比1977年的19.64亿元增长84.6%: the level the change began at
        if self.said.start and token.quantity.high is None:
            said = self.said  # 增速由5.2%回升至6.1%: the second is a rate too
            self.said = NOTHING._replace(average=said.average, rate=said.rate, sign=said.sign if said.rate else 0)
            self.head, self.moved = False, True
            return starts_at(tokens, at)
        if self.said.bound == "at_least" and not self.respectively and len(slots_of(self.group)) == 1:
            at, passed = last_step(tokens, at), at  # 先后突破300亿元、400亿元、500亿元
            return self._used(self._give(tokens, at) + at - passed)
        self.dealt = self.said.base if self.respectively or (self.said.sign and token.quantity.kind == "level") else None
        return self._used(self._deal(tokens, at) if self.respectively or self._in_row(tokens, at) else self._give(tokens, at))

    def _used(self, count: int) -> int:
        self.fresh, self.joined, self.head, self.said = False, False, False, NOTHING
        return count

    def number(self, token: Token, tokens: Tokens, at: int) -> int:
        """A number without its unit: the first of 1.39和1.68倍, a price index, else nothing that can be bound."""
        if self.respectively and at + 2 < len(tokens) and tokens[at + 1].kind == "join":
            return self._used(self._deal(tokens, at))
        subjects = self._subjects()
        if [id for id, _ in subjects] == ["cpi"] and (index := price_index(tokens, at)):
            self._bind("cpi", subjects[0][1], index, self.said)
            return self._used(1)
        return 1 if self.of_month(tokens, at) else self.other(token._replace(kind="other"), tokens, at)

    def _in_row(self, tokens: Tokens, at: int) -> bool:
        """Whether as many figures stand in a row as subjects before: 50009元、23364元 of 城乡居民, 增长9.8%和8.5% of the two before."""
        if self.said.start or self.said.shared or not another_follows(tokens, at):
            return False
        figures, _ = row_at(tokens, at)
        own = slots_of(self.group)
        slots = own if len(own) > 1 else slots_of(self.history[-LONGEST:])[-len(figures) :]
        if len(figures) < 2 or len(slots) != len(figures) or (len(own) < 2 and any(change for _, change in figures)):
            return False  # 财政收入1.3亿元、增加2100万元: the second is by how much
        known = [(slot, quantity) for slot, (quantity, _) in zip(slots, figures, strict=True) if slot]
        if len({slot[0] for slot, _ in known}) < len(known):
            return False  # 优良天数338天、优良比例92.6%、上升4.7%: two names of one
        one = len(self.group) == 1 and len(slots_of(self.group)) > 1  # 一、二、三产业增加值 names all its figures itself
        apart = None not in slots or one or len({q.unit for q, _ in figures}) == len(figures)  # 种植面积、产量稳定在300万亩、105万吨
        return bool(known) and apart and all(role_of(slot[0], quantity, self.said) for slot, quantity in known)

    def _give(self, tokens: Tokens, at: int) -> int:
        """One figure to every coordinated subject."""
        quantity, said = tokens[at].quantity, said_after(self.said, tokens, at)
        if quantity is None or said.shared or attributive(tokens, at):
            return 1
        subjects = self._subjects()
        for id, mention in subjects:
            self._bind(id, mention, quantity, said, self.runs.get(mention.start), (subjects[0][1].start, quantity.end))
        return 1

    def _deal(self, tokens: Tokens, at: int) -> int:
        """The figures of 分别, one for each subject; of the clause's own subjects, or of those before it."""
        (figures, used), slots = row_at(tokens, at), slots_of(self.group)
        if len(figures) == 1 and self.respectively:
            figures, used = row_at(tokens, at, mixed=True)  # 分别改善8.3%、1.2个百分点
        if len(figures) < len(slots) and self.respectively:
            figures, used = row_of(slots, tokens, at, self.said) or (figures, used)
        if not figures:
            return max(used, 1)  # 分别为1、2: numbers of nothing
        if len(slots) == 1 and slots[0] and len(figures) == len(self.moments) > 1:
            return self._dated(slots[0], figures, used)
        slots = slots if len(slots) <= len(figures) else few(self.group, slots, len(figures))
        past = len(slots) != len(figures)
        if past:
            own = not self.fresh or (len(self.group) == 1 and self.group[0] is not None)
            slots = slots_of(self.history[-LONGEST:])[-len(figures) :] if own else []
        if len(slots) != len(figures):
            if len(figures) == 1 and for_all(figures[0][0], self.said):
                return self._give(tokens, at)  # 外贸出口和实际利用外资分别增长20%
            self._lost(tokens[at])
            return used
        stretch = min((s[1].start for s in slots if s), default=0), max(q.end for q, _ in figures)
        for slot, (quantity, change) in zip(slots, figures, strict=True):
            if slot:
                said = self.said._replace(sign=change) if change else self.said
                self._bind(slot[0], slot[1], quantity, said, self.runs.get(slot[1].start) if past else None, stretch)
        return used

    def _dated(self, slot: tuple[str, Mention], figures: list[tuple[Quantity, int]], used: int) -> int:
        """1995年、2000年总产量分别达到1650万吨和1750万吨: one subject, a figure for each of the times."""
        last, stretch = self.time, (slot[1].start, max(q.end for q, _ in figures))
        for when, (quantity, _) in zip(self.moments, figures, strict=True):
            self.time = when
            self._bind(slot[0], slot[1], quantity, self.said, None, stretch)
        self.time = last
        return used

    def _lost(self, token: Token) -> None:
        if (name := next((t for t in self.group if t), None)) and name.mention:
            self.unbound.append(Unbound(name.mention, name.start, token.end))
        self.group = [None] if token.quantity and token.quantity.kind == "level" else self.group

    def _bind(
        self, id: str, mention: Mention, quantity: Quantity, said: Said, run: int | None = None, stretch: tuple[int, int] | None = None
    ) -> None:
        role = role_of(id, quantity, said)
        if role is None:
            return
        self.summing = self.summing or (said.summed and role == "value")
        start, end = stretch or (mention.start, quantity.end)
        said = said._replace(running=self.lasting) if self.lasting and said.kept and not said.running else said
        said = turned(id, said) if said.better else said
        began = self.began or self.since or (self.origin if self.moved else None)
        if role == "growth" and began and not (said.based or said.each_year):
            said = said._replace(base=began, based=True)
        forecast, done = self.forecast or self.governed, said.done or self.now
        if forecast or self.moved or done != said.done:
            said = said._replace(forecast=forecast, moved=self.moved, done=done)
        when = time_of(said, quantity, self.time, self.outer) if self.outer else self.time
        self.facts.append(Fact(id, mention, run or self.run, role, quantity, said, when, self.own_verb or self.verb, start, end))


_HANDLERS: dict[str, Callable[[Binder, Token, Tokens, int], int]] = {
    "name": Binder.name,
    "other": Binder.other,
    "among": Binder.among,
    "share": Binder.share,
    "compared": Binder.compared,
    "comma": Binder.comma,
    "join": Binder.join,
    "glue": Binder.glue,
    "forecast": Binder.forecasts,
    "respectively": Binder.deals,
    "each": Binder.to_each,
    "aims": Binder.aims,
    "now": Binder.present,
    "time": lambda walk, token, tokens, at: 1 if embedded(tokens, at) else walk.times(token, tokens, at),
    "flat": Binder.flat,
    "figure": Binder.figure,
    "number": Binder.number,
}
