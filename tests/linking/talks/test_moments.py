"""Which of several claims of one day is the later one."""

from __future__ import annotations

from datetime import date

import pytest

from parley.linking.talks.moments import NOON, Moments, hour_of
from parley.record import Claimant, Event, Evidence, Outlet, Party, Reading, Ref, Report, Statement, StatusClaim, When

DAY = date(2031, 5, 6)


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("at 9:30am", 9.5),
        ("around 10 p.m. on Friday", 22),
        ("12.15am", 0.25),
        ("at 23:45", 23.75),
        ("early on Saturday", 6),
        ("on Friday night", 21),
        ("late on Friday", 21),
        ("early on Friday morning", 9),
        ("late on Friday morning", 9),
        ("on Friday", None),
        ("on 6 May", None),
        ("lately", None),
    ],
)
def test_an_hour_is_read_where_one_is_told(words: str, hour: float | None) -> None:
    """By the clock or by the part of the day."""
    assert hour_of(words) == hour


def reading(id_: str, outlet: str, when: str, *, title: str = "", published: date = DAY) -> Reading:
    """A report in which somebody says at that time that talks are stalled."""
    report = Report(id_, f"Vale said {when} they stalled.", title, Outlet(outlet), published)
    time = (When(report.span(10, 10 + len(when)), DAY.isoformat(), "resolved"),) if when else ()
    said = Statement(0, Party("vale"), report.span(5, 9), (report.span(11 + len(when), len(report.text)),), "indirect")
    end = len(report.text)
    events = tuple(Event(0, report.span(end - 8, end - 1), "TALKS", "actual", talks="stalled") for _ in range(9))
    return Reading(report, statements=(said,), events=tuple(_in_statement(one, time) for one in events))


def _in_statement(event: Event, time: tuple[When, ...]) -> Event:
    return Event(0, event.trigger, event.type, event.reality, talks=event.talks, statement=0, when=time)


def claim(*reports: str, index: int = 0, day: date = DAY) -> StatusClaim:
    """What these reports tell of that day, in that event."""
    speaker = Claimant("vale", "Vale")
    told = tuple(
        Evidence(Ref(one, "event", index), reading(one, one, "").report.span(0, 4), speaker, day, one)
        for one in reports
    )
    return StatusClaim("talks", "round", "talks", "stalled", "actual", (speaker,), "side", day, told)


def test_the_later_hour_is_later_whoever_tells_it() -> None:
    """What is told without one counts as told at noon."""
    moments = Moments.over(
        [reading("z", "Zenith", "this morning"), reading("m", "Mail", ""), reading("a", "Ark", "at 11pm")]
    )
    assert moments.of(claim("z")) < moments.of(claim("m")) < moments.of(claim("a"))
    assert moments.of(claim("m")).hour == NOON
    assert moments.of(claim("m", "a")).hour == 23


def test_at_one_hour_that_which_is_told_last_is_later_then_outlet_and_title_decide() -> None:
    """Never the id, which may be a hash."""
    moments = Moments.over(
        [
            reading("9", "Ark", ""),
            reading("8", "ark", "", title="Talks"),
            reading("7", "Mail", ""),
            reading("1", "Ark", "", published=date(2031, 5, 7)),
        ]
    )
    ordered = [claim("9"), claim("8"), claim("7"), claim("1")]
    assert sorted([ordered[at] for at in (2, 0, 3, 1)], key=moments.of) == ordered


def test_in_one_report_what_stands_first_is_later() -> None:
    """News is told from its end."""
    moments = Moments.over([reading("a", "Ark", "")])
    assert moments.of(claim("a", index=3)) < moments.of(claim("a", index=1))
    assert moments.of(claim("a", index=1)).lead == 1
