"""A small record made by hand, of three reports of talks that nobody held."""

from __future__ import annotations

from datetime import UTC, date, datetime

from parley.exports.record_desk import Desk
from parley.record import (
    BoardRow,
    Canon,
    Claimant,
    Copies,
    Demand,
    Dispute,
    Evidence,
    Incident,
    Judgement,
    Link,
    Move,
    Origin,
    Outlet,
    Reason,
    Record,
    Ref,
    Report,
    Round,
    StatusClaim,
    Talks,
    Toll,
    Version,
)

TALKS, ROUND = "talks:ard+front", "talks:ard+front:round:2031-03-04"
OKAR, FRONT = Claimant("okar", "Selim Okar"), Claimant("front", "Northern Front")
POLICE = Claimant("a/police", "police in Harad", named=False)
REPORTS = {
    one.id: one
    for one in (
        Report(
            "a",
            "The talks are over, Selim Okar said. Police in Harad said 12 people were killed on Tuesday.",
            title="Talks over",
            outlet=Outlet("Harbour Wire", kind="agency", country="TUR"),
            published=date(2031, 3, 6),
            url="https://harbourwire.example/a",
        ),
        Report(
            "b",
            "“The talks are over”, said Okar. Twelve died.",
            title="Minister: talks over",
            outlet=Outlet("Gulf Post"),
            published=date(2031, 3, 7),
        ),
        Report(
            "c",
            "The Northern Front said talks would go on, and put the dead at 15. It asked for the camps to be closed.",
            title="Front: talks go on",
            outlet=Outlet("Front Voice"),
            published=date(2031, 3, 8),
        ),
    )
}


def place(report: str, words: str, claimant: Claimant | None = None, origin: str = "", index: int = 0) -> Evidence:
    """Words of a report as evidence; without a claimant the outlet speaks."""
    told = REPORTS[report]
    start = told.text.index(words)
    outlet = told.outlet.name if told.outlet and told.outlet.name else report
    return Evidence(
        Ref(report, "event", index),
        told.span(start, start + len(words)),
        claimant or Claimant(f"outlet:{outlet}", outlet),
        told.published,
        origin or report,
    )


OVER = (
    place("a", "The talks are over, Selim Okar said.", OKAR, "okar/2031-03-06"),
    place("b", "“The talks are over”", OKAR, "okar/2031-03-06"),
)
GOES_ON = (place("c", "talks would go on", FRONT),)
TWELVE = (place("a", "12 people were killed", POLICE, index=1), place("b", "Twelve died.", index=1))
FIFTEEN = (place("c", "put the dead at 15", FRONT, index=1),)
ASKED = (place("c", "for the camps to be closed", FRONT, index=2),)
KILLED = (Version("12", TWELVE), Version("15", FIFTEEN))


def record() -> Record:
    """Three reports, two origins of what is said of the talks, one incident, one demand, one dispute."""
    return Record(
        reports=("a", "b", "c"),
        actors={
            "ard": Canon("ard", "Ardania", "state", (("a", "ard"),), "ARD"),
            "front": Canon("front", "Northern Front", "armed_group", (("c", "front"), ("a", "them")), registry="front"),
            "okar": Canon("okar", "Selim Okar", "person", (("a", "okar"), ("b", "okar")), acts_for="ard"),
            "a/police": Canon("a/police", "police in Harad", "police", (("a", "police"),), acts_for="ard"),
        },
        copies=(Copies("copies/a", ("a", "b")),),
        origins=(
            Origin(
                "okar/2031-03-06",
                "statement",
                "Selim Okar, 2031-03-06",
                ("a", "b"),
                reasons=(Reason("word", "one word", 2.0),),
            ),
            Origin("c", "own reporting", "Front Voice, 2031-03-08", ("c",)),
        ),
        incidents=(
            Incident(
                id="incident:a#e1",
                kind="attack",
                what="attack (killed), Ardania, Harad",
                members=(Ref("a", "event", 1), Ref("b", "event", 1), Ref("c", "event", 1)),
                sides=("ard",),
                when="2031-03-04",
                place="Harad",
                slots={"killed": KILLED},
                tolls={"killed": Toll(12, 12, 15, "ucdp")},
                links=(Link(Ref("a", "event", 1), Ref("b", "event", 1), 0.9, (Reason("type", "both ASSAULT", 1.5),)),),
            ),
        ),
        talks=(Talks(TALKS, "Ardania – Northern Front", ("ard", "front"), rounds=(_round(),)),),
        claims=(
            StatusClaim(TALKS, ROUND, "talks", "ended-no-deal", "actual", (OKAR,), "ard", date(2031, 3, 6), OVER),
            StatusClaim(TALKS, ROUND, "talks", "continued", "actual", (FRONT,), "front", date(2031, 3, 8), GOES_ON),
        ),
        board=(
            BoardRow(TALKS, "talks", date(2031, 3, 4), "opened", "both", ROUND),
            BoardRow(TALKS, "talks", date(2031, 3, 6), "ended-no-deal", "ard", ROUND, True, (0,)),
        ),
        demands=(
            Demand(
                "demand:c#e2",
                "demand",
                ("front",),
                ("ard",),
                "the camps to be closed",
                ("at once",),
                (Move("raised", date(2031, 3, 8), (FRONT,), ASKED),),
                TALKS,
            ),
        ),
        disputes=(Dispute("dispute:incident:a#e1:killed", "incident:a#e1", "killed", KILLED),),
    )


def _round() -> Round:
    return Round(ROUND, 1, "Istanbul", "2031-03-04/2031-03-05")


def desk(width: int = 100, told: Record | None = None) -> Desk:
    """The desk over the record."""
    judged = Judgement("j1", datetime(2031, 3, 9, 8, tzinfo=UTC), "ana", "accept", "incident:a#e1", why="seen myself")
    return Desk(told or record(), REPORTS, REPORTS.__getitem__, (judged,), width)
