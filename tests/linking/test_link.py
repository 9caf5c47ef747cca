"""From readings to the record."""

from __future__ import annotations

import random
from datetime import date

from parley.linking.link import link
from parley.record import Actor, Event, Mention, Outlet, Party, Place, Reading, Report, Sentence, Span, Statement, When

LINES = {
    "opened": "North and South opened talks in Muscat on 3 May",
    "failed": "the talks had ended without a deal",
    "again": "North and South will meet again in Geneva on 9 May",
}


class Text:
    """A report in the making: one sentence an event, `said` by somebody or in the outlet's own voice."""

    def __init__(self, id_: str, outlet: str, day: int, *told: tuple[str, str, str | None]) -> None:
        self.told = told
        sentences = [f"{said} said {LINES[line]}." if said else f"{LINES[line]}." for line, _, said in told]
        self.report = Report(id_, "\n".join(sentences), outlet=Outlet(outlet), published=date(2024, 5, day))

    def reading(self) -> Reading:
        actors = {name: Actor(name, name, "state", code) for name, code in (("North", "NTH"), ("South", "STH"))}
        events, statements, sentences, start = [], [], [], 0
        mentions: list[Mention] = []
        for number, (_line, state, said) in enumerate(self.told):
            end = self.report.text.find("\n", start)
            end = len(self.report.text) if end < 0 else end
            sentences.append(Sentence(self.report.span(start, end), number))
            at = start
            if said:
                actors.setdefault(said, Actor(said, said, "person", acts_for="North"))
                speaker = self.report.span(start, start + len(said))
                mentions.append(Mention(speaker, said, number))
                at = start + len(said) + len(" said ")
                cue = self.report.span(at - len("said "), at - 1)
                content = (self.report.span(at, end - 1),)
                statements.append(Statement(number, Party(said, speaker), cue, content, "indirect"))
            statement = len(statements) - 1 if said else None
            events.append(self._event(number, at, end, state, statement))
            start = end + 1
        return Reading(self.report, tuple(sentences), actors, tuple(mentions), tuple(statements), tuple(events))

    def _event(self, number: int, start: int, end: int, state: str, statement: int | None) -> Event:
        def found(*words: str) -> Span | None:
            hits = [(self.report.text.find(word, start, end), word) for word in words]
            return next((self.report.span(at, at + len(word)) for at, word in hits if at >= 0), None)

        place, when = found("Muscat", "Geneva"), found("3 May", "9 May")
        day = f"2024-05-0{when.quote(self.report)[0]}" if when else None
        return Event(
            sentence=number,
            trigger=found("opened", "ended", "meet") or self.report.span(start, end),
            type="TALKS",
            reality="planned" if state == "scheduled" else "actual",
            talks=state,
            statement=statement,
            actors=(Party("North"), Party("South")),
            place=(Place(place),) if place else (),
            when=(When(when, day, "stated"),) if when and day else (),
        )


READINGS = [
    Text("a", "Gulf Courier", 3, ("opened", "opened", None)).reading(),
    Text("b", "Northern Post", 4, ("opened", "opened", None), ("failed", "ended-no-deal", "Minister Vale")).reading(),
    Text("c", "Southern Post", 5, ("again", "scheduled", "Minister Vale")).reading(),
    Text("d", "Gulf Courier", 6, ("again", "scheduled", None)).reading(),
]


def test_the_record_has_the_rounds_and_the_board() -> None:
    """Muscat on 3 May, which the North's minister says failed; Geneva set for 9 May."""
    record = link(READINGS)
    (talks,) = record.talks
    assert [(one.venue, one.dates) for one in talks.rounds] == [("Muscat", "2024-05-03"), ("Geneva", "2024-05-09")]
    rows = [(row.day.day, row.state, row.disputed) for row in record.board]
    assert rows == [(4, "ended-no-deal", True), (5, "scheduled", True), (9, None, False)]


def test_every_claim_leads_to_the_words() -> None:
    """The evidence of each claim is a stretch of a report that was read."""
    reports = {reading.report.id: reading.report for reading in READINGS}
    for claim in link(READINGS).claims:
        for evidence in claim.evidence:
            assert evidence.span.quote(reports[evidence.span.report])


def test_the_order_of_the_readings_does_not_matter() -> None:
    """The record is a matter of what was read."""
    record = link(READINGS)
    for seed in range(5):
        shuffled = list(READINGS)
        random.Random(seed).shuffle(shuffled)
        assert link(shuffled) == record
