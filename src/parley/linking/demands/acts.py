"""The moves of demands that single events are, in terms that hold across reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from parley.linking.casting import Casting
from parley.linking.demands.rules import Part, part_of
from parley.linking.demands.ties import Tie, Ties, may_be_tied
from parley.linking.incidents.words import stems
from parley.record import Event, Party, Reading, Ref, Report, Span

__all__ = ["Act", "Played", "played", "retied"]

VAGUE = stems(
    "agree commitment commit demand promise thing matter issue point core call ask want way step one that such"
)
"""Stems that say that something is wanted or promised, not what."""
AGAIN = {"reopen": "open", "restart": "start", "reaffirm": "affirm"}
"""Stems of doing a thing again, by that of doing it."""
GUARANTEE = stems("guarantee assurance assure undertaking written writing")
"""Who asks for these asks for a guarantee."""


@dataclass(frozen=True, slots=True)
class Act:
    """One event as a move of some demand.

    `doers` are the sides of those who would have to do what is wanted, `others` of those who want it or whom it is
    promised to; `words` are stems of what it is about, without the names of those; `about` are the third parties named
    in it and what kind they are; `at` is the sentence. `own` says whether the words are those of its content, else they
    are those of its sentence."""

    ref: Ref
    event: Event
    part: Part
    doers: frozenset[str]
    others: frozenset[str]
    words: frozenset[str]
    about: frozenset[str]
    own: bool
    at: int
    day: date | None
    tie: Tie | None

    @property
    def when(self) -> tuple[date, Ref]:
        """By what moves stand in order."""
        return self.day or date.max, self.ref


@dataclass(frozen=True, slots=True)
class Played:
    """An event with the part that it plays, before its words are looked at."""

    part: Part
    tie: Tie | None
    act: Act


def played(reading: Reading, casting: Casting, ties: Ties) -> dict[int, Played]:
    """By its index every event of a reading that is a move of a demand."""
    found = ((index, _played(reading, index, casting, ties, None)) for index in range(len(reading.events)))
    return {index: one for index, one in found if one}


def retied(
    reading: Reading, casting: Casting, ties: Ties, known: Mapping[int, Played], shaped: Set[str] | None = None
) -> dict[int, Played]:
    """The same moves, those put elsewhere that are about talks which are others now; `known` are those of before.

    With `shaped` it speaks of the same talks as before, and these have other rounds or truces.
    """
    found = dict(known)
    for index, event in enumerate(reading.events):
        if may_be_tied(event) and (shaped is None or _is_about(known.get(index), shaped)):
            found.pop(index, None)
            one = _played(reading, index, casting, ties, known.get(index))
            if one:
                found[index] = one
    return dict(sorted(found.items()))


def _is_about(one: Played | None, talks: Set[str]) -> bool:
    return one is not None and one.tie is not None and one.tie.talks in talks


def _played(reading: Reading, index: int, casting: Casting, ties: Ties, known: Played | None) -> Played | None:
    ref, event = Ref(reading.report.id, "event", index), reading.events[index]
    tie = ties.of(ref, event, reading)
    part = tie.part if tie else part_of(event)
    if known and (known.part, known.tie) == (part, tie):
        return known
    return Played(part, tie, _act(reading, ref, part, tie, casting)) if part else None


def _act(reading: Reading, ref: Ref, part: Part, tie: Tie | None, casting: Casting) -> Act:
    event = reading.events[ref.index]
    doers, others = _parties(reading, event, part, casting)
    said = _words(reading, event.content, doers | others, event.criteria, casting)
    spans = event.content if said else _sentence(reading, event)
    return Act(
        ref=ref,
        event=event,
        part=_guaranteed(part, event, reading),
        doers=doers,
        others=others,
        words=said or _words(reading, spans, doers | others, event.criteria, casting),
        about=_about(reading, spans, doers | others, casting),
        own=bool(said),
        at=event.sentence,
        day=reading.report.published,
        tie=tie,
    )


def _guaranteed(part: Part, event: Event, reading: Reading) -> Part:
    """A demand for a guarantee is filed as one."""
    told = stems(" ".join(span.quote(reading.report) for span in event.content))
    return replace(part, kind="guarantee") if part.kind == "demand" and not GUARANTEE.isdisjoint(told) else part


def _parties(reading: Reading, event: Event, part: Part, casting: Casting) -> tuple[frozenset[str], frozenset[str]]:
    """Who would do it, and who wants it."""
    report = reading.report.id
    actors, recipients = (_sides(report, parties, casting) for parties in (event.actors, event.recipients))
    gave = part.voice == "show" and part.move in ("acknowledged", "rejected")
    return (recipients, actors) if part.voice == "ask" or gave else (actors, recipients)


def _sides(report: str, parties: Sequence[Party], casting: Casting) -> frozenset[str]:
    return frozenset(side for party in parties for side in casting.sides(casting.of(report, party.actor)))


def _words(
    reading: Reading, spans: Sequence[Span], parties: frozenset[str], tests: Sequence[Span], casting: Casting
) -> frozenset[str]:
    """Stems of the words, without the parties' names, the tests set, and single letters that an apostrophe leaves."""
    report = reading.report
    inside = [one for one in reading.mentions if any(span.covers(one.span) for span in spans)]
    left_out = [one.span for one in inside if casting.sides(casting.of(report.id, one.actor)) <= parties]
    kept = " ".join(_without(span, [*left_out, *tests], report) for span in spans)
    return frozenset(AGAIN.get(word, word) for word in stems(kept) if len(word) > 1) - VAGUE


def _without(span: Span, left_out: Sequence[Span], report: Report) -> str:
    """The words of a span but for those of the others that lie inside it."""
    kept, at = [], span.start
    for other in sorted(one for one in left_out if span.covers(one) and one != span):
        kept.append(report.text[at : max(at, other.start)])
        at = max(at, other.end)
    return " ".join((*kept, report.text[at : span.end]))


def _about(reading: Reading, spans: Sequence[Span], parties: frozenset[str], casting: Casting) -> frozenset[str]:
    """Third parties by their id and by their kind."""
    report = reading.report.id
    named = {one.actor for one in reading.mentions if any(span.covers(one.span) for span in spans)}
    ids = {local: casting.of(report, local) for local in named}
    third = {local for local, known in ids.items() if not casting.sides(known) <= parties}
    kinds = {reading.actors[local].kind for local in third if local in reading.actors}
    return frozenset(ids[local] for local in third) | kinds


def _sentence(reading: Reading, event: Event) -> tuple[Span, ...]:
    """The sentence of an event; none where it is not cut."""
    return (reading.sentences[event.sentence].span,) if event.sentence < len(reading.sentences) else ()
