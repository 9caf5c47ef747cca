"""A record that is kept up is the record of its reports."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.links.gold import linked, reading_of
from parley.linking.link import link
from parley.linking.linker import Linker
from parley.record import Reading
from parley.registry import Registry

FEW = 14


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


def test_what_was_handed_out_stays() -> None:
    """As it was."""
    linker = Linker(registry())
    first = linker.update(real()[:3])
    kept = repr(first)
    linker.update(real()[3:6], [real()[0].report.id])
    assert repr(first) == kept
