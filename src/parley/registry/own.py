"""Registry files in YAML: a user's own, and ours before they are compiled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from parley.codebook import actor_kinds
from parley.errors import Malformed
from parley.registry.entry import Entry, Process, Tenure
from parley.registry.nodes import Fields, open_yaml
from parley.registry.roles import plain_title

__all__ = ["Own", "load", "load_all"]

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COUNTRY = re.compile(r"[A-Z]{3}")
WIKIDATA = re.compile(r"Q\d+")
ACTOR = (
    "id", "name", "kind", "country", "aliases", "acronyms", "acts_for", "offices", "faction_of", "rules",
    "wikidata", "source",
)  # fmt: skip
OFFICE = ("title", "body", "from", "to", "source")
PROCESS = ("id", "name", "sides", "mediators", "source")

Known = Callable[[str], Entry | None]


@dataclass(frozen=True, slots=True)
class Own:
    """What the files hold: entries by id, each with where it stands (file:line), and talks processes."""

    entries: dict[str, Entry]
    places: dict[str, str]
    processes: tuple[Process, ...] = ()


def load_all(paths: Iterable[Path], known: Known = lambda _: None) -> Own:
    """Several files together; `known` gives the entries that they may add to or point to.

    Raises NotFound or Malformed, with file and line, where a file is missing or something in it is wrong.
    """
    own = Own({}, {})
    for path in paths:
        own = load(path, known, own)
    for id_, entry in own.entries.items():
        _check_pointers(entry, own, known, own.places[id_])
    entries = {id_: _with_plain_titles(entry, own, known) for id_, entry in own.entries.items()}
    return replace(own, entries=entries)


def _with_plain_titles(entry: Entry, own: Own, known: Known) -> Entry:
    """The entry with its titles rid of the names of state and body: "Spokesman of the Front" → "Spokesman"."""

    def plain(tenure: Tenure) -> Tenure:
        ids = (tenure.body, (entry.country or "").lower())
        above = [one for id_ in ids if id_ and (one := own.entries.get(id_) or known(id_))]
        names = [name for one in above for name in (*one.names(), *one.acronyms, *one.demonyms)]
        return replace(tenure, title=plain_title(tenure.title, names))

    return replace(entry, offices=tuple(map(plain, entry.offices)))


def load(path: Path, known: Known, before: Own) -> Own:
    """One file beside those before it; what it points to is not checked yet."""
    top = open_yaml(path)
    top.only(("actors", "processes"))
    entries, places = dict(before.entries), dict(before.places)
    for fields in top.children("actors"):
        entry = _entry(fields, known)
        where = f"{fields.file}:{fields.node.start_mark.line + 1}"
        if entry.id in entries:
            raise Malformed(
                where, f"{entry.id} is given twice", f"it stands at {places[entry.id]} already; join the two"
            )
        entries[entry.id], places[entry.id] = entry, where
    return Own(entries, places, (*before.processes, *map(_process, top.children("processes"))))


def _entry(fields: Fields, known: Known) -> Entry:
    """One actor; one that we know already keeps what is not given, and gains names and offices."""
    fields.only(ACTOR)
    id_ = fields.matching("id", ID, "use a-z, 0-9 and single hyphens, as pak-khawaja-asif") or fields.needed("id")
    ours = known(id_)
    kind = fields.matching("kind", re.compile("|".join(actor_kinds())), f"one of {', '.join(actor_kinds())}")
    country = fields.matching("country", COUNTRY, "three capital letters of ISO 3166, as PAK")
    entry = Entry(
        id=id_,
        name=fields.text("name") or (ours.name if ours else fields.needed("name")),
        kind=kind or (ours.kind if ours else fields.needed("kind")),
        country=country,
        aliases=fields.texts("aliases"),
        acronyms=fields.texts("acronyms"),
        acts_for=fields.matching("acts_for", ID, "the id of another actor"),
        offices=tuple(map(_tenure, fields.children("offices"))),
        faction_of=fields.matching("faction_of", ID, "the id of another actor"),
        rules=fields.matching("rules", ID, "the id of a state"),
        wikidata=fields.matching("wikidata", WIKIDATA, "as Q843"),
        source=fields.text("source") or f"{Path(fields.file).name}",
    )
    return _added(ours, entry) if ours else entry


def _added(ours: Entry, own: Entry) -> Entry:
    """Ours with what the user says of it."""
    names = [name for name in (*own.aliases, ours.name, *ours.aliases) if name != own.name]
    return replace(
        ours,
        name=own.name,
        kind=own.kind,
        country=own.country or ours.country,
        aliases=tuple(dict.fromkeys(names)),
        acronyms=tuple(dict.fromkeys((*own.acronyms, *ours.acronyms))),
        acts_for=own.acts_for or ours.acts_for,
        offices=(*own.offices, *ours.offices),
        faction_of=own.faction_of or ours.faction_of,
        rules=own.rules or ours.rules,
        source=own.source,
    )


def _tenure(fields: Fields) -> Tenure:
    fields.only(OFFICE)
    since, until = fields.date("from"), fields.date("to")
    if since and until and until[: len(since)] < since[: len(until)]:
        raise fields.fault(fields.node, f"the office ends on {until}, before it begins", "exchange from and to")
    body = fields.matching("body", ID, "the id of another actor")
    return Tenure(fields.needed("title"), body, since, until, fields.text("source") or Path(fields.file).name)


def _process(fields: Fields) -> Process:
    fields.only(PROCESS)
    sides = fields.child("sides")
    if sides is None or len(sides.node.value) < 2:
        raise fields.fault(fields.node, "a process needs two sides", "write sides: {One: [id], Another: [id]}")
    named = {str(key.value): sides.texts(str(key.value)) for key, _ in sides.node.value}
    id_ = fields.matching("id", ID, "use a-z, 0-9 and single hyphens, as istanbul-2025") or fields.needed("id")
    return Process(id_, fields.needed("name"), named, fields.texts("mediators"))


def _check_pointers(entry: Entry, own: Own, known: Known, where: str) -> None:
    """Every id that an entry points to must be somebody's, and chains must end."""

    def at(id_: str) -> Entry | None:
        return own.entries.get(id_) or known(id_)

    for name, id_ in _pointers(entry):
        if at(id_) is None:
            raise Malformed(
                where, f"{name} of {entry.id}: nobody is called {id_!r}", "add it under actors, or correct it"
            )
    seen = {entry.id}
    above = entry.acts_for
    while above:
        if above in seen:
            raise Malformed(where, f"{entry.id} acts for itself, by way of {above}", "take one acts_for away")
        seen.add(above)
        superior = at(above)
        above = superior.acts_for if superior else None


def _pointers(entry: Entry) -> Iterator[tuple[str, str]]:
    for name, id_ in (("acts_for", entry.acts_for), ("faction_of", entry.faction_of), ("rules", entry.rules)):
        if id_:
            yield name, id_
    yield from (("body", tenure.body) for tenure in entry.offices if tenure.body)
