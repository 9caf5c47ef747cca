"""What is new between two records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from parley.linking.changes import changes
from parley.record import BoardRow, Move, Record, Toll, Version
from tests.exports.desks import FIFTEEN, FRONT, ROUND, TALKS, TWELVE, place, record


def test_nothing_is_new_in_the_same_record() -> None:
    """Whatever is in it."""
    assert changes(record(), record()) == ()


def test_everything_is_new_to_an_empty_record() -> None:
    """Each kind in its place, reports last."""
    kinds = list(dict.fromkeys(one.kind for one in changes(Record(), record())))
    assert kinds == ["status", "incident", "demand", "dispute", "report"]


def test_a_status_tells_what_stood_before() -> None:
    """With whose word it was and is."""
    before = replace(record(), board=record().board[:1])
    (moved,) = changes(before, record())
    assert (moved.kind, moved.day, moved.about) == ("status", date(2031, 3, 6), f"{TALKS} talks")
    assert (moved.before, moved.after) == ("opened (both sides)", "ended-no-deal (Ardania)")
    assert moved.evidence == record().claims[0].evidence


def test_what_has_lapsed_is_unknown() -> None:
    """A row without a state."""
    lapsed = replace(record(), board=(*record().board, BoardRow(TALKS, "talks", date(2031, 3, 9), None, None, ROUND)))
    assert [one.after for one in changes(record(), lapsed)] == ["unknown"]


def test_a_figure_is_revised() -> None:
    """By those places that were not there."""
    (whole,) = record().incidents
    early = replace(whole, slots={"killed": (Version("12", TWELVE),)}, tolls={"killed": Toll(12, 12, 12, "ucdp")})
    (revised,) = changes(replace(record(), incidents=(early,)), record())
    assert (revised.kind, revised.before, revised.after) == ("figure", "killed 12", "killed 12–15, best 12")
    assert revised.evidence == FIFTEEN


def test_an_incident_under_another_name_is_not_new() -> None:
    """It is known by its members."""
    (whole,) = record().incidents
    before = replace(whole, id="incident:other", members=whole.members[1:2])
    assert changes(replace(record(), incidents=(before,)), record()) == ()


def test_a_demand_moves() -> None:
    """From its last move to the new one."""
    (demand,) = record().demands
    refused = Move(
        "fulfilled", date(2031, 3, 8), (FRONT,), (place("c", "talks would go on", FRONT, index=3),), degree=0
    )
    (moved,) = changes(record(), replace(record(), demands=(replace(demand, moves=(*demand.moves, refused)),)))
    assert (moved.kind, moved.before, moved.after) == ("demand", "raised", "fulfilled 0")


def test_a_dispute_gets_another_value() -> None:
    """Its new places are the evidence."""
    (dispute,) = record().disputes
    before = replace(record(), disputes=(replace(dispute, versions=dispute.versions[:1]),))
    (wider,) = changes(before, record())
    assert (wider.before, wider.after) == ("killed: 12", "killed: 12 / 15")
    assert wider.evidence == FIFTEEN


def test_a_report_comes_in() -> None:
    """Under its id."""
    (came,) = changes(replace(record(), reports=("a", "b")), record())
    assert (came.kind, came.about) == ("report", "c")


def test_tolls_are_written_as_ranges() -> None:
    """Unless all say the same."""
    assert str(Toll(3, 3, 3, "ucdp")) == "3"
    assert str(Toll(3, 4, 9, "ucdp")) == "3–9, best 4"
