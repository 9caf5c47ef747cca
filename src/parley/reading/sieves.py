"""What settles who a mention is before anything is weighed: the same name, the same state, an acronym, a surname, an
apposition, a voice."""

from __future__ import annotations

from parley.reading.clusters import Cast, Cluster
from parley.reading.occurrences import FIRST_PERSON, Occurrence

__all__ = ["settle"]


def settle(here: Occurrence, cast: Cast) -> Cluster | None:
    """The actor that a mention certainly is, or None where nothing settles it."""
    words = here.words
    if words.form == "pronoun":
        return _by_voice(here, cast) if words.head in FIRST_PERSON else None
    if words.is_nation and words.nation:
        return cast.nations.get(words.nation.code)
    return _by_apposition(here, cast) or (_by_name(here, cast) if words.proper else None)


def _by_name(here: Occurrence, cast: Cast) -> Cluster | None:
    """The actor of the same name, acronym or surname."""
    words = here.words
    for cluster in cast.recent():
        if words.key in cluster.keys and here.type in ("H", "N"):
            return cluster
        if cluster.person:
            if (here.person or words.form == "name") and _shares_name(words.proper, cluster):
                return cluster
        elif not here.person and _shares_acronym(here, cluster):
            return cluster
    return None


def _shares_name(name: tuple[str, ...], cluster: Cluster) -> bool:
    """Whether a name can be a person's: the surname and no other first name, or the first name alone."""
    if len(name) == 1 and name[0] in cluster.first_names:
        return True
    alike = len(name) == 1 or not cluster.first_names or not cluster.first_names.isdisjoint(name)
    return name[-1] in cluster.surnames and alike


def _shares_acronym(here: Occurrence, cluster: Cluster) -> bool:
    """Whether one of the two is the other's acronym."""
    words = here.words
    return words.key in cluster.aliases or not cluster.keys.isdisjoint(words.aliases) or here.alias in cluster.keys


def _by_apposition(here: Occurrence, cast: Cast) -> Cluster | None:
    """The actor named right before: "its chief negotiator, Fadimata", "Inter-Services Public Relations (ISPR)"."""
    before = cast.of.get(here.index - 1)
    if before is None or here.order == 0 or before.last.index != here.index - 1:
        return None
    words, there = here.words, before.last.words
    if here.gap == " (":
        return before if words.proper and not words.nation and before.named and not here.person else None
    if here.gap != ", ":
        return None
    if here.person and not there.proper and there.office and not there.many and there.form in ("the", "its", "bare"):
        return before
    described = not words.proper and words.many is False and words.owner != "whose" and words.form != "the"
    return before if described and before.last.person else None


def _by_voice(here: Occurrence, cast: Cast) -> Cluster | None:
    """Who says "I" or "we": the voice heard before in the quotation or outside all, its speaker, the speaker's side."""
    alone = here.words.many is not True
    before = cast.voices.get((alone, here.quote))
    speaker = cast.speaker(here)
    if before is not None or speaker is None:
        return before
    return speaker if alone else speaker.owner if speaker.person else None
