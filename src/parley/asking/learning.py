"""Judgements as annotated reports, to train on."""

from __future__ import annotations

from dataclasses import dataclass

from parley.errors import NotFound
from parley.exports.annotated import document
from parley.exports.annotated_yaml import to_yaml
from parley.keeping import reading
from parley.linking.judging import annotate
from parley.record import Annotation, LeftOut
from parley.store import Store

__all__ = ["Learned", "learn"]


@dataclass(frozen=True, slots=True)
class Learned:
    """What people say of reports that they judged, `yaml` in the form of the corpus; `left` is what is not in it."""

    annotations: tuple[Annotation, ...]
    yaml: str
    left: tuple[LeftOut, ...]


def learn(store: Store) -> Learned:
    """Everything that was judged in the words of some report; raises NotFound where nothing was."""
    judgements = tuple(store.judgements())
    passages = {one.id: tuple(store.passages(one.id)) for one in judgements if one.reader}
    found, left = annotate(judgements, passages, lambda report, reader: reading(store, report, reader))
    if not found:
        raise NotFound(store.place.name, _nothing(left), "judge findings: parley judge accept, reject, correct")
    documents = [document(one) for one in found]
    unwritten = (one for made in documents for one in made.left)
    return Learned(found, _head(found) + to_yaml(one.fields for one in documents), (*left, *unwritten))


def _nothing(left: tuple[LeftOut, ...]) -> str:
    if not left:
        return "nobody has judged what a report says"
    more = f" (and {len(left) - 1:,} more)" if len(left) > 1 else ""
    return f"nothing that was judged can be learned from: {left[0].what} {left[0].why}{more}"


def _head(found: tuple[Annotation, ...]) -> str:
    people = sorted({name for one in found for name in one.by})
    return f"# What people judged of readings, by parley learn: {', '.join(people)}\n"
