"""Readings made by hand: by quoting words, from the corpus, or arbitrary ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import cast

from hypothesis import strategies as st

from corpus import standoff
from corpus.load import HERE, read_file
from corpus.problems import Problems
from parley.record import (
    Actor,
    Candidate,
    Event,
    Figure,
    How,
    Mention,
    Outlet,
    Party,
    Place,
    PlaceCandidate,
    Provenance,
    Reading,
    Report,
    Sentence,
    Span,
    Statement,
    When,
)

TEXT = (
    "ISTANBUL: The Northern Front said on Thursday that it would return to the talks if the army left Harad.\n\n"
    "At least 12 people were killed there on 4 March, police said. “We asked for evidence and got none,” Selim Okar "
    "told Harbour TV. Also read: Weather"
)

SAMPLE = Report(
    id="gulf-007",
    text=TEXT,
    title="Front may return to talks",
    outlet=Outlet("Harbour Wire", "harbourwire.example", "TUR", "agency"),
    published=date(2031, 3, 6),
    dateline="ISTANBUL",
)


def quote(words: str, report: Report = SAMPLE) -> Span:
    """Where the words first stand in the report."""
    start = report.text.index(words)
    return report.span(start, start + len(words))


def sample_reading() -> Reading:
    """The sample report as an annotator would read it."""
    front, okar, police = (
        Party("front", quote("The Northern Front"), 0.97),
        Party("okar", quote("Selim Okar"), 0.9),
        Party("police", quote("police"), 0.91),
    )
    return Reading(
        report=SAMPLE,
        sentences=(
            Sentence(quote(TEXT[: TEXT.index("\n")]), 0),
            Sentence(quote("At least 12 people were killed there on 4 March, police said."), 1),
            Sentence(quote("“We asked for evidence and got none,” Selim Okar told Harbour TV."), 1),
            Sentence(quote("Also read: Weather"), 1, body=False),
        ),
        actors={
            "front": Actor("front", "Northern Front", "armed_group"),
            "army": Actor("army", "Army of Ardania", "military", "ARD", acts_for="ardania"),
            "ardania": Actor("ardania", "Ardania", "state", "ARD"),
            "police": Actor("police", None, "police", acts_for="ardania"),
            "okar": Actor("okar", "Selim Okar", "person", office="information minister", acts_for="ardania"),
            "tv": Actor("tv", "Harbour TV", "media"),
            "people": Actor("people", None, "civilians"),
        },
        mentions=(
            Mention(quote("The Northern Front"), "front", 0, 0.97),
            Mention(quote("the army"), "army", 0, 0.8),
            Mention(quote("police"), "police", 1, 0.91),
            Mention(quote("Selim Okar"), "okar", 2, 0.9),
            Mention(quote("Harbour TV"), "tv", 2, 0.88),
        ),
        statements=(
            Statement(
                0,
                front,
                quote("said"),
                (quote("it would return to the talks if the army left Harad"),),
                "indirect",
                when=(When(quote("on Thursday"), "2031-03-06", "resolved"),),
                confidence=0.93,
            ),
            Statement(
                1,
                police,
                quote("said", Report("gulf-007", TEXT.replace("said", "....", 1))),
                (quote("At least 12 people were killed there on 4 March"),),
                "indirect",
            ),
            Statement(
                2,
                okar,
                quote("told"),
                (quote("“We asked for evidence and got none,”"),),
                "direct",
                to=(Party("tv", quote("Harbour TV"), 0.7),),
            ),
        ),
        events=(
            Event(
                0,
                quote("return"),
                "AGREE",
                "planned",
                talks="resumed",
                statement=0,
                actors=(front,),
                condition=(quote("the army left Harad"),),
                confidence=0.81,
            ),
            Event(
                1,
                quote("killed"),
                "ASSAULT",
                "actual",
                modes=("firearms",),
                aspect="incident",
                statement=1,
                recipients=(Party("people", None, 0.6),),
                place=(Place(quote("there")),),
                when=(When(quote("on 4 March"), "2031-03-04", "resolved"),),
                killed=(Figure(quote("At least 12 people"), 12, None),),
            ),
            Event(
                2,
                quote("asked"),
                "REQUEST",
                "actual",
                aspect="demand",
                statement=2,
                content=(quote("evidence"),),
                when=(),
            ),
        ),
        origins={"statements": Provenance("statements", "parley-1"), "sentences": Provenance("sentences", "rules")},
    )


def annotated(name: str) -> list[Reading]:
    """The annotated reports of one file of the corpus, as `dev/dev-a.yaml`, as if they had been read."""
    return [reading_of(report) for report in read_file(HERE / name, Problems())]


def reading_of(annotation: standoff.Report) -> Reading:
    """An annotated report as a Reading; entries without a trigger are left out."""
    outlet = annotation["outlet"] or {}
    report = Report(
        id=annotation["id"],
        text=annotation["text"],
        title=annotation["title"],
        outlet=Outlet(outlet.get("name"), outlet.get("site"), outlet.get("country"), outlet.get("kind")),
        published=None if annotation["published"] == "None" else date.fromisoformat(annotation["published"]),
        dateline=annotation["dateline"],
    )
    paragraphs = [report.text.count("\n\n", 0, start) for start, _ in annotation["sentences"]]
    return Reading(
        report=report,
        sentences=tuple(
            Sentence(report.span(*pair), paragraph)
            for pair, paragraph in zip(annotation["sentences"], paragraphs, strict=True)
        ),
        actors={name: _actor(name, actor) for name, actor in annotation["actors"].items()},
        mentions=tuple(Mention(report.span(*m["span"]), m["actor"], m["sentence"]) for m in annotation["mentions"]),
        statements=tuple(_statement(report, one) for one in annotation["statements"]),
        events=tuple(_event(report, one, one["trigger"]) for one in annotation["events"] if one["trigger"]),
    )


def _actor(name: str, actor: Mapping[str, object]) -> Actor:
    return Actor(
        id=name,
        name=cast("str | None", actor.get("name")),
        kind=cast(str, actor.get("kind")),
        country=cast("str | None", actor.get("country")),
        office=cast("str | None", actor.get("office")),
        acts_for=cast("str | None", actor.get("of")),
        members=tuple(cast("list[str]", actor.get("members", []))),
    )


def _party(report: Report, party: standoff.Party) -> Party | None:
    span = party["span"]
    return Party(party["actor"], report.span(*span) if span else None) if party["actor"] else None


def _parties(report: Report, parties: Iterable[standoff.Party]) -> tuple[Party, ...]:
    return tuple(found for party in parties if (found := _party(report, party)))


def _times(report: Report, times: Iterable[standoff.Time]) -> tuple[When, ...]:
    return tuple(When(report.span(*t["span"]), t["date"], "resolved" if t["date"] else "unknown") for t in times)


def _spans(report: Report, pairs: Iterable[list[int]]) -> tuple[Span, ...]:
    return tuple(report.span(*pair) for pair in pairs)


def _figures(report: Report, pairs: Iterable[list[int]]) -> tuple[Figure, ...]:
    return tuple(Figure(span, None, None) for span in _spans(report, pairs))


def _statement(report: Report, one: standoff.Statement) -> Statement:
    return Statement(
        sentence=one["sentence"],
        source=_party(report, one["source"]),
        cue=report.span(*one["cue"]) if one["cue"] else None,
        content=_spans(report, one["content"]),
        how=cast(How, one["how"]),
        via=_parties(report, one["via"]),
        to=_parties(report, one["to"]),
        when=_times(report, one["when"]),
    )


def _event(report: Report, one: standoff.Event, trigger: list[int]) -> Event:
    return Event(
        sentence=one["sentence"],
        trigger=report.span(*trigger),
        type=one["type"],
        reality=one["reality"],
        modes=tuple(one["mode"]),
        talks=one["talks"],
        aspect=one["aspect"],
        statement=one["statement"],
        actors=_parties(report, one["actors"]),
        recipients=_parties(report, one["recipients"]),
        content=_spans(report, one["content"]),
        condition=_spans(report, one["condition"]),
        criteria=_spans(report, one["criteria"]),
        place=tuple(Place(span) for span in _spans(report, one["place"])),
        when=_times(report, one["when"]),
        killed=_figures(report, one["killed"]),
        injured=_figures(report, one["injured"]),
        held=_figures(report, one["held"]),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any reading at all: every span lies in the text and every index in its list; the rest is arbitrary."""
    text = draw(st.text(min_size=2, max_size=80))
    report = Report(
        id=draw(st.text(min_size=1, max_size=8)),
        text=text,
        title=draw(st.none() | st.text(max_size=9)),
        outlet=draw(st.none() | st.builds(Outlet, *[st.none() | st.text(max_size=5)] * 4)),
        published=draw(st.none() | st.dates()),
        credits=tuple(draw(st.lists(st.text(max_size=5), max_size=2))),
    )
    names = draw(st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), min_size=1, max_size=4, unique=True))
    spans = st.builds(
        lambda start, length: report.span(start, min(len(text), start + length)),
        st.integers(0, len(text) - 1),
        st.integers(1, len(text)),
    )
    said = draw(st.integers(0, 3))
    parts = _Parts(spans, st.sampled_from(names), st.none() | (st.integers(0, said - 1) if said else st.nothing()))
    return Reading(
        report=report,
        sentences=tuple(draw(st.lists(st.builds(Sentence, spans, st.integers(0, 5), st.booleans()), max_size=4))),
        actors={name: draw(parts.actor(name)) for name in names},
        mentions=tuple(draw(st.lists(parts.mention(), max_size=4))),
        statements=tuple(draw(parts.statement()) for _ in range(said)),
        events=tuple(draw(st.lists(parts.event(), max_size=3))),
        origins={"events": Provenance("events", draw(st.text(max_size=4)))},
    )


class _Parts:
    """Strategies for the findings of one report."""

    def __init__(
        self, spans: st.SearchStrategy[Span], actors: st.SearchStrategy[str], said: st.SearchStrategy[int | None]
    ) -> None:
        self.span, self.name, self.said = spans, actors, said
        self.chance = st.integers(0, 10_000).map(lambda n: n / 10_000)
        self.spans = st.lists(spans, max_size=2).map(tuple)
        self.party = st.builds(Party, actors, st.none() | spans, self.chance)
        self.parties = st.lists(self.party, max_size=2).map(tuple)
        known = st.builds(lambda span: When(span, "2031-03", "stated"), spans)
        counted = st.builds(lambda span: When(span, "2031-03-04", "resolved", "text", "P3D"), spans)
        unknown = st.builds(lambda span: When(span, None, "unknown"), spans)
        self.times = st.lists(known | counted | unknown, max_size=2).map(tuple)
        number = st.none() | st.integers(0, 10**6)
        self.figures = st.lists(st.builds(Figure, spans, number, number), max_size=2).map(tuple)
        self.word = st.none() | st.text(max_size=6)

    def actor(self, name: str) -> st.SearchStrategy[Actor]:
        candidate = st.builds(Candidate, self.name, self.name, self.name)
        return st.builds(
            Actor,
            st.just(name),
            self.word,
            st.just("state"),
            self.word,
            self.word,
            st.none() | self.name,
            registry=st.none() | self.name,
            candidates=st.lists(candidate, max_size=2).map(tuple),
        )

    def mention(self) -> st.SearchStrategy[Mention]:
        return st.builds(Mention, self.span, self.name, st.integers(0, 9), self.chance)

    def statement(self) -> st.SearchStrategy[Statement]:
        return st.builds(
            Statement,
            st.integers(0, 9),
            st.none() | self.party,
            st.none() | self.span,
            st.lists(self.span, min_size=1, max_size=2).map(tuple),
            st.sampled_from(["direct", "indirect", "mixed"]),
            self.parties,
            self.parties,
            self.times,
            self.said,
            self.chance,
        )

    def place(self) -> st.SearchStrategy[Place]:
        degrees = st.floats(-90, 90)
        candidate = st.builds(PlaceCandidate, self.name, self.name, degrees, degrees, self.name, self.chance)
        nowhere = st.builds(lambda span, why: Place(span, why=why), self.span, self.word)
        rest = st.lists(candidate, max_size=2).map(tuple)
        somewhere = st.builds(
            lambda span, *at: Place(span, *at),
            *(self.span, self.name, self.name, degrees, degrees, self.word, st.integers(1, 7), self.chance, rest),
        )
        return nowhere | somewhere

    def event(self) -> st.SearchStrategy[Event]:
        return st.builds(
            Event,
            sentence=st.integers(0, 9),
            trigger=self.span,
            type=st.sampled_from(["ASSAULT", "TALKS", "AGREE"]),
            reality=st.sampled_from(["actual", "denied"]),
            modes=st.lists(st.text(max_size=4), max_size=2).map(tuple),
            talks=st.none() | st.sampled_from(["resumed", "ended-no-deal"]),
            aspect=st.none() | st.sampled_from(["demand"]),
            statement=self.said,
            actors=self.parties,
            recipients=self.parties,
            content=self.spans,
            condition=self.spans,
            criteria=self.spans,
            place=st.lists(self.place(), max_size=2).map(tuple),
            when=self.times,
            killed=self.figures,
            injured=self.figures,
            held=self.figures,
            confidence=self.chance,
        )
