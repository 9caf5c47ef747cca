"""Who did what to whom, where and when, and how the source presents it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from parley.encoder import labels
from parley.encoder.labels import FIGURES, TYPES, Edge, Role
from parley.encoder.links import Anchors, Sort
from parley.encoder.session import Encoder, Floats, sigmoid
from parley.encoder.words import Ints
from parley.reading.asking import Asked, Judged, best_span, judge
from parley.reading.figures import bounds
from parley.reading.settings import Settings
from parley.reading.statements import around, triggers
from parley.reading.times import whens
from parley.reading.view import Phrase, View
from parley.record import Event, Figure, Party, Place, Reading, Span, When

__all__ = ["decode", "predict"]

AHEAD = ("planned", "requested", "hypothetical")
LABELS = (len(labels.REALITY), len(labels.TALKS), len(labels.ASPECT), len(labels.MODES))


def predict(model: Encoder, view: View, settings: Settings) -> Judged:
    """Ask the heads about every trigger of a report."""
    return judge(model, _ask(view, settings))


def _ask(view: View, settings: Settings) -> Asked:
    word = triggers(view, settings)
    kind = np.argmax(view.signals.tags["trigger"][word, 1:], axis=1)
    found = [*view.mentions(), *view.slots()]
    anchors = Anchors(word, kind, _speakers(view, word))
    cues = [view.phrase(s.cue)[0] for s in view.reading.statements if s.cue]
    return Asked(view, anchors, found, np.union1d(word, np.array(cues, dtype=np.int64)))


def _speakers(view: View, word: Ints) -> Ints:
    """For each trigger the mention that is the source of the statement it stands in; -1 for none, -2 outside any."""
    number = {mention.span: index for index, mention in enumerate(view.reading.mentions)}
    out = []
    for at in word.tolist():
        said = around(view.reading.statements, view.span((at, at)))
        source = view.reading.statements[said].source if said is not None else None
        out.append(-2 if said is None else number.get(source.span, -1) if source and source.span else -1)
    return np.array(out, dtype=np.int64)


def decode(judged: Judged, settings: Settings) -> Reading:
    """The reading with its events, in the order of the text."""
    view = judged.asked.view
    times = whens(view, [f for f in judged.asked.found if f.sort == Sort.WHEN], _ahead(judged, settings))
    events = [_event(judged, index, settings, times) for index in range(len(judged.asked.anchors.word))]
    return replace(view.reading, events=tuple(events))


def _ahead(judged: Judged, settings: Settings) -> dict[Phrase, bool]:
    """Whether what a time expression dates lies ahead, by how the source presents the event."""
    ahead: dict[Phrase, bool] = {}
    for index, scores in enumerate(judged.labels):
        reality = labels.REALITY[int(np.argmax(scores[: len(labels.REALITY)]))]
        for number in np.flatnonzero(judged.roles[index, :, Role.WHEN] > settings.when).tolist():
            if judged.asked.found[number].sort == Sort.WHEN:
                ahead[judged.asked.found[number].phrase] = reality in AHEAD
    return ahead


def _event(judged: Judged, index: int, settings: Settings, times: Mapping[Phrase, When]) -> Event:
    view, word = judged.asked.view, int(judged.asked.anchors.word[index])
    trigger, kind = view.span((word, word)), int(judged.asked.anchors.kind[index])
    plain = Event(
        int(view.words.sentence[word]), trigger, TYPES[kind], "actual",
        statement=around(view.reading.statements, trigger),
        confidence=float(view.signals.tags["trigger"][word, 1 + kind]),
    )  # fmt: skip
    event = _labelled(plain, judged.labels[index], settings)
    actors, recipients = _parties(judged, index, settings)
    event = replace(event, actors=actors, recipients=recipients)
    return _slots(_contents(event, judged, index, settings), judged, index, settings, times)


def _labelled(event: Event, scores: Floats, settings: Settings) -> Event:
    reality, talks, aspect, modes = np.split(scores, np.cumsum(LABELS))[:4]
    if event.type == "TALKS":
        talks = np.concatenate([[-np.inf], talks[1:]])
    chosen = [labels.MODES[i] for i in np.flatnonzero(sigmoid(modes) > settings.mode)]
    state, side = labels.TALKS[int(np.argmax(talks))], labels.ASPECT[int(np.argmax(aspect))]
    return replace(
        event,
        reality=labels.REALITY[int(np.argmax(reality))],
        talks=None if state == "none" else state,
        aspect=None if side == "none" else side,
        modes=tuple(chosen),
    )


def _parties(judged: Judged, index: int, settings: Settings) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients, each actor of the report in at most one of the two roles and named once."""
    mentions = judged.asked.view.reading.mentions
    chances = judged.roles[index, : len(mentions)]
    here = (
        np.array([m.sentence for m in mentions]) == judged.asked.view.words.sentence[judged.asked.anchors.word[index]]
    )
    best: dict[str, tuple[float, Role, Party]] = {}
    for role, least, plain in (
        (Role.ACTOR, settings.actor, Role.ACTOR),
        (Role.RECIPIENT, settings.recipient, Role.RECIPIENT),
        (Role.UNSAID_ACTOR, settings.unsaid, Role.ACTOR),
        (Role.UNSAID_RECIPIENT, settings.unsaid, Role.RECIPIENT),
    ):
        said = role == plain
        for i in np.flatnonzero((chances[:, role] > least) & (here == said)).tolist():
            sure = float(chances[i, role])
            key = sure + said
            if key > best.get(mentions[i].actor, (0.0,))[0]:
                best[mentions[i].actor] = key, plain, Party(mentions[i].actor, mentions[i].span if said else None, sure)
    of_role = {role: tuple(p for _, r, p in best.values() if r == role) for role in (Role.ACTOR, Role.RECIPIENT)}
    return of_role[Role.ACTOR], of_role[Role.RECIPIENT]


def _contents(event: Event, judged: Judged, index: int, settings: Settings) -> Event:
    """What is demanded, promised or threatened, on which condition, and by which criteria it is to be judged."""
    view = judged.asked.view
    found: dict[str, tuple[Span, ...]] = {}
    for name, edge, least in (
        ("content", Edge.CONTENT_START, settings.content),
        ("condition", Edge.CONDITION_START, settings.condition),
    ):
        phrase, some = best_span(judged, index, edge)
        found[name] = (view.span(phrase),) if some > least else ()
    at = int(judged.first[index])
    inside = np.flatnonzero(sigmoid(judged.edges[index][:-1, Edge.CRITERION]) > settings.criterion) + at
    runs = np.split(inside, np.flatnonzero(np.diff(inside) > 1) + 1)
    criteria = tuple(view.span((int(run[0]), int(run[-1]))) for run in runs if len(run))
    return replace(event, content=found["content"], condition=found["condition"], criteria=criteria)


def _slots(event: Event, judged: Judged, index: int, settings: Settings, times: Mapping[Phrase, When]) -> Event:
    """Where, when, and how many."""
    view = judged.asked.view
    place: list[Place] = []
    when: list[When] = []
    figures: dict[str, list[Figure]] = {name: [] for name in FIGURES}
    for number, found in enumerate(judged.asked.found):
        chances = judged.roles[index, number]
        if found.sort == Sort.PLACE and chances[Role.PLACE] > settings.place:
            place.append(Place(view.span(found.phrase)))
        elif found.sort == Sort.WHEN and chances[Role.WHEN] > settings.when:
            when.append(times[found.phrase])
        elif found.sort == Sort.FIGURE and chances[Role.FIGURE] > settings.figure:
            span = view.span(found.phrase)
            figures[FIGURES[found.figure]].append(Figure(span, *bounds(span.quote(view.reading.report))))
    killed, injured, held = (tuple(figures[name]) for name in FIGURES)
    return replace(event, place=tuple(place), when=tuple(when), killed=killed, injured=injured, held=held)
