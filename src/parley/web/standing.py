"""The state of one track as the board and the page of the talks show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from parley.exports.record_arrow import Arrow, arrow_of
from parley.exports.record_desk import Desk, as_day
from parley.exports.record_filter import Filter
from parley.exports.record_status import Standing, about_words, rank_words, standings
from parley.record import BoardRow, Evidence, StatusClaim
from parley.web.cites import Cite, cites
from parley.web.index import Index
from parley.web.kept import once
from parley.web.states import state_words, tone_of
from parley.web.strip import Strip, strip_of
from parley.web.translation import gettext as _

__all__ = ["Line", "Otherwise", "line_of", "standings_of"]

_FEW = 2
_ROWS = 6


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A claim that is not the state shown, in its words."""

    state: str
    denied: bool
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The state of one track, `key`; `told` counts outlets and origins, `rule` says why it is shown, `earlier` what was
    shown before, the last first."""

    key: str
    track: str
    state: str
    tone: str
    since: str
    about: str
    rule: str
    disputed: bool
    reported: str | None
    told: str
    arrow: Arrow
    strip: Strip | None
    last_change: str
    earlier: tuple[tuple[str, str, str], ...]
    rests: tuple[Cite, ...]
    otherwise: tuple[Otherwise, ...]
    more: int


def standings_of(index: Index) -> Sequence[Standing]:
    """What stands, of all talks."""
    return once(index, "standings", lambda: tuple(standings(index.desk, Filter())))


def line_of(one: Standing, desk: Desk) -> Line:
    """The line of one track."""
    row = one.row
    rests = tuple(_places(one.rests))
    shown, more = cites(rests, desk, _FEW)
    rows = (*one.earlier, row)
    return Line(
        key=row.track,
        track=_("talks") if row.track == "talks" else _("truce"),
        state=state_words(row.state),
        tone=tone_of(row.state),
        since=as_day(row.day),
        about=about_words(row.about, one.talks) or "",
        rule=rank_words(row, desk),
        disputed=row.disputed,
        reported=row.reported,
        told=desk.told_by(rests) if rests else "",
        arrow=arrow_of(rows, desk.last_day),
        strip=strip_of(rows, desk.last_day),
        last_change=_changed(one),
        earlier=tuple(_before(each, desk) for each in reversed(one.earlier[-_ROWS:])),
        rests=shown,
        otherwise=tuple(_otherwise(claim, desk) for claim in one.otherwise[:_FEW]),
        more=more + max(0, len(one.otherwise) - _FEW),
    )


def _places(claims: tuple[StatusClaim, ...]) -> Iterator[Evidence]:
    return (place for claim in claims for place in claim.evidence)


def _otherwise(claim: StatusClaim, desk: Desk) -> Otherwise:
    shown, _more = cites(claim.evidence, desk, 1)
    return Otherwise(state_words(claim.state), claim.reality == "denied", shown)


def _changed(one: Standing) -> str:
    """What was shown before that was another state, and until when."""
    for before in reversed(one.earlier):
        if before.state != one.row.state:
            until = _since(one, before)
            return f"{_('last change')} {as_day(until)}: {state_words(before.state)} → {state_words(one.row.state)}"
    return ""


def _since(one: Standing, before: BoardRow) -> date:
    rows = (*one.earlier, one.row)
    return rows[rows.index(before) + 1].day


def _before(row: BoardRow, desk: Desk) -> tuple[str, str, str]:
    """A row in three parts: the day, the state, and whose word it was."""
    who = {"both": _("both sides"), "reported": _("reported"), "mediator": _("a mediator"), None: _("lapsed")}
    return as_day(row.day), state_words(row.state), who.get(row.rank) or desk.name(row.rank or "")
