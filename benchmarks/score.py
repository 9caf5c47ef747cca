"""Score readings against annotated reports.

python -m benchmarks.score GOLD.jsonl SYSTEM.jsonl [--json]

Reports are paired by id, findings one to one, best overlap first.

mentions      the exact span; who is who (B-cubed) over the mentions that both have
statements    overlap of the contents (Jaccard of characters) at 0.5 and 0.8; on matched ones whether the source and the
              way of quoting are right
events        the triggers overlap; "typed" asks for the type too; talks and aspect for that label on a matched trigger
reality       on matched triggers
actors, recipients   the party's span overlaps, or it is the same actor; parties that the report never mentions are
              left out
slots         spans of content, place and so on of matched triggers, overlap at least 0.5
said          matched events inside the right statement, or rightly in nobody's mouth
facts         whole events: type, reality, every actor and every recipient right
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypedDict, cast

from benchmarks.pairing import characters, jaccard, overlap, pair
from benchmarks.tally import Accuracy, BCubed, Row, Tally
from corpus.standoff import Event, Offsets, Party, Report, read_lines

SLOTS = ("content", "condition", "criteria", "place", "when", "killed", "injured", "held")
ROLES: tuple[Literal["actors", "recipients"], ...] = ("actors", "recipients")
LABELS: tuple[Literal["talks", "aspect"], ...] = ("talks", "aspect")
LEAST = (0.5, 0.8)


class Located(TypedDict):
    """A slot that says more than where it stands."""

    span: Offsets


@dataclass(slots=True)
class Scores:
    """The figures of a set of reports."""

    tally: Tally = field(default_factory=Tally)
    accuracy: Accuracy = field(default_factory=Accuracy)
    clusters: BCubed = field(default_factory=BCubed)
    types: Tally = field(default_factory=Tally)
    realities: Tally = field(default_factory=Tally)

    def rows(self) -> dict[str, Row]:
        """One row a figure, in the order of the table."""
        names = ("mentions", *(f"statements@{least}" for least in LEAST), "events", "events typed", *LABELS, *ROLES)
        rows = {name: self.tally.row(name) for name in (*names, *SLOTS, "facts")}
        if self.clusters.spans:
            rows["who is who (B3)"] = self.clusters.row()
        rows |= {name: self.accuracy.row(name) for name in ("source", "how", "reality", "said", "when value")}
        return rows | {"events typed, macro": self.types.macro(), "reality, macro": self.realities.macro()}

    def by_type(self) -> dict[str, Row]:
        """One row a type of event."""
        return {name: self.types.row(name) for name in sorted(self.types.gold)}

    def add(self, gold: Report, system: Report | None) -> None:
        """Score one report; None where it has no reading."""
        _Comparison(gold, system or {**gold, "mentions": [], "statements": [], "events": []}, self).compare()


def score(gold: Iterable[Report], system: Iterable[Report]) -> Scores:
    """Score readings; a report without one counts as found nothing in."""
    readings = {report["id"]: report for report in system}
    scores = Scores()
    for report in gold:
        scores.add(report, readings.get(report["id"]))
    return scores


@dataclass(slots=True)
class _Comparison:
    """One report as annotated and as read, compared into the scores."""

    gold: Report
    system: Report
    scores: Scores
    same_actor: dict[str | None, set[str | None]] = field(default_factory=lambda: defaultdict(set))
    statement_of: Mapping[int, int] = field(default_factory=dict)

    def compare(self) -> None:
        """All figures; actors are needed for statements, and these for events."""
        self.mentions()
        self.statements()
        self.events()

    def mentions(self) -> None:
        """Spans, and who is who."""
        gold = {tuple(mention["span"]): mention["actor"] for mention in self.gold["mentions"]}
        system: dict[tuple[int, ...], str | None] = {
            tuple(mention["span"]): mention["actor"] for mention in self.system["mentions"]
        }
        shared = gold.keys() & system.keys()
        self.scores.tally.add("mentions", len(shared), len(gold), len(system))
        self.scores.clusters.add(gold, system)
        for span in shared:
            self.same_actor[gold[span]].add(system[span])

    def alike(self, gold: Party, system: Party) -> int:
        """3 for the same span, 2 for spans that overlap, 1 for the same actor, else 0."""
        if overlap(gold["span"], system.get("span")):
            return 3 if gold["span"] == system.get("span") else 2
        return int(system.get("actor") in self.same_actor.get(gold["actor"], ()))

    def statements(self) -> None:
        """Contents, and on matched ones source and quoting."""
        gold, system = self.gold["statements"], self.system["statements"]
        contents = [[characters(said["content"]) for said in side] for side in (gold, system)]
        for least in reversed(LEAST):
            self.statement_of = pair(contents[0], contents[1], jaccard, least)
            self.scores.tally.add(f"statements@{least}", len(self.statement_of), len(gold), len(system))
        for i, j in self.statement_of.items():
            self.scores.accuracy.add("source", self.same_source(gold[i]["source"], system[j]["source"]))
            self.scores.accuracy.add("how", gold[i]["how"] == system[j].get("how"))

    def same_source(self, gold: Party, system: Party) -> bool:
        """Whether the spans overlap; where none is annotated, whether it is the same actor."""
        if gold["span"] is None:
            return self.alike(gold, system) > 0
        return overlap(gold["span"], system.get("span"))

    def events(self) -> None:
        """Triggers, and on matched ones all that is said of them."""
        gold = [self.without_unmentioned(event) for event in self.gold["events"] if event["trigger"]]
        system = [event for event in self.system["events"] if event["trigger"]]
        pairs = pair(gold, system, _same_event, 0.01)
        matched = [(gold[i], system[j]) for i, j in pairs.items()]
        self.scores.tally.add("events", len(pairs), len(gold), len(system))
        typed = sum(left["type"] == right["type"] for left, right in matched)
        self.scores.tally.add("events typed", typed, len(gold), len(system))
        self.count_types(gold, system, matched)
        self.count_arcs(gold, system, matched)
        for left, right in matched:
            self.count_answers(left, right)
        facts = sum(self.is_whole(left, right) for left, right in matched)
        self.scores.tally.add("facts", facts, len(gold), len(system))

    def without_unmentioned(self, event: Event) -> Event:
        """The event without the parties whom the report never mentions."""
        mentioned = {mention["actor"] for mention in self.gold["mentions"]}
        kept = {role: [p for p in event[role] if p["span"] or p["actor"] in mentioned] for role in ROLES}
        return {**event, "actors": kept["actors"], "recipients": kept["recipients"]}

    def count_types(self, gold: list[Event], system: list[Event], matched: list[tuple[Event, Event]]) -> None:
        """Each type, and each reality on matched triggers."""
        for event in gold:
            self.scores.types.add(event["type"], 0, 1, 0)
        for event in system:
            self.scores.types.system[event["type"]] += 1
        for left, right in matched:
            self.scores.types.hits[left["type"]] += left["type"] == right["type"]
            self.scores.realities.add(left["reality"], left["reality"] == right.get("reality"), 1, 0)
            self.scores.realities.system[right.get("reality", "")] += 1

    def count_arcs(self, gold: list[Event], system: list[Event], matched: list[tuple[Event, Event]]) -> None:
        """Labels, parties and slots."""
        for label in LABELS:
            self.scores.tally.add(
                label,
                sum(left[label] is not None and left[label] == right.get(label) for left, right in matched),
                sum(event[label] is not None for event in gold),
                sum(event.get(label) is not None for event in system),
            )
        for role in ROLES:
            hits = sum(len(pair(left[role], right.get(role) or [], self.alike, 1)) for left, right in matched)
            self.scores.tally.add(role, hits, _count(gold, role), _count(system, role))
        for slot in SLOTS:
            hits = sum(len(pair(_slot(left, slot), _slot(right, slot), _same_words, 0.5)) for left, right in matched)
            self.scores.tally.add(slot, hits, _count(gold, slot), _count(system, slot))

    def count_answers(self, gold: Event, system: Event) -> None:
        """What a matched event is asked."""
        self.scores.accuracy.add("reality", gold["reality"] == system.get("reality"))
        inside = None if gold["statement"] is None else self.statement_of.get(gold["statement"], -1)
        self.scores.accuracy.add("said", system.get("statement") == inside)
        if gold["when"] and system.get("when"):
            self.scores.accuracy.add("when value", gold["when"][0]["date"] == system["when"][0].get("date"))

    def is_whole(self, gold: Event, system: Event) -> bool:
        """Whether type, reality and all parties are right."""
        return (gold["type"], gold["reality"]) == (system["type"], system.get("reality")) and all(
            len(gold[role])
            == len(system.get(role) or [])
            == len(pair(gold[role], system.get(role) or [], self.alike, 1))
            for role in ROLES
        )


def _same_event(gold: Event, system: Event) -> float:
    """Overlap of the triggers, a little more where the type is the same."""
    if not overlap(gold["trigger"], system["trigger"]):
        return 0.0
    return _same_words(gold["trigger"] or [], system["trigger"] or []) + 0.01 * (gold["type"] == system["type"])


def _same_words(gold: Offsets, system: Offsets) -> float:
    return jaccard(characters([gold]), characters([system]))


def _slot(event: Event, slot: str) -> list[Offsets]:
    """The spans of a slot, whether or not they say more."""
    found = cast("Sequence[Located | Offsets] | None", event.get(slot))
    return [entry["span"] if isinstance(entry, dict) else entry for entry in found or ()]


def _count(events: Iterable[Event], name: str) -> int:
    return sum(len(cast("Sequence[object] | None", event.get(name)) or ()) for event in events)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="benchmarks.score", description="Score readings against annotated reports.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("system", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    scores = score(read_lines(options.gold), read_lines(options.system))
    if options.json:
        print(json.dumps({**scores.rows(), "by type": scores.by_type()}))
        return 0
    for name, row in scores.rows().items():
        print(f"{name:22}", "  ".join(f"{key} {value}" for key, value in row.items()))
    by_type = (f"{name} {row['f1']} ({row['gold']})" for name, row in scores.by_type().items())
    print("by type:", "  ".join(by_type))
    return 0


if __name__ == "__main__":
    sys.exit(main())
