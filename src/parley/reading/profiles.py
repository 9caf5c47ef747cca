"""What a report tells of each actor: name, kind, country, office, whose side it is on, who its members are."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from parley.reading.clusters import Cast, Cluster
from parley.reading.kinds import vocabulary
from parley.reading.names import Designation
from parley.reading.nations import nations_in, state_name
from parley.reading.occurrences import Occurrence
from parley.reading.sides import kind_of_actor, members, mentions_of
from parley.record import Actor

__all__ = ["profiles"]

SERVES = frozenset(
    "official military police government delegation person faction anonymous court party armed_group".split()
)
"""Kinds that act for whose they are; a state's civilians or a man's brother do not."""
STATE_SERVANTS = frozenset("official military police government delegation anonymous court".split())
BODIES = frozenset("state government military police delegation armed_group faction party igo ngo media court".split())
ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their|our|this|these)\s+", re.IGNORECASE)
BRACKET = re.compile(r"\s*\([^)]*\)?")
ENDING = re.compile(r"['’]s?$")
EMPTY = frozenset("mr mrs ms miss dr hon and of the".split())
A_FEW = 3


def profiles(cast: Cast) -> tuple[Mapping[str, Actor], Mapping[int, str]]:
    """The actors by id, in the order of their first mention, and the id of each cluster.

    A state that is only named as whose somebody is ("Lebanese troops") is an actor too, without a cluster.
    """
    clusters = [cluster for cluster in cast.clusters if mentions_of(cluster)]
    ids = _ids(clusters)
    actors: dict[str, Actor] = {}
    added: dict[str, Actor] = {}
    for cluster in clusters:
        owner = _side(cluster, cast)
        side = ids.get(owner.id) if owner else _unmentioned(cluster, cast, added, set(ids.values()))
        actors[ids[cluster.id]] = Actor(
            ids[cluster.id],
            _name(cluster),
            kind_of_actor(cluster),
            _country(cluster),
            _office(cluster),
            side,
            tuple(ids[one.id] for one in members(cluster, cast)),
        )
    return actors | added, ids


def _country(cluster: Cluster) -> str | None:
    """The state that an actor is or belongs to, where its words or those of whose it is name one."""
    seen: set[int] = set()
    at: Cluster | None = cluster
    while at and at.id not in seen:
        seen.add(at.id)
        if at.nation or len(at.nations) == 1:
            return at.nation or next(iter(at.nations))
        at = at.owner
    return None


def _name(cluster: Cluster) -> str | None:
    """The fullest proper name; for a body without one a phrase that tells it apart; None for the unnamed."""
    if cluster.nation:
        return state_name(cluster.nation)
    phrases = [here for here in mentions_of(cluster) if here.words.form != "pronoun"]
    if cluster.person:
        named = [name for here in phrases if here.person and (name := _spelled(here))]
        return max(named, key=len, default=None)
    named = [_bare(here.text) for here in phrases if here.words.proper and not here.words.office]
    if not named and kind_of_actor(cluster) in BODIES:
        named = [_bare(here.text) for here in phrases if here.words.capitals and not here.words.counted][:A_FEW]
    return max(named, key=len, default=None)


def _bare(text: str) -> str:
    """A name without article, acronym in brackets and possessive ending."""
    return ENDING.sub("", BRACKET.sub("", ARTICLE.sub("", text))).strip(' ,"“”‘’') or text


def _spelled(here: Occurrence) -> str:
    """A person's name as the report spells it, without titles."""
    proper = here.words.proper
    found = re.search(r"\W+".join(map(re.escape, proper)), here.text, re.IGNORECASE) if proper else None
    return ENDING.sub("", found.group()) if found else ""


def _office(cluster: Cluster) -> str | None:
    """The longest office that a mention gives, without the name of a state."""
    offices = [_plain_office(words) for words in _designations(cluster) if words.office and not words.many]
    return max(offices, key=len, default=None) or None


def _designations(cluster: Cluster) -> Iterator[Designation]:
    """The mentions of an actor taken apart, and what stands beside its names."""
    for here in mentions_of(cluster):
        yield here.words
        if here.apposed and cluster.person:
            yield here.apposed


def _plain_office(words: Designation) -> str:
    """The words of an office, without states and empty titles."""
    state = {word for found, _, _ in nations_in([word.title() for word in words.office]) for word in (found.code,)}
    return " ".join(word for word in words.office if word not in EMPTY and not (state and nations_in([word.title()])))


def _side(cluster: Cluster, cast: Cast) -> Cluster | None:
    """Whom an actor acts for, as far as its words tell; through a person to that person's side."""
    seen, at = {cluster.id}, _owner(cluster, cast)
    while at and at.id not in seen:
        if not at.person:
            return at
        seen.add(at.id)
        at = _owner(at, cast)
    return None


def _owner(cluster: Cluster, cast: Cast) -> Cluster | None:
    """Whose an actor is, where it is one of those who act for somebody."""
    kind = kind_of_actor(cluster)
    if cluster.outlet or kind not in SERVES or (kind == "person" and not cluster.offices - vocabulary().relatives):
        return None
    owners = (cluster.owner, *(cast.owner(here) for here in mentions_of(cluster) if not here.words.owner))
    return next((one for one in owners if one and one is not cluster and _may_serve(kind, one)), None)


def _may_serve(kind: str, owner: Cluster) -> bool:
    """Whether an actor of a kind can act for another: the "Pakistani Taliban" do not act for Pakistan."""
    return not owner.outlet and not (kind in ("armed_group", "faction", "party", "state") and owner.nation)


def _unmentioned(cluster: Cluster, cast: Cast, added: dict[str, Actor], taken: set[str]) -> str | None:
    """The state whose an actor is by its words alone; it is added where the report does not mention it."""
    kind = kind_of_actor(cluster)
    code = next(iter(cluster.nations)) if len(cluster.nations) == 1 else None
    name = state_name(code) if code else None
    if not code or not name or kind not in STATE_SERVANTS or code in cast.nations:
        return None
    known = next((actor.id for actor in added.values() if actor.country == code), None)
    if known:
        return known
    made = _unique(_slug(name), taken | set(added))
    added[made] = Actor(made, name, "state", code)
    return made


def _ids(clusters: list[Cluster]) -> dict[int, str]:
    """A readable id for each cluster, unique within the report."""
    taken: set[str] = set()
    ids: dict[int, str] = {}
    for cluster in clusters:
        ids[cluster.id] = _unique(_slug(_label(cluster)) or f"a{cluster.id}", taken)
        taken.add(ids[cluster.id])
    return ids


def _label(cluster: Cluster) -> str:
    """The word that an actor's id is made of: the surname, the name, or what most mentions call it."""
    name = _name(cluster)
    if name:
        return name.split()[-1] if cluster.person else name
    heads = Counter(here.words.head for here in mentions_of(cluster) if here.words.form != "pronoun")
    return heads.most_common(1)[0][0] if heads else ""


def _slug(text: str) -> str:
    """Lower-case ASCII letters and digits joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-")


def _unique(wanted: str, taken: set[str]) -> str:
    """The wanted id, numbered where it is taken."""
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
