"""A situation report: what the board shows, what changed, incidents and disputes, every line with its citation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.exports.record_changes import change_words
from parley.exports.record_desk import Desk, as_day, as_days, earliest, plural
from parley.exports.record_disputes import chosen as disputes_of
from parley.exports.record_filter import Filter
from parley.exports.record_incidents import told_of, tolls_words
from parley.exports.record_naming import title_of
from parley.exports.record_status import about_words, rank_words, standings
from parley.exports.record_worded import state_words, worded
from parley.record import Change, Evidence, Incident

__all__ = ["Brief", "Cited", "Item", "Section", "brief_of"]

_CITES = 2
_QUOTE = 240
_FEW = 15
NOTE = (
    "Made by Parley from the reports named. Every line says who claims it; nothing here is stated as fact, and no side "
    "is taken. Origins, not outlets, count as independent."
)


@dataclass(frozen=True, slots=True)
class Cited:
    """One place: who says so, where and when, and the exact words."""

    who: str
    where: str
    words: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One line: its beginning stands out; `told` says by how many origins it is told."""

    head: str
    text: str
    told: str
    cites: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; `empty` is said where there are none, `more` where some are left out."""

    heading: str
    items: tuple[Item, ...]
    empty: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole report."""

    title: str
    covers: str
    sections: tuple[Section, ...]
    note: str = NOTE


def brief_of(desk: Desk, changes: Sequence[Change], since: str, asked: Filter) -> Brief:
    """The situation report of a record in which `changes` are new; `since` is the moment in words."""
    days = [day for head in desk.heads.values() if (day := head.published)]
    shown = {row.talks for row in desk.record.board}
    talks = [one.name for one in desk.record.talks if one.id in shown and asked.of_talks(one.id, desk)]
    new = [one for one in changes if one.kind == "report"]
    covers = (
        f"What is new {since}. Cut-off: the reports published up to {as_day(max(days, default=None))}. "
        f"{plural(len(new), 'new report')} of {len(desk.heads):,}."
    )
    return Brief(
        title=f"Situation report: {'; '.join(talks) or 'no talks'}",
        covers=covers,
        sections=tuple(_sections(desk, changes, asked)),
    )


def _sections(desk: Desk, changes: Sequence[Change], asked: Filter) -> Iterator[Section]:
    status = tuple(_status(desk, asked))
    yield Section("Where it stands", status, "No talks are told of.")
    moved = [one for one in changes if one.kind in ("status", "figure", "demand")]
    yield _changed("What changed", moved, desk, "Nothing moved.")
    new = {one.about for one in changes if one.kind == "incident"}
    happened = sorted((one for one in desk.record.incidents if one.id in new), key=_weight)
    items = tuple(_incident(one, desk) for one in happened[:_FEW])
    yield Section("New incidents", items, "None are told of.", _more(len(happened), "parley incidents"))
    disputes = disputes_of(desk, asked)
    yield Section(
        "Told differently",
        tuple(item for one in disputes[:_FEW] for item in _dispute(one.id, desk)),
        "No disputes.",
        _more(len(disputes), "parley disputes"),
    )


def _more(number: int, command: str) -> str:
    return f"{number - _FEW:,} more: {command}" if number > _FEW else ""


def _weight(incident: Incident) -> tuple[int, int, str]:
    """Those told by most origins first, then those with casualties."""
    return -len({one.origin for one in told_of(incident)}), -len(incident.tolls), incident.id


def _status(desk: Desk, asked: Filter) -> Iterator[Item]:
    for one in standings(desk, asked):
        about = about_words(one.row.about, one.talks)
        places = [place for claim in (*one.rests, *one.otherwise) for place in claim.evidence[:1]]
        otherwise = ", ".join(dict.fromkeys(state_words(claim.state) for claim in one.otherwise))
        text = f"since {as_day(one.row.day)}{f' ({about})' if about else ''}: {rank_words(one.row, desk)}"
        against = f"; others that day or since: {otherwise}" if otherwise else ""
        head = f"{one.talks.name}, {one.row.track}: {state_words(one.row.state)}"
        yield Item(head, f"{text}{against}.", "", _cites(places, desk, most=4))


def _changed(heading: str, changes: Sequence[Change], desk: Desk, empty: str) -> Section:
    items = tuple(_change(one, desk) for one in changes[:_FEW])
    return Section(heading, items, empty, _more(len(changes), "parley changes"))


def _change(change: Change, desk: Desk) -> Item:
    return Item(as_day(change.day), change_words(change, desk, dated=False).plain, "", _cites(change.evidence, desk))


def _incident(incident: Incident, desk: Desk) -> Item:
    told = told_of(incident)
    parts = (incident.what, tolls_words(incident.tolls))
    when = as_days(incident.when) if incident.when else "day not told"
    return Item(when, "; ".join(part for part in parts if part), desk.told_by(told), _cites(told, desk))


def _dispute(id_: str, desk: Desk) -> Iterator[Item]:
    """A line a value, so that each has its citation."""
    dispute = desk.disputes[id_]
    for number, version in enumerate(dispute.versions):
        about = f"{title_of(dispute.about, desk)}: {worded(dispute.slot, desk)}" if not number else "or"
        value = worded(desk.name(version.value), desk)
        yield Item(about, value, desk.told_by(version.evidence), _cites(version.evidence, desk, 1))


def _cites(evidence: Sequence[Evidence], desk: Desk, most: int = _CITES) -> tuple[Cited, ...]:
    return tuple(
        Cited(desk.speaker(one.claimant), desk.citation(one), desk.words(one, _QUOTE), _url(one, desk))
        for one in earliest(evidence)[:most]
    )


def _url(evidence: Evidence, desk: Desk) -> str | None:
    head = desk.heads.get(evidence.ref.report)
    return head.url if head else None
