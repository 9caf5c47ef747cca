"""A record that is kept up is the record of its reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.crowd import crowd
from benchmarks.links.gold import linked, reading_of
from corpus.load import load
from parley.linking.link import link
from parley.linking.linker import Linker
from parley.record import Judgement, Reading
from parley.record.judgement import Verb
from parley.registry import Registry

FEW = 14
SETS = ("att-", "gov-", "mov-", "proc-", "unc-")


@cache
def registry() -> Registry:
    return Registry.open()


@cache
def real() -> tuple[Reading, ...]:
    """Readings of reports on one matter, some of them copies of others."""
    return tuple(reading_of(report) for report in linked()[:FEW])


def other(reading: Reading) -> Reading:
    """Another reading of the same report, in which less was found."""
    return replace(reading, events=reading.events[: len(reading.events) // 2])


STEPS = st.lists(
    st.tuples(st.sampled_from(("in", "again", "out")), st.sets(st.integers(0, FEW - 1), min_size=1, max_size=5)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=12, deadline=None)
@given(STEPS)
def test_what_came_and_went_on_the_way_leaves_no_trace(steps: list[tuple[str, set[int]]]) -> None:
    """Whatever the order, and however many at a time."""
    linker, present = Linker(registry()), dict[str, Reading]()
    for what, numbers in steps:
        chosen = {real()[number].report.id: real()[number] for number in sorted(numbers)}
        if what == "out":
            present = {name: one for name, one in present.items() if name not in chosen}
            record = linker.update((), chosen)
        else:
            chosen = chosen if what == "in" else {name: other(one) for name, one in chosen.items()}
            present |= chosen
            record = linker.update(chosen.values())
    once = link(present.values(), registry())
    assert record == once
    assert list(record.actors) == list(once.actors)


def test_reports_on_many_matters_leave_no_trace() -> None:
    """Nor do those that tell of several conflicts at a time, in which the same words are said of others."""
    annotated = [reading_of(report) for report in load("train", sets=SETS)]
    chance = Random(3)
    present = chance.sample(list(crowd(annotated, 400)), 120)
    gone = {one.report.id for one in chance.sample(present, 30)}
    linker = Linker(registry())
    linker.update(present)
    assert linker.update((), gone) == link([one for one in present if one.report.id not in gone], registry())


def test_what_was_handed_out_stays() -> None:
    """As it was."""
    linker = Linker(registry())
    first = linker.update(real()[:3])
    kept = repr(first)
    linker.update(real()[3:6], [real()[0].report.id])
    assert repr(first) == kept


@cache
def judged() -> tuple[Judgement, ...]:
    """Something of every kind that a person can decide, on things and findings of the first reports."""
    record = link(real()[:8], registry())
    (one, other, third), (asked, answered) = record.incidents[:3], record.demands[:2]
    several = max(record.incidents, key=lambda each: len(each.members))
    event, second = str(one.members[0]), str(other.members[0])
    decided: tuple[tuple[str, str, tuple[str, ...], str | None, str | None], ...] = (
        ("accept", event, (), None, None),
        ("reject", event, (), None, None),
        ("reject", real()[1].report.id, (), None, None),
        ("reject", one.id, (), None, None),
        ("reject", record.disputes[0].id, (), None, None),
        ("correct", second, (), "type", "ASSAULT"),
        ("correct", second, (), "reality", "denied"),
        ("correct", second, (), "talks", "resumed"),
        ("correct", other.id, (), "place", "Elsewhere"),
        ("correct", other.id, (), "killed", "3-5"),
        ("merge", one.id, (other.id, third.id), None, None),
        ("merge", asked.id, (answered.id,), None, None),
        ("split", several.id, (str(several.members[-1]),), None, None),
        ("name", record.talks[0].id, (), None, "The talks"),
        ("name", third.id, (), None, "The affair"),
        ("resolve", record.disputes[-1].id, (), None, "different-scope"),
        ("fulfil", asked.id, (), None, "2"),
    )
    return tuple(
        Judgement(f"j{number}", MORNING, "ann", cast("Verb", verb), target, others, field, value)
        for number, (verb, target, others, field, value) in enumerate(decided)
    )


def test_talks_alone_are_those_of_the_whole_record() -> None:
    """With decisions of every kind, also on what is left out."""
    whole = link(real()[:8], registry(), judgements=judged())
    alone = Linker(registry(), talks_only=True).update(real()[:8], (), judged())
    assert whole.incidents
    assert alone == replace(whole, incidents=(), demands=(), disputes=())


MORNING = datetime(2031, 3, 10, 9, tzinfo=UTC)
DECISIONS = st.lists(
    st.tuples(st.integers(0, 16), st.booleans(), st.sets(st.integers(0, FEW - 1), max_size=2)), min_size=1, max_size=6
)


@settings(max_examples=25, deadline=None)
@given(DECISIONS)
def test_whatever_was_decided_on_the_way_the_record_is_that_of_the_log(
    decisions: list[tuple[int, bool, set[int]]],
) -> None:
    """Decisions of every kind, some of them taken back, while reports come in and go."""
    linker, present = Linker(registry()), {one.report.id: one for one in real()[:8]}
    linker.update(present.values())
    log: list[Judgement] = []
    for number, (chosen, undone, turned) in enumerate(decisions):
        at = MORNING + timedelta(minutes=number)
        log.append(replace(judged()[chosen], id=f"j{number}", at=at))
        linker.update((), (), log)
        if undone:
            log.append(Judgement(f"u{number}", at + timedelta(seconds=1), "ann", "undo", f"j{number}"))
        gone = {real()[each].report.id for each in turned} & present.keys()
        come = {one.report.id: one for each in turned if (one := real()[each]).report.id not in present}
        present = {name: one for name, one in present.items() if name not in gone} | come
        assert linker.update(come.values(), gone, log) == link(present.values(), registry(), judgements=log)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()), min_size=1, max_size=4))
def test_actors_merged_and_parted_on_the_way_leave_no_trace(merges: list[tuple[int, int, bool]]) -> None:
    """Merged, reports more, and some merges undone: as if all had been known from the start."""
    linker = Linker(registry())
    ids = sorted(linker.update(real()[:5]).actors, key=lambda one: (one.endswith("/"), one))[:: max(1, FEW // 5)]
    log: list[Judgement] = []
    for number, (one, another, undone) in enumerate(merges):
        pair = ids[one % len(ids)], ids[another % len(ids)]
        if pair[0] == pair[1]:
            continue
        at = datetime(2031, 3, 10, 9, number, tzinfo=UTC)
        log.append(Judgement(f"j{number}", at, "ann", "merge", pair[0], (pair[1],)))
        linker.update(real()[5 + number : 6 + number], (), log)
        if undone:
            log.append(Judgement(f"u{number}", at + timedelta(seconds=1), "ann", "undo", f"j{number}"))
            linker.update((), (), log)
    record = linker.update(real()[9:10], (), log)
    present = [
        *real()[:5],
        *(real()[5 + n] for n, (a, b, _) in enumerate(merges) if ids[a % len(ids)] != ids[b % len(ids)]),
    ]
    assert record == link([*present, real()[9]], registry(), judgements=log)
