"""From what the heads say of a trigger to an event."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from parley.encoder import labels
from parley.encoder.labels import Edge, Role
from parley.encoder.links import Sort
from parley.reading.asking import best_spans
from parley.reading.events import decode
from parley.reading.settings import Settings
from parley.reading.view import Found, tagged
from parley.record import Event
from tests.reading.heads import judged, phrase, view_of

TEXT = "Gunmen killed at least 12 soldiers near Harad on 4 March 2025. The army blamed the Front."


def event(**given: object) -> Event:
    """The event of the first sentence, as sure heads see it."""
    view = view_of(TEXT, ["Gunmen", "The army", "the Front"])
    slots = [
        Found(phrase(view, "at least 12 soldiers"), Sort.FIGURE, 0.9, 0),
        Found(phrase(view, "Harad"), Sort.PLACE, 0.9),
        Found(phrase(view, "on 4 March 2025"), Sort.WHEN, 0.9),
    ]
    answer = judged(view, "killed", "ASSAULT", others=slots, **given)  # type: ignore[arg-type]
    (found,) = decode(answer, Settings()).events
    return found


def test_slots_are_filled_with_what_belongs_to_the_trigger() -> None:
    """Place, time and figure come with what they stand for."""
    roles = {"Gunmen": Role.ACTOR, "Harad": Role.PLACE, "on 4 March 2025": Role.WHEN}
    found = event(roles={**roles, "at least 12 soldiers": Role.FIGURE})
    assert [p.actor for p in found.actors] == ["a0"]
    assert len(found.place) == 1
    assert (found.when[0].date, found.when[0].known) == ("2025-03-04", "stated")
    assert [(f.low, f.high) for f in found.killed] == [(12, None)]


def test_slots_stay_empty_without_a_link() -> None:
    """What stands in the sentence is not the event's unless the heads say so."""
    found = event()
    assert (found.actors, found.place, found.when, found.killed) == ((), (), (), ())
    assert found.content == ()


def test_a_party_that_the_sentence_leaves_unsaid_has_no_span() -> None:
    """Somebody named only in another sentence is an actor without words here."""
    (party,) = event(roles={"the Front": Role.UNSAID_ACTOR}).actors
    assert (party.actor, party.span) == ("a2", None)


def test_an_unsaid_role_needs_another_sentence() -> None:
    """Somebody who stands in the trigger's own sentence is not unsaid there."""
    assert event(roles={"Gunmen": Role.UNSAID_ACTOR}).actors == ()


def test_a_talks_event_always_says_which_state() -> None:
    """The guidelines ask for a state of the talks with the type TALKS."""
    view = view_of("The talks stalled.")
    answer = judged(view, "stalled", "TALKS")
    answer.alone.labels[0, len(labels.REALITY)] = 5.0
    (found,) = decode(answer, Settings()).events
    assert found.talks is not None


def test_the_content_is_the_likeliest_span_or_none() -> None:
    """Edges give a phrase of the trigger's own sentence."""
    view = view_of("Kabul demanded an end to the strikes. It rained.")
    answer = judged(view, "demanded", "REQUEST", edges={Edge.CONTENT_START: "an end to the strikes"})
    (found,) = decode(answer, Settings()).events
    assert [s.quote(view.reading.report) for s in found.content] == ["an end to the strikes"]
    assert best_spans(answer, Edge.CONDITION_START)[1][0] < 0.1


def test_a_tagged_phrase_ends_with_its_sentence() -> None:
    """Two phrases on either side of a full stop stay two, and "begins" starts a new one."""
    view = view_of("He met Ann. Bob Lee left.")
    tags = view.signals.tags["mention"]
    tags[:, 0] = 1.0
    for word, (begins, goes_on) in {2: (0.9, 0.0), 4: (0.1, 0.8), 5: (0.1, 0.8)}.items():
        tags[word] = np.array([1 - begins - goes_on, begins, goes_on])
    words = [view.span(p).quote(view.reading.report) for p, _ in tagged(view, "mention")]
    assert words == ["Ann", "Bob Lee"]


def test_settings_decide_how_sure_is_sure_enough() -> None:
    """A stricter setting leaves out what a looser one says."""
    view = view_of(TEXT, ["Gunmen"])
    answer = judged(view, "killed", "ASSAULT", roles={"Gunmen": Role.ACTOR})
    assert decode(answer, replace(Settings(), actor=0.95)).events[0].actors == ()
