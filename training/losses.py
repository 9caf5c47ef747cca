"""What the heads lose on a batch of examples."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from parley.encoder.labels import CUE, TAGS, Edge
from parley.encoder.links import groups
from training.batches import Batch
from training.device import half, joined, put
from training.examples import UNKNOWN, Example
from training.model import Labels, Reader

WEIGHTS = {"mention": 1.0, "place": 0.8, "when": 0.8, "figure": 0.5, "anchor": 1.0, "trigger": 2.0, "said": 0.5,
           "link": 2.5, "edge": 1.0, "criterion": 0.2, "reality": 1.0, "talks": 1.0, "aspect": 1.0, "mode": 0.3,
           "kind": 0.3}  # fmt: skip
SHARE = {
    "mention": 0.15,
    "place": 0.04,
    "when": 0.05,
    "figure": 0.02,
    "anchor": 0.04,
    "trigger": 0.05,
    "said": 0.4,
    "link": 0.1,
}
"""About what share of words (or links) is not of the class "none": losses are counted per such word."""


def losses(reader: Reader, batch: Batch, examples: Sequence[Example]) -> dict[str, Tensor]:
    """One loss a task, each on the scale of nats per annotated thing."""
    with half():
        states = reader.encoder(batch.pieces, batch.mask, batch.looks, batch.rows, batch.columns)
    states = states.float()
    offsets = np.cumsum([0, *(len(e.words) for e in examples[:-1])])
    out = _tag_losses(reader.taggers(states), examples)
    out |= _link_losses(reader, states, examples, offsets)
    out |= _edge_losses(reader, states, examples, offsets)
    return {name: loss * WEIGHTS[name.removesuffix(" taught")] for name, loss in out.items()}


def _tag_losses(scores: Tensor, examples: Sequence[Example]) -> dict[str, Tensor]:
    out = {}
    for (name, _), part in zip(TAGS.items(), scores.split(list(TAGS.values()), 1), strict=True):
        target = np.concatenate([e.tags[name] for e in examples])
        total = functional.cross_entropy(part, put(target), ignore_index=UNKNOWN, reduction="sum")
        out[name] = total / (SHARE[name] * int((target != UNKNOWN).sum()) + 1)
    return out | _taught(scores, examples)


def _taught(scores: Tensor, examples: Sequence[Example]) -> dict[str, Tensor]:
    """Cross-entropy with the teacher's probabilities, on the words of which the annotation says nothing."""
    if any(e.taught is None for e in examples):
        return {}
    taught = joined([e.taught for e in examples if e.taught is not None]).float()
    out = {}
    cuts = list(TAGS.values())
    for name, part, goal in zip(TAGS, scores.split(cuts, 1), taught.split(cuts, 1), strict=True):
        free = np.flatnonzero(np.concatenate([e.tags[name] for e in examples]) == UNKNOWN)
        if len(free):
            at = put(free)
            total = functional.cross_entropy(part[at], goal[at], reduction="sum")
            out[f"{name} taught"] = total / (SHARE[name] * len(free) + 1)
    return out


def _link_losses(reader: Reader, states: Tensor, examples: Sequence[Example], offsets: np.ndarray) -> dict[str, Tensor]:
    word = joined([e.anchors.word[e.links.anchor] + o for e, o in zip(examples, offsets, strict=True)])
    first = joined([e.candidates.first[e.links.other] + o for e, o in zip(examples, offsets, strict=True)])
    last = joined([e.candidates.last[e.links.other] + o for e, o in zip(examples, offsets, strict=True)])
    looks, row, column = joined([e.links.looks for e in examples]), *_numbered(examples)
    scores = reader.links(states, word, first, last, looks, row, column)
    target = np.concatenate([e.roles for e in examples]).reshape(-1)
    known = np.flatnonzero(target != UNKNOWN)
    goal = put(target[known].astype(np.float32))
    total = functional.binary_cross_entropy_with_logits(scores.reshape(-1)[put(known)], goal, reduction="sum")
    out = {"link": total / (SHARE["link"] * len(known) + 1)}
    kinds = np.concatenate([e.kinds for e in examples])
    if (kinds != UNKNOWN).any():
        at = joined([e.candidates.first + o for e, o in zip(examples, offsets, strict=True)])
        end = joined([e.candidates.last + o for e, o in zip(examples, offsets, strict=True)])
        out["kind"] = functional.cross_entropy(reader.kinds(states, at, end), put(kinds), ignore_index=UNKNOWN)
    return out


def _numbered(examples: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """The rows and columns of all pairs, numbered through."""
    found = [groups(one.anchors, one.candidates, one.links) for one in examples]
    rows, columns = zip(*found, strict=True)
    return _running(rows), _running(columns)


def _running(numbers: Sequence[np.ndarray]) -> Tensor:
    sizes = [int(one.max(initial=-1)) + 1 for one in numbers]
    begins = np.cumsum([0, *sizes[:-1]])
    return joined([one + begin for one, begin in zip(numbers, begins, strict=True)])


def _edge_losses(reader: Reader, states: Tensor, examples: Sequence[Example], offsets: np.ndarray) -> dict[str, Tensor]:
    anchors = joined([e.anchors.word + o for e, o in zip(examples, offsets, strict=True)])
    if not len(anchors):
        return {}
    kind = np.concatenate([e.anchors.kind for e in examples])
    told = reader.labels(states[anchors], put(kind)).split([*Labels.SIZES, len(Edge) - 1], 1)
    word = joined([e.anchors.word[e.edges.anchor] + o for e, o in zip(examples, offsets, strict=True)])
    other = joined([e.edges.other + o for e, o in zip(examples, offsets, strict=True)])
    scores = reader.edges(states, word, other, other, joined([e.edges.looks for e in examples]))
    counts = np.concatenate([np.bincount(e.edges.anchor, minlength=len(e.anchors.word)) for e in examples])
    target = joined([e.targets for e in examples])
    out = {"edge": _pointer_loss(scores[:, : len(Edge) - 1], told[4], counts, target)}
    criteria = np.concatenate([e.criteria for e in examples])
    asked = np.flatnonzero(criteria != UNKNOWN)
    if len(asked):
        goal = put(criteria[asked].astype(np.float32))
        loss = functional.binary_cross_entropy_with_logits(scores[put(asked), Edge.CRITERION], goal)
        out["criterion"] = loss * 20
    return out | _label_losses(told, kind, examples)


def _pointer_loss(scores: Tensor, none: Tensor, counts: np.ndarray, target: Tensor) -> Tensor:
    """Cross-entropy over the words of the sentence and "no word", for each anchor and kind of edge that is
    annotated."""
    size = int(counts.max())
    padded = torch.full((len(counts), size + 1, scores.shape[1]), -1e4, device=scores.device)
    padded[:, size] = none
    row = put(np.repeat(np.arange(len(counts)), counts))
    column = put(np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts))
    padded = padded.index_put((row, column), scores)
    goal = torch.where(target == -1, size, target).unsqueeze(1)
    return functional.cross_entropy(padded, goal.squeeze(1), ignore_index=UNKNOWN)


def _label_losses(told: Sequence[Tensor], kind: np.ndarray, examples: Sequence[Example]) -> dict[str, Tensor]:
    found = np.flatnonzero(kind < CUE)
    if not len(found):
        return {}
    events, target = put(found), joined([e.labels for e in examples])
    out = {
        name: functional.cross_entropy(told[index][events], target[:, index])
        for index, name in enumerate(("reality", "talks", "aspect"))
    }
    modes = joined([e.modes for e in examples])
    out["mode"] = functional.binary_cross_entropy_with_logits(told[3][events], modes) * 20
    return out
