"""Which sentences are leads: rules over a paragraph and the paragraphs beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from converter.frozen import dataclass
from converter.sectioning.leads.bodies import Body, Paragraph, Sentence, groups, sentences
from converter.sectioning.leads.group import KIN, Group, Member, fits, group
from converter.sectioning.leads.inner import inner
from converter.sectioning.leads.set_off import set_off
from converter.sectioning.leads.topics import exhorts, resolves, verse
from converter.text import Span

SHARE = 4  # times its length: what a paragraph has that a long topic sentence heads
HARDLY = 24  # characters: hardly longer than a short one
NO_LEADS = frozenset({"annex", "opening", "closing"})


@dataclass(frozen=True, slots=True)
class Here:
    """The paragraph in question and the group it stands in."""

    member: Member
    group: Group

    @property
    def first(self) -> Sentence:
        """The sentence in question."""
        return self.member.first


def one_sentence(here: Here) -> bool | None:
    """Nothing follows that a lead could head; but 一年来,我们着力…。 on a line of its own heads the paragraph below it."""
    if here.member.several:
        return None
    after = here.group.after(here.member)
    return here.first.mark == "period" and after is not None and after.fits and fits(here.first)


def printed_bold(here: Here) -> bool | None:
    """The format sets the sentence, and not the whole paragraph, in bold."""
    spans = here.member.paragraph.body.bold
    if not spans:
        return None
    low, high = here.member.paragraph.span(here.first)
    bold = any(a <= low and high - 1 <= b <= high + 1 for a, b in spans)
    return True if bold and here.first.refusal not in ("opens_otherwise", "announces") else None


def no_topic(here: Here) -> bool | None:
    """An address, a figure, an announcement, a definition, or too long."""
    return None if here.member.fits else False


def parallel(here: Here) -> bool | None:
    """Three or more neighbours open with the same words: 五年感恩奋进,…。 围绕促进…。 以…为重点,…。"""
    return True if here.group.row(here.member) else None


def marked(here: Here) -> bool | None:
    """A dash or 一是 in front, with more to say; or 五年来, where another paragraph opens so or parts with leads of their own follow."""
    kind = here.first.mark
    if kind in ("dash", "ordinal"):
        return kind == "dash" or (here.member.paragraph.sentences[1].mark != "ordinal" and not here.first.holds_several)
    return True if kind == "period" and (here.group.periods > 1 or inner(here.member.paragraph, opened=True, alone=True)) else None


def continues(here: Here) -> bool | None:
    """Without a mark between 二是 and 三是: it goes on with what the one above it heads."""
    return False if here.member.place in here.group.between else None


def maxim(here: Here) -> bool | None:
    """A saying that the next sentence draws a resolution from: 安不忘危,兴不忘忧。我们将始终保持清醒头脑。 Or a verse."""
    if verse(here.first.text, here.member.paragraph.sentences[1].text):
        return False
    return False if resolves(here.member.paragraph.sentences[1].text) and "要" not in here.first.text else None


def edge(here: Here) -> bool | None:
    """A foreword or afterword: first or last, much shorter than the others, and it reasons or exhorts: 文化有力量。我们要…。"""
    member, group = here.member, here.group
    if len(member.paragraph.sentences) > 2 or not group.at_edge(member) or len(group.several) < 2:
        return None
    reasons = here.first.clauses > 1 or exhorts(member.paragraph.sentences[1].text)
    return False if reasons and member.paragraph.size < 0.4 * group.size else None


def alone(here: Here) -> bool | None:
    """A single topic sentence repeats the heading, unless it opens a later paragraph, or others cut the same one into parts."""
    later = here.member.place and len(here.group.several) > 1 and len(here.member.paragraph.sentences) > 2
    if here.group.topical > 1 or later:
        return None
    parts = inner(here.member.paragraph, opened=True, alone=True)
    return bool(parts) and (here.first.clauses == 1 or (len(parts) > 1 and parts[0].text[:2] == here.first.text[:2]))


def long(here: Here) -> bool | None:
    """A long sentence heads a paragraph much longer than itself, where its neighbours vouch for it: two others are of its length,
    or half of them are short and it is hardly longer, or not the only one of its kind. The first under the heading must not
    stand out, as it may introduce them all."""
    if here.member.short:
        return None
    run, size = here.group.run(here.member), here.first.size
    if here.member.paragraph.size < SHARE * size or introduces(here):
        return False
    kin = [m for m in run if size <= KIN * m.first.size and m.first.size <= KIN * size]
    vouched = size <= HARDLY or here.group.mixed(here.member)
    return len(kin) > 2 or (vouched and 2 * sum(m.short for m in run) >= len(run))


def introduces(here: Here) -> bool:
    """The first under the heading, longer than those that follow."""
    others = [m.first.size for m in here.group.run(here.member)[1:]]
    first = here.member is here.group.several[0]
    return first and here.first.size > max(HARDLY, 1.3 * max(others, default=0))


def short(here: Here) -> bool | None:
    """What is left is a short sentence beside others of its kind."""
    return here.member.short


Rule = Callable[[Here], bool | None]
RULES: tuple[Rule, ...] = (one_sentence, printed_bold, parallel, no_topic, marked, continues, maxim, edge, alone, long, short)


def opens(here: Here) -> bool:
    """Whether the paragraph's first sentence is a lead: the first rule that knows decides."""
    for rule in RULES:
        verdict = rule(here)
        if verdict is not None:
            return verdict
    return False


def leads(paragraphs: Sequence[Body]) -> tuple[tuple[Span, ...], ...]:
    """The source spans of the leads of each paragraph, for all body paragraphs of a document in order."""
    return tuple(spans for bodies in groups(paragraphs) for spans in _group_leads(bodies))


def _group_leads(bodies: Sequence[Body]) -> list[tuple[Span, ...]]:
    if all(body.role in NO_LEADS for body in bodies):
        return [()] * len(bodies)
    paragraphs = [Paragraph(body, sentences(body.view)) for body in bodies]
    written = [p for p in paragraphs if p.sentences]
    here, titles = group(written), set_off(written)
    members = iter(here.members)
    return [_spans(next(members), here, titles) if p.sentences else () for p in paragraphs]


def _spans(member: Member, group: Group, titles: Mapping[int, Span]) -> tuple[Span, ...]:
    paragraph = member.paragraph
    if paragraph.body.role in NO_LEADS:
        return ()
    if member.place in titles:
        return (titles[member.place],)
    first = opens(Here(member, group))
    found: list[Sentence] = [member.first] if first else []
    if member.several:
        found += inner(paragraph, opened=first, alone=group.topical <= 1)
    return tuple([paragraph.span(s) for s in found])
