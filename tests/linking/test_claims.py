"""Who answers for a finding, on which day, and where it comes from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from parley.linking.casting import Casting, cast
from parley.linking.claims import claimants, evidence
from parley.linking.origins_index import Origins
from parley.record import Actor, Origin, Outlet, Party, Reading, Ref, When
from tests.builders import SAMPLE, quote, readings, sample_reading

PUBLISHED = date(2031, 3, 6)


def event(index: int) -> Ref:
    return Ref(SAMPLE.id, "event", index)


def said(index: int) -> Ref:
    return Ref(SAMPLE.id, "statement", index)


def without(statement: int | None = None) -> Reading:
    """The sample with its first event standing in that statement only, or in none."""
    sample = sample_reading()
    return replace(sample, events=(replace(sample.events[0], statement=statement), *sample.events[1:]))


def test_who_said_it_claims_it() -> None:
    """An event inside a statement is the claim of whom the statement is given to, in the words of its sentence."""
    sample = sample_reading()
    found = evidence(sample, event(0), cast([sample]), ())
    assert (found.claimant.id, found.claimant.name) == ("gulf-007/front", "Northern Front")
    assert found.claimant.named
    assert found.span == sample.sentences[0].span
    assert found.origin == SAMPLE.id


def test_nobody_quoted_is_the_outlets_own_voice() -> None:
    """What stands in no statement the outlet itself claims, on the day it publishes."""
    found = evidence(without(), event(0), Casting(), ())
    assert found.claimant.id == "outlet:Harbour Wire"
    assert found.claimant.own_voice
    assert found.day == PUBLISHED


def test_an_unnamed_source_keeps_its_words() -> None:
    """A source without a name is shown by the words that the report has for it."""
    found = evidence(sample_reading(), said(1), Casting(), ())
    assert (found.claimant.name, found.claimant.named) == ("police", False)
    assert found.span == quote("At least 12 people were killed there on 4 March")


def test_the_relay_does_not_answer() -> None:
    """Of a statement inside a statement the inner source claims it; where nobody knows it, the outer one does."""
    sample = sample_reading()
    inner = replace(sample.statements[0], within=2)
    nested = replace(sample, statements=(inner, *sample.statements[1:]))
    assert evidence(nested, event(0), Casting(), ()).claimant.id == "gulf-007/front"
    open_ = replace(nested, statements=(replace(inner, source=None), *sample.statements[1:]))
    assert evidence(open_, event(0), Casting(), ()).claimant.id == "gulf-007/okar"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2031-03-05", date(2031, 3, 5)),
        ("2031-03", PUBLISHED),
        ("2031-03-01/2031-03-04", PUBLISHED),
        ("2031-04-01", PUBLISHED),
    ],
)
def test_the_day_of_a_claim(told: str, day: date) -> None:
    """The day told for the statement counts, where it is one day and not ahead of publication."""
    sample = sample_reading()
    when = (When(quote("on Thursday"), told, "resolved"),)
    dated = replace(sample, statements=(replace(sample.statements[0], when=when), *sample.statements[1:]))
    assert evidence(dated, event(0), Casting(), ()).day == day


def test_passages_have_origins_of_their_own() -> None:
    """A statement that several reports carry rests on its own origin, the rest of the report on the report's."""
    main = Origin("harbour", "own reporting", "Harbour Wire", (SAMPLE.id,))
    also = Origin("front-2031-03-06", "statement", "Northern Front", (), (SAMPLE.id,), passages=(said(0),))
    origins = Origins([main, also])
    assert evidence(sample_reading(), event(0), Casting(), origins).origin == also.id
    assert evidence(sample_reading(), said(1), Casting(), (main, also)).origin == main.id


def test_a_press_office_speaks_for_its_body() -> None:
    """The own voice of a government's release is the claim of whoever issued it."""
    desk = replace(SAMPLE, outlet=Outlet("Ardania Desk", None, "ARD", "government"))
    sample = replace(without(), report=desk)
    origins = Origins([Origin("x", "statement", "Ardania", (SAMPLE.id,), by=("gulf-007/ardania",))])
    assert [one.id for one in claimants(sample, event(0), cast([sample]), origins)] == ["gulf-007/ardania"]
    assert [one.id for one in claimants(sample, event(0), cast([sample]))] == ["outlet:Ardania Desk"]


def test_anonymous_under_a_name_stays_unnamed() -> None:
    """A name that describes ("Security officials") does not make an anonymous source a named one."""
    sample = sample_reading()
    actors = {**sample.actors, "police": Actor("police", "Police officials", "anonymous")}
    source = Party("police", quote("police"))
    sources = replace(sample, actors=actors, statements=(replace(sample.statements[1], source=source),))
    assert not claimants(sources, said(0), cast([sources]))[0].named


@settings(max_examples=8, deadline=None)
@given(readings())
def test_every_finding_has_evidence(reading: Reading) -> None:
    """Whatever was read, somebody answers for each finding, in words of the report."""
    casting = cast([reading])
    for kind, count in (("event", len(reading.events)), ("statement", len(reading.statements))):
        for index in range(count):
            ref = Ref(reading.report.id, "event" if kind == "event" else "statement", index)
            found = evidence(reading, ref, casting, ())
            assert found.claimant.name or found.claimant.id
            assert found.span.quote(reading.report)
