"""What speaks for and against a mention being one of the actors found so far, as named features.

Most features begin with the type of the mention (see `Occurrence`): "it+ ..." is about the pronoun as a subject,
"the ..." about definite phrases. The weight of each was learned by `training/actors.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import mul

from parley.reading.clusters import Cluster
from parley.reading.occurrences import FIRST_PERSON, Occurrence

__all__ = ["Context", "fresh", "link"]


@dataclass(frozen=True, slots=True)
class Context:
    """What the report so far adds to a comparison.

    `same`: how many actors are of the mention's kind; `speaker`: who speaks the quotation that it stands in; `owner`:
    whose it is; `home`: the outlet's country; `title`: the words of the report's title.
    """

    same: int
    speaker: Cluster | None
    owner: Cluster | None
    home: str | None
    title: frozenset[str]


def _bucket(n: int) -> str:
    """A count in coarse steps."""
    return str(n) if n < 3 else "3-4" if n < 5 else "5-8" if n < 9 else "9+"


def fresh(here: Occurrence, context: Context) -> Iterator[str]:
    """What speaks for and against a mention being somebody not mentioned before."""
    words, t = here.words, here.type
    yield f"{t} new"
    yield f"{t} new sentence {_bucket(here.sentence)}"
    yield f"{t} new same {min(context.same, 3)}"
    yield f"{t} new {here.kind}"
    yield f"{t} new {here.speaks} {here.acts} {here.quote >= 0}"
    yield f"head {words.head} new"
    yield f"new before {here.before[-8:]}"
    if words.form != "pronoun":
        yield f"{words.form} new {words.counted} {words.many}"
        yield f"{t} new modifiers {min(len(words.modifiers), 2)} {bool(words.complement)}"
    if here.harmed:
        yield "new harmed"


def link(here: Occurrence, actor: Cluster, rank: int, context: Context) -> Iterator[str]:
    """What speaks for and against a mention being an actor; `rank` actors were mentioned since it was."""
    if actor.outlet:
        yield from _outlet(here, actor)
        return
    kind = actor.kind or ("person" if actor.person else "-")
    distance = here.sentence - actor.last.sentence
    yield from _general(here, actor, kind, rank)
    yield from _place(here, actor, distance)
    yield from _ownership(here, actor, context)
    if here.words.form == "pronoun":
        yield from _pronoun(here, actor, kind, rank, context)
        yield from _speech(here, actor, context)
        return
    yield from _description(here, actor, distance)
    yield from _name(here, actor)
    yield from _state(here, actor)
    if context.same == 1 and kind == here.kind:
        yield f"{here.type} only"


def _outlet(here: Occurrence, actor: Cluster) -> Iterator[str]:
    """The outlet of the report."""
    words, t = here.words, here.type
    yield f"{t} outlet {here.quote >= 0}"
    yield f"{words.form} outlet {len(actor.mentions) > 1}"
    if words.form != "pronoun":
        yield f"outlet {words.key in actor.keys} {bool(words.capitals & actor.capitals)} {here.kind} {words.form}"


def _general(here: Occurrence, actor: Cluster, kind: str, rank: int) -> Iterator[str]:
    """How recent and how frequent an actor is, and of which kind."""
    t = here.type
    yield f"{t} base"
    yield f"{t} distance {_bucket(here.sentence - actor.last.sentence)}"
    yield f"{t} rank {_bucket(rank)}"
    yield f"{t} count {_bucket(len(actor.mentions))}"
    yield f"{t} kind {kind} {actor.named}"
    yield f"{t} {here.kind} kind {kind}"
    yield f"head {here.words.head} kind {kind}"
    if here.odds is not None and actor.odds:
        agree = int(6 * sum(map(mul, here.odds, actor.odds)) / actor.total)
        yield f"{t} agree {agree}"
        yield f"agree {agree}"
    if here.harmed or actor.harmed:
        yield f"harm {here.harmed} {actor.harmed}"


def _place(here: Occurrence, actor: Cluster, distance: int) -> Iterator[str]:
    """Where the two stand to each other, and which of them are subjects."""
    t, last, near = here.type, actor.last, min(distance, 2)
    if last.index == here.index - 1:
        yield f"{t} way {here.way} {last.active}"
        yield f"{here.words.form} way {here.way}"
        if here.gap is not None:
            yield f"{t} gap {here.gap}"
            yield f"gap {here.gap} {actor.person} {here.person} {actor.named} {bool(here.words.proper)}"
    if distance == 0:
        yield f"{t} same sentence {last.acts}"
    if here.quote >= 0:
        yield f"{t} in quote {last.quote == here.quote} {last.quote >= 0}"
    elif last.quote >= 0:
        yield f"{t} out of quote"
    if last.order == 0:
        yield f"{t} first {near}"
    if last.acts:
        yield f"{t} subjects {here.acts} {near}"
    if here.speaks:
        yield f"{t} speaks {min(here.sentence - actor.spoke, 3)} {actor.person}"
    if here.sentence - actor.acted < 2:
        yield f"{t} acted {here.sentence - actor.acted}"


def _ownership(here: Occurrence, actor: Cluster, context: Context) -> Iterator[str]:
    """Whose the two are; the state that the outlet is of; the title."""
    t, owner = here.type, context.owner
    if owner is actor:
        yield f"{t} is owner"
        yield f"head {here.words.head} is owner"
    elif owner is not None:
        yield f"{t} owner {actor.owner is owner if actor.owner else None}"
        if actor.owner is owner:
            yield f"head {here.words.head} owner"
    elif actor.owner is not None:
        yield f"{t} has owner"
    if context.home is not None and actor.nation:
        yield f"{t} home {actor.nation == context.home}"
        yield f"head {here.words.head} home {actor.nation == context.home} {here.words.nation is not None}"
    if actor.named and context.title:
        yield f"{t} title {bool(actor.surnames & context.title)}"


def _pronoun(here: Occurrence, actor: Cluster, kind: str, rank: int, context: Context) -> Iterator[str]:
    """Number, gender, and how near the actor stood to the subject."""
    words, t, last = here.words, here.type, actor.last
    near = min(here.sentence - last.sentence, 3)
    if words.gender:
        yield f"{t} gender {words.gender == actor.gender if actor.gender else None} {actor.person}"
        if not actor.gender and actor.first_names:
            yield f"{t} first name {min(actor.first_names)[-1] in 'aeiy'}"
    yield f"{t} many {actor.many} {actor.person}"
    yield f"{t} kind {kind} {near}"
    yield f"{t} person {actor.person} {min(rank, 3)}"
    yield f"{t} way {here.way} {min(rank, 3)} {near}"
    yield f"{t} active {last.active} {near} {last.order == 0}"
    yield f"{t} before {here.before} {last.active} {min(near, 1)}"


def _speech(here: Occurrence, actor: Cluster, context: Context) -> Iterator[str]:
    """Whether the actor speaks the words in which the pronoun stands."""
    t = here.type
    if here.quote < 0 and here.words.head not in FIRST_PERSON:
        return
    yield f"{t} speaker {actor is context.speaker} {actor.person}"
    yield f"{here.words.many} speaker {actor is context.speaker} {actor.last.quote == here.quote}"
    if context.speaker is not None and context.speaker.owner is actor:
        yield f"{t} speaker's side"
    if actor.last.words.head in FIRST_PERSON:
        yield f"{t} was {actor.last.words.head} {actor.last.quote == here.quote}"


def _description(here: Occurrence, actor: Cluster, distance: int) -> Iterator[str]:
    """The same phrase, the same head, a word for the same."""
    words, t = here.words, here.type
    if words.many is not None:
        yield f"many {words.many} {actor.many} {actor.person}"
    if words.key in actor.keys:
        yield f"{t} key {distance == 0}"
        yield f"head {words.head} key"
        return
    yield f"{t} no key"
    if words.head in actor.heads:
        new = words.modifiers - actor.words
        yield f"{t} head"
        yield f"{words.form} head {words.counted}"
        yield f"{t} head modifiers {bool(new)} {bool(words.modifiers)}"
        yield f"head {words.head} head"
    else:
        yield from _synonym(here, actor)
    if words.capitals:
        yield f"{t} capitals {bool(words.capitals & actor.capitals)} {words.capitals <= actor.capitals}"


def _synonym(here: Occurrence, actor: Cluster) -> Iterator[str]:
    """Heads that differ."""
    words, t = here.words, here.type
    if words.head in actor.words:
        yield f"{t} head among words"
    elif actor.word:
        yield f"heads {words.head} {actor.word}"
    if words.concept and words.concept in actor.concepts:
        yield f"{t} concept {words.concept}"
        yield f"{words.form} concept {words.counted}"


def _name(here: Occurrence, actor: Cluster) -> Iterator[str]:
    """Proper names and offices."""
    words, t = here.words, here.type
    if words.proper:
        if words.proper[-1] in actor.surnames:
            yield f"{t} surname {actor.person}"
        elif words.proper[0] in actor.words or words.proper[-1] in actor.words:
            yield f"{t} name among words {actor.person}"
        elif actor.named:
            yield f"{t} other name {actor.person} {here.person}"
    if words.head in actor.offices:
        yield f"{t} office"
        yield f"head {words.head} office"
    elif words.office and actor.offices:
        yield f"{t} other office {not actor.offices.isdisjoint(words.office)}"


def _state(here: Occurrence, actor: Cluster) -> Iterator[str]:
    """The states that the two are, or are of."""
    words, t = here.words, here.type
    if words.nation is None:
        if actor.nations:
            yield f"{t} its state {actor.nation is not None}"
        return
    agree = words.nation.code in actor.nations if actor.nations else None
    if words.is_nation and actor.nation:
        yield f"{t} state {actor.nation == words.nation.code}"
    else:
        yield f"{t} of state {agree} {words.is_nation} {actor.nation is not None}"
    if not words.is_nation:
        yield f"head {words.head} state {agree} {actor.nation is not None}"
