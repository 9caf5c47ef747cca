"""All sections of the record, measured on one set of readings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import parley
from benchmarks.links import canons, copies, demands, disputes, incidents, origins, status
from benchmarks.links.gold import linked, reading_of
from benchmarks.links.match import Match, load
from benchmarks.readings import as_report
from benchmarks.tally import Row
from parley.linking.casting import Casting, cast
from parley.linking.link import link
from parley.reading.identities import Identifier
from parley.record import Reading, Record
from parley.registry import Registry

__all__ = ["annotated_readings", "rows", "shipped_readings"]

LAST = date(2025, 11, 9)
"""The day of the last of the 44 reports."""


def shipped_readings() -> list[Reading]:
    """What the shipped reader makes of the linked reports; raises what stopped it."""
    found = []
    for reading in parley.read_many(map(as_report, linked())):
        if isinstance(reading, parley.Failure):
            raise reading.error
        found.append(reading)
    return found


def annotated_readings() -> list[Reading]:
    """What people found in them, with the registry's ids as the pipeline would put them."""
    identifier = Identifier(Registry.open())
    return [identifier.identify(reading_of(report)) for report in linked()]


def rows(readings: Sequence[Reading]) -> dict[str, Row]:
    """One row a figure, in the order of the steps."""
    record = link(readings)
    match = Match(readings, load())
    casting = cast(readings, record.copies, Registry.open())
    return {
        "who is who (B3)": _who(match, casting),
        **_sources(match, record),
        **_talks(match, casting, record),
        "incidents (B3)": incidents.score(match, record.incidents),
        "demands": _demands(match, record),
        "disputes": _disputes(disputes.score(match, record.disputes)),
        "disputes, shared": _disputes(disputes.shared(match, record.disputes)),
    }


def _who(match: Match, casting: Casting) -> Row:
    """Each annotated pair of report and actor, put to the record's actor by most of its mentions."""
    gold, system = {}, {}
    for actor in match.links["actors"]:
        for pair in actor["seen"]:
            found = match.seen(pair, casting)
            if found:
                gold[pair], system[pair] = actor["id"], found
    precision, recall, f1 = canons.b_cubed(gold, system)
    told = sum(len(actor["seen"]) for actor in match.links["actors"])
    return {"p": precision, "r": recall, "f1": f1, "gold": told, "system": len(system)}


def _sources(match: Match, record: Record) -> dict[str, Row]:
    same, origin = copies.score(record.copies, match.links), origins.score(record.origins, match.links)
    return {
        "copies, exact": {"accuracy": round(same["exact"], 1), "of": len(match.links["copies"])},
        "origins, pairs": _prf(origin["precision"], origin["recall"], len(match.links["origins"]), len(record.origins)),
    }


def _demands(match: Match, record: Record) -> Row:
    found = demands.score(match, record.demands)
    return _prf(found.precision, found.recall, found.gold, found.made)


def _disputes(found: disputes.Score) -> Row:
    return _prf(found.precision, found.recall, found.gold, found.made)


def _talks(match: Match, casting: Casting, record: Record) -> dict[str, Row]:
    recall, precision = status.claims(match, casting, record.claims)
    main = record.talks[0].id if record.talks else None
    shown = status.board(match, [row for row in record.board if row.talks == main], LAST)
    return {
        "status claims": _prf(precision, recall, len(match.links["status_claims"]), len(record.claims)),
        "board, all days": _share(shown.days),
        "board, days of change": _share(shown.changes),
    }


def _prf(precision: float, recall: float, gold: int, system: int) -> Row:
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return {"p": round(precision, 1), "r": round(recall, 1), "f1": round(f1, 1), "gold": gold, "system": system}


def _share(counts: tuple[int, int]) -> Row:
    right, of = counts
    return {"accuracy": round(100 * right / max(1, of), 1), "of": of}
