"""Joining what the sources say of one actor, better sources first, and ending offices where others took them over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from parley.registry.entry import Entry, Tenure
from parley.registry.folding import PARTICLES, fold, sound, words
from parley.registry.roles import roles

ALIKE = 88.0
"""How alike (rapidfuzz ratio, 0 to 100) whole names must be that sound alike to be one person of a country."""
SINGLE = frozenset(
    "president|premier|king|defence minister|foreign minister|interior minister|information minister|finance minister|"
    "justice minister|army chief|leader supreme|chief armed forces".split("|")
)
"""Offices that one person holds at a time: a successor ends them."""


class Joined:
    """Entries by id; whoever is added joins the one that is there already."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries: dict[str, Entry] = {}
        self._by_word: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_wikidata: dict[str, str] = {}
        for entry in entries:
            self._put(entry)

    def add(self, entry: Entry) -> None:
        """Join with whom it is, else put it in under an id of its own; a name without Latin letters has none."""
        if not fold(entry.name):
            return
        known = self._same(entry)
        if known is None:
            self._put(replace(entry, id=self._free(entry.id)))
        else:
            self.entries[known] = joined(self.entries[known], entry)
            self._index(self.entries[known])

    def _put(self, entry: Entry) -> None:
        self.entries[entry.id] = entry
        self._index(entry)

    def _index(self, entry: Entry) -> None:
        if entry.wikidata:
            self._by_wikidata.setdefault(entry.wikidata, entry.id)
        for word in _marks(entry):
            if entry.id not in self._by_word[_group(entry), word]:
                self._by_word[_group(entry), word].append(entry.id)

    def _same(self, entry: Entry) -> str | None:
        if entry.wikidata in self._by_wikidata:
            return self._by_wikidata[str(entry.wikidata)]
        near: dict[str, None] = {}
        for word in _marks(entry):
            near |= dict.fromkeys(self._by_word[_group(entry), word])
        return next((id_ for id_ in near if same(self.entries[id_], entry)), None)

    def _free(self, id_: str) -> str:
        number, free = 1, id_
        while free in self.entries:
            number += 1
            free = f"{id_}-{number}"
        return free


def _group(entry: Entry) -> str:
    """Among whom somebody may already be: people and parties of a country, all other bodies of the world."""
    return f"{entry.country}" if entry.personal else f"{entry.country}*" if entry.kind == "party" else "*"


def _marks(entry: Entry) -> set[str]:
    """What those who may be one share: how a word of a person's name sounds, a body's name or acronym."""
    if entry.personal:
        return {word for name in entry.names() for word in sounds(name)}
    return _called(entry) | set(entry.acronyms)


def sounds(name: str) -> list[str]:
    """How the words of a name sound, particles left out."""
    return sound(name).split()


def parts(name: str) -> frozenset[str]:
    """The words of a name, particles left out."""
    return frozenset(fold(name).split()) - PARTICLES


def same(old: Entry, new: Entry) -> bool:
    """Whether two entries of a country, or two bodies, are one: by name, never against Wikidata's word."""
    if old.personal != new.personal or (old.wikidata and new.wikidata and old.wikidata != new.wikidata):
        return False
    if not old.personal:
        return _same_body(old, new)
    return any(_same_name(one, new.name) for one in old.names())


def _same_body(old: Entry, new: Entry) -> bool:
    """By a name in common; armed groups also by their acronym and a name that sounds alike in part."""
    if _called(old) & _called(new):
        return True
    common = set(old.acronyms) & set(new.acronyms)
    alike = {word for name in old.names() for word in sounds(name)} & {
        word for name in new.names() for word in sounds(name)
    }
    return bool(common) and old.kind == new.kind == "armed_group" and len(alike) > 1


def _called(entry: Entry) -> set[str]:
    """Names without article; of organisations their acronyms, too."""
    names = (*entry.names(), *entry.acronyms) if entry.kind in ("igo", "ngo") else entry.names()
    return {" ".join(words(name)) for name in names}


def _same_name(one: str, other: str) -> bool:
    left, right = parts(one), parts(other)
    if min(len(left), len(right)) < 2:
        return left == right
    if left <= right or right <= left:
        return True
    return sorted(sounds(one)) == sorted(sounds(other)) and fuzz.ratio(fold(one), fold(other)) >= ALIKE


def joined(old: Entry, new: Entry) -> Entry:
    """The better entry with what the other adds: names, acronyms, and offices that it does not tell of itself."""
    names = dict.fromkeys(name for name in (*old.aliases, new.name, *new.aliases) if fold(name) != fold(old.name))
    by_fold = {fold(name): name for name in reversed(names)}
    return replace(
        old,
        aliases=tuple(name for name in names if by_fold[fold(name)] == name),
        acronyms=tuple(dict.fromkeys((*old.acronyms, *new.acronyms))),
        offices=(*old.offices, *(tenure for tenure in new.offices if not _told_already(tenure, old.offices))),
        wikidata=old.wikidata or new.wikidata,
    )


def _told_already(new: Tenure, told: Sequence[Tenure]) -> bool:
    """Whether an office is among those told of for the same time."""
    vague = not set(roles(new.title)) & SINGLE and new.title.endswith(("official", "government"))
    return any((vague or set(roles(new.title)) & set(roles(one.title))) and _meet(new, one) for one in told)


def _meet(one: Tenure, other: Tenure) -> bool:
    if one.since is None and one.until is None:
        return other.may_cover(one.seen or "")
    return (one.since or "") <= (other.until or "9") and (other.since or "") <= (one.until or "9")


def grounded(entries: Iterable[Entry]) -> list[Entry]:
    """The same, where an office of a body that nobody has an entry for is its country's."""
    found = {entry.id: entry for entry in entries}

    def ground(entry: Entry, tenure: Tenure) -> Tenure:
        state = (entry.country or "").lower()
        return tenure if tenure.body in found else replace(tenure, body=state if state in found else None)

    return [replace(entry, offices=tuple(ground(entry, one) for one in entry.offices)) for entry in found.values()]


def ended(entries: Iterable[Entry]) -> list[Entry]:
    """The same, where an office that a source leaves open ends when a source as late tells that another began it."""
    found = list(entries)
    begun: dict[tuple[str | None, str], list[tuple[str, str, str]]] = defaultdict(list)
    for entry in found:
        for tenure in entry.offices:
            for role in SINGLE & set(roles(tenure.title)) if tenure.since else ():
                begun[entry.country, role].append((str(tenure.since), entry.id, tenure.seen or ""))

    def end(entry: Entry, tenure: Tenure) -> Tenure:
        if tenure.until or not tenure.seen or not tenure.since:
            return tenure
        later = [
            since
            for role in SINGLE & set(roles(tenure.title))
            for since, id_, seen in begun[entry.country, role]
            if since > tenure.since and id_ != entry.id and seen >= tenure.seen
        ]
        return replace(tenure, until=min(later)) if later else tenure

    return [replace(entry, offices=tuple(end(entry, one) for one in entry.offices)) for entry in found]
