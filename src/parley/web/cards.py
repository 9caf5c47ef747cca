"""The cards of the review queue: one question each, with what somebody needs to answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from parley.asking.queue import Doubt
from parley.exports.record_desk import Desk, as_day, as_days
from parley.exports.record_incidents import told_of, tolls_words
from parley.exports.record_judged import thing_words
from parley.linking.judging import finding
from parley.record import Canon, Demand, Dispute, Evidence, Incident, Reading, Ref
from parley.web import addresses
from parley.web.cards_words import carries, odds_words
from parley.web.cites import Cite, cites
from parley.web.editing import Edit, edits_of_event, edits_of_incident
from parley.web.index import Index
from parley.web.scenes import Scene, scene
from parley.web.translation import gettext as _
from parley.web.translation import many
from parley.web.views import VersionView, about_link, slot_words, version_view

__all__ = ["Card", "Choice", "Side", "card"]

Readings = Callable[[str], Reading | None]
_FEW, _SCENES, _MOVES = 3, 2, 8


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: the letter that presses it, and the judgement that it makes."""

    key: str
    label: str
    verb: str
    target: str
    others: tuple[str, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that may be one: its name, what is known of it, and where it is told."""

    name: str
    url: str
    about: tuple[str, ...]
    scenes: tuple[Scene, ...] = ()
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """`carries` says what of the record hangs on the answer; `sure` how sure the reading was, which is shown on request
    only, `more` how many moves of a demand are not shown."""

    key: str
    sort: str
    question: str
    carries: tuple[str, ...]
    choices: tuple[Choice, ...]
    sure: str
    scenes: tuple[Scene, ...] = ()
    sides: tuple[Side, ...] = ()
    versions: tuple[VersionView, ...] = ()
    moves: tuple[tuple[str, tuple[Cite, ...]], ...] = ()
    more: int = 0
    edits: tuple[Edit, ...] = ()


def card(doubt: Doubt, readings: Readings, index: Index) -> Card | None:
    """The card of a doubt; None where what it is about is not in the record any more."""
    desk = index.desk
    made = {
        "finding": lambda: _finding(doubt, readings, index),
        "incidents": lambda: _incidents(doubt, readings, desk),
        "actors": lambda: _actors(doubt, index),
        "dispute": lambda: _dispute(doubt, desk),
        "demand": lambda: _demand(doubt, desk),
    }
    return made[doubt.sort]()


def _finding(doubt: Doubt, readings: Readings, index: Index) -> Card | None:
    ref = finding(doubt.target)
    reading = readings(ref.report) if ref else None
    shown = scene(ref, reading, index.desk) if ref and reading else None
    if ref is None or reading is None or shown is None:
        return None
    incident = next((one for one in index.incidents_in.get(ref.report, ()) if ref in one.members), None)
    choices = [
        Choice("a", _("It is told so"), "accept", doubt.target),
        Choice("x", _("Leave it out"), "reject", doubt.target),
    ]
    if incident and len(incident.members) > 1:
        choices.append(Choice("s", _("Another incident"), "split", incident.id, (doubt.target,)))
    edits = [*edits_of_event(ref, reading), *(edits_of_incident(incident) if incident else ())]
    return Card(
        key=doubt.key,
        sort=doubt.sort,
        question=_("Is this what the report tells?"),
        carries=carries(doubt, index.desk),
        choices=tuple(choices),
        sure=odds_words(1.0 - doubt.risk, _("that it was read right")),
        scenes=(shown,),
        edits=tuple(edits),
    )


def _incidents(doubt: Doubt, readings: Readings, desk: Desk) -> Card | None:
    pair = [desk.incidents.get(id_) for id_ in (doubt.target, *doubt.others)]
    sides = tuple(_incident_side(one, readings, desk) for one in pair if one)
    return (
        Card(
            key=doubt.key,
            sort=doubt.sort,
            question=_("Are these the same incident?"),
            carries=carries(doubt, desk),
            choices=_pair_choices(doubt),
            sure=odds_words(doubt.risk, _("that they are one")),
            sides=sides,
        )
        if len(sides) == 2
        else None
    )


def _incident_side(one: Incident, readings: Readings, desk: Desk) -> Side:
    about = (as_days(one.when) if one.when else "", one.place or "", tolls_words(one.tolls), desk.told_by(told_of(one)))
    return Side(
        name=one.what,
        url=addresses.to("incidents", one.id),
        about=tuple(filter(None, about)),
        scenes=tuple(_scenes(one.members, readings, desk)),
    )


def _scenes(refs: tuple[Ref, ...], readings: Readings, desk: Desk) -> Iterator[Scene]:
    """The first sentence of each of the first reports."""
    first = {ref.report: ref for ref in reversed(refs)}
    for ref in sorted(first.values(), key=refs.index)[:_SCENES]:
        reading = readings(ref.report)
        found = scene(ref, reading, desk) if reading else None
        if found:
            yield found


def _actors(doubt: Doubt, index: Index) -> Card | None:
    actors = index.desk.record.actors
    pair = [actors[id_] for id_ in (doubt.target, *doubt.others) if id_ in actors]
    if len(pair) < 2:
        return None
    return Card(
        key=doubt.key,
        sort=doubt.sort,
        question=_("Are these the same?"),
        carries=carries(doubt, index.desk),
        choices=_pair_choices(doubt),
        sure=_("Names are compared and nothing else; there is no probability."),
        sides=tuple(_actor_side(one, index) for one in pair),
    )


def _actor_side(one: Canon, index: Index) -> Side:
    desk = index.desk
    side = desk.side(one.id)
    about = (
        one.kind.replace("_", " "),
        one.country or "",
        _("acts for %(side)s") % {"side": desk.name(side)} if side != one.id else "",
        _("also called %(names)s") % {"names": ", ".join(one.names[:_FEW])} if one.names else "",
        many(len({report for report, _own in one.seen}), "report", "reports"),
        _("in the registry") if one.registry else "",
    )
    told: list[Evidence] = list(index.said_by.get(one.id, ()))
    return Side(
        name=desk.name(one.id),
        url=addresses.to("actors", one.id),
        about=tuple(filter(None, about)),
        cites=cites(told, desk, _FEW)[0],
    )


def _pair_choices(doubt: Doubt) -> tuple[Choice, ...]:
    return (
        Choice("m", _("One and the same"), "merge", doubt.target, doubt.others),
        Choice("s", _("Keep apart"), "split", doubt.target, doubt.others),
    )


def _dispute(doubt: Doubt, desk: Desk) -> Card | None:
    dispute: Dispute | None = desk.disputes.get(doubt.target)
    if dispute is None:
        return None
    verdicts = (
        ("1", _("Of different things"), "different-scope"),
        ("2", _("A later figure"), "later-update"),
        ("3", _("They cannot all be so"), "conflict"),
        ("4", _("Leave it open"), "open"),
    )
    about = f"{slot_words(dispute.slot, desk)} · {about_link(dispute, desk).name}"
    return Card(
        key=doubt.key,
        sort=doubt.sort,
        question=_("What is this dispute? %(about)s") % {"about": about},
        carries=carries(doubt, desk),
        choices=(
            *(Choice(key, label, "resolve", dispute.id, value=value) for key, label, value in verdicts),
            Choice("x", _("No dispute"), "reject", dispute.id),
        ),
        sure=_("Disputes have no probability."),
        versions=tuple(version_view(dispute.slot, one, desk) for one in dispute.versions),
    )


def _demand(doubt: Doubt, desk: Desk) -> Card | None:
    demand: Demand | None = desk.demands.get(doubt.target)
    if demand is None:
        return None
    shown = [move for move in demand.moves if move.kind not in ("raised", "repeated")][:_MOVES]
    degrees = (_("Not at all"), _("Minimally"), _("In part"), _("In full"))
    return Card(
        key=doubt.key,
        sort=doubt.sort,
        question=_("How far was this fulfilled? %(what)s") % {"what": thing_words(demand.id, desk)},
        carries=carries(doubt, desk),
        choices=(
            *(Choice(str(n), label, "fulfil", demand.id, value=str(n)) for n, label in enumerate(degrees)),
            Choice("x", _("No demand"), "reject", demand.id),
        ),
        sure=_("Fulfilment has no probability."),
        moves=tuple((f"{move.kind}, {as_day(move.day)}", cites(move.evidence, desk, 1)[0]) for move in shown),
        more=len(demand.moves) - len(shown),
    )
