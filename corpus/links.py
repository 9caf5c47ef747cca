"""What the annotated reports say about the same things (links.yaml), checked against the reports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import yaml

from corpus import labels
from corpus.entry import Entry, as_list
from corpus.problems import Problems, Spot
from corpus.standoff import Event, Report
from parley.exports.spans import phrase

RANKS = frozenset("mediator both pakistan afghanistan source report reported".split())
MOVES = frozenset("raised repeated acknowledged accepted rejected withheld fulfilled broken".split())
LABELS = {"state": labels.TALKS, "reality": labels.REALITY, "rank": RANKS, "move": MOVES}
# A section or a part of its entries: the fields that an entry must have | those it may have.
FIELDS = {
    "copies": "id agency reports | differ",
    "origins": "report origin kind also |",
    "related": "owner reports |",
    "actors": "id name kind country acts_for aliases seen | note members",
    "incidents": "id kind what date place sides members | possibly_same part_of note",
    "talks": "id what sides mediators truces | others rounds",
    "truces": "id dates members | what mediators",
    "rounds": "id number venue dates mediators members | delegates what",
    "status_claims": "date by rank state reality about refs | as_of note",
    "board": "day | talks truce reported note",
    "demands": "id kind by to content criteria moves |",
    "moves": "date move refs | by claim note level criteria",
    "disputes": "id about slot kind values | note",
    "values": "value by refs |",
}
PARTS = {"talks": ("truces", "rounds"), "demands": ("moves",), "disputes": ("values",)}
SECTIONS = tuple(name for name in FIELDS if name not in {part for parts in PARTS.values() for part in parts})
PARTIES = ("by", "to", "claim", "sides", "mediators", "acts_for", "agency")
POINTERS = {"incidents": ("possibly_same", "part_of"), "disputes": ("about",), "status_claims": ("about",)}
IN_ORDER = {"status_claims": "date", "board": "day"}

FINDING = re.compile(r"(?P<report>[a-z]+-\d\d):\d+:.+")
LOCAL = re.compile(r"(?:outlet:)?(?P<report>[a-z]+-\d\d)(?:/(?P<actor>\S+))?")


@dataclass(slots=True)
class Targets:
    """What a link may point to."""

    actors: dict[str, set[str]] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    statements: set[str] = field(default_factory=set)

    def add(self, report: Report) -> None:
        """Take in a report: its events by sentence and word, its statements by sentence and number."""
        self.actors[report["id"]] = set(report["actors"])
        self.events.update(_events_by_word(report))
        seen: Counter[int] = Counter()
        for statement in report["statements"]:
            number = statement["sentence"]
            self.statements.add(f"{report['id']}:{number}:says:{seen[number]}")
            seen[number] += 1

    def holds(self, text: str) -> bool:
        """Whether a reference resolves; a text that is no reference does."""
        if FINDING.fullmatch(text):
            return text in self.events or text in self.statements
        local = LOCAL.fullmatch(text)
        if not local:
            return True
        actors = self.actors.get(local["report"])
        return actors is not None and (local["actor"] is None or local["actor"] in actors)


def check(path: Path, reports: Iterable[Report], problems: Problems) -> Counter[str]:
    """Note what is wrong with the links; the counts of what they hold."""
    targets = Targets()
    for report in reports:
        targets.add(report)
    fields = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    links = Entry(fields, Spot(path.name), problems)
    links.only(SECTIONS)
    entries = {name: list(_tree(links, name)) for name in SECTIONS}
    everything = [(name, entry) for found in entries.values() for name, entry in found]
    for name, entry in everything:
        _check_fields(entry, name)
        _check_references(entry, targets)
    _check_names(everything)
    _check_order(entries)
    _check_once(links, entries, targets)
    _check_claims(links, entries, targets)
    return Counter(name for name, _ in everything)


def _tree(links: Entry, section: str) -> Iterator[tuple[str, Entry]]:
    """The entries of a section, each followed by those of its parts."""
    for number, entry in enumerate(links.entries(section)):
        yield from _with_parts(section, entry, links.spot, number)


def _with_parts(name: str, entry: Entry, above: Spot, number: int) -> Iterator[tuple[str, Entry]]:
    spot = above.at(f"{above.part or ''} {name} {entry.text('id') or number}".strip())
    yield name, Entry(entry.fields, spot, entry.problems)
    for part in PARTS.get(name, ()):
        for below, inner in enumerate(entry.entries(part)):
            yield from _with_parts(part, inner, spot, below)


def _check_fields(entry: Entry, name: str) -> None:
    needed, _, allowed = FIELDS[name].partition("|")
    entry.only({*needed.split(), *allowed.split()})
    for missing in set(needed.split()) - entry.fields.keys():
        entry.wrong(f"field {missing!r} is missing")
    for label, choices in LABELS.items():
        entry.label(label, choices)
    if name == "disputes" and len(as_list(entry.fields.get("values"))) < 2:
        entry.wrong("a dispute needs two values")


def _check_references(entry: Entry, targets: Targets) -> None:
    for name, value in entry.fields.items():
        for text in [] if name in ("truces", "rounds", "moves", "values") else _strings(value):
            if not targets.holds(text):
                entry.wrong(f"{name}: {text!r} is in no report")


def _check_names(everything: list[tuple[str, Entry]]) -> None:
    """Ids are given once; parties are actors of the links or of a report; pointers lead to ids."""
    ids = Counter(entry.text("id") for _, entry in everything if "id" in entry.fields)
    actors = {entry.text("id") for name, entry in everything if name == "actors"}
    for name, entry in everything:
        if ids[entry.text("id")] > 1:
            entry.wrong("this id is given twice")
        for party in _parties(name, entry):
            if party not in actors and not LOCAL.fullmatch(party):
                entry.wrong(f"{party!r} is no actor")
        for pointer in (text for at in POINTERS.get(name, ()) for text in entry.texts(at)):
            if pointer not in ids:
                entry.wrong(f"{pointer!r} is no id")


def _parties(name: str, entry: Entry) -> Iterator[str]:
    for role in (*PARTIES, "members") if name == "actors" else PARTIES:
        yield from filter(None, entry.texts(role))


def _check_order(entries: Mapping[str, list[tuple[str, Entry]]]) -> None:
    for section, day in IN_ORDER.items():
        _in_order([entry for name, entry in entries[section] if name == section], day)
    for name, entry in entries["demands"]:
        if name == "demands":
            _in_order(list(entry.entries("moves")), "date")


def _in_order(entries: list[Entry], day: str) -> None:
    for before, after in pairwise(entries):
        if str(before.fields.get(day)) > str(after.fields.get(day)):
            after.wrong(f"{day} {after.text(day)} stands after {before.text(day)}")


def _check_once(links: Entry, entries: Mapping[str, list[tuple[str, Entry]]], targets: Targets) -> None:
    for section, name in (("incidents", "members"), ("actors", "seen")):
        for text in _twice(text for at, entry in entries[section] if at == section for text in entry.texts(name)):
            links.wrong(f"{section}: {text!r} is under {name} twice")
    origins = Counter(entry.text("report") for _, entry in entries["origins"])
    for report in targets.actors:
        if origins[report] != 1:
            links.wrong(f"origins: {report} has {origins[report]}, should have one")


def _check_claims(links: Entry, entries: Mapping[str, list[tuple[str, Entry]]], targets: Targets) -> None:
    """Every event that says something of the talks is a claim about their state."""
    claimed = {text for _, entry in entries["status_claims"] for text in entry.texts("refs")}
    for name, event in targets.events.items():
        if event["talks"] and name not in claimed:
            links.wrong(f"status_claims: {name} says {event['talks']} and is in none")


def _events_by_word(report: Report) -> Iterator[tuple[str, Event]]:
    for event in report["events"]:
        start, end = report["sentences"][event["sentence"]]
        if event["trigger"]:
            first, last = (offset - start for offset in event["trigger"])
            word = phrase(report["text"][start:end], first, last)
            yield f"{report['id']}:{event['sentence']}:{word}", event


def _strings(value: object) -> Iterator[str]:
    """Every string in a value of the YAML."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(inner)


def _twice(texts: Iterable[str]) -> list[str]:
    return [text for text, times in Counter(texts).items() if times > 1]
