"""What people are asked first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from parley.asking import open_record
from parley.asking.bench import Asked, Bench
from parley.asking.odds import Odds
from parley.asking.queue import LEAST, Doubt, queue
from parley.asking.queue_actors import namesakes
from parley.asking.queue_moved import moved
from parley.asking.queue_weights import WEIGHTS, findings_touched
from parley.keeping import findings_of
from parley.linking.judging import active
from parley.record import BoardRow, Canon, Judgement, Link, Record, Ref
from parley.record.judgement import Verb
from parley.store import Store
from tests.linking.judging.made import READINGS, START, judgement, linked, logs, renumbered

ATTACK, OTHER, GUNS = "incident:a#e0", "incident:d#e0", "demand:c#e1"
_PAIRS: tuple[Verb, ...] = ("merge", "split")
DISPUTE = "dispute:incident:a#e0:killed (sth-south)"


def doubted(record: Record | None = None, judgements: Sequence[Judgement] = (), sure: float = 0.5) -> list[Doubt]:
    """The queue of the made reports, whose findings are all as sure."""
    return list(queue(record or linked(), lambda ref: sure, judgements))


def apart(score: float = 0.7) -> Record:
    """The record with two incidents that may be one."""
    attack, other = linked().incidents
    doubt = Link(Ref("b", "event", 0), Ref("d", "event", 0), score)
    return replace(linked(), incidents=(replace(attack, maybe=(doubt,)), replace(other, maybe=(doubt,))))


def test_what_the_board_rests_on_comes_before_what_nothing_rests_on() -> None:
    """The present state most, an earlier one less; lesser odds go first, and what is certain is not asked."""
    told = linked()
    claim = told.claims[0]
    ref = claim.evidence[0].ref
    row = BoardRow(claim.talks, claim.track, START.date(), claim.state, claims=(0,))
    shown = replace(told, board=(row,), incidents=(), disputes=(), demands=())
    assert [one.what for one in findings_touched(shown)[ref]] == ["board"]
    replaced = replace(shown, board=(row, replace(row, claims=())))
    assert [one.what for one in findings_touched(replaced)[ref]] == ["earlier"]
    assert doubted(shown)[0].target == str(ref)
    assert queue(told, lambda one: 0.05 if one == Ref("b", "event", 0) else 0.9, ())[0].target == "b#e0"
    assert all(one.sort != "finding" for one in doubted(told, sure=1.0))


def test_a_figure_that_several_origins_give_hangs_on_each_by_its_part() -> None:
    """By one part in as many as there are."""
    record = linked()
    (version,) = (one for one in record.incidents[0].slots["killed"] if one.evidence[0].ref == Ref("a", "event", 0))
    twice = replace(
        version, evidence=(*version.evidence, replace(version.evidence[0], ref=Ref("d", "event", 0), origin="x"))
    )
    slots = {**record.incidents[0].slots, "killed": (twice,)}
    record = replace(record, incidents=(replace(record.incidents[0], slots=slots), record.incidents[1]), disputes=())
    touched = {one.what: one.share for one in findings_touched(record)[Ref("a", "event", 0)]}
    assert touched["figure"] == 0.5


def test_what_may_be_one_is_asked_once_until_it_is_merged_or_kept_apart() -> None:
    """Both links are one question; the larger incident comes first; undone, it is asked again."""
    (pair,) = (one for one in doubted(apart()) if one.sort == "incidents")
    assert (pair.target, pair.others, pair.risk) == (ATTACK, (OTHER,), 0.7)
    for verb in _PAIRS:
        decided = judgement(verb, OTHER, ATTACK)
        assert all(one.sort != "incidents" for one in doubted(apart(), [decided]))
        undone = [decided, judgement("undo", decided.id, n=1)]
        assert pair in doubted(apart(), undone)


def test_disputes_and_demands_are_asked_until_somebody_decides() -> None:
    """By verdict and by degree."""
    assert DISPUTE in {one.target for one in doubted()}
    assert DISPUTE not in {one.target for one in doubted(judgements=[judgement("resolve", DISPUTE, value="open")])}
    record = linked()
    guns = record.demands[-1]
    assert guns.id not in {one.target for one in doubted(record)}
    kept = replace(
        guns, moves=(*guns.moves, replace(guns.moves[0], kind="fulfilled"), replace(guns.moves[0], kind="broken"))
    )
    record = replace(record, demands=(kept,))
    asked = next(one for one in doubted(record) if one.sort == "demand")
    assert (asked.target, asked.risk) == (GUNS, 0.5)
    assert asked not in doubted(record, [judgement("fulfil", GUNS, value="2")])


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (("Muttaqi", "person", None), ("Amir Muttaqi", "person", "AFG"), 0.5),
        (("Ministry of Information", "body", "PAK"), ("Information ministry", "body", "PAK"), 1.0),
        (("Rahim Khan", "person", "PAK"), ("Rahim Khan", "person", "AFG"), None),
        (("Kabul", "state", "AFG"), ("Kabul team", "delegation", "AFG"), None),
        (("Group", "armed_group", None), ("Hafiz Gul Bahadur Group", "armed_group", None), None),
    ],
)
def test_actors_that_may_be_one(
    one: tuple[str, str, str | None], other: tuple[str, str, str | None], share: float | None
) -> None:
    """By all words of a name, where kind and country allow it."""
    actors = [Canon(str(n), name, kind, (), place, names=(name,)) for n, (name, kind, place) in enumerate((one, other))]
    assert [found[2] for found in namesakes(actors)] == ([] if share is None else [share])
    both = [replace(actor, registry=actor.id) for actor in actors]
    assert list(namesakes(both)) == []


def test_an_incident_that_was_set_by_hand_closes_what_its_figures_rest_on() -> None:
    """From the card of an event its incident can be edited: the card is done; undone, it is asked again."""
    before = {one.target for one in doubted() if one.sort == "finding"}
    assert "a#e0" in before
    edit = judgement("correct", ATTACK, field="killed", value="12")
    after = {one.target for one in doubted(judgements=[edit]) if one.sort == "finding"}
    assert after == before - {str(ref) for ref in linked().incidents[0].members}
    undone = [edit, judgement("undo", edit.id, n=1)]
    assert {one.target for one in doubted(judgements=undone) if one.sort == "finding"} == before


def test_what_was_judged_is_not_asked_again_after_another_reading(tmp_path: Path) -> None:
    """Findings and incidents have other numbers then; where nothing is read in the words any more, another is asked."""
    with Store.open(str(tmp_path / "r.db")) as store:
        for read in READINGS:
            store.add(read.report, findings_of(read), model="one", at=START)
    with open_record(str(tmp_path / "r.db")) as opened:
        asked = [Asked("accept", "a#e0"), Asked("accept", "a#e1"), Asked("split", ATTACK, (OTHER,))]
        made = Bench(opened, lambda: START).judge(asked, "ana")
        again = {read.report.id: renumbered(read) for read in READINGS}
        for read in again.values():
            opened.store.add(read.report, findings_of(read), model="two", at=START)
        opened.refresh()
        now = list(moved(made, opened.store, opened.reading, opened.record))
        first, second = (ref.index for ref in (Ref.of(one.target) for one in now[:2]) if ref)
        assert [again["a"].events[at].trigger for at in (first, second)] == [
            READINGS[0].events[at].trigger for at in (0, 1)
        ]
        assert (first, second) != (0, 1)
        assert (now[2].target, now[2].others) == ("incident:a#e1", ("incident:d#e1",))
        judged = {one.target for one in now}
        assert not judged & {one.target for one in doubted(opened.record, now)}
        lost = replace(again["a"], events=())
        (gone,) = moved(made[:1], opened.store, lambda _: lost, opened.record)
        assert gone.target == ""


@given(logs())
def test_nothing_that_was_judged_comes_again_and_the_order_holds(log: list[Judgement]) -> None:
    """Whatever was decided, in falling order, above what is worth asking, each once."""
    found = doubted(apart(), log)
    judged = {one.target for one in active(log) if one.verb not in ("merge", "split")}
    assert not judged & {one.target for one in found}
    assert [one.urgency for one in found] == sorted((one.urgency for one in found), reverse=True)
    assert all(one.urgency >= LEAST for one in found)
    assert len({one.key for one in found}) == len(found)


def test_the_weights_are_those_that_the_rule_tells() -> None:
    """Table and program say the same."""
    rule = Path("docs/rules.md").read_text().split("## The review queue")[1].split("\n## ")[0]
    told = {key: float(weight) for key, weight in re.findall(r"\| (\w+) \| (\d+) \|$", rule, re.M)}
    assert told == WEIGHTS


def test_odds_are_those_of_the_reading_and_of_who_speaks(tmp_path: Path) -> None:
    """Of an event times that of its statement; nothing is known of reports that were not looked at."""
    read = READINGS[1]
    doubtful = replace(
        read,
        events=tuple(replace(one, confidence=0.8) for one in read.events),
        statements=tuple(replace(one, confidence=0.5) for one in read.statements),
    )
    with Store.open(str(tmp_path / "record.db")) as store:
        store.add(doubtful.report, findings_of(doubtful), model="by hand", at=START)
        odds = Odds(store)
        assert odds.of(Ref("b", "event", 0)) is None
        odds.take_in(["b"])
        assert odds.of(Ref("b", "event", 0)) == pytest.approx(0.4)
        assert odds.of(Ref("b", "statement", 0)) == 0.5
        assert odds.of(Ref("b", "event", 99)) is None
