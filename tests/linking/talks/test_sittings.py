"""Rounds and truces, from the words that date them."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from parley.linking.talks.processes import Process, processes
from parley.linking.talks.sittings import rounds, truces, which
from parley.linking.talks.word import Word
from parley.record import Event, Ref, Span

NUMBERS = count()
BOTH = frozenset(("northland", "southland"))


def word(
    state: str,
    *dates: str,
    day: int = 1,
    venue: str | None = None,
    sides: frozenset[str] = BOTH,
    helpers: frozenset[str] = frozenset(),
    reality: str = "actual",
) -> Word:
    """One event that says this of talks, in a report of that day of May 2024."""
    ref = Ref(f"r{day:02}", "event", next(NUMBERS))
    event = Event(0, Span(ref.report, 0, 1), "TALKS", reality, talks=state)
    track = "truce" if state in ("ceasefire", "violated") else "talks"
    return Word(ref, event, track, state, sides, helpers, dates, venue, date(2024, 5, day))  # type: ignore[arg-type]


def process(*words: Word) -> Process:
    return Process(BOTH, words)


def test_rounds_are_told_apart_by_place_and_by_pauses() -> None:
    """Two days in Muscat, then Geneva the day after, then Geneva again a week later."""
    found = rounds(
        process(
            word("opened", "2024-05-01", venue="Muscat"),
            word("continued", "2024-05-02"),
            word("opened", "2024-05-03", venue="Geneva"),
            word("ended-no-deal", "2024-05-04", venue="Geneva"),
            word("opened", "2024-05-12", venue="Geneva"),
            word("continued", "2024-05-12", day=12),
        )
    )
    told = [(one.days[0].day, one.days[1].day, one.venue) for one in found]
    assert told == [(1, 2, "Muscat"), (3, 4, "Geneva"), (12, 12, "Geneva")]


def test_one_word_alone_makes_no_round() -> None:
    """A single date may be misread or mistold."""
    assert rounds(process(word("opened", "2024-05-01"))) == []


def test_a_round_of_which_only_plans_speak_has_the_day_planned() -> None:
    """And takes its real days as soon as they are told."""
    plans = word("scheduled", "2024-05-20", day=1), word("scheduled", "2024-05-20", day=2)
    assert rounds(process(*plans))[0].days == (date(2024, 5, 20), date(2024, 5, 20))
    held = rounds(process(*plans, word("opened", "2024-05-21", day=21)))
    assert held[0].days == (date(2024, 5, 21), date(2024, 5, 21))


def test_what_is_denied_dates_nothing() -> None:
    """ "No talks were held on 1 May" opens no round."""
    assert rounds(process(*(word("opened", "2024-05-01", reality="denied", day=day) for day in (1, 2)))) == []


def test_a_truce_begins_on_the_day_on_which_several_let_it_begin() -> None:
    """Tellings that differ by a day are one truce."""
    found = truces(
        process(
            word("ceasefire", "2024-05-01"),
            word("ceasefire", "2024-05-02", day=2),
            word("ceasefire", "2024-05-09", day=9),
            word("ceasefire", "2024-05-09", day=10),
        )
    )
    assert [one.first.day for one in found] == [1, 9]


SITTINGS = rounds(
    process(
        word("opened", "2024-05-01", venue="Muscat"),
        word("continued", "2024-05-02", venue="Muscat"),
        word("opened", "2024-05-10", venue="Geneva"),
        word("continued", "2024-05-11", venue="Geneva"),
    )
)


@pytest.mark.parametrize(
    ("told", "first"),
    [
        (word("ended-deal", "2024-05-02", day=20), 1),
        (word("opened", day=20, venue="Muscat"), 1),
        (word("stalled", day=5), 1),
        (word("stalled", day=12), 10),
        (word("scheduled", day=5), 10),
        (word("scheduled", day=12), None),
    ],
)
def test_a_word_is_put_to_the_sitting_that_it_is_about(told: Word, first: int | None) -> None:
    """By its date, its place, else what its state looks to."""
    found = which(told, SITTINGS)
    assert (found and found.first.day) == first


def test_who_mediates_is_no_side() -> None:
    """Two who talk, one who helps; a word that names nobody is about the pair of its report."""
    helper = frozenset(("oman",))
    found = processes(
        [
            word("opened", "2024-05-01"),
            word("continued"),
            word("mediated", helpers=helper, sides=frozenset()),
            word("mediated", helpers=helper, sides=BOTH),
        ]
    )
    assert [one.sides for one in found] == [BOTH]
    assert found[0].helpers() == ("oman",)
    assert len(found[0].words) == 4


def test_two_who_mediate_together_are_no_process() -> None:
    """Oman and Norway agree on a venue twice, and stand between the sides three times."""
    helpers = frozenset(("oman", "norway"))
    found = processes(
        [
            word("opened", "2024-05-01"),
            word("continued"),
            *(word("mediated", helpers=helpers, sides=BOTH, day=day) for day in (1, 2, 3)),
            *(word("agreed", sides=helpers, day=day) for day in (1, 2)),
        ]
    )
    assert [one.sides for one in found] == [BOTH]
