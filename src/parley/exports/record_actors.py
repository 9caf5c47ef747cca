"""Who is who in the record: names, for whom they act, and how much they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from parley.exports.columns import Cells, fit, row_lines
from parley.exports.record_desk import FAINT, HEAD, Desk, plural
from parley.exports.record_filter import Facets, Filter
from parley.exports.record_json import Json, to_json
from parley.record import Canon, Evidence, Record

__all__ = ["actor_json", "actor_lines", "chain_words", "chosen", "claimed", "facets_of", "reports_of"]

_OTHER_NAMES = 3


def chosen(desk: Desk, asked: Filter) -> list[Canon]:
    """The actors that are asked for, those of most reports first."""
    kept = (one for one in desk.record.actors.values() if asked.keeps(facets_of(one, desk), desk))
    return sorted(kept, key=lambda one: (-len(reports_of(one)), one.name.casefold(), one.id))


def reports_of(actor: Canon) -> frozenset[str]:
    """The reports that name it."""
    return frozenset(report for report, _ in actor.seen)


def facets_of(actor: Canon, desk: Desk) -> Facets:
    """By kind, name and side; the days and outlets are those of the reports that name it."""
    days = tuple(day.isoformat() for report in reports_of(actor) if (day := desk.published(report)))
    kinds = frozenset((actor.kind, actor.country or ""))
    talks = next((one.id for one in desk.record.talks if desk.side(actor.id) in one.sides), None)
    return Facets(kinds, frozenset((actor.id,)), talks, days, ())


def actor_json(desk: Desk, asked: Filter) -> Iterator[Json]:
    """One object an actor."""
    said = claimed(desk.record)
    for one in chosen(desk, _without_places(asked)):
        if _in_places(one, desk, asked):
            shape = to_json(one, desk)
            assert isinstance(shape, dict)
            yield shape | {"side": desk.side(one.id), "reports": len(reports_of(one)), "claims": said[one.id]}


def actor_lines(desk: Desk, asked: Filter) -> Iterator[Text]:
    """A row an actor. Those that one report alone names and no registry knows are counted at the end."""
    found = [one for one in chosen(desk, _without_places(asked)) if _in_places(one, desk, asked)]
    wide = asked != Filter()
    shown = [one for one in found if wide or one.registry or len(reports_of(one)) > 1]
    heads: Cells = tuple(Text(name, FAINT) for name in ("who", "kind", "acts for", "reports", "claims", "also", "id"))
    said = claimed(desk.record)
    rows = [heads, *(_row(one, desk, said) for one in shown)]
    if not shown:
        yield Text("no such actors", FAINT)
        return
    widths = fit(rows, (2, 1, 1.5, 1, 1, 2, 1.5), desk.width)
    for row in rows:
        yield from row_lines(row, widths)
    if len(shown) < len(found):
        yield Text(f"left out: {plural(len(found) - len(shown), 'actor')} that only one report names", FAINT)


def _row(actor: Canon, desk: Desk, said: Counter[str]) -> Cells:
    others = [name for name in actor.names if name != actor.name][:_OTHER_NAMES]
    return (
        Text(desk.name(actor.id), HEAD),
        Text(actor.kind.replace("_", " ")),
        Text(chain_words(actor, desk)),
        Text(str(len(reports_of(actor)))),
        Text(str(said[actor.id] or "")),
        Text(", ".join(others), FAINT),
        Text(actor.id, FAINT),
    )


def chain_words(actor: Canon, desk: Desk) -> str:
    """For whom it acts, with the side; "" for those who act for nobody."""
    side = desk.side(actor.id)
    above = desk.name(actor.acts_for) if actor.acts_for else ""
    return f"{above} ({desk.name(side)})" if above and side != actor.acts_for else above


def claimed(record: Record) -> Counter[str]:
    """How many places of the record each claims: what is said of talks, incidents and demands."""
    places: set[Evidence] = set()
    for claim in record.claims:
        places.update(claim.evidence)
    for incident in record.incidents:
        places.update(one for each in incident.slots.values() for version in each for one in version.evidence)
    for demand in record.demands:
        places.update(one for move in demand.moves for one in move.evidence)
    return Counter(one.claimant.id for one in places)


def _without_places(asked: Filter) -> Filter:
    """Outlets and origins are asked of the reports that name somebody, who rests on no evidence of his own."""
    return Filter(asked.talks, asked.actor, asked.side, None, asked.kind, asked.since, asked.until, 0)


def _in_places(actor: Canon, desk: Desk, asked: Filter) -> bool:
    reports = reports_of(actor)
    if asked.outlet and not any(asked.outlet.casefold() in desk.outlet(one).casefold() for one in reports):
        return False
    if asked.origins < 2:
        return True
    return len({one.id for one in desk.record.origins if reports & set(one.reports)}) >= asked.origins
