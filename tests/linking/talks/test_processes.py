"""Which talks events are about, as reports come and go."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from parley.linking.talks.processes import Processes, processes
from parley.linking.talks.word import Word
from parley.record import Event, Ref, Span

FEW = 6
SIDES = st.frozensets(st.sampled_from("abcde"), max_size=3)
SAID = st.lists(st.tuples(SIDES, st.frozensets(st.sampled_from("abxy"), max_size=1)), max_size=4)
STEPS = st.lists(st.dictionaries(st.integers(0, FEW), SAID, min_size=1, max_size=4), min_size=1, max_size=8)


def words(report: int, said: list[tuple[frozenset[str], frozenset[str]]]) -> tuple[Word, ...]:
    """Events of one report, each naming some sides and who stands between them."""
    name = f"r{report}"
    event = Event(0, Span(name, 0, 1), "TALKS", "actual", talks="opened")
    return tuple(
        Word(Ref(name, "event", at), event, "talks", "opened", sides, helpers - sides, (), None, date(2031, 3, 1))
        for at, (sides, helpers) in enumerate(said)
    )


AC, BD, AB = ((frozenset(pair), frozenset[str]()) for pair in ("ac", "bd", "ab"))
TORN = [{0: [AC, AC], 1: [BD, BD, BD], 2: [AB]}, {3: [AC, AC]}]
"""One event names a side of each of two pairs, of which now one and then the other is spoken of more."""


@settings(deadline=None)
@example(TORN)
@given(STEPS)
def test_whatever_was_said_on_the_way_events_are_about_what_all_that_is_left_says(
    steps: list[dict[int, list[tuple[frozenset[str], frozenset[str]]]]],
) -> None:
    """Reports come, change and go (with nothing said) in any order."""
    kept, present = Processes(), dict[str, tuple[Word, ...]]()
    for step in steps:
        changed = {f"r{report}": words(report, said) for report, said in step.items()}
        present |= changed
        found = kept.update(changed)
        assert found == processes([word for name in sorted(present) for word in present[name]])
