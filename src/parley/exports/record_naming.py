"""What a thing of the record is called where only its id is at hand."""

from __future__ import annotations

from parley.exports.record_desk import Desk, as_days
from parley.exports.record_status import about_words
from parley.exports.wording import quoted

__all__ = ["title_of"]


def title_of(id_: str, desk: Desk) -> str:
    """An incident by what it is and when, talks, rounds and truces by name, a demand by its words; else the id."""
    incident = desk.incidents.get(id_)
    if incident:
        return f"{incident.what}, {as_days(incident.when)}" if incident.when else incident.what
    demand = desk.demands.get(id_)
    if demand:
        return f"{demand.kind} {quoted(demand.content)}"
    if id_ in desk.record.actors:
        return desk.name(id_)
    for talks in desk.record.talks:
        if id_ == talks.id:
            return talks.name
        about = about_words(id_, talks)
        if about:
            return f"{talks.name}: {about}"
    return id_
