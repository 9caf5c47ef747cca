"""Who did what to whom, where and when, and how the source presents it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from parley.encoder import labels
from parley.encoder.labels import FIGURES, TYPES, Edge, Role
from parley.encoder.links import Anchors, Sort
from parley.encoder.session import Encoder, sigmoid
from parley.encoder.words import Ints
from parley.reading.asking import Asked, Judged, best_spans, judge
from parley.reading.figures import bounds
from parley.reading.hedges import hedged
from parley.reading.settings import Settings
from parley.reading.statements import around
from parley.reading.times import whens
from parley.reading.view import Phrase, View
from parley.record import Event, Figure, Party, Place, Reading, Span, When

__all__ = ["decode", "predict"]

AHEAD = ("planned", "requested", "hypothetical")
ROLES = (
    (Role.ACTOR, Role.ACTOR),
    (Role.RECIPIENT, Role.RECIPIENT),
    (Role.UNSAID_ACTOR, Role.ACTOR),
    (Role.UNSAID_RECIPIENT, Role.RECIPIENT),
)
"""What the head says of a mention, and the role that it then has."""


def predict(model: Encoder, view: View) -> Judged:
    """Ask who and what belongs to every trigger of a report."""
    triggers = view.anchored.triggers()
    anchors = Anchors(triggers.word, triggers.kind, _speakers(view, triggers.word))
    cues = view.phrases((s.cue.start, s.cue.end) for s in view.reading.statements if s.cue)
    marked = [*triggers.word.tolist(), *(first for first, _ in cues)]
    found = [*view.mentions(), *view.slots()]
    return judge(model, Asked(view, anchors, found, np.unique(np.array(marked, dtype=np.int64))), triggers)


def _speakers(view: View, word: Ints) -> Ints:
    """For each trigger the mention that is the source of the statement it stands in; -1 for none, -2 outside any."""
    number = {mention.span: index for index, mention in enumerate(view.reading.mentions)}
    out = []
    for said in _statements(view, word):
        source = view.reading.statements[said].source if said is not None else None
        out.append(-2 if said is None else number.get(source.span, -1) if source and source.span else -1)
    return np.array(out, dtype=np.int64)


def _statements(view: View, word: Ints) -> list[int | None]:
    """For each trigger the statement that it stands in."""
    return around(view.reading.statements, view.words.starts[word], view.words.ends[word])


@dataclass(slots=True)
class _Slots:
    """Where, when and how many."""

    place: list[Place] = field(default_factory=list)
    when: list[When] = field(default_factory=list)
    figures: dict[str, list[Figure]] = field(default_factory=lambda: {name: [] for name in FIGURES})


@dataclass(frozen=True, slots=True)
class _Columns:
    """What was decided of the events of a report, one by one."""

    statement: Sequence[int | None]
    reality: Sequence[str]
    talks: Sequence[str]
    aspect: Sequence[str]
    modes: Sequence[tuple[str, ...]]
    parties: Sequence[Mapping[Role, list[Party]]]
    content: Sequence[tuple[Span, ...]]
    condition: Sequence[tuple[Span, ...]]
    criteria: Sequence[tuple[Span, ...]]
    slots: Sequence[_Slots]


def decode(judged: Judged, settings: Settings) -> Reading:
    """The reading with its events, in the order of the text."""
    view, word = judged.asked.view, judged.asked.anchors.word
    labelled = _labels(judged, settings)
    times = whens(view, [f for f in judged.asked.found if f.sort == Sort.WHEN], _ahead(judged, labelled[0], settings))
    columns = _Columns(
        _statements(view, word),
        *labelled,
        _parties(judged, settings),
        _contents(judged, Edge.CONTENT_START, settings.content),
        _contents(judged, Edge.CONDITION_START, settings.condition),
        _criteria(judged, settings),
        _slots(judged, settings, times),
    )
    events = tuple(_event(judged, columns, index) for index in range(len(word)))
    return replace(view.reading, events=events)


def _labels(judged: Judged, settings: Settings) -> tuple[list[str], list[str], list[str], list[tuple[str, ...]]]:
    """For each event its reality, its state of the talks, its aspect and its modes."""
    reality, talks, aspect, modes = np.split(judged.alone.labels, np.cumsum(labels.LABELS), axis=1)[:4]
    always = judged.asked.anchors.kind == TYPES.index("TALKS")
    talks = np.where(always[:, None] & (np.arange(talks.shape[1]) == 0), -np.inf, talks)
    likely = sigmoid(modes) > settings.mode
    return (
        [_reality(judged, *told) for told in enumerate(np.argmax(reality, axis=1).tolist())],
        [labels.TALKS[i] for i in np.argmax(talks, axis=1).tolist()],
        [labels.ASPECT[i] for i in np.argmax(aspect, axis=1).tolist()],
        [tuple(labels.MODES[i] for i in np.flatnonzero(row).tolist()) for row in likely],
    )


def _reality(judged: Judged, index: int, likeliest: int) -> str:
    """The likeliest; what the words before the trigger do not vouch for is not told as actual."""
    told, view = labels.REALITY[likeliest], judged.asked.view
    start = int(view.words.starts[judged.asked.anchors.word[index]])
    return "hedged" if told == "actual" and hedged(view.reading.report.text, start) else told


def _ahead(judged: Judged, reality: Sequence[str], settings: Settings) -> dict[Phrase, bool]:
    """Whether what a time expression dates lies ahead, by how the source presents the event."""
    ahead: dict[Phrase, bool] = {}
    for index, number in np.argwhere(judged.roles[:, :, Role.WHEN] > settings.when).tolist():
        if judged.asked.found[number].sort == Sort.WHEN:
            ahead[judged.asked.found[number].phrase] = reality[index] in AHEAD
    return ahead


def _event(judged: Judged, columns: _Columns, index: int) -> Event:
    view, word = judged.asked.view, int(judged.asked.anchors.word[index])
    kind, slots = int(judged.asked.anchors.kind[index]), columns.slots[index]
    talks, aspect = columns.talks[index], columns.aspect[index]
    return Event(
        sentence=int(view.words.sentence[word]),
        trigger=view.span((word, word)),
        type=TYPES[kind],
        reality=columns.reality[index],
        modes=columns.modes[index],
        talks=None if talks == "none" else talks,
        aspect=None if aspect == "none" else aspect,
        statement=columns.statement[index],
        actors=tuple(columns.parties[index][Role.ACTOR]),
        recipients=tuple(columns.parties[index][Role.RECIPIENT]),
        content=columns.content[index],
        condition=columns.condition[index],
        criteria=columns.criteria[index],
        place=tuple(slots.place),
        when=tuple(slots.when),
        confidence=float(view.signals.tags["trigger"][word, 1 + kind]),
        **{name: tuple(slots.figures[name]) for name in FIGURES},
    )


def _parties(judged: Judged, settings: Settings) -> list[dict[Role, list[Party]]]:
    """Actors and recipients, each actor of the report in at most one of the two roles and named once."""
    mentions, words = judged.asked.view.reading.mentions, judged.asked.view.words
    sentence = np.array([m.sentence for m in mentions], dtype=np.int64)
    here = sentence == words.sentence[judged.asked.anchors.word][:, None]
    leasts = (settings.actor, settings.recipient, settings.unsaid, settings.unsaid)
    best: list[dict[str, tuple[float, Role, Party]]] = [{} for _ in here]
    likely = [
        (judged.roles[:, : len(mentions), role] > least) & (here == (role == plain))
        for (role, plain), least in zip(ROLES, leasts, strict=True)
    ]
    for index, number, i in np.argwhere(np.stack(likely, axis=1)).tolist():
        role, plain = ROLES[number]
        sure, said, mention = float(judged.roles[index, i, role]), role == plain, mentions[i]
        key = sure + said
        if key > best[index].get(mention.actor, (0.0,))[0]:
            best[index][mention.actor] = key, plain, Party(mention.actor, mention.span if said else None, sure)
    return [
        {role: [p for _, r, p in one.values() if r == role] for role in (Role.ACTOR, Role.RECIPIENT)} for one in best
    ]


def _contents(judged: Judged, edge: Edge, least: float) -> list[tuple[Span, ...]]:
    """What is demanded, promised or threatened, or on which condition."""
    phrases, some = best_spans(judged, edge)
    return [
        (judged.asked.view.span(p),) if sure > least else () for p, sure in zip(phrases, some.tolist(), strict=True)
    ]


def _criteria(judged: Judged, settings: Settings) -> list[tuple[Span, ...]]:
    """By which criteria something is to be judged."""
    likely = sigmoid(judged.alone.edges[:, 1:, Edge.CRITERION]) > settings.criterion
    found: list[tuple[Span, ...]] = []
    for row, at in zip(likely, judged.alone.first.tolist(), strict=True):
        inside = np.flatnonzero(row) + at
        runs = np.split(inside, np.flatnonzero(np.diff(inside) > 1) + 1) if len(inside) else []
        found.append(tuple(judged.asked.view.span((int(run[0]), int(run[-1]))) for run in runs))
    return found


def _slots(judged: Judged, settings: Settings, times: Mapping[Phrase, When]) -> list[_Slots]:
    """Where, when, and how many."""
    view, found = judged.asked.view, judged.asked.found
    sort = np.array([f.sort for f in found], dtype=np.int64)
    likely = np.zeros(judged.roles.shape[:2], dtype=bool)
    for role, of, least in (
        (Role.PLACE, Sort.PLACE, settings.place),
        (Role.WHEN, Sort.WHEN, settings.when),
        (Role.FIGURE, Sort.FIGURE, settings.figure),
    ):
        likely |= (sort == of) & (judged.roles[:, :, role] > least)
    slots = [_Slots() for _ in likely]
    for index, number in np.argwhere(likely).tolist():
        one, span = found[number], view.span(found[number].phrase)
        if one.sort == Sort.PLACE:
            slots[index].place.append(Place(span))
        elif one.sort == Sort.WHEN:
            slots[index].when.append(times[one.phrase])
        else:
            figure = Figure(span, *bounds(span.quote(view.reading.report)))
            slots[index].figures[FIGURES[one.figure]].append(figure)
    return slots
