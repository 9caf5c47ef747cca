"""What is asked, offered and promised, and what becomes of it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.linking.casting import cast
from parley.linking.demands.finding import demands
from parley.linking.demands.moves import once
from parley.linking.demands.rules import MOVES, part_of, row
from parley.linking.talks.finding import find
from parley.record import Demand, Reading
from tests.builders import annotated
from tests.linking.demands.made import Told, reading

A, B = ("ardania",), ("belmark",)


def asked(day: int, what: str, **more: object) -> Reading:
    sentence = f"Ardania demands that Belmark {what}."
    told = Told(sentence, "demands", "REQUEST", A, B, what, "demand", **more)  # type: ignore[arg-type]
    return reading(f"r{day:02}", day, told)


def found(*readings: Reading) -> tuple[Demand, ...]:
    casting = cast(readings)
    return demands(readings, casting, (), find(readings, casting, ()).named)


def moves(demand: Demand) -> list[tuple[str, int]]:
    return [(move.kind, move.day.day if move.day else 0) for move in demand.moves]


def test_a_demand_told_again_is_repeated() -> None:
    """The same thing asked by the same of the same is one demand, raised once and then repeated."""
    first, second = asked(1, "close the camps of the Red League"), asked(4, "shut every camp of the Red League")
    (demand,) = found(first, second)
    assert (demand.kind, len(demand.by), len(demand.to)) == ("demand", 1, 1)
    assert moves(demand) == [("raised", 1), ("repeated", 4)]
    assert demand.id == "demand:r01#e0"
    assert demand.content in first.report.text or demand.content in second.report.text


def test_what_is_told_again_says_why_it_is_the_same() -> None:
    """By the reasons that joined it, and how sure that is."""
    (demand,) = found(asked(1, "the release of all prisoners"), asked(2, "that all prisoners be released"))
    (link,) = demand.links
    assert {"wording", "doers"} <= {one.feature for one in link.reasons}
    assert 0.5 < link.score < 1


def test_whose_demand_it_is_reports_tell_and_not_how_often_one_says_it() -> None:
    """Two reports outweigh one that names somebody else three times."""
    what = "close the camps of the Red League"
    lines = [f"Gulfia {verb} that Belmark {what}." for verb in ("asks", "demands", "urges")]
    again = [Told(line, line.split()[1], "REQUEST", ("gulfia",), B, what, "demand") for line in lines]
    told = asked(1, what), reading("r02", 2, *again), asked(3, what)
    (demand,) = found(*told)
    assert sum(len(move.evidence) for move in demand.moves) == 5
    assert demand.by == (cast(told).of("r01", "ardania"),)


def test_nobody_is_asked_by_himself() -> None:
    """Who asks both sides of something, his own among them, asks the other."""
    sentence = "Ardania calls on both neighbours to close the camps."
    told = reading("r01", 1, Told(sentence, "calls", "REQUEST", A, (*A, *B), "close the camps", "demand"))
    (demand,) = found(told)
    casting = cast([told])
    assert (demand.by, demand.to) == ((casting.of("r01", "ardania"),), (casting.of("r01", "belmark"),))


def test_a_criterion_is_told_once() -> None:
    """In the first form that a report prints."""
    assert once(["written", "“Written”", "verifiable.", "verifiable", "in writing"]) == (
        "written", "verifiable.", "in writing",
    )  # fmt: skip


def test_other_things_are_other_demands() -> None:
    """Two demands between the same sides in other words are two."""
    assert len(found(asked(1, "close the camps of the Red League"), asked(2, "pay for the water of the dam"))) == 2


def test_the_other_direction_is_another_demand() -> None:
    """Who asks it of whom counts, not only what."""
    what = "close the camps of the Red League"
    told = Told(f"Belmark demands that Ardania {what}.", "demands", "REQUEST", B, A, what, "demand")
    assert len(found(asked(1, what), reading("x", 2, told))) == 2


def test_a_refusal_belongs_to_what_was_asked() -> None:
    """A refusal without words of its own answers what its report has just told."""
    ask = Told("Ardania demands that Belmark close the camps.", "demands", "REQUEST", A, B, "close the camps", "demand")
    no = Told("Belmark turned it down.", "turned", "REJECT", B, A, "it", None, modes=("change",))
    (demand,) = found(reading("r", 3, ask, no))
    assert moves(demand) == [("raised", 3), ("rejected", 3)]


def test_a_refusal_of_nothing_is_no_demand() -> None:
    """A reply opens nothing."""
    no = Told("Belmark turned it down.", "turned", "REJECT", B, A, "it", None, modes=("change",))
    assert found(reading("r", 3, no)) == ()


def test_a_guarantee_is_withheld() -> None:
    """A written guarantee asked for and refused is one guarantee with both moves."""
    ask = Told("Ardania wants a written guarantee.", "wants", "REQUEST", A, B, "a written guarantee", "demand")
    no = Told("Belmark refused to put it on paper.", "refused", "REJECT", B, A, None, "guarantee", modes=("change",))
    (demand,) = found(reading("r1", 3, ask), reading("r2", 5, no))
    assert (demand.kind, moves(demand)) == ("guarantee", [("raised", 3), ("withheld", 5)])


def test_a_promise_answers_a_demand() -> None:
    """What is promised after it was asked for in the same words is accepted."""
    what = "close the camps of the Red League"
    promise = Told(f"Belmark will {what}.", "will", "AGREE", B, A, what, "pledge", "planned")
    (demand,) = found(asked(1, what), reading("r2", 5, promise))
    assert moves(demand) == [("raised", 1), ("accepted", 5)]


def test_orders_to_ones_own_are_no_demands() -> None:
    """A side that calls on its own asks nothing of another."""
    told = Told("Ardania told Ardania to stay calm.", "told", "REQUEST", A, A, "stay calm")
    assert found(reading("r", 1, told)) == ()


def test_a_truce_asked_for_and_broken_is_one() -> None:
    """All that is said of one truce, asked, agreed and broken, are moves of one demand."""
    agreed = Told(
        "They agreed a truce.", "agreed", "AGREE", (*A, *B), (), "a truce", talks="ceasefire", when="2031-05-03"
    )
    ask = Told(
        "Belmark requested the truce.", "requested", "REQUEST", B, A, "the truce", modes=("yield",), talks="proposed"
    )
    broken = Told("Ardania broke it.", "broke", "TALKS", A, B, talks="violated")
    (demand,) = found(reading("r3", 3, ask, agreed), reading("r4", 4, agreed), reading("r5", 5, broken))
    assert set(moves(demand)) == {("accepted", 3), ("raised", 3), ("accepted", 4), ("broken", 5)}
    assert demand.talks


@pytest.mark.parametrize(
    ("told", "kind", "move"),
    [
        (Told("x y", "y", "REQUEST", aspect="appeal"), "appeal", "raised"),
        (Told("x y", "y", "AGREE", aspect="guarantee", reality="denied"), "guarantee", "withheld"),
        (Told("x y", "y", "AGREE", aspect="pledge", reality="denied"), "pledge", "broken"),
        (Told("x y", "y", "COOPERATE", aspect="evidence"), "evidence", "raised"),
        (Told("x y", "y", "CONCEDE", aspect="evidence"), "evidence", "acknowledged"),
        (Told("x y", "y", "REJECT", aspect="evidence"), "evidence", "rejected"),
        (Told("x y", "y", "RETREAT", reality="actual"), "pledge", "fulfilled"),
    ],
)
def test_the_table_of_moves(told: Told, kind: str, move: str) -> None:
    """Type, aspect and reality make the move, as docs/rules.md has it."""
    part = part_of(reading("r", 1, told).events[0])
    assert part is not None
    assert (part.kind, part.move) == (kind, move)


def test_attacks_are_no_moves() -> None:
    """Most events are none."""
    assert part_of(reading("r", 1, Told("x y", "y", "ASSAULT")).events[0]) is None


CORPUS = annotated("train/ist-a.yaml")


@given(st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(dice: random.Random) -> None:
    """The same readings in another order make the same demands."""
    shuffled = dice.sample(CORPUS, len(CORPUS))
    assert found(*shuffled) == IN_ORDER


IN_ORDER = found(*CORPUS)


def test_every_event_makes_one_move() -> None:
    """No event stands in two demands, and every move has evidence and a claimant."""
    refs = [one.ref for demand in IN_ORDER for move in demand.moves for one in move.evidence]
    assert len(refs) == len(set(refs)) > 10
    assert all(move.claimants for demand in IN_ORDER for move in demand.moves)


def test_the_table_is_written_down() -> None:
    """docs/rules.md shows every rule as it is."""
    page = (Path(__file__).parents[3] / "docs/rules.md").read_text("utf-8")
    assert "\n".join(map(row, MOVES)) in page
