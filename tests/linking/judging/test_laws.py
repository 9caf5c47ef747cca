"""What holds for any log of judgements."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.linking.judging import active, from_line, history, in_order, judged_readings, to_line
from parley.record import Actor, Judgement, Record
from tests.linking.judging.made import READINGS, START, judgement, linked, logs, places, renumbered

FEW = settings(max_examples=20, deadline=None)


@FEW
@given(logs(), st.integers(0, 99))
def test_the_record_is_what_replay_gives(log: list[Judgement], seed: int) -> None:
    """However the log was put together: in any order, and with entries that came twice."""
    shuffled = [*log, *log[:3]]
    random.Random(seed).shuffle(shuffled)
    assert in_order(shuffled) == in_order(log)
    assert linked(shuffled) == linked(log)


@FEW
@given(logs(), st.integers(0, 7))
def test_undone_is_as_if_it_had_never_been(log: list[Judgement], number: int) -> None:
    """The record, that is; the log keeps both."""
    plain = [one for one in log if one.verb != "undo"]
    for judged in plain[number : number + 1]:
        undo = Judgement("undo", START + timedelta(days=1), "ben", "undo", judged.id)
        without = [one for one in plain if one is not judged]
        assert active([*plain, undo]) == active(without)
        assert linked([*plain, undo]) == linked(without)
        assert history([*plain, undo], judged.target)[-1] == undo
        again = Judgement("again", START + timedelta(days=2), "ann", "undo", "undo")
        assert active([*plain, undo, again]) == active(plain)


@FEW
@given(logs())
def test_what_was_read_is_not_touched(log: list[Judgement]) -> None:
    """Corrected readings are others; every event that stays keeps its number, its words and its report."""
    before = [repr(one) for one in READINGS]
    for made in judged_readings(READINGS, log):
        (read,) = (one for one in READINGS if one.report == made.report)
        assert [one.trigger for one in made.events] == [one.trigger for one in read.events]
        assert made.sentences == read.sentences
    assert [repr(one) for one in READINGS] == before


@FEW
@given(logs())
def test_a_line_gives_back_its_judgement(log: list[Judgement]) -> None:
    """Export, then import."""
    assert [from_line(to_line(one), "log")[0] for one in log] == log


@FEW
@given(logs())
def test_judgements_outlive_another_reading(log: list[Judgement]) -> None:
    """Where another reader numbers its findings anew, the same findings are judged as before."""
    found = [one for one in log if "#" in one.target and ":" not in one.target and one.target[:1] in "ab"]
    first = judged_readings(READINGS, found)
    again = [renumbered(one) for one in READINGS]
    second = judged_readings(again, found, places(found, again))
    for old in first:
        (new,) = (one for one in second if one.report.id == old.report.id)
        assert new.events[1:] == old.events
        assert new.statements == old.statements


@FEW
@given(st.sets(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=3))
def test_merging_actors_is_as_if_reports_had_always_told_of_one(elsewhere: set[str]) -> None:
    """As far as sides go: of incidents, talks, the board, demands and disputes."""
    other = Actor("North", "Kingdom of Nord", "state", "NRD")
    apart = [
        replace(one, actors={**one.actors, "North": other}) if one.report.id in elsewhere else one for one in READINGS
    ]
    nord = next(one.id for one in linked([], apart).actors.values() if one.country == "NRD")
    north = next((one.id for one in linked([], apart).actors.values() if one.country == "NTH"), nord)
    made, wanted = linked([judgement("merge", north, nord)], apart), linked()
    assert _sides(made, north) == _sides(wanted, "nth-north")


def _sides(record: Record, north: str) -> object:
    """Who is on which side in all that was linked; `north` as a word of its own."""
    told = (
        [(one.members, one.sides, one.kind) for one in record.incidents],
        [(one.sides, one.rounds, one.truces, one.others) for one in record.talks],
        [(one.day, one.state, one.rank, one.disputed) for one in record.board],
        [(one.by, one.to, [move.kind for move in one.moves]) for one in record.demands],
        sorted(one.slot for one in record.disputes),
    )
    return repr(told).replace(north, "NORTH")
