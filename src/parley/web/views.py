"""What the pages of single things show alike: names that lead on, versions side by side, what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from starlette.responses import RedirectResponse, Response

from parley.errors import NotFound
from parley.exports import wording
from parley.exports.record_desk import Desk, as_day, as_days
from parley.exports.record_disputes import kind_words
from parley.exports.record_judged import decided, thing_words
from parley.linking.judging.anchors import ref_in
from parley.record import Dispute, Evidence, Reason, Ref, Span, Version
from parley.web import addresses
from parley.web.cites import Cite, cite, cites
from parley.web.index import Index
from parley.web.wordings import worded

__all__ = [
    "DisputeRow",
    "Ground",
    "Judged",
    "Named",
    "VersionView",
    "about_link",
    "dispute_row",
    "grounds",
    "judged",
    "led_on",
    "named",
    "named_by",
    "slot_words",
    "value_names",
    "version_view",
]

_MOST = 20
"""Places of one value that a page quotes; the thing itself holds all."""
_ACTORS = frozenset(("actors", "recipients", "who asked", "who did it"))


@dataclass(frozen=True, slots=True)
class Named:
    """A name and where it leads; None: nowhere."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class VersionView:
    """One value of a slot: who claims it, between which days, and the words; `rest` are the places that are folded."""

    value: tuple[Named, ...]
    speakers: str
    told: str
    days: str
    cites: tuple[Cite, ...]
    rest: tuple[Cite, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute in a line: the slot, the thing, what the rules make of it, and the rival values."""

    id: str
    url: str
    slot: str
    about: Named
    kind: str
    kind_words: str
    values: tuple[str, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What somebody decided; `undo` is its id where it can be taken back."""

    at: str
    user: str
    verb: str
    what: str
    about: str
    why: str
    undo: str | None


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason with its weight in log-odds, signed."""

    feature: str
    detail: str
    weight: str


def named(actor: str, desk: Desk) -> Named:
    """An actor of the record with its page."""
    known = actor in desk.record.actors
    return Named(desk.name(actor), addresses.to("actors", actor) if known else None)


def named_by(id_: str) -> Ref:
    """The finding that a thing is named by: that of "incident:a1#e3" is a1#e3."""
    return ref_in(id_) or Ref(id_, "report", 0)


def led_on(kind: str, now: str | None, missing: NotFound) -> Response:
    """To the thing that an old id is part of now; raises `missing` where it is part of none."""
    if now is None:
        raise missing
    return RedirectResponse(addresses.to(kind, now), HTTPStatus.TEMPORARY_REDIRECT)


def value_names(slot: str, value: str, desk: Desk) -> tuple[Named, ...]:
    """The value of a slot for people: actors by name, several of them each, days as people write them."""
    parts = value.split("+")
    if slot in _ACTORS or (slot.startswith("who ") and all(one in desk.record.actors for one in parts)):
        return tuple(named(one, desk) for one in parts)
    return (Named(worded(value, desk)),)


def slot_words(slot: str, desk: Desk) -> str:
    """A slot with the names of those whose ids are in it: "killed (Pakistan, civilians)"; days and states in words."""
    return worded(slot, desk)


def version_view(slot: str, version: Version, desk: Desk, few: int = 2) -> VersionView:
    """A value with the earliest words of its first origins; all other places are folded."""
    shown, _ = cites(version.evidence, desk, few)
    places = _places(version.evidence)
    urls = {one.url for one in shown}
    rest = [one for one in places if addresses.of_evidence(one) not in urls]
    days = sorted(one.day for one in version.evidence if one.day)
    return VersionView(
        value=value_names(slot, version.value, desk),
        speakers=desk.speakers(version.evidence),
        told=desk.told_by(version.evidence),
        days=as_days(f"{days[0]}/{days[-1]}") if days else "",
        cites=shown,
        rest=tuple(cite(one, desk) for one in rest[:_MOST]),
        more=max(0, len(rest) - _MOST),
    )


def _places(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Every place once, in the order of days."""
    ordered = sorted(evidence, key=lambda one: (one.day or date.max, one.ref))
    same: dict[tuple[Span, str], Evidence] = {}
    for one in ordered:
        same.setdefault((one.span, one.claimant.id), one)
    return list(same.values())


def about_link(dispute: Dispute, desk: Desk) -> Named:
    """What a dispute is about; of a finding the words in its report."""
    about = dispute.about
    name = thing_words(about, desk)
    kind = about.partition(":")[0]
    if about in desk.incidents or about in desk.demands:
        return Named(name, addresses.to(f"{kind}s", about))
    if kind == "talks":
        return Named(name, addresses.to("talks", ":".join(about.split(":")[:2])))
    first = dispute.versions[0].evidence[0]
    return Named(name, addresses.of_evidence(first))


def dispute_row(dispute: Dispute, desk: Desk) -> DisputeRow:
    """A row of any list of disputes."""
    told = [one for version in dispute.versions for one in version.evidence]
    values = (value_names(dispute.slot, version.value, desk) for version in dispute.versions)
    return DisputeRow(
        id=dispute.id,
        url=addresses.to("disputes", dispute.id),
        slot=slot_words(dispute.slot, desk),
        about=about_link(dispute, desk),
        kind=dispute.kind,
        kind_words=kind_words(dispute),
        values=tuple(" + ".join(one.name for one in value) for value in values),
        told=desk.told_by(told),
    )


def judged(ids: Sequence[str], index: Index) -> tuple[Judged, ...]:
    """What people decided about something, the last first, with what they took back."""
    desk = index.desk
    mine = {one.id: one for id_ in ids for one in index.judged.get(id_, ())}
    undone = {one.target: one for name in mine for one in index.judged.get(name, ())}
    found = sorted((*mine.values(), *undone.values()), key=lambda one: (one.at, one.id), reverse=True)
    return tuple(
        Judged(
            at=f"{as_day(one.at.date())}, {one.at:%H:%M} UTC",
            user=wording.shown(one.user),
            verb=one.verb,
            what=decided(one, desk),
            about=thing_words(mine[one.target].target if one.target in mine else one.target, desk),
            why=wording.shown(one.why or ""),
            undo=None if one.verb == "undo" or one.id in undone else one.id,
        )
        for one in dict.fromkeys(found)
    )


def grounds(reasons: Iterable[Reason]) -> tuple[Ground, ...]:
    """Reasons as they were found, the weightiest first."""
    ordered = sorted(reasons, key=lambda one: -abs(one.weight))
    return tuple(Ground(one.feature, one.detail, f"{one.weight:+.1f}".replace("-", "−")) for one in ordered)
