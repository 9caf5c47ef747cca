"""A reading as one JSON object, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable

from parley.exports.shape import (
    ActorShape,
    EventShape,
    FigureShape,
    MentionShape,
    OutletShape,
    Pair,
    PartyShape,
    PlaceCandidateShape,
    PlaceShape,
    ReadingShape,
    StatementShape,
    WhenShape,
)
from parley.record import (
    Actor,
    Event,
    Figure,
    Mention,
    Outlet,
    Party,
    Place,
    PlaceCandidate,
    Reading,
    Span,
    Statement,
    When,
)

_DIGITS = 4
_NOBODY: PartyShape = {"actor": None, "span": None, "confidence": 1.0}


def to_line(reading: Reading) -> str:
    """The reading as one line of JSON, without a line end."""
    shape = to_dict(reading)
    line = json.dumps(shape, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return line if _encodable(line) else json.dumps(shape, separators=(",", ":"), allow_nan=False)


def to_dict(reading: Reading) -> ReadingShape:
    """The reading in the shape of docs/reading.schema.json; probabilities are rounded to four digits."""
    report = reading.report
    return {
        "id": report.id,
        "title": report.title,
        "outlet": _outlet(report.outlet) if report.outlet else None,
        "published": report.published.isoformat() if report.published else None,
        "dateline": report.dateline,
        "url": report.url,
        "author": report.author,
        "credits": list(report.credits),
        "language": report.language,
        "text": report.text,
        "sentences": [_pair(sentence.span) for sentence in reading.sentences],
        "paragraphs": [sentence.paragraph for sentence in reading.sentences],
        "boilerplate": [number for number, sentence in enumerate(reading.sentences) if not sentence.body],
        "actors": {name: _actor(actor) for name, actor in reading.actors.items()},
        "mentions": [_mention(mention) for mention in reading.mentions],
        "statements": [_statement(statement) for statement in reading.statements],
        "events": [_event(event) for event in reading.events],
        "origin": {section: {"step": o.step, "model": o.model} for section, o in reading.origins.items()},
    }


def _encodable(line: str) -> bool:
    """Whether UTF-8 can hold it: a text given in Python may have lone surrogates."""
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True


def _pair(span: Span) -> Pair:
    return [span.start, span.end]


def _pairs(spans: Iterable[Span]) -> list[Pair]:
    return [_pair(span) for span in spans]


def _outlet(outlet: Outlet) -> OutletShape:
    return {"name": outlet.name, "site": outlet.site, "country": outlet.country, "kind": outlet.kind}


def _actor(actor: Actor) -> ActorShape:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "office": actor.office,
        "of": actor.acts_for,
        "members": list(actor.members),
        "registry": actor.registry,
        "candidates": [{"registry": one.registry, "name": one.name, "why": one.why} for one in actor.candidates],
    }


def _mention(mention: Mention) -> MentionShape:
    return {
        "span": _pair(mention.span),
        "actor": mention.actor,
        "sentence": mention.sentence,
        "confidence": round(mention.confidence, _DIGITS),
    }


def _party(party: Party) -> PartyShape:
    return {
        "actor": party.actor,
        "span": _pair(party.span) if party.span else None,
        "confidence": round(party.confidence, _DIGITS),
    }


def _parties(parties: Iterable[Party]) -> list[PartyShape]:
    return [_party(party) for party in parties]


def _times(times: Iterable[When]) -> list[WhenShape]:
    return [
        {
            "span": _pair(when.span),
            "date": when.date,
            "known": when.known,
            "counted_from": when.counted_from,
            "duration": when.duration,
        }
        for when in times
    ]


def _figures(figures: Iterable[Figure]) -> list[FigureShape]:
    return [{"span": _pair(figure.span), "low": figure.low, "high": figure.high} for figure in figures]


def _place(place: Place) -> PlaceShape:
    return {
        "span": _pair(place.span),
        "id": place.id,
        "name": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "precision": place.precision,
        "confidence": round(place.confidence, _DIGITS),
        "candidates": [_place_candidate(one) for one in place.candidates],
        "why": place.why,
    }


def _place_candidate(one: PlaceCandidate) -> PlaceCandidateShape:
    return {
        "id": one.id,
        "name": one.name,
        "latitude": one.latitude,
        "longitude": one.longitude,
        "country": one.country,
        "confidence": round(one.confidence, _DIGITS),
    }


def _statement(statement: Statement) -> StatementShape:
    return {
        "sentence": statement.sentence,
        "source": _party(statement.source) if statement.source else _NOBODY,
        "cue": _pair(statement.cue) if statement.cue else None,
        "content": _pairs(statement.content),
        "how": statement.how,
        "via": _parties(statement.via),
        "to": _parties(statement.to),
        "when": _times(statement.when),
        "within": statement.within,
        "confidence": round(statement.confidence, _DIGITS),
    }


def _event(event: Event) -> EventShape:
    return {
        "sentence": event.sentence,
        "trigger": _pair(event.trigger),
        "type": event.type,
        "mode": list(event.modes),
        "talks": event.talks,
        "aspect": event.aspect,
        "reality": event.reality,
        "statement": event.statement,
        "actors": _parties(event.actors),
        "recipients": _parties(event.recipients),
        "content": _pairs(event.content),
        "condition": _pairs(event.condition),
        "criteria": _pairs(event.criteria),
        "place": [_place(place) for place in event.place],
        "when": _times(event.when),
        "killed": _figures(event.killed),
        "injured": _figures(event.injured),
        "held": _figures(event.held),
        "confidence": round(event.confidence, _DIGITS),
    }
