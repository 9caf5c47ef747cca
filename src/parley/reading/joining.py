"""Which mentions are one actor: each is settled by the sieves, or weighed against the actors found before it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat

import numpy as np

from parley.codebook.vocabularies import actor_kinds
from parley.reading import kind_odds
from parley.reading.clusters import Cast, Cluster
from parley.reading.likeness import Context, fresh, link
from parley.reading.occurrences import FIRST_PERSON, Occurrence, Offsets, Scene, survey
from parley.reading.sieves import settle
from parley.reading.speakers import speakers
from parley.record import Report, Sentence

__all__ = ["Belief", "Stage", "Weights", "context", "in_order", "join", "shipped", "stage", "tell_kinds", "weigh"]

Belief = str | Sequence[float] | None
"""What another step makes of a mention's kind: the kind, a probability for each of `actor_kinds`, or nothing."""
NOTHING = repeat(0.0)
"""What a feature weighs that was not learned."""
MEMORY = 80
"""How many actors back a mention is compared; only a very long report has more."""
TRUST = 0.7
"""How far that is believed against the words."""


@dataclass(slots=True)
class Stage:
    """A report's mentions in their places, who speaks each quotation, and the actors found so far."""

    scene: Scene
    speakers: Mapping[int, int]
    cast: Cast


def stage(report: Report, sentences: Sequence[Sentence], spans: Sequence[Offsets]) -> Stage:
    """The mentions before anybody asks who they are; each span counts once, in the order of the text."""
    ordered = sorted(set(spans), key=lambda span: (span[0], -span[1]))
    scene = survey(report.text, [(one.span.start, one.span.end) for one in sentences], ordered)
    said_by = speakers(scene)
    return Stage(scene, said_by, Cast(report, said_by))


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: of `kind_odds`, of `likeness`, and what being somebody new is handicapped by."""

    kinds: kind_odds.Weights
    links: Mapping[str, float]
    caution: float = 0.0


@cache
def shipped() -> Weights:
    """The weights that Parley ships: kinds in tenths, links in hundredths."""
    raw = json.loads(files("parley.reading").joinpath("actors.json").read_text(encoding="utf-8"))
    kinds = {feature: np.array(row, dtype=np.float32) / np.float32(10) for feature, row in raw["kinds"].items()}
    return Weights(kinds, {feature: weight / 100 for feature, weight in raw["links"].items()}, raw["caution"])


def tell_kinds(scene: Scene, weights: Weights, given: Mapping[Offsets, Belief]) -> None:
    """Let each mention that is no pronoun know its likely kind; `given` holds those that another step found."""
    labels = actor_kinds()
    for here in scene.occurrences:
        if here.words.form == "pronoun":
            continue
        found = kind_odds.odds(here, weights.kinds, len(labels))
        here.odds = found = _believed(found, given.get((here.start, here.end)), labels)
        here.kind = labels[max(range(len(labels)), key=found.__getitem__)]
        if here.words.proper and not here.words.is_nation:
            here.person = bool(here.words.person and here.words.office) or found[labels.index("person")] > 0.5
            here.type = ("H" if here.person else "N") if here.type in ("H", "N") else here.type


def _believed(odds: list[float], belief: Belief, labels: Sequence[str]) -> list[float]:
    """The odds of the kinds, moved towards what another step believes."""
    if belief is None:
        return odds
    other = [float(kind == belief) for kind in labels] if isinstance(belief, str) else belief
    return [TRUST * theirs + (1 - TRUST) * ours for theirs, ours in zip(other, odds, strict=True)]


def in_order(stage: Stage) -> Iterator[Occurrence]:
    """The mentions in the order in which they are decided: "I" and "we" wait until their speaker is known."""
    waiting: dict[int, list[Occurrence]] = {}
    for here in stage.scene.occurrences:
        speaker = stage.speakers.get(here.quote, -1) if here.words.head in FIRST_PERSON else -1
        if speaker > here.index:
            waiting.setdefault(speaker, []).append(here)
        else:
            yield here
            yield from waiting.pop(here.index, ())


def context(here: Occurrence, cast: Cast, recent: Sequence[Cluster]) -> Context:
    """What the report so far adds to the comparison of one mention."""
    same = sum(actor.kind == here.kind for actor in recent) if here.kind else 0
    return Context(same, cast.speaker(here), cast.owner(here), cast.home, cast.title)


def weigh(here: Occurrence, cast: Cast, weights: Weights) -> Cluster | None:
    """The actor that a mention most likely is; None where it is most likely a new one."""
    recent, links = cast.recent(), weights.links
    around = context(here, cast, recent)
    best: Cluster | None = None
    most = sum(links.get(feature, 0.0) for feature in fresh(here, around))
    if here.words.form != "pronoun":
        most += weights.caution
    for rank, actor in enumerate(recent[:MEMORY]):
        score = sum(map(links.get, link(here, actor, rank, around), NOTHING))
        if score > most:
            best, most = actor, score
    return best


def join(stage: Stage, weights: Weights) -> None:
    """Put every mention to its actor."""
    cast = stage.cast
    for here in in_order(stage):
        cast.put(here, settle(here, cast) or weigh(here, cast, weights))
