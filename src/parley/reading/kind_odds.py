"""How likely each kind of actor is for a mention, from its words and the words beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from parley.reading.kinds import kind_of
from parley.reading.occurrences import Occurrence

__all__ = ["features", "odds"]

Weights = Mapping[str, NDArray[np.float32]]


def odds(here: Occurrence, weights: Weights, kinds: int) -> list[float]:
    """A probability for each of the `kinds` kinds."""
    rows = [weights[feature] for feature in features(here) if feature in weights]
    scores = np.sum(rows, axis=0) if rows else np.zeros(kinds)
    raised = np.exp(scores - scores.max())
    found: list[float] = (raised / raised.sum()).tolist()
    return found


def features(here: Occurrence) -> Iterator[str]:
    """What tells the kind of a mention that is no pronoun."""
    words = here.words
    yield "all"
    yield f"type {here.type}"
    yield f"head {words.head}"
    yield f"kind {words.kind}"
    yield f"kind {words.kind} {words.form}"
    yield f"form {words.form} {words.many} {words.counted}"
    yield f"concept {words.concept}"
    yield f"before {here.before}"
    yield f"after {here.after}"
    yield f"does {here.speaks} {here.acts} {here.harmed} {words.form}"
    yield f"state {words.is_nation} {words.nation is not None}"
    yield f"owner {words.owner}"
    yield f"alias {here.alias is not None}"
    yield from _around(words.modifiers, words.complement, words.office)
    if words.proper:
        yield from _name(words.proper, words.person, words.form)
    if here.apposed:
        yield f"beside {here.apposed.kind} {here.apposed.person}"
        yield f"beside head {here.apposed.head}"
        yield f"beside office {bool(here.apposed.office)}"


def _around(modifiers: frozenset[str], complement: Sequence[str], office: Sequence[str]) -> Iterator[str]:
    """The words around the head, and the kinds that they suggest."""
    around = [*sorted(modifiers), *complement[:6]]
    for word in around:
        yield f"word {word}"
    for kind in sorted({kind for kind in map(kind_of, around) if kind}):
        yield f"word kind {kind}"
    for word in office:
        yield f"office {word}"


def _name(proper: Sequence[str], person: bool, form: str) -> Iterator[str]:
    """The shape of a proper name."""
    yield f"name {len(proper)} {person} {form}"
    yield f"name ends {proper[-1][-3:]}"
    yield f"name ends {proper[-1][-2:]}"
    yield f"name begins {proper[0][:3]}"
    if len(proper) > 1:
        yield f"first name {proper[0]}"
