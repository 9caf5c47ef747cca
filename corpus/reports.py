"""Annotated reports: YAML as people write it → stand-off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import yaml

from corpus import labels
from corpus.entry import Entry
from corpus.problems import Problems, Spot
from corpus.standoff import Event, Offsets, Party, Report, Statement, Time, closed
from parley.exports.spans import Unfound, locate

REPORT_FIELDS = frozenset("id outlet published title dateline style places actors text source licence partial".split())
SENTENCE_FIELDS = frozenset("s p partial who says does no_says no_does".split())
STATEMENT_FIELDS = frozenset("by cue what how via to when".split())
EVENT_FIELDS = frozenset(
    "word type by to talks what if criteria reality where when killed injured held mode said aspect".split()
)

UNKNOWN = "?"
"""In place of the number of a statement: nobody looked whether the event stands in one."""


def read_file(path: Path, problems: Problems) -> Iterator[Report]:
    """The reports of one file, in order; one that cannot be read is noted and left out."""
    spot = Spot(path.name)
    try:
        documents = list(yaml.load_all(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        problems.add(spot, " ".join(str(error).split()))
        return
    for document in filter(None, documents):
        if isinstance(document, Mapping):
            yield read_report(Entry(document, replace(spot, report=str(document.get("id", "?"))), problems))
        else:
            problems.add(spot, "a document is not a report")


def read_report(entry: Entry) -> Report:
    """One report; what is wrong in it is noted."""
    entry.only(REPORT_FIELDS)
    report: Report = {
        "id": entry.text("id") or "?",
        "outlet": cast("Mapping[str, str | None] | None", entry.fields.get("outlet")),
        "published": str(entry.fields.get("published")),
        "title": entry.text("title"),
        "dateline": entry.text("dateline"),
        "style": entry.label("style", labels.STYLES),
        "places": cast("dict[str, str | None]", entry.mapping("places")),
        "actors": _actors(entry),
        "text": "",
        "sentences": [],
        "mentions": [],
        "statements": [],
        "events": [],
        "open": closed(),
    }
    for number, sentence in enumerate(entry.entries("text")):
        if entry.fields.get("partial") or sentence.fields.get("partial"):
            report["open"]["sentences"].append(number)
        _add_sentence(report, replace(sentence, spot=replace(entry.spot, sentence=number)), number)
    return report


def _actors(entry: Entry) -> dict[str, Mapping[str, object]]:
    actors: dict[str, Mapping[str, object]] = {}
    for name, fields in entry.mapping("actors").items():
        actor = Entry(cast("Mapping[str, object]", fields), entry.spot.at(f"actor {name}"), entry.problems)
        actor.label("kind", labels.ACTOR_KINDS, needed=True)
        actors[name] = actor.fields
    for name, known in actors.items():
        if known.get("of") and known["of"] not in actors:
            entry.wrong(f"actor {name}: of {known['of']!r} is no actor")
    return actors


def _add_sentence(report: Report, entry: Entry, number: int) -> None:
    entry.only(SENTENCE_FIELDS)
    words = entry.text("s") or ""
    if report["text"]:
        report["text"] += "\n\n" if entry.fields.get("p") else " "
    start = len(report["text"])
    report["text"] += words
    report["sentences"].append([start, len(report["text"])])
    before = len(report["statements"]) - 1
    sentence = _Sentence(words, start, number, entry.problems, report["actors"])
    sentence.read_mentions(entry, report)
    for said in entry.entries("says", entry.spot.at("says")):
        report["statements"].append(sentence.statement(said))
    inside = range(before + 1, len(report["statements"]))
    partial = number in report["open"]["sentences"]
    for done in entry.entries("does", entry.spot.at("does")):
        event = sentence.event(done)
        if partial and done.fields.get("said") == UNKNOWN:
            report["open"]["unattributed"].append(len(report["events"]))
        else:
            event["statement"] = _statement_of(done, inside, before)
        report["events"].append(event)
    _add_nothings(report, entry, sentence, partial=partial)


def _add_nothings(report: Report, entry: Entry, sentence: _Sentence, *, partial: bool) -> None:
    """Words that somebody looked at and that carry no event, or no statement."""
    for name, into in (("no_does", report["open"]["no_events"]), ("no_says", report["open"]["no_statements"])):
        found = sentence.spans(entry, entry.texts(name))
        if found and not partial:
            entry.wrong(f"{name} says nothing where the sentence is not partial")
        into += found


def _statement_of(entry: Entry, inside: range, before: int) -> int | None:
    said = entry.fields.get("said")
    if said is None:
        return None
    if said == "prev" and before >= 0:
        return before
    if isinstance(said, int) and 0 <= said < len(inside):
        return inside[said]
    entry.wrong(f"said {said!r} is no statement")
    return None


@dataclass(slots=True)
class _Sentence:
    """One sentence, and who is mentioned in it under which words."""

    words: str
    start: int
    number: int
    problems: Problems
    actors: Mapping[str, object]
    who: dict[str, str] = field(default_factory=dict)

    def read_mentions(self, entry: Entry, report: Report) -> None:
        """Take over the mentions of the sentence."""
        for words, actor in entry.mapping("who").items():
            self.who[words] = str(actor)
            if self.who[words] not in self.actors:
                entry.wrong(f"who {words!r}: {actor!r} is no actor")
            for span in self.spans(entry, [words]):
                report["mentions"].append({"span": span, "actor": self.who[words], "sentence": self.number})

    def spans(self, entry: Entry, wordings: list[str]) -> list[Offsets]:
        """Where the wordings stand in the report."""
        found = []
        for wording in wordings:
            try:
                start, end = locate(self.words, wording)
            except Unfound as error:
                entry.wrong(str(error))
            else:
                found.append([self.start + start, self.start + end])
        return found

    def span(self, entry: Entry, name: str) -> Offsets | None:
        """Where a field that holds one wording stands."""
        return next(iter(self.spans(entry, entry.texts(name))), None)

    def party(self, entry: Entry, wording: str) -> Party:
        """A mention of this sentence, or "@id" for someone whom it leaves unsaid."""
        if wording.startswith("@"):
            if wording[1:] not in self.actors:
                entry.wrong(f"{wording!r} is no actor")
            return {"actor": wording[1:], "span": None}
        if wording not in self.who:
            entry.wrong(f"{wording!r} is not under who")
        return {"actor": self.who.get(wording), "span": next(iter(self.spans(entry, [wording])), None)}

    def parties(self, entry: Entry, name: str) -> list[Party]:
        """The parties of a field."""
        return [self.party(entry, wording) for wording in entry.texts(name)]

    def source(self, entry: Entry) -> Party:
        """Who makes a statement."""
        wording = entry.text("by")
        if wording:
            return self.party(entry, wording)
        entry.wrong("by is missing")
        return {"actor": None, "span": None}

    def times(self, entry: Entry) -> list[Time]:
        """ "on Thursday=2025-10-30" is a wording and its date, "=?" a date that the report does not settle."""
        times: list[Time] = []
        for text in entry.texts("when"):
            wording, _, date = text.partition("=")
            times += (
                {"span": span, "date": None if date in ("", "?") else date} for span in self.spans(entry, [wording])
            )
        return times

    def statement(self, entry: Entry) -> Statement:
        """An entry of `says`."""
        entry.only(STATEMENT_FIELDS)
        content = self.spans(entry, entry.texts("what"))
        if not content:
            entry.wrong("what is missing")
        return {
            "sentence": self.number,
            "source": self.source(entry),
            "cue": self.span(entry, "cue"),
            "content": content,
            "how": entry.label("how", labels.QUOTING, needed=True),
            "via": self.parties(entry, "via"),
            "to": self.parties(entry, "to"),
            "when": self.times(entry),
        }

    def event(self, entry: Entry) -> Event:
        """An entry of `does`, whose statement is still to be set."""
        entry = replace(entry, spot=entry.spot.at(f"does {entry.text('word')!r}"))
        entry.only(EVENT_FIELDS)
        talks = entry.label("talks", labels.TALKS)
        kind = entry.label("type", labels.TYPES, needed=True) or "?"
        if kind == "TALKS" and not talks:
            entry.wrong("TALKS needs talks")
        return {
            "sentence": self.number,
            "trigger": self.span(entry, "word"),
            "type": kind,
            "mode": entry.labels("mode", labels.MODES),
            "talks": talks,
            "aspect": entry.label("aspect", labels.ASPECTS),
            "reality": entry.label("reality", labels.REALITY, needed=True) or "?",
            "statement": None,
            "actors": self.parties(entry, "by"),
            "recipients": self.parties(entry, "to"),
            "content": self.spans(entry, entry.texts("what")),
            "condition": self.spans(entry, entry.texts("if")),
            "criteria": self.spans(entry, entry.texts("criteria")),
            "place": self.spans(entry, entry.texts("where")),
            "when": self.times(entry),
            "killed": self.spans(entry, entry.texts("killed")),
            "injured": self.spans(entry, entry.texts("injured")),
            "held": self.spans(entry, entry.texts("held")),
        }
