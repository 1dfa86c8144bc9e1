"""Which sentences are leads: rules over a paragraph and the paragraphs beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from converter.sectioning.leads.bodies import Body, Paragraph, Sentence, groups
from converter.sectioning.leads.group import Group, Member, group
from converter.sectioning.leads.inner import inner
from converter.sectioning.leads.topics import clauses, mark, refusal
from converter.text import Span

PLAIN = 20  # characters of a topic sentence with commas where most paragraphs beside it open with plain text
NO_LEADS = frozenset({"annex", "opening", "closing"})


@dataclass(frozen=True)
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
    return mark(here.first) == "period" and here.member.fits and after is not None and after.several and after.fits


def printed_bold(here: Here) -> bool | None:
    """The format sets the sentence, and not the whole paragraph, in bold."""
    low, high = here.member.paragraph.span(here.first)
    bold = any(a <= low and high - 1 <= b <= high + 1 for a, b in here.member.paragraph.body.bold)
    return True if bold and refusal(here.first) not in ("opens_otherwise", "announces") else None


def no_topic(here: Here) -> bool | None:
    """An address, a figure, an announcement, a definition, or too long."""
    return None if here.member.fits else False


def marked(here: Here) -> bool | None:
    """A dash or 一是 in front; or 五年来, where another paragraph opens so or parts with leads of their own follow."""
    kind = mark(here.first)
    if kind in ("dash", "ordinal"):
        return True
    return True if kind == "period" and (here.group.periods > 1 or inner(here.member.paragraph, opened=True)) else None


def edge(here: Here) -> bool | None:
    """A foreword or afterword: first or last, and much shorter than the others."""
    if len(here.member.paragraph.sentences) > 2 or not here.group.at_edge(here.member) or len(here.group.several) < 2:
        return None
    return False if here.member.paragraph.size < 0.4 * here.group.size else None


def alone(here: Here) -> bool | None:
    """A single topic sentence repeats the heading, unless it opens a later paragraph, or others cut the same one into parts."""
    later = here.member.place and len(here.group.several) > 1 and len(here.member.paragraph.sentences) > 2
    if here.group.topical > 1 or later:
        return None
    return clauses(here.first) == 1 and bool(inner(here.member.paragraph, opened=True))


def several_clauses(here: Here) -> bool | None:
    """A sentence with commas heads a paragraph where two thirds under the heading open with topic sentences, one of them as long."""
    if clauses(here.first) == 1:
        return None
    if 3 * here.group.topical < 2 * len(here.group.several):
        return here.first.size <= PLAIN
    first, second = here.group.longest
    return here.first.size <= max(24, 1.3 * (second if here.first.size == first else first))


def short(here: Here) -> bool | None:
    """What is left is a short sentence beside others of its kind."""
    return clauses(here.first) == 1


Rule = Callable[[Here], bool | None]
RULES: tuple[Rule, ...] = (one_sentence, printed_bold, no_topic, marked, edge, alone, several_clauses, short)


def opens(here: Here) -> bool:
    """Whether the paragraph's first sentence is a lead: the first rule that knows decides."""
    return bool(next((verdict for rule in RULES if (verdict := rule(here)) is not None), False))


def leads(paragraphs: Sequence[Body]) -> tuple[tuple[Span, ...], ...]:
    """The source spans of the leads of each paragraph, for all body paragraphs of a document in order."""
    found = {id(p): spans for members in groups(paragraphs) for p, spans in _group_leads(members)}
    return tuple(found.values())


def _group_leads(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[Paragraph, tuple[Span, ...]]]:
    here = group(paragraphs)
    found = {id(m.paragraph): _spans(m, here) for m in here.members}
    return ((p, found.get(id(p), ())) for p in paragraphs)


def _spans(member: Member, group: Group) -> tuple[Span, ...]:
    paragraph = member.paragraph
    if paragraph.body.role in NO_LEADS:
        return ()
    first = opens(Here(member, group))
    found: list[Sentence] = [member.first] if first else []
    return tuple(paragraph.span(s) for s in [*found, *inner(paragraph, opened=first)])
