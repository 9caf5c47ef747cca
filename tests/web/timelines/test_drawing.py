"""What is drawn of talks over time."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.exports.record_arrow import RUNGS
from parley.exports.record_desk import Desk
from parley.record import BoardRow, Incident, Record, Report, Round, StatusClaim, Talks, Toll
from parley.web.datablock import data_block
from parley.web.index import Index
from parley.web.timelines import Window, drawing_of
from parley.web.timelines.claims import Standings, Style, marks_of, merged
from parley.web.timelines.days import chosen, days, entries_of
from parley.web.timelines.window import day_of
from tests.exports.desks import FRONT, GOES_ON, OVER, REPORTS, TALKS, place, record

FIRST = date(2031, 3, 1)


def index_of(made: Record) -> Index:
    """The small record of `desks`, or another of the same reports."""
    heads = {name: replace(one, text="") for name, one in REPORTS.items()}
    return Index(Desk(made, heads, lambda name: REPORTS[name]))


def claim(
    state: str, day: int | None, rank: str = "ard", reality: str = "actual", as_of: str | None = None
) -> StatusClaim:
    """A claim of the small record's talks on a day of March 2031."""
    on = date(2031, 3, day) if day else None
    return StatusClaim(TALKS, TALKS, "talks", state, reality, (FRONT,), rank, on, GOES_ON, as_of)


def row(state: str | None, day: int, **more: object) -> BoardRow:
    """A row of the board."""
    return BoardRow(TALKS, "talks", date(2031, 3, day), state, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        (None, date(2031, 3, 9)),
        ("2031-03-04", date(2031, 3, 4)),
        ("2031-03-04/2031-03-06", date(2031, 3, 6)),
        ("2031-03-04/..", date(2031, 3, 4)),
        ("2031-03", date(2031, 3, 9)),
    ],
)
def test_a_claim_stands_on_the_day_that_it_is_of(as_of: str | None, day: date) -> None:
    """On the last of what it looks back to, and on that of the claim where no whole day is told."""
    assert day_of(claim("opened", 9, as_of=as_of)) == day


@pytest.mark.parametrize(
    ("told", "style"),
    [
        (claim("opened", 4), "agreed"),
        (claim("continued", 5), "agreed"),  # as far along as what the day begins with
        (claim("ended-no-deal", 5), "disputed"),
        (claim("ended-no-deal", 7), "disputed"),  # one side alone says so
        (claim("opened", 7), "agreed"),  # the day begins with it
        (claim("opened", 8), "disputed"),
        (claim("opened", 8, as_of="2031-03-04"), "agreed"),
        (claim("mediated", 8), "agreed"),
        (claim("opened", 4, reality="denied"), "denied"),
        (claim("scheduled", 4, reality="planned"), "planned"),
        (claim("opened", 4, reality="hedged"), "disputed"),
        (claim("opened", 2), "agreed"),  # nothing stands yet
    ],
)
def test_how_a_claim_is_drawn_tells_what_stands_that_day(told: StatusClaim, style: Style) -> None:
    """Solid with the board, hollow against it or where one side stands alone, dotted for plans."""
    rows = (row("opened", 4, rank="both"), row("ended-no-deal", 7, rank="ard", disputed=True))
    day = day_of(told)
    assert day
    assert Standings(rows, (told,)).style(told, day) == style


def test_a_claim_that_the_board_counts_against_a_row_is_hollow() -> None:
    """Even where it names the same state."""
    told = claim("opened", 4)
    assert Standings((row("opened", 4, against=(0,)),), (told,)).style(told, date(2031, 3, 4)) == "disputed"


def test_there_is_a_mark_for_every_claim_of_a_day() -> None:
    """With its rung, its claimant, its words and the way to them; what is of no day is counted."""
    told = (claim("opened", 4), claim("ended-no-deal", 6, "front"), claim("stalled", None))
    made = replace(record(), claims=told, board=(row("opened", 4, rank="both", claims=(0,)),))
    index = index_of(made)
    drawing = drawing_of(index.talks[TALKS], index, Window())
    assert [(mark.day.day, mark.rung, mark.group) for mark in drawing.marks] == [(4, 4, "ard"), (6, 0, "front")]
    assert (drawing.claims, drawing.undated) == (2, 1)
    (span,) = {one.span for one in GOES_ON}
    for mark in drawing.marks:
        assert mark.tip.url == f"/reports/c?at={span.start}-{span.end}#at"
        assert mark.tip.words == "talks would go on"
        assert (mark.tip.who, mark.tip.cited) == ("Northern Front", "Front Voice, 8 Mar 2031")
    (step,) = drawing.steps
    assert (step.day, step.rung, step.style, step.state) == (date(2031, 3, 4), 4, "agreed", "opened")
    groups = {rung: groups for panel in drawing.panels for rung, _, groups in panel.rungs}
    assert groups == {4: ("ard",), 0: ("front",)}


def test_only_the_days_asked_for_are_drawn() -> None:
    """The board with what stood when they begin."""
    told = tuple(claim("opened", day) for day in range(3, 20))
    made = replace(record(), claims=told, board=(row("opened", 3), row("stalled", 8), row("opened", 15)))
    index = index_of(made)
    drawing = drawing_of(index.talks[TALKS], index, Window(date(2031, 3, 10), date(2031, 3, 12)))
    assert [mark.day.day for mark in drawing.marks] == [10, 11, 12]
    assert [(step.day.day, step.state) for step in drawing.steps] == [(10, "stalled")]


@pytest.mark.parametrize(
    ("killed", "sizes"),
    [
        (Toll(11, 12, 16, "ucdp"), (11, 12, 16)),
        (Toll(None, 12, None, "ucdp"), (12, 12, 12)),
        (Toll(3, None, 9, "ucdp"), (3, 9, 9)),
        (None, (0, 0, 0)),
    ],
)
def test_incidents_are_as_large_as_their_tolls(killed: Toll | None, sizes: tuple[int, int, int]) -> None:
    """Low, best and high; what nobody is told to have died in is there without a size."""
    one = replace(record().incidents[0], tolls={"killed": killed} if killed else {})
    index = index_of(replace(record(), incidents=(one,)))
    (circle,) = drawing_of(index.talks[TALKS], index, Window()).circles
    assert (circle.low, circle.best, circle.high) == sizes
    assert circle.first == circle.last == date(2031, 3, 4)
    assert circle.tip.url.startswith("/reports/a?at=")


@pytest.mark.parametrize("when", [None, "2031-03", "2031-03-01/2031-04-01", "2030/2031-03"])
def test_an_incident_of_no_single_day_is_not_drawn_but_counted(when: str | None) -> None:
    """And stands in the list."""
    one = replace(record().incidents[0], when=when)
    index = index_of(replace(record(), incidents=(one,)))
    talks = index.talks[TALKS]
    drawing = drawing_of(talks, index, Window())
    assert (drawing.circles, drawing.unplaced) == ((), 1)
    assert any(isinstance(entry.thing, Incident) for entry in entries_of(talks, index))


def test_incidents_of_other_talks_are_not_of_these() -> None:
    """A side that fights somebody with whom it talks elsewhere."""
    one = replace(record().incidents[0], sides=("ard", "sea"))
    other = Talks("talks:ard+sea", "Ardania – Sea", ("ard", "sea"))
    index = index_of(replace(record(), incidents=(one,), talks=(*record().talks, other)))
    assert drawing_of(index.talks[TALKS], index, Window()).circles == ()
    assert len(drawing_of(other, index, Window()).circles) == 1


_TOLD = st.builds(
    lambda state, offset, rank, reality: replace(claim(state, 1, rank, reality), day=FIRST + timedelta(days=offset)),
    st.sampled_from(sorted(RUNGS)),
    st.integers(0, 900),
    st.sampled_from(("ard", "front", "mediator", "report")),
    st.sampled_from(("actual", "planned", "denied", "hedged")),
)


@given(st.lists(_TOLD, max_size=80), st.integers(1, 60))
def test_of_too_many_marks_those_of_a_kind_are_one_and_none_is_lost(told: list[StatusClaim], most: int) -> None:
    """Each stands for claims of its own group, rung and style, in its own days."""
    desk = index_of(record()).desk
    marks = marks_of(told, (), desk)
    found = merged(marks, most)
    assert sum(mark.count for mark in found) == len(marks) == len(told)
    assert len(found) <= max(most, len({(m.day.year, m.rung, m.group, m.style) for m in marks}))
    kinds = Counter((m.rung, m.group, m.style) for m in marks)
    many: Counter[tuple[int, str, str]] = Counter()
    for mark in found:
        many[mark.rung, mark.group, mark.style] += mark.count
    assert many == kinds
    for mark in found:
        first = day_of(mark.claim)
        assert first
        assert mark.day <= first < mark.day + timedelta(days=mark.span)


def test_a_long_record_is_drawn_of_no_more_than_so_many_marks() -> None:
    """And a mark of many leads to the list of them."""
    told = tuple(replace(claim("opened", 1), day=FIRST + timedelta(days=number % 600)) for number in range(3_000))
    index = index_of(replace(record(), claims=told))
    drawing = drawing_of(index.talks[TALKS], index, Window(), most=100)
    assert drawing.claims == 3_000
    assert len(drawing.marks) <= 100
    one = drawing.marks[0]
    assert one.count > 1
    until = one.day + timedelta(days=one.span - 1)
    assert one.tip.url == f"/talks/talks:ard%2Bfront?from={one.day}&until={until}&kind=claim&who=ard#days"
    listed = chosen(entries_of(index.talks[TALKS], index), Window(one.day, until), "claim", "ard")
    assert len(listed) == one.count


def test_the_list_has_all_that_is_drawn_the_last_day_first() -> None:
    """And what is of no day at its end."""
    index = index_of(replace(record(), claims=(*record().claims, claim("stalled", None))))
    talks = index.talks[TALKS]
    entries = entries_of(talks, index)
    told = [entry.day for entry in entries if entry.day]
    assert told == sorted(told, reverse=True)
    assert entries[-1].day is None
    claims = [entry.thing for entry in entries if entry.kind == "claim"]
    assert Counter(map(id, claims)) == Counter(map(id, index.desk.record.claims))
    shown = list(days(entries, talks, index.desk))
    assert sum(len(day.lines) for day in shown) == len(entries)


@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "<!-- & \u2028 ]]>"])
def test_no_text_gets_out_of_the_data_of_a_page(words: str) -> None:
    """It comes back as it was, and nothing of it is markup."""
    said = str(data_block(Round("id", 1, words, None)))
    assert "<" not in said
    assert ">" not in said
    assert json.loads(said)["venue"] == words


def test_a_report_that_says_nothing_of_hours_is_quoted_as_it_is() -> None:
    """What stands in a tip is in the report."""
    index = index_of(replace(record(), claims=(replace(claim("ended-no-deal", 6), evidence=OVER),)))
    (mark,) = drawing_of(index.talks[TALKS], index, Window()).marks
    assert isinstance(REPORTS["a"], Report)
    assert mark.tip.words
    assert mark.tip.words in REPORTS["a"].text
    assert place("a", mark.tip.words).span == OVER[0].span
