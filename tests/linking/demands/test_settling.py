"""Which moves are of one demand does not depend on how they came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.linking.demands.acts import Act
from parley.linking.demands.groups import Season, season_of
from parley.linking.demands.rules import Part
from parley.linking.demands.settling import Moved, Quarters
from parley.linking.demands.weights import Weights
from parley.record import Ref
from tests.linking.demands.made import Told, reading

EVENT = reading("any", 1, Told("Ardania asked.", "asked", "REQUEST")).events[0]
PARTS = (
    Part("ask", "demand", "raised"),
    Part("ask", "guarantee", "raised"),
    Part("give", "pledge", "raised"),
    Part("show", "evidence", "raised"),
    Part("answer", "demand", "rejected"),
    Part("answer", "pledge", "accepted"),
    Part("echo", "demand", "raised"),
)
REPORTS, EACH = 12, 4

Slot = tuple[str, int]
Acts = Mapping[Slot, Act]


def act_at(slot: Slot) -> st.SearchStrategy[Act]:
    """A move in that place of that report; few words and sides, so that all is like all."""
    report, index = slot
    sides = st.frozensets(st.sampled_from(("north", "south", "west")), max_size=2)
    return st.builds(
        lambda part, doers, others, words, about, own: Act(
            ref=Ref(report, "event", index),
            event=EVENT,
            part=part,
            doers=doers,
            others=others,
            words=words,
            about=about,
            own=own and bool(words),
            at=index // 2,
            day=date(2031, 2, 20 + (ord(report) - 97) % 6) if report < "f" else date(2031, 4, ord(report) - 97),
            tie=None,
        ),
        st.sampled_from(PARTS),
        sides,
        sides,
        st.frozensets(st.sampled_from("open border send guns free men lift ban stop fire".split()), max_size=4),
        st.frozensets(st.sampled_from(("league", "person")), max_size=1),
        st.booleans(),
    )


SLOTS = [(chr(97 + report), index) for report in range(REPORTS) for index in range(EACH)]
FIRST = st.fixed_dictionaries({slot: act_at(slot) for slot in SLOTS})
CHANGES = st.lists(
    st.dictionaries(st.sampled_from(SLOTS), st.integers(0, 3), min_size=1, max_size=4), min_size=1, max_size=4
)


def moved(old: Acts, new: Acts) -> Mapping[Season, Moved]:
    """What has to be told of to have other moves than before."""
    found: dict[Season, Moved] = {}
    for slot in old.keys() | new.keys():
        before, now = old.get(slot), new.get(slot)
        if before != now:
            if before:
                found.setdefault(season_of(before), Moved()).gone.append(before)
            if now:
                found.setdefault(season_of(now), Moved()).new.append(now)
    return found


def shown(quarters: Quarters) -> set[object]:
    """Every demand: of each quarter the moves in it with the reasons, and why it goes on."""
    return {
        tuple((tuple((act.ref, one.group.why[act.ref]) for act in one.group.acts), one.why) for one in parts)
        for parts in quarters.demands()
    }


@settings(max_examples=30, deadline=None)
@given(FIRST, FIRST, CHANGES)
def test_however_moves_came_the_demands_are_those_of_the_present_ones(
    some: Acts, others: Acts, changes: list[dict[Slot, int]]
) -> None:
    """Some go, come, or are put in place of others; weights change with them."""
    quarters, present = Quarters(), dict(some)
    quarters.update(moved({}, present))
    for change in changes:
        now = dict(present)
        for slot, what in change.items():
            if what == 0:
                now.pop(slot, None)
            else:
                now[slot] = (some if what == 1 else others)[slot]
        quarters.update(moved(present, now))
        present = now
        once = Quarters()
        once.update(moved({}, present))
        assert shown(quarters) == shown(once)


@given(FIRST, FIRST)
def test_weights_are_those_of_the_present_moves(some: Acts, others: Acts) -> None:
    """And all words are told of that weigh otherwise than before."""
    came, once = Weights(), Weights()
    came.update([], list(some.values()))
    old = {word: came.of(word) for act in (*some.values(), *others.values()) for word in act.words}
    changed = came.update(list(some.values()), list(others.values()))
    once.update([], list(others.values()))
    for word, weight in old.items():
        assert came.of(word) == once.of(word)
        assert came.of(word) == weight or word in changed or came.rarest != once.rarest
