"""Actors in the making: what the mentions joined so far have told of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from parley.codebook.vocabularies import actor_kinds
from parley.reading.names import Designation, designation
from parley.reading.occurrences import FIRST_PERSON, NOWHERE, Occurrence
from parley.reading.phrases import tokens
from parley.record import Report

__all__ = ["Cast", "Cluster"]

REACH = 8
"""How many mentions back a possessive pronoun is looked for."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions taken for one actor, and the sum of what they say of it.

    `word` is the latest head word that described it, `nation` the state that it is, `nations` those named with it,
    `owner` the actor whose it is, `total` the sum of its odds, `acted` and `spoke` the last sentences in which it was
    the subject of a verb, of one of saying.
    """

    id: int
    outlet: bool = False
    mentions: list[Occurrence] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    concepts: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    capitals: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    first_names: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    nation: str | None = None
    kind: str | None = None
    odds: list[float] = field(default_factory=list)
    total: float = 0.0
    person: bool = False
    many: bool | None = None
    gender: str | None = None
    harmed: bool = False
    acted: int = -9
    spoke: int = -9
    owner: Cluster | None = None
    word: str = ""

    @property
    def last(self) -> Occurrence:
        """The latest mention."""
        return self.mentions[-1]

    @property
    def named(self) -> bool:
        """Whether a proper name is known."""
        return bool(self.surnames)

    def add(self, here: Occurrence) -> None:
        """Take in one more mention."""
        self.mentions.append(here)
        words = here.words
        self.acted = here.sentence if here.active else self.acted
        self.spoke = here.sentence if here.speaks else self.spoke
        self.harmed = self.harmed or here.harmed
        self.gender = self.gender or words.gender
        self.person = self.person or here.person
        self.many = words.many if self.many is None else self.many
        if words.form != "pronoun":
            self.describe(words, here.person)
            self._learn(here)

    def describe(self, words: Designation, person: bool) -> None:
        """Take in the words of a phrase."""
        self.keys.add(words.key)
        self.words |= {*words.modifiers, words.head}
        self.capitals |= words.capitals
        self.aliases |= words.aliases
        self.offices.update(words.office)
        if words.concept:
            self.concepts.add(words.concept)
        if not person:
            self.heads.add(words.head)
            self.word = "@state" if words.is_nation else words.head
        if words.proper:
            self.surnames.add(words.proper[-1])
            self.first_names.update(words.proper[:1] if person and len(words.proper) > 1 else ())
        if words.nation:
            self.nations.add(words.nation.code)
            self.nation = words.nation.code if words.is_nation else self.nation

    def _learn(self, here: Occurrence) -> None:
        """Take in the kind, and what stands beside a name."""
        if here.odds is not None:
            self.odds = [a + b for a, b in zip(self.odds, here.odds, strict=True)] if self.odds else list(here.odds)
            self.total = sum(self.odds)
            self.kind = actor_kinds()[max(range(len(self.odds)), key=self.odds.__getitem__)]
        else:
            self.kind = self.kind or here.kind
        self.person = self.person or (bool(here.words.office) and not here.words.many)
        if here.alias:
            self.aliases.add(here.alias)
        beside = here.apposed
        if beside:
            self.heads.add(beside.head)
            self.concepts.update((beside.concept,) if beside.concept else ())
            self.offices.update(beside.office if self.person else ())


class Cast:
    """The actors of a report found so far, with an index of their names; the first is the outlet."""

    def __init__(self, report: Report, speakers: Mapping[int, int]) -> None:
        outlet = report.outlet
        self.home = outlet.country if outlet else None
        self.title = frozenset(word.casefold() for word in tokens(report.title or ""))
        self.clusters = [_outlet(outlet.name if outlet and outlet.name else "")]
        self.of: dict[int, Cluster] = {}
        self._recent = {0: self.clusters[0]}
        self._speakers = speakers
        self._names: dict[str, Cluster] = {}
        self.nations: dict[str, Cluster] = {}
        self.voices: dict[tuple[bool, int], Cluster] = {}

    def put(self, here: Occurrence, cluster: Cluster | None) -> Cluster:
        """Add a mention to an actor, a new one where none is given."""
        if cluster is None:
            cluster = Cluster(len(self.clusters))
            self.clusters.append(cluster)
        if cluster.owner is None:
            owner = self.owner(here)
            cluster.owner = owner if owner is not cluster else None
        cluster.add(here)
        self.of[here.index] = cluster
        self._recent[cluster.id] = self._recent.pop(cluster.id, cluster)
        self._index(here, cluster)
        return cluster

    def _index(self, here: Occurrence, cluster: Cluster) -> None:
        """Make an actor known under the names of a mention."""
        self._names.update((name, cluster) for name in _names(here))
        for name in here.words.aliases:
            self._names.setdefault(name, cluster)
        if here.words.is_nation and here.words.nation:
            self.nations[here.words.nation.code] = cluster
        if here.words.head in FIRST_PERSON:
            self.voices[here.words.many is not True, here.quote] = cluster

    def recent(self) -> list[Cluster]:
        """The actors, the one mentioned last first."""
        return list(reversed(self._recent.values()))

    def speaker(self, here: Occurrence) -> Cluster | None:
        """Who speaks the quotation that a mention stands in."""
        return self.of.get(self._speakers.get(here.quote, -1)) if here.quote >= 0 else None

    def owner(self, here: Occurrence) -> Cluster | None:
        """The actor whose this one is: "its army", "Front fighters", "Pakistani soldiers", "officials in Kabul"."""
        words = here.words
        if words.form == "pronoun" or words.is_nation:
            return None
        if words.owner:
            return self._possessor(here, words.owner)
        return self._named_in(words) or (self._named_in(here.apposed) if here.apposed else None)

    def _named_in(self, words: Designation) -> Cluster | None:
        """The actor that the words of a phrase name beside its head."""
        if words.nation:
            return self.nations.get(words.nation.code)
        return next((self._names[word] for word in _parts(words) if word in self._names), None)

    def _possessor(self, here: Occurrence, word: str) -> Cluster | None:
        """Who a possessive pronoun stands for: the first subject of the sentence so far, else of the one before."""
        best: Cluster | None = None
        rank = (-1, False)
        for index in range(here.index - 1, max(-1, here.index - 1 - REACH), -1):
            cluster = self.of.get(index)
            if cluster is None or not _may_own(word, cluster):
                continue
            there = next(one for one in reversed(cluster.mentions) if one.index == index)
            if there.sentence < here.sentence - 1:
                break
            if (there.sentence, there.active) >= rank:
                best, rank = cluster, (there.sentence, there.active)
            if word == "whose":
                break
        return best


def _outlet(name: str) -> Cluster:
    """The actor that publishes the report, before it is mentioned."""
    cluster = Cluster(0, outlet=True, mentions=[NOWHERE])
    for known in (name, name.removeprefix("The "), "this newspaper"):
        if known:
            cluster.describe(designation(known), person=False)
    cluster.kind = "media"
    return cluster


def _may_own(word: str, cluster: Cluster) -> bool:
    """Whether a possessive pronoun can stand for an actor, by number and person."""
    if word in ("his", "her"):
        return cluster.person and cluster.gender in (None, "man" if word == "his" else "woman")
    if word == "its":
        return not cluster.person and not cluster.many
    return word != "their" or cluster.many is not False or not cluster.person


def _names(here: Occurrence) -> Iterator[str]:
    """The words under which an actor is found again."""
    words = here.words
    if words.form != "pronoun" and not words.is_nation:
        if words.proper:
            yield words.proper[-1]
            yield " ".join(words.proper)
        if here.alias:
            yield here.alias
        yield words.key


def _parts(words: Designation) -> Iterator[str]:
    """The words of a phrase that may name its owner."""
    yield from sorted(words.modifiers)
    tail = words.complement[1:]
    tail = tail[1:] if tail[:1] == ("the",) else tail
    if tail:
        yield " ".join(tail)
        yield tail[0]
