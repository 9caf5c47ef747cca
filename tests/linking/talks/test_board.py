"""The board's rule, clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.linking.talks.board import Counted, board
from parley.linking.talks.moments import NOON, Moment
from parley.record import Claimant, Evidence, Ref, Span, StatusClaim

SIDES = ("north", "south")


def claim(
    day: int,
    rank: str,
    state: str,
    *,
    at: int = 0,
    reality: str = "actual",
    as_of: str | None = None,
    due: int | None = None,
    by: str | None = None,
    about: str = "round",
    hour: float = NOON,
) -> Counted:
    """A claim of that day of May 2024; `at` is where in the day's report it stands."""
    speaker = Claimant(by or rank, by or rank)
    report = f"r{day:02}"
    evidence = Evidence(Ref(report, "event", at), Span(report, at, at + 1), speaker, date(2024, 5, day), "o")
    told = StatusClaim(
        "talks", about, "talks", state, reality, (speaker,), rank, date(2024, 5, day), (evidence,), as_of
    )
    moment = Moment(hour, "", ("Dawn", "", report), -at, at)
    return Counted(day * 100 + at, told, moment, date(2024, 5, due) if due else None)


def shown(*claims: Counted) -> list[tuple[int, str | None, str | None, bool]]:
    return [(row.day.day, row.state, row.rank, row.disputed) for row in board(claims, SIDES)]


@pytest.mark.parametrize(
    ("claims", "rows"),
    [
        ([claim(1, "north", "opened")], [(1, "opened", "north", True)]),
        ([claim(1, "north", "opened"), claim(1, "mediator", "stalled", at=1)], [(1, "stalled", "mediator", False)]),
        (
            [claim(1, "mediator", "opened"), claim(2, "north", "stalled")],
            [(1, "opened", "mediator", False), (2, "stalled", "north", True)],
        ),
        (
            [claim(1, "north", "opened"), claim(2, "mediator", "opened")],
            [(1, "opened", "north", True), (2, "opened", "mediator", False)],
        ),
        ([claim(1, "mediator", "opened"), claim(2, "north", "opened")], [(1, "opened", "mediator", False)]),
        (
            [claim(1, "north", "opened"), claim(2, "south", "opened")],
            [(1, "opened", "north", True), (2, "opened", "both", False)],
        ),
        ([claim(1, "report", "opened"), claim(1, "source", "stalled")], []),
        ([claim(1, "north", "opened", reality="denied")], []),
        ([claim(1, "north", "opened", as_of="2024-04-02")], []),
        ([claim(1, "mediator", "proposed"), claim(1, "mediator", "mediated")], []),
        (
            [claim(1, "north", "scheduled", reality="planned", due=9)],
            [(1, "scheduled", "north", True), (9, None, None, False)],
        ),
        (
            [claim(1, "north", "scheduled", due=9), claim(10, "report", "opened", as_of="2024-05-09")],
            [(1, "scheduled", "north", True), (9, "opened", "reported", False)],
        ),
        (
            [claim(1, "north", "ended-no-deal", hour=21, by="a"), claim(1, "north", "stalled", hour=9, by="b", at=1)],
            [(1, "ended-no-deal", "north", True)],
        ),
        (
            [claim(1, "north", "ended-no-deal"), claim(1, "north", "stalled", at=4)],
            [(1, "ended-no-deal", "north", True)],
        ),
        (
            [claim(1, "north", "ended-no-deal", by="minister"), claim(1, "north", "opened", at=4, by="ministry")],
            [(1, "ended-no-deal", "north", True)],
        ),
    ],
)
def test_the_rule(claims: Sequence[Counted], rows: list[tuple[int, str | None, str | None, bool]]) -> None:
    """Rank within a day, the later day over any rank, what lapses, what does not count."""
    assert shown(*claims) == rows


def test_what_both_sides_say_rests_on_the_last_word_of_each() -> None:
    """Whether the one repeats what is shown, or both take back what was."""
    (_, repeated) = board([claim(1, "north", "stalled"), claim(3, "south", "stalled")], SIDES)
    assert (repeated.rank, repeated.claims) == ("both", (100, 300))
    given = [claim(1, "mediator", "opened"), claim(2, "north", "opened"), claim(3, "north", "stalled")]
    rows = board([*given, claim(4, "mediator", "resumed"), claim(5, "south", "stalled")], SIDES)
    assert (rows[-1].state, rows[-1].rank, rows[-1].claims) == ("stalled", "both", (300, 500))


def test_who_says_otherwise_stands_beside_it() -> None:
    """The mediator's word is shown, and the side's that contradicts it that day."""
    (row,) = board([claim(1, "north", "opened"), claim(1, "mediator", "stalled", at=1)], SIDES)
    assert (row.claims, row.against) == ((101,), (100,))


CLAIMS = st.builds(
    claim,
    st.integers(1, 9),
    st.sampled_from(["mediator", "both", "north", "south", "report", "source"]),
    st.sampled_from(["opened", "stalled", "scheduled", "ended-deal"]),
    at=st.integers(0, 3),
    due=st.none() | st.integers(1, 9),
)


@given(st.lists(CLAIMS, max_size=12, unique_by=lambda one: one.index), st.randoms())
def test_the_order_in_which_claims_came_does_not_matter(claims: list[Counted], random: object) -> None:
    """The board is a matter of what is claimed, not of when it was filed."""
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    told = [(row.day, row.state, row.rank, row.disputed) for row in board(claims, SIDES)]
    assert [(row.day, row.state, row.rank, row.disputed) for row in board(shuffled, SIDES)] == told


@given(st.lists(CLAIMS, max_size=12, unique_by=lambda one: one.index))
def test_every_state_shown_is_one_that_was_claimed(claims: list[Counted]) -> None:
    """Nothing is on the board that nobody said."""
    states = {one.index: one.claim.state for one in claims}
    for row in board(claims, SIDES):
        assert row.state is None or {states[index] for index in row.claims} == {row.state}
