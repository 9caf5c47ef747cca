"""The board: of every talks process the state shown, since when, by which rule, and who claims otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from rich.text import Text

from parley.codebook.numbers import nth
from parley.exports import wording
from parley.exports.columns import indented
from parley.exports.record_desk import FAINT, HEAD, Desk, as_day, as_days, plural
from parley.exports.record_filter import Filter
from parley.exports.record_json import Json, to_json
from parley.exports.record_worded import state_words
from parley.record import BoardRow, Evidence, Record, StatusClaim, Talks, Version

__all__ = ["Standing", "about_words", "rank_words", "row_words", "standings", "status_json", "status_lines"]

STATE = {"ended-no-deal": "red", "violated": "red", "cancelled": "red", "refused": "red", "stalled": "yellow"}
_FEW_ROWS = 6
_LABEL = 10
_FEW_NAMES = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """The state shown of one track of one process: the present row, those before it, what it rests on, who says
    otherwise since, and the last word of each side that is neither."""

    talks: Talks
    row: BoardRow
    earlier: tuple[BoardRow, ...]
    rests: tuple[StatusClaim, ...]
    otherwise: tuple[StatusClaim, ...]
    last_words: tuple[StatusClaim, ...] = ()


def standings(desk: Desk, asked: Filter) -> Iterator[Standing]:
    """The present state of each track of each process, or that of the day `asked.until`."""
    record = desk.record
    rows, claims = _by_track(record.board), _by_track(record.claims)
    for talks in record.talks:
        if not asked.of_talks(talks.id, desk):
            continue
        for track in ("talks", "truce"):
            key = talks.id, track
            shown = [row for row in rows.get(key, ()) if asked.until is None or row.day <= asked.until]
            if shown:
                yield _standing(talks, shown, claims.get(key, []), record, asked)


_Told = TypeVar("_Told", BoardRow, StatusClaim)


def _by_track(told: Iterable[_Told]) -> dict[tuple[str, str], list[_Told]]:
    """By process and track: a record has many."""
    found: dict[tuple[str, str], list[_Told]] = {}
    for one in told:
        found.setdefault((one.talks, one.track), []).append(one)
    return found


def _standing(talks: Talks, rows: list[BoardRow], claims: list[StatusClaim], record: Record, asked: Filter) -> Standing:
    """`claims` are those of the track."""
    row = rows[-1]
    rests = tuple(record.claims[number] for number in row.claims)
    if asked.until:
        claims = [one for one in claims if one.day and one.day <= asked.until]
    against = [record.claims[number] for number in row.against]
    later = [one for one in claims if _says_otherwise(one, row) and one not in against]
    otherwise = (*against, *later)
    spoken = {one.rank for one in (*rests, *otherwise)} | {row.rank}
    silent = [side for side in talks.sides if side not in spoken] if row.rank != "both" else []
    last = (_last_word(claims, side) for side in silent)
    return Standing(talks, row, tuple(rows[:-1]), rests, otherwise, tuple(one for one in last if one))


def _says_otherwise(claim: StatusClaim, row: BoardRow) -> bool:
    """Whether a claim of that day or a later one has another state, or denies this one; not what looks elsewhere."""
    if claim.day is None or claim.day < row.day or claim.as_of or claim.state in ("proposed", "mediated"):
        return False
    if claim.reality == "denied":
        return claim.state == row.state
    return claim.reality == "actual" and claim.state != row.state


def _last_word(claims: list[StatusClaim], side: str) -> StatusClaim | None:
    said = [one for one in claims if one.rank == side and one.day and one.reality == "actual" and not one.as_of]
    return max(said, key=lambda one: one.day or date.min, default=None)


def status_json(desk: Desk, asked: Filter) -> Iterator[Json]:
    """One object a track of a process."""
    for one in standings(desk, asked):
        shape = to_json(one.row, desk)
        assert isinstance(shape, dict)
        yield shape | {
            "name": one.talks.name,
            "rule": rank_words(one.row, desk),
            "claims": to_json(one.rests, desk),
            "against": to_json(one.otherwise, desk),
            "last_words": to_json(one.last_words, desk),
            "earlier": to_json(one.earlier, desk),
        }


def status_lines(desk: Desk, asked: Filter) -> Iterator[Text]:
    """A heading a process, then a paragraph for its talks and one for its truce."""
    before: str | None = None
    for one in standings(desk, asked):
        if one.talks.id != before:
            if before is not None:
                yield Text()
            yield from _head(one.talks, desk)
        yield Text()
        yield from _paragraph(one, desk)
        before = one.talks.id
    if before is None:
        yield Text("no talks are told of in these reports" if asked == Filter() else "no such talks", FAINT)


def _head(talks: Talks, desk: Desk) -> Iterator[Text]:
    yield Text(talks.name, HEAD)
    days = sorted(day for day in (head.published for head in desk.heads.values()) if day)
    told = f"{plural(len(desk.heads), 'report')}, {as_day(days[0])} – {as_day(days[-1])}" if days else "no dates"
    parts = (
        plural(len(talks.rounds), "round") if talks.rounds else "",
        f"between them: {desk.names(talks.mediators)}" if talks.mediators else "",
        told,
        talks.id,
    )
    yield from indented(Text(" · ".join(part for part in parts if part), FAINT), desk.width, 0)


def _paragraph(one: Standing, desk: Desk) -> Iterator[Text]:
    row = one.row
    state = state_words(row.state)
    line = Text.assemble(
        _label(row.track),
        (state, f"bold {STATE.get(row.state or '', 'green')}"),
        f"  since {as_day(row.day)}",
        f" · {about}" if (about := about_words(row.about, one.talks)) else "",
        ("  disputed", "yellow") if row.disputed else "",
    )
    yield from indented(line, desk.width, 2)
    yield from _part("rule", rank_words(row, desk), desk)
    yield from _claims("says", one.rests, desk)
    yield from _claims("otherwise", one.otherwise, desk, states=True)
    yield from _claims("last word", one.last_words, desk, states=True)
    if one.earlier:
        shown = one.earlier[-_FEW_ROWS:]
        more = "… → " if len(shown) < len(one.earlier) else ""
        yield from _part("before", more + " → ".join(row_words(row, desk) for row in shown), desk)


def _label(name: str) -> Text:
    return Text(f"{name:<{_LABEL}}", FAINT)


def _part(name: str, said: str, desk: Desk) -> Iterator[Text]:
    yield from _hanging(name, Text(said, FAINT), desk)


def _claims(name: str, claims: tuple[StatusClaim, ...], desk: Desk, *, states: bool = False) -> Iterator[Text]:
    """The claims, each with its words; those of one state and the same words once."""
    told = [(claim, evidence) for claim in claims for evidence in _chosen(claim)]
    for number, (claim, evidence) in enumerate(told[:3]):
        denied = "not " if claim.reality == "denied" else ""
        state = f"{denied}{state_words(claim.state)} · " if states else ""
        yield from _hanging("" if number else name, Text(state).append_text(desk.cited(evidence)), desk)
    if len(told) > 3:
        yield from _part("", f"and {len(told) - 3} more: parley timeline --talks {claims[0].talks} --type claim", desk)


def _chosen(claim: StatusClaim) -> tuple[Evidence, ...]:
    """The first place; of a claim that several tell one is enough here."""
    return claim.evidence[:1]


def _hanging(name: str, text: Text, desk: Desk) -> Iterator[Text]:
    for number, line in enumerate(indented(text, desk.width, 0 if desk.width < 40 else 2 + _LABEL)):
        head = Text.assemble("  ", _label("" if number else name))
        yield head.append_text(line[2 + _LABEL :]) if desk.width >= 40 else line


def rank_words(row: BoardRow, desk: Desk) -> str:
    """By which part of the rule a state is shown (docs/rules.md)."""
    if row.state is None:
        return "what was scheduled has come due, and nothing is told of it"
    if row.rank == "mediator":
        return "a mediator says so, which goes before what the sides say"
    if row.rank == "both":
        return "both sides say so"
    if row.rank == "reported":
        return "what was scheduled has come due; so outlets or unnamed sources report, no side says it"
    return f"the latest word is that of one side, {desk.name(row.rank or '')}: disputed"


def row_words(row: BoardRow, desk: Desk) -> str:
    """A row in a few words: "8 Nov ended without a deal (both sides)"."""
    who = {"both": "both sides", "reported": "reported", "mediator": "mediator", None: "lapsed"}
    rank = who[row.rank] if row.rank in who else desk.name(row.rank or "")
    return f"{row.day.day} {row.day:%b} {state_words(row.state)} ({rank})"


def about_words(about: str | None, talks: Talks) -> str:
    """The round or truce that a state is of: "round 3 (called the second round by Dawn), Istanbul, 6–7 Nov 2025"."""
    for one in talks.rounds:
        if one.id == about:
            called = "; ".join(_called_words(told) for told in one.told if not told.value.startswith(nth(one.number)))
            number = f"round {one.number} ({called})" if called else f"round {one.number}"
            return ", ".join(part for part in (number, one.venue, as_days(one.dates)) if part)
    return next((f"truce of {as_days(one.dates)}" for one in talks.truces if one.id == about), "")


def _called_words(told: Version) -> str:
    """Who calls a round so: "called the second round by Dawn, Geo News and 2 more"."""
    who = list(dict.fromkeys(wording.shown(one.claimant.name) for one in told.evidence))
    more = f" and {len(who) - _FEW_NAMES} more" if len(who) > _FEW_NAMES else ""
    return f"called the {told.value} by {', '.join(who[:_FEW_NAMES])}{more}"
