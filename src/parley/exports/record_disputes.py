"""Disputes: one thing of which different values are told, and who tells which. Never who is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from parley.exports.columns import indented
from parley.exports.record_desk import FAINT, HEAD, Desk
from parley.exports.record_filter import Facets, Filter, of_demand, of_dispute, of_incident
from parley.exports.record_json import Json, to_json
from parley.exports.record_naming import title_of
from parley.exports.record_worded import worded
from parley.record import Dispute, Version

__all__ = ["chosen", "dispute_json", "dispute_lines", "dispute_paragraph", "kind_words", "talks_of"]

_KINDS = {
    "conflict": ("they cannot all be so", "red"),
    "later-update": ("a later figure of the same source", "blue"),
    "different-scope": ("they may be of different things", "yellow"),
    "open": ("not decided", "yellow"),
}
_IN = 4


def chosen(desk: Desk, asked: Filter) -> list[Dispute]:
    """The disputes that are asked for: conflicts first, then those with most origins."""
    return sorted(_kept(desk, asked), key=lambda one: (one.kind != "conflict", -_origins(one), one.id))


def _kept(desk: Desk, asked: Filter) -> Iterable[Dispute]:
    found = desk.record.disputes
    if asked == Filter():  # of a large record it takes a while to see what each is about
        return found
    about = _abouts(desk)
    return (one for one in found if asked.keeps(of_dispute(one, about.get(one.about), talks_of(one)), desk))


def _abouts(desk: Desk) -> dict[str, Facets]:
    record = desk.record
    return {one.id: of_incident(one) for one in record.incidents} | {one.id: of_demand(one) for one in record.demands}


def talks_of(dispute: Dispute) -> str | None:
    """The talks of a round or truce stand in its id."""
    parts = dispute.about.split(":")
    return ":".join(parts[:2]) if parts[0] == "talks" else None


def _origins(dispute: Dispute) -> int:
    return len({one for version in dispute.versions for one in version.origins})


def dispute_json(desk: Desk, asked: Filter) -> Iterator[Json]:
    """One object a dispute."""
    return (to_json(one, desk) for one in chosen(desk, asked))


def dispute_lines(desk: Desk, asked: Filter, most: int | None = None) -> Iterator[Text]:
    """A paragraph a dispute; of more than `most` the first."""
    found = chosen(desk, asked)
    if not found:
        yield Text("no such disputes", FAINT)
    for number, one in enumerate(found[:most]):
        if number:
            yield Text()
        yield from dispute_paragraph(one, desk)
    if most is not None and len(found) > most:
        yield Text(f"and {len(found) - most:,} more: parley disputes --most 0", FAINT)


def kind_words(dispute: Dispute) -> str:
    """What the rules, or a person, make of it: "they cannot all be so"."""
    return _KINDS[dispute.kind][0]


def dispute_paragraph(dispute: Dispute, desk: Desk, few: int = 2) -> Iterator[Text]:
    """What it is about, then every value with the words of those who tell it."""
    why, style = _KINDS[dispute.kind]
    slot, about = worded(dispute.slot, desk), title_of(dispute.about, desk)
    title = Text.assemble((slot, HEAD), f" · {about}  ", (f"[{why}]", style))
    yield from indented(title, desk.width, 0)
    for version in dispute.versions:
        yield from indented(_value(version, desk), desk.width, 2)
        yield from desk.cites(version.evidence, _IN, few)
    yield Text("  ").append(dispute.id, FAINT)


def _value(version: Version, desk: Desk) -> Text:
    value = worded(desk.name(version.value), desk)
    speakers = desk.speakers(version.evidence)
    return Text.assemble(
        (value, HEAD), f"  according to {speakers}" if speakers else "", (f"  {desk.told_by(version.evidence)}", FAINT)
    )
