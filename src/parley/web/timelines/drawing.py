"""Everything that is drawn of talks: the board, who claims what, rounds and truces, and who was killed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from parley.exports.record_arrow import RUNGS
from parley.exports.record_desk import Desk, as_day, as_days, earliest
from parley.exports.record_incidents import told_of, what_words
from parley.exports.record_status import about_words, rank_words
from parley.record import BoardRow, Evidence, Talks
from parley.web import addresses
from parley.web.index import Index
from parley.web.states import state_words, tone_of
from parley.web.timelines.claims import ClaimMark, group_names, marks_of, merged, tracks_of
from parley.web.timelines.incidents import Blow, blows_of, incidents_of, place_of
from parley.web.timelines.shapes import Band, Circle, Drawing, Mark, Panel, Step, Track, Words
from parley.web.timelines.window import Window, day_of, days_of, full_days
from parley.web.translation import gettext as _
from parley.web.translation import many

__all__ = ["MOST", "QUOTED", "drawing_of"]

MOST = 1_600
"""Marks of claims; with incidents and the board's rows no more than 2,000 are drawn."""
_MOST_INCIDENTS = 300
QUOTED = 300
"""Up to so many marks carry their words; of more they are fetched one by one."""
_LONGEST = 240
TRACKS = ("talks", "truce")


def drawing_of(talks: Talks, index: Index, window: Window, most: int = MOST) -> Drawing:
    """What is drawn of some days of talks; a mark for every claim, unless there are more than `most`."""
    desk = index.desk
    claims, rows = index.claims.get(talks.id, ()), index.board.get(talks.id, ())
    drawn = [mark for mark in marks_of(claims, rows, desk) if window.holds(mark.day)]
    marks, steps = merged(drawn, most), tuple(_steps(talks, rows, window, desk))
    incidents = [one for one in incidents_of(talks, index) if _during(days_of(one), window)]
    blows = blows_of(incidents, _MOST_INCIDENTS)
    unplaced = sum(days_of(one) is None for one in incidents)
    quoted = len(marks) + len(blows) <= QUOTED
    days = [*(mark.day for mark in drawn), *(step.day for step in steps)]
    return Drawing(
        first=window.first or min(days, default=None),
        last=window.last or max(days, default=None),
        groups=tuple(group_names(talks, desk).items()),
        panels=tuple(_panel(track, marks, steps, talks, desk) for track in TRACKS),
        steps=steps,
        bands=tuple(band for band in _bands(talks) if _during((band.first, band.last or date.max), window)),
        tracks=() if marks is not drawn else tuple(_tracks(drawn)),
        marks=tuple(_mark(mark, talks, desk, quoted) for mark in marks),
        circles=tuple(_circle(one, desk, quoted) for one in blows),
        claims=len(drawn),
        undated=sum(day_of(claim) is None for claim in claims),
        unplaced=unplaced,
        left=len(incidents) - unplaced - len(blows),
    )


def _tracks(drawn: Sequence[ClaimMark]) -> Iterator[Track]:
    """The lines of those who speak as one; among marks that stand for many there are none."""
    for (track, group), points in tracks_of(drawn).items():
        if _is_voice(group):
            yield Track(track, group, tuple(points))


def _is_voice(group: str) -> bool:
    """Whether a group speaks as one; outlets and sources are many."""
    return group not in ("source", "report")


def _during(days: tuple[date, date] | None, window: Window) -> bool:
    """Whether some of the days are asked for; of what is of none, where nothing is asked for."""
    if days is None:
        return window.holds(None)
    return days[0] <= (window.last or date.max) and days[1] >= (window.first or date.min)


def _steps(talks: Talks, rows: Sequence[BoardRow], window: Window, desk: Desk) -> Iterator[Step]:
    """The rows of the days asked for, and those in which they begin."""
    for track in TRACKS:
        mine = [row for row in rows if row.track == track and row.day <= (window.last or date.max)]
        before = [row for row in mine if window.first and row.day < window.first][-1:]
        for row in (*before, *(row for row in mine if window.holds(row.day))):
            yield _step(row, max(row.day, window.first or row.day), talks, desk)


def _step(row: BoardRow, day: date, talks: Talks, desk: Desk) -> Step:
    about = about_words(row.about, talks)
    rests = [place for number in row.claims for place in desk.record.claims[number].evidence]
    return Step(
        day=day,
        track=row.track,
        rung=RUNGS.get(row.state or ""),
        state=state_words(row.state),
        tone=tone_of(row.state),
        style="reported" if row.rank == "reported" else "disputed" if row.disputed else "agreed",
        why=f"{about} · {rank_words(row, desk)}" if about else rank_words(row, desk),
        tip=_shown(row, rests, desk),
    )


def _shown(row: BoardRow, rests: Sequence[Evidence], desk: Desk) -> Words:
    """What a row of the board rests on."""
    what = f"{_('shown since')} {as_day(row.day)}: {state_words(row.state)}"
    if not rests:
        return Words(what, "", row.reported or "", "", "#days")
    return _words(what, earliest(rests)[0], desk, quoted=True)


def _bands(talks: Talks) -> Iterator[Band]:
    for one in talks.rounds:
        yield from _band("talks", one.dates, _("round %(number)s") % {"number": one.number}, one.venue, one.id)
    for two in talks.truces:
        yield from _band("truce", two.dates, _("truce"), as_days(two.dates), two.id)


def _band(track: str, dates: str | None, what: str, more: str | None, id_: str) -> Iterator[Band]:
    days = full_days(dates)
    if days:
        last = None if (dates or "").endswith("..") else days[-1]
        yield Band(track, days[0], last, " · ".join(part for part in (what, more) if part), f"#{id_}")


def _panel(track: str, marks: Sequence[ClaimMark], steps: Sequence[Step], talks: Talks, desk: Desk) -> Panel:
    """The rungs that anything is on, the highest first."""
    mine = [mark for mark in marks if mark.track == track]
    shown = {step.rung: step.state for step in steps if step.track == track and step.rung is not None}
    groups = list(group_names(talks, desk))
    rungs = sorted({*(mark.rung for mark in mine), *shown}, reverse=True)
    name = _("The talks") if track == "talks" else _("The truce")
    return Panel(track, name, tuple((rung, _states(rung, track), _lanes(rung, mine, groups)) for rung in rungs))


def _lanes(rung: int, marks: Sequence[ClaimMark], groups: Sequence[str]) -> tuple[str, ...]:
    there = {mark.group for mark in marks if mark.rung == rung}
    return tuple(group for group in groups if group in there)


def _states(rung: int, track: str) -> str:
    """How far along, in words."""
    talks = (
        _("ended without a deal, or refused"),
        _("at a standstill"),
        _("proposed, helped along"),
        _("agreed, scheduled"),
        _("going on"),
        _("ended with a deal"),
    )
    truce = (_("violated"), _("at a standstill"), _("proposed"), _("agreed"), _("extended"), _("ceasefire"))
    return (talks if track == "talks" else truce)[rung]


def _mark(mark: ClaimMark, talks: Talks, desk: Desk, quoted: bool) -> Mark:
    tip = _of_many(mark, talks, desk) if mark.count > 1 else _of_claim(mark, desk, quoted)
    return Mark(mark.day, mark.span, mark.track, mark.rung, mark.group, mark.style, mark.count, tip)


def _of_many(mark: ClaimMark, talks: Talks, desk: Desk) -> Words:
    """Leads to the list of those claims."""
    until = mark.day + timedelta(days=mark.span - 1)
    asked = f"?from={mark.day}&until={until}&kind=claim&who={mark.group}#days"
    what = f"{many(mark.count, 'claim', 'claims')}: {_states(mark.rung, mark.track)}"
    days = as_days(f"{mark.day}/{until}")
    return Words(what, group_names(talks, desk)[mark.group], days, "", addresses.to("talks", talks.id) + asked)


def _of_claim(mark: ClaimMark, desk: Desk, quoted: bool) -> Words:
    claim = mark.claim
    doubt = "" if claim.reality == "actual" else f", {claim.reality}"
    back = f" ({_('said of')} {as_days(claim.as_of)})" if claim.as_of else ""
    chosen = earliest(claim.evidence)
    tip = _words(f"{state_words(claim.state)}{doubt}{back}", chosen[0], desk, quoted)
    more = f" · {desk.told_by(claim.evidence)}" if len(chosen) > 1 else ""
    return replace(tip, cited=tip.cited + more)


def _circle(blow: Blow, desk: Desk, quoted: bool) -> Circle:
    one = blow.incident
    toll = one.tolls.get("killed")
    place = f", {one.place}" if one.place else ""
    what = f"{_('killed')} {toll}: {what_words(one)}{place}" if toll else f"{what_words(one)}{place}"
    found = place_of(one)
    tip = _words(what, found, desk, quoted) if found else Words(what, "", "", "", addresses.to("incidents", one.id))
    told = f"{tip.cited} · {desk.told_by(told_of(one))} · {as_days(one.when)}"
    return Circle(blow.first, blow.last, blow.low, blow.best, blow.high, replace(tip, cited=told))


def _words(what: str, place: Evidence, desk: Desk, quoted: bool) -> Words:
    report = place.ref.report
    who = "" if place.claimant.own_voice else desk.speaker(place.claimant)
    cited = f"{desk.outlet(report)}, {as_day(desk.published(report))}"
    words = desk.words(place, _LONGEST).strip("“”") if quoted else None
    fetched = "" if quoted else f"{addresses.to('words', report)}?at={place.span.start}-{place.span.end}"
    return Words(what, who, cited, words, addresses.of_evidence(place), fetched)
