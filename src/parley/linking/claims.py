"""Who answers for a finding, on which day, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from parley.linking.casting import Casting
from parley.linking.origins_index import Origins
from parley.record import Claimant, Evidence, Origin, Party, Reading, Ref, Report, Span, Statement

__all__ = ["claimants", "day_of", "evidence", "outlet_claimant", "statement_of"]

DAY = len("2025-10-30")


def evidence(reading: Reading, ref: Ref, casting: Casting, origins: Sequence[Origin]) -> Evidence:
    """The words of a finding, with who claims it, when, and on which origin it rests.

    Whoever said it answers for it, not those who pass it on: of statements inside statements the innermost one whose
    source is known. What nobody is quoted for is the outlet's own claim. Raises IndexError where the reading has no
    such finding.
    """
    said = statement_of(reading, ref)
    return Evidence(
        ref=ref,
        span=_span(reading, ref),
        claimant=claimants(reading, ref, casting, origins)[0],
        day=day_of(reading, said),
        origin=_origin(ref, said, Origins.over(origins)),
    )


def claimants(reading: Reading, ref: Ref, casting: Casting, origins: Sequence[Origin] = ()) -> tuple[Claimant, ...]:
    """Who answers for a finding: several only where a text of several bodies speaks for itself; never empty."""
    said = statement_of(reading, ref)
    source = reading.statements[said].source if said is not None else None
    if source is not None:
        return (_speaker(reading, source, casting),)
    return _bodies(reading.report, casting, origins) or (outlet_claimant(reading.report),)


def statement_of(reading: Reading, ref: Ref) -> int | None:
    """The index of the statement that a finding is or stands in and whose source is known; None: the outlet's voice."""
    at = ref.index if ref.kind == "statement" else None
    if ref.kind == "event":
        at = reading.events[ref.index].statement
    return next((inner for inner in _outwards(reading, at) if reading.statements[inner].source), None)


def outlet_claimant(report: Report) -> Claimant:
    """The outlet in its own voice, by its name, its site, or the report where neither is known."""
    outlet = report.outlet
    name = (outlet and (outlet.name or outlet.site)) or report.id
    return Claimant(f"outlet:{name}", name)


def _outwards(reading: Reading, at: int | None) -> Iterator[int]:
    """A statement, the one that it stands inside, and so on."""
    passed: set[int] = set()
    while at is not None and at not in passed:
        yield at
        passed.add(at)
        at = reading.statements[at].within


def _speaker(reading: Reading, source: Party, casting: Casting) -> Claimant:
    local = reading.actors.get(source.actor)
    known = casting.of(reading.report.id, source.actor)
    canon = casting.actors.get(known)
    words = source.span.quote(reading.report) if source.span else None
    if (canon and canon.registry) or (local and local.name and local.kind != "anonymous"):
        return Claimant(known, canon.name if canon else str(local and local.name))
    return Claimant(known, words or (canon.name if canon else source.actor), named=False)


def _bodies(report: Report, casting: Casting, origins: Sequence[Origin]) -> tuple[Claimant, ...]:
    """Whose text it is, where a government's own press office prints it."""
    if report.outlet is None or report.outlet.kind != "government":
        return ()
    origin = Origins.over(origins).main(report.id)
    spoken = origin.by if origin else ()
    return tuple(Claimant(one, casting.actors[one].name) for one in spoken if one in casting.actors)


def _span(reading: Reading, ref: Ref) -> Span:
    """The content of a statement, the sentence of an event, the first sentence of a report."""
    if ref.kind == "statement":
        return _whole(reading.statements[ref.index])
    if ref.kind == "event":
        event = reading.events[ref.index]
        return reading.sentences[event.sentence].span if event.sentence < len(reading.sentences) else event.trigger
    lead = next((sentence.span for sentence in reading.sentences if sentence.body), None)
    return lead or reading.report.span(0, max(1, len(reading.report.text)))


def _whole(said: Statement) -> Span:
    """From the first to the last word of the content; a cue in the middle stays in."""
    first = said.content[0]
    return Span(first.report, min(piece.start for piece in said.content), max(piece.end for piece in said.content))


def day_of(reading: Reading, said: int | None) -> date | None:
    """The day told for a statement or one that it stands inside, unless it lies ahead; else that of publication."""
    published = reading.report.published
    for at in _outwards(reading, said):
        told = [
            date.fromisoformat(when.date) for when in reading.statements[at].when if when.date and _is_day(when.date)
        ]
        past = [day for day in told if published is None or day <= published]
        if past:
            return max(past)
    return published


def _is_day(iso: str) -> bool:
    return len(iso) == DAY and "/" not in iso


def _origin(ref: Ref, said: int | None, origins: Origins) -> str:
    """By the statement, else by the report; the report itself where its origin is not known."""
    found = origins.of(Ref(ref.report, "statement", said)) if said is not None else origins.main(ref.report)
    return found.id if found else ref.report
