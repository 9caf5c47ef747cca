"""Judgements case by case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.errors import Malformed
from parley.linking.judging import check, contradictions, from_line, history, judged_record, ref_in, standing
from parley.record import Link, Ref, Toll
from parley.record.judgement import Verb
from tests.linking.judging.made import READINGS, judgement, linked, places, renumbered

ATTACK, OTHER, BORDER, GUNS = "incident:a#e0", "incident:d#e0", "demand:b#e1", "demand:c#e1"
TALKS, DISPUTE = "talks:nth-north+sth-south", "dispute:incident:a#e0:killed (sth-south)"


def test_the_record_before_anybody_judged() -> None:
    """What the cases below start from."""
    record = linked()
    assert [one.id for one in record.incidents] == [ATTACK, OTHER]
    assert [one.id for one in record.demands] == [BORDER, GUNS]
    assert [one.id for one in record.disputes] == [DISPUTE]
    assert [one.id for one in record.talks] == [TALKS]


def test_a_dispute_says_why_its_versions_are_rivals() -> None:
    """Who says each, on which days, and whether one has it from the other."""
    (link,) = linked().disputes[0].links
    assert (str(link.a), str(link.b)) == ("a#e0", "b#e0")
    assert [f"{one.feature}: {one.detail}" for one in link.reasons] == [
        "speakers: Courier and Vale",
        "days: 2031-03-03 and 2031-03-04",
        "origins: two origins",
    ]


def test_a_rejected_event_tells_nothing() -> None:
    """Nothing of it is left anywhere, and the others keep their numbers."""
    record = linked([judgement("reject", "a#e0")])
    assert "Ref(report='a', kind='event', index=0)" not in repr(record)
    assert [one.id for one in record.incidents] == ["incident:b#e0", OTHER]
    assert not record.disputes


def test_a_rejected_report_is_left_out() -> None:
    """With all that it tells."""
    record = linked([judgement("reject", "b")])
    assert record.reports == ("a", "c", "d")
    assert [one.id for one in record.demands] == [GUNS]


def test_a_rejected_statement_is_nobodys() -> None:
    """What stood in it is told by the outlet."""
    record = linked([judgement("reject", "b#s0")])
    told = {one.ref: one.claimant.name for one in record.incidents[0].slots["type"][0].evidence}
    assert told[Ref("b", "event", 0)] == "Herald"


def test_what_is_accepted_or_corrected_after_it_was_rejected_is_in_the_record() -> None:
    """The later decision is followed, whoever made it."""
    rejected, accepted = judgement("reject", "a#e0"), judgement("accept", "a#e0", n=1, user="ben")
    assert linked([rejected, accepted]) == linked()
    assert linked([replace(rejected, at=accepted.at, id="j2"), accepted]) == linked([rejected])
    assert linked([judgement("reject", ATTACK), judgement("accept", ATTACK, n=1)]) == linked()
    type_ = judgement("correct", "d#e0", n=1, field="type", value="AID")
    assert linked([judgement("reject", "d#e0"), type_]) == linked([type_])


@pytest.mark.parametrize(
    ("field", "value", "kind"), [("type", "AID", "aid"), ("aspect", "demand", "gone"), ("talks", "violated", "gone")]
)
def test_a_corrected_event_is_linked_as_corrected(field: str, value: str, kind: str) -> None:
    """Another type makes another kind of incident; another aspect files it elsewhere."""
    record = linked([judgement("correct", "d#e0", field=field, value=value)])
    kinds = [one.kind for one in record.incidents if one.id == OTHER] or ["gone"]
    assert (kinds == ["gone"]) == (kind == "gone")
    if field == "type":
        assert kinds != [linked().incidents[1].kind]


def test_the_parties_of_an_event_are_corrected() -> None:
    """By the ids that its report has for them."""
    record = linked([judgement("correct", "d#e0", field="actors", value="South")])
    assert [one.value for one in record.incidents[1].slots["actors"]] == ["sth-south"]


def test_rejected_things_are_gone_with_their_disputes() -> None:
    """Incidents, demands, talks with their claims and their board."""
    assert [one.id for one in linked([judgement("reject", ATTACK)]).incidents] == [OTHER]
    assert not linked([judgement("reject", ATTACK)]).disputes
    assert [one.id for one in linked([judgement("reject", BORDER)]).demands] == [GUNS]
    record = linked([judgement("reject", TALKS)])
    assert (record.talks, record.claims, record.board) == ((), (), ())


def test_merged_incidents_are_one_made_anew() -> None:
    """With every version of both, and the reason who said so; a split takes them apart again."""
    merge = judgement("merge", OTHER, ATTACK)
    (one,) = linked([merge]).incidents
    assert one.id == ATTACK
    assert list(map(str, one.members)) == ["a#e0", "b#e0", "d#e0"]
    assert one.links[-1].reasons[0].detail == "ann: the same"
    assert linked([merge]).disputes[0].about == ATTACK
    record = linked([merge, judgement("split", ATTACK, "d#e0", n=1)])
    assert [one.id for one in record.incidents] == [ATTACK, OTHER]


def test_a_split_incident_is_two() -> None:
    """Each with its own figures, and the dispute about the one that tells its first value."""
    record = linked([judgement("split", ATTACK, "b#e0")])
    assert [one.id for one in record.incidents] == [ATTACK, "incident:b#e0", OTHER]
    assert [one.tolls["killed"].best for one in record.incidents[:2]] == [12, 40]


def test_incidents_kept_apart_are_asked_about_no_more() -> None:
    """Their doubts are gone and nothing else; what is put together is parted; who merges them contradicts."""
    doubt = Link(Ref("b", "event", 0), Ref("d", "event", 0), 0.6)
    attack, other = linked().incidents
    record = replace(linked(), incidents=(replace(attack, maybe=(doubt,)), replace(other, maybe=(doubt,))))
    apart = judgement("split", ATTACK, OTHER)
    kept = judged_record(record, [apart], lambda refs: attack, READINGS, places([apart], READINGS))
    assert kept == linked()
    merge = judgement("merge", ATTACK, OTHER, n=1, user="ben")
    assert contradictions([apart, merge])[0].stands == merge
    assert [one.id for one in linked([merge, replace(apart, at=merge.at, id="j2")]).incidents] == [ATTACK, OTHER]


def test_merged_demands_are_one() -> None:
    """The earliest keeps its id; what is raised again is repeated."""
    (one,) = linked([judgement("merge", GUNS, BORDER)]).demands
    assert [(str(link.a), str(link.b), link.reasons[0].detail) for link in one.links] == [
        ("b#e1", "c#e1", "ann: the same")
    ]
    assert one.id == BORDER
    assert [move.kind for move in one.moves] == ["raised", "repeated"]
    record = linked([judgement("merge", GUNS, BORDER), judgement("split", BORDER, "c#e1", n=1)])
    assert [one.id for one in record.demands] == [BORDER, GUNS]


def test_merged_actors_are_one_everywhere() -> None:
    """Whoever was the other is the first now."""
    record = linked([judgement("merge", "nth-north", "vale")])
    assert "vale" not in record.actors
    assert "vale" not in {one.claimant.id for move in record.demands[0].moves for one in move.evidence}
    assert "Vale" in record.actors["nth-north"].names


def test_names_verdicts_and_degrees_are_set() -> None:
    """On a thing that was merged, by either id."""
    record = linked(
        [
            judgement("merge", "nth-north", "vale"),
            judgement("name", "vale", n=1, value="The North"),
            judgement("name", TALKS, n=2, value="Border talks"),
            judgement("resolve", DISPUTE, n=3, value="different-scope"),
            judgement("fulfil", BORDER, n=4, value="2"),
            judgement("fulfil", BORDER, n=5, value="3"),
            judgement("correct", ATTACK, n=6, field="killed", value="12-40"),
        ]
    )
    assert record.actors["nth-north"].name == "The North"
    assert record.talks[0].name == "Border talks"
    assert record.disputes[0].kind == "different-scope"
    assert [move.degree for move in record.demands[0].moves] == [None, 3]
    assert record.incidents[0].tolls["killed"] == Toll(12, None, 40, "judged")


def test_things_are_found_again_in_another_reading() -> None:
    """An incident whose first event has another number now is the one that was judged; what is gone is left alone."""
    log = [judgement("name", ATTACK, value="The attack on Harad"), judgement("resolve", DISPUTE, n=1, value="open")]
    again = [renumbered(one) for one in READINGS]
    record = linked(log, again)
    (named,) = (one for one in record.incidents if Ref("a", "event", 1) in one.members)
    assert named.what == "The attack on Harad"
    assert [one.kind for one in record.disputes] == ["open"]
    assert all(one.what != "The attack on Harad" for one in linked(log, again[1:]).incidents)


def test_changed_and_lost_evidence_is_told() -> None:
    """The words are others; they are there, but nothing is read in them; they are gone."""
    one = replace(judgement("reject", "a#e0"), quote="North bombed South at Harad and killed 12 people")
    there = {reading.report.id: reading for reading in READINGS}
    assert standing(one, places([one], READINGS), there) == "stands"
    assert standing(replace(one, quote="North bombed"), places([one], READINGS), there) == "stands"
    assert standing(replace(one, quote="North shelled South"), places([one], READINGS), there) == "changed"
    unread = {**there, "a": replace(there["a"], events=())}
    assert standing(one, places([one], READINGS), unread) == "unread"
    assert standing(one, {one.id: [None]}, there) == "orphaned"


def test_contradictions_are_shown_with_the_one_that_stands() -> None:
    """Of two people, on the same matter; nobody contradicts himself."""
    log = [
        judgement("accept", ATTACK, user="ann"),
        judgement("reject", ATTACK, n=1, user="ben"),
        judgement("name", TALKS, n=2, user="ann", value="A"),
        judgement("name", TALKS, n=3, user="ann", value="B"),
        judgement("merge", ATTACK, OTHER, n=4, user="ann"),
        judgement("split", ATTACK, "d#e0", n=5, user="ben"),
    ]
    found = [(one.overruled.id, one.stands.id) for one in contradictions(log)]
    assert found == [("j0", "j1"), ("j4", "j5")]
    assert contradictions([*log, judgement("undo", "j5", n=6), judgement("undo", "j1", n=7)]) == ()


def test_the_history_of_a_thing_has_what_was_undone() -> None:
    """And who undid it."""
    log = [judgement("merge", ATTACK, OTHER), judgement("accept", GUNS, n=1), judgement("undo", "j0", n=2)]
    assert [one.id for one in history(log, OTHER)] == ["j0", "j2"]


@pytest.mark.parametrize(
    ("verb", "kind", "field", "value", "said"),
    [
        ("reject", "actor", None, "", "has no reject"),
        ("correct", "event", "mood", "good", "type, reality, talks, aspect, actors, recipients"),
        ("correct", "event", "type", "WAR", "ASSAULT"),
        ("correct", "incident", "when", "Thursday", "a date or interval"),
        ("correct", "incident", "killed", "many", "a number"),
        ("resolve", "dispute", None, "true", "conflict, later-update, different-scope, open"),
        ("fulfil", "demand", None, "4", "0 none, 1 minimal"),
        ("merge", "incident", None, "", "two ids or more"),
    ],
)
def test_what_does_not_fit_is_told_with_what_does(
    verb: Verb, kind: str, field: str | None, value: str, said: str
) -> None:
    """The error names the value and all that is allowed."""
    with pytest.raises(Malformed, match=said):
        check(judgement(verb, "x", field=field, value=value), kind)


@pytest.mark.parametrize("line", ["{}", "[]", "nonsense", '{"id": "j1", "verb": "burn", "passages": []}'])
def test_a_broken_line_is_told_by_its_place(line: str) -> None:
    """And is no judgement."""
    with pytest.raises(Malformed, match="line 3"):
        from_line(line, "log.jsonl, line 3")


def test_ids_tell_the_finding_that_they_are_made_of() -> None:
    """Those of things too, whatever the report is called."""
    assert ref_in("a#e3") == ref_in("incident:a#e3") == ref_in("dispute:incident:a#e3:killed") == Ref("a", "event", 3)
    assert ref_in("demand:x:y#e0") == Ref("x:y", "event", 0)
    assert ref_in("talks:a+b") is None
