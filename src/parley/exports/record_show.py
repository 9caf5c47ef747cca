"""One thing of the record with all that it rests on, word for word, and what people decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.text import Text

from parley.exports import wording
from parley.exports.columns import indented
from parley.exports.record_actors import reports_of
from parley.exports.record_demands import demand_head, judges, move_words
from parley.exports.record_desk import FAINT, HEAD, Desk, as_day, as_days, plural
from parley.exports.record_disputes import dispute_paragraph
from parley.exports.record_find import Found
from parley.exports.record_incidents import told_of, tolls_words
from parley.exports.record_json import Json, to_json
from parley.exports.record_naming import title_of
from parley.exports.record_status import row_words
from parley.exports.record_worded import state_words
from parley.record import (
    Canon,
    Copies,
    Demand,
    Dispute,
    Evidence,
    Incident,
    Judgement,
    Link,
    Origin,
    Reason,
    Report,
    Round,
    Span,
    Talks,
    Truce,
    Version,
)
from parley.record.judgement import history

__all__ = ["show_json", "show_lines"]

_IN = 4
_FEW = 20
_ACTORS = frozenset(("actors", "recipients"))


def show_json(found: Found, desk: Desk) -> Json:
    """What it is, the thing itself, and the judgements on it."""
    return {
        "id": found.id,
        "is": type(found.thing).__name__.lower().replace("canon", "actor"),
        "thing": to_json(found.thing, desk),
        "judgements": to_json(history(desk.judgements, found.id), desk),
    }


def show_lines(found: Found, desk: Desk) -> Iterator[Text]:
    """The thing, then its history of judgements."""
    yield from _thing(found, desk)
    judged = history(desk.judgements, found.id)
    yield Text()
    yield Text("Judgements" if judged else "Nobody has judged it", HEAD if judged else FAINT)
    for one in judged:
        yield from indented(_judgement(one), desk.width, 2)


def _thing(found: Found, desk: Desk) -> Iterator[Text]:
    match found.thing:
        case Incident() as incident:
            yield from _incident(incident, desk)
        case Demand() as demand:
            yield from _demand(demand, desk)
        case Dispute() as dispute:
            yield from dispute_paragraph(dispute, desk, few=_FEW)
            yield from _part("Why these are rivals", _rivals(dispute, desk))
        case Canon() as actor:
            yield from _actor(actor, desk)
        case Talks() as talks:
            yield from _talks(talks, desk)
        case Round() | Truce():
            yield from _sitting(found, desk)
        case Origin() as origin:
            yield from _origin(origin, desk)
        case Copies() as copies:
            yield from _title(f"{plural(len(copies.reports), 'report')} of one text", copies.id, desk)
            yield from _reports(copies.reports, desk)
            yield from _reasons(copies.reasons, desk)
        case Report() as head:
            yield from _report(head, desk)
        case Judgement() as judgement:
            yield from indented(_judgement(judgement), desk.width, 0)


def _title(what: str, id_: str, desk: Desk) -> Iterator[Text]:
    yield from indented(Text.assemble((what, HEAD), (f"  {id_}", FAINT)), desk.width, 0)


def _part(heading: str, lines: Iterable[Text]) -> Iterator[Text]:
    """A heading over lines, where there are any."""
    for number, line in enumerate(lines):
        if not number:
            yield Text()
            yield Text(heading, HEAD)
        yield line


def _incident(incident: Incident, desk: Desk) -> Iterator[Text]:
    yield from _title(incident.what, incident.id, desk)
    parts = (as_days(incident.when), incident.place, tolls_words(incident.tolls), desk.told_by(told_of(incident)))
    yield from indented(Text(" · ".join(part for part in parts if part), FAINT), desk.width, 0)
    for slot, versions in incident.slots.items():
        yield from _part(_slot(slot, incident), _versions(slot, versions, desk))
    yield from _part("Why these are one", _links(incident.links, desk))
    yield from _part("May be the same, for you to decide", _links(incident.maybe, desk))


def _slot(slot: str, incident: Incident) -> str:
    toll = incident.tolls.get(slot)
    rule = f" (best by the rule “{toll.rule}”)" if toll else ""
    return f"{slot.capitalize()}{rule}"


def _versions(slot: str, versions: Sequence[Version], desk: Desk) -> Iterator[Text]:
    """Every value, and each place that tells it."""
    for version in versions:
        value = desk.name(version.value) if slot in _ACTORS else version.value
        yield from indented(Text.assemble((value, HEAD), f"  {desk.told_by(version.evidence)}"), desk.width, 2)
        yield from _places(version.evidence, desk)


def _places(evidence: Sequence[Evidence], desk: Desk) -> Iterator[Text]:
    """Every place, in the order of days, with all its words; findings of the same words stand together."""
    same: dict[tuple[Span, str], list[Evidence]] = {}
    for one in sorted(evidence, key=lambda one: (one.day or date.max, one.ref)):
        same.setdefault((one.span, one.claimant.id), []).append(one)
    for places in list(same.values())[:_FEW]:
        refs = ", ".join(dict.fromkeys(str(one.ref) for one in places))
        said = Text().append_text(desk.cited(places[0], None)).append(f"  {refs}", FAINT)
        yield from indented(said, desk.width, _IN)
    if len(same) > _FEW:
        yield Text(f"    and {len(same) - _FEW} more (--json has all)", FAINT)


def _links(links: Sequence[Link], desk: Desk) -> Iterator[Text]:
    for link in links[:_FEW]:
        yield from indented(Text(f"{link.a} and {link.b}: {link.score:.2f}"), desk.width, 2)
        yield from _reasons(link.reasons, desk, _IN)


def _rivals(dispute: Dispute, desk: Desk) -> Iterator[Text]:
    for link in dispute.links[:_FEW]:
        yield from indented(Text(f"{link.a} and {link.b}"), desk.width, 2)
        yield from _reasons(link.reasons, desk, _IN)


def _reasons(reasons: Sequence[Reason], desk: Desk, by: int = 2) -> Iterator[Text]:
    """Each with what it adds; those of rules and of people add nothing."""
    for reason in reasons:
        weight = f"{reason.weight:+.1f} " if reason.weight else ""
        said = wording.shown(f"{weight}{reason.feature}: {reason.detail}")
        yield from indented(Text(said, FAINT), desk.width, by)


def _demand(demand: Demand, desk: Desk) -> Iterator[Text]:
    yield from indented(demand_head(demand, desk), desk.width, 0)
    if demand.criteria:
        yield from indented(Text(f"criteria: {', '.join(demand.criteria)}", FAINT), desk.width, 0)
    for move in demand.moves:
        yield Text()
        yield Text.assemble((as_day(move.day), FAINT), "  ", (move_words(move), HEAD), f"  {judges(move)}")
        yield from _places(move.evidence, desk)
    yield from _part("Why these are one", _links(demand.links, desk))


def _actor(actor: Canon, desk: Desk) -> Iterator[Text]:
    yield from _title(actor.name, actor.id, desk)
    above = desk.name(actor.acts_for) if actor.acts_for else None
    parts = (actor.kind.replace("_", " "), actor.country, f"acts for {above}" if above else None)
    yield Text(" · ".join(part for part in parts if part), FAINT)
    if actor.names:
        yield from indented(Text(f"called {', '.join(actor.names)}"), desk.width, 0)
    if actor.members:
        yield from indented(Text(f"members: {desk.names(actor.members)}"), desk.width, 0)
    yield from _part("Says", _places(_said(actor.id, desk), desk))
    yield from _part(f"Named in {plural(len(reports_of(actor)), 'report')}", _reports(sorted(reports_of(actor)), desk))


def _said(actor: str, desk: Desk) -> list[Evidence]:
    """What the record has of its claims, each place once."""
    return sorted({one for one in _evidence(desk) if one.claimant.id == actor}, key=lambda one: one.ref)


def _evidence(desk: Desk) -> Iterator[Evidence]:
    """All of it."""
    for claim in desk.record.claims:
        yield from claim.evidence
    for incident in desk.record.incidents:
        yield from told_of(incident)
    for demand in desk.record.demands:
        yield from (one for move in demand.moves for one in move.evidence)


def _talks(talks: Talks, desk: Desk) -> Iterator[Text]:
    yield from _title(talks.name, talks.id, desk)
    helpers = (("between them", talks.mediators), ("hosts", talks.hosts))
    for name, actors in helpers:
        if actors:
            yield Text(f"{name}: {desk.names(actors)}")
    sittings = [one.id for one in talks.rounds] + [one.id for one in talks.truces]
    yield from _part("Rounds and truces", _titles(sittings, desk))
    for track in ("talks", "truce"):
        rows = [row for row in desk.record.board if (row.talks, row.track) == (talks.id, track)]
        yield from _part(f"The board of the {track}", (Text(f"  {row_words(row, desk)}") for row in rows))


def _sitting(found: Found, desk: Desk) -> Iterator[Text]:
    yield from _title(title_of(found.id, desk), found.id, desk)
    if isinstance(found.thing, Round):
        yield from _part("Called", _versions("called", found.thing.told, desk))
    claims = [claim for claim in desk.record.claims if claim.about == found.id]
    for state in dict.fromkeys(claim.state for claim in claims):
        told = [one for claim in claims if claim.state == state for one in claim.evidence]
        yield from _part(f"{state_words(state)}  {desk.told_by(told)}", _places(told, desk))


def _origin(origin: Origin, desk: Desk) -> Iterator[Text]:
    yield from _title(f"{origin.name} · {origin.kind}", origin.id, desk)
    yield from _part("Reports that rest on it", _reports(origin.reports, desk))
    yield from _part("Reports that rest on it in places", _reports(origin.also, desk))
    yield from _part("Why", _reasons(origin.reasons, desk))


def _reports(reports: Sequence[str], desk: Desk) -> Iterator[Text]:
    for report in reports[:_FEW]:
        title = wording.shown((desk.heads[report].title if report in desk.heads else None) or "")
        line = Text.assemble(
            f"{desk.outlet(report)}, {as_day(desk.published(report))}: {title}", (f"  {report}", FAINT)
        )
        yield from indented(line, desk.width, 2)
    if len(reports) > _FEW:
        yield Text(f"  and {len(reports) - _FEW} more", FAINT)


def _report(head: Report, desk: Desk) -> Iterator[Text]:
    """Its origin, its copies, and everything that rests on it."""
    yield from _title(wording.headline(desk.report(head.id)), head.id, desk)
    yield Text(wording.provenance(head), FAINT)
    record = desk.record
    lines: list[Text] = []
    for origin in record.origins:
        if head.id in origin.reports:
            lines.append(Text.assemble(f"  origin: {origin.name} ({origin.kind})", (f"  {origin.id}", FAINT)))
    for one in record.copies:
        if head.id in one.reports:
            others = ", ".join(sorted({desk.outlet(report) for report in one.reports if report != head.id}))
            lines.append(Text.assemble(f"  the same text as in {others}", (f"  {one.id}", FAINT)))
    yield from lines
    told = [one for one in record.incidents if any(ref.report == head.id for ref in one.members)]
    asks = [one for one in record.demands if any(place.ref.report == head.id for place in _places_of(one))]
    yield from _part("Incidents", _titles([one.id for one in told], desk))
    yield from _part("Demands", _titles([one.id for one in asks], desk))
    said = [one for claim in record.claims for one in claim.evidence if one.ref.report == head.id]
    yield from _part("Of the talks", _places(list(dict.fromkeys(said)), desk))


def _places_of(demand: Demand) -> Iterator[Evidence]:
    return (one for move in demand.moves for one in move.evidence)


def _titles(ids: Iterable[str], desk: Desk) -> Iterator[Text]:
    for id_ in ids:
        yield from indented(Text.assemble(title_of(id_, desk), (f"  {id_}", FAINT)), desk.width, 2)


def _judgement(one: Judgement) -> Text:
    others = f" with {', '.join(one.others)}" if one.others else ""
    change = f" {one.field} → {one.value}" if one.field else f" → {one.value}" if one.value else ""
    why = f": {one.why}" if one.why else ""
    text = f"{one.at:%Y-%m-%d %H:%M} UTC · {one.user} · {one.verb} {one.target}{others}{change}{why}"
    return Text.assemble(wording.shown(text), (f"  {one.id}", FAINT))
