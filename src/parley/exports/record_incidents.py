"""Incidents as a list: when, what, where, how many, who tells it, and the words of one who does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.text import Text

from parley.exports.columns import Cells, fit, indented, row_lines
from parley.exports.record_desk import FAINT, HEAD, Desk, as_days, earliest
from parley.exports.record_filter import Filter, of_incident
from parley.exports.record_json import Json, to_json
from parley.record import Evidence, Incident, Toll

__all__ = ["chosen", "incident_json", "incident_lines", "told_of", "told_on", "tolls_words", "what_words"]

_IN = 4


def chosen(desk: Desk, asked: Filter) -> list[Incident]:
    """The incidents that are asked for, in the order of their days; those without one last."""
    found = desk.record.incidents
    kept = found if asked == Filter() else [one for one in found if asked.keeps(of_incident(one), desk)]
    return sorted(kept, key=lambda one: (one.when or told_on(one) or "~", one.id))


def told_on(incident: Incident) -> str | None:
    """The first day, in ISO form, on which it is told."""
    return min((one.day.isoformat() for one in told_of(incident) if one.day), default=None)


def told_of(incident: Incident) -> tuple[Evidence, ...]:
    """All places that tell of it, each once."""
    found = {one.ref: one for versions in incident.slots.values() for each in versions for one in each.evidence}
    return tuple(found[ref] for ref in sorted(found))


def incident_json(desk: Desk, asked: Filter) -> Iterator[Json]:
    """One object an incident."""
    return (to_json(one, desk) for one in chosen(desk, asked))


def incident_lines(desk: Desk, asked: Filter, most: int | None = None) -> Iterator[Text]:
    """A row an incident, the words of the first that tells it and the id below; of more than `most` the latest."""
    every = chosen(desk, asked)
    found = every if most is None else every[-most:]
    heads: Cells = tuple(Text(name, FAINT) for name in ("when", "what", "where", "how many", "told by"))
    rows = [_row(one, desk) for one in found]
    if not rows:
        yield Text("no such incidents", FAINT)
        return
    widths = fit([heads, *rows], (1.2, 3, 1.2, 1.2, 1), desk.width)
    yield from row_lines(heads, widths)
    for one, row in zip(found, rows, strict=True):
        yield from row_lines(row, widths)
        for place in earliest(told_of(one))[:1]:
            yield from indented(desk.cited(place), desk.width, _IN)
        yield Text(" " * _IN).append(one.id, FAINT)
    if len(found) < len(every):
        yield Text(f"and {len(every) - len(found):,} before: parley incidents --most 0", FAINT)


def _row(incident: Incident, desk: Desk) -> Cells:
    return (
        Text(as_days(incident.when) if incident.when else "not told"),
        Text(what_words(incident), HEAD),
        Text(incident.place or ""),
        Text(tolls_words(incident.tolls), "red"),
        Text(desk.told_by(told_of(incident))),
    )


def what_words(incident: Incident) -> str:
    """What it is, without the place where that stands beside it."""
    return incident.what.removesuffix(f", {incident.place}") if incident.place else incident.what


def tolls_words(tolls: Mapping[str, Toll]) -> str:
    """The figures of all victims together: "killed 11–16, best 12"; nothing of sides."""
    return "; ".join(f"{name} {toll}" for name, toll in tolls.items() if " " not in name)
