"""The heads: from the state of each word to every question that is asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from parley.encoder import labels
from parley.encoder.labels import TAGS, Edge, Role
from parley.encoder.links import EDGE_SIZES, LINK_SIZES
from training.device import DEVICE
from training.encoder import Encoder

HIDDEN, POOLED, DROPOUT = 192, 64, 0.25


class Taggers(nn.Module):
    """Every tagger at once: (words, width) → (words, sum of TAGS), in the order of TAGS."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.hidden = nn.ModuleList(nn.Linear(width, HIDDEN) for _ in TAGS)
        self.out = nn.ModuleList(nn.Linear(HIDDEN, size) for size in TAGS.values())
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor) -> Tensor:
        states = self.drop(states)
        pairs = zip(self.hidden, self.out, strict=True)
        return torch.cat([out(self.drop(nn.functional.gelu(hidden(states)))) for hidden, out in pairs], 1)


class Looks(nn.Module):
    """Small integers that are seen of a pair, embedded and summed."""

    def __init__(self, sizes: Sequence[int], width: int) -> None:
        super().__init__()
        offsets = torch.tensor([sum(sizes[:i]) for i in range(len(sizes))])
        self.register_buffer("offsets", offsets, persistent=False)
        self.offsets: Tensor
        self.table = nn.Embedding(sum(sizes), width)
        nn.init.normal_(self.table.weight, std=0.1)

    def forward(self, looks: Tensor) -> Tensor:
        return self.table(looks + self.offsets).sum(1)  # type: ignore[no-any-return]


class Pairs(nn.Module):
    """An anchor and a phrase (its first and last word) or a word: what the one is to the other.

    Additive scoring with a low-rank product beside it: relu(A h_a + B h_f + C h_l + looks) and (A' h_a) ∘ (B' h_f +
    C' h_l)."""

    def __init__(self, width: int, sizes: Sequence[int], outputs: int) -> None:
        super().__init__()
        self.anchor, self.first, self.last = (nn.Linear(width, 2 * HIDDEN) for _ in range(3))
        self.looks = Looks(sizes, HIDDEN)
        self.out = nn.Sequential(
            nn.Dropout(DROPOUT), nn.Linear(2 * HIDDEN, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, outputs)
        )
        self.drop = nn.Dropout(DROPOUT)

    def compared(self, states: Tensor, anchor: Tensor, first: Tensor, last: Tensor, looks: Tensor) -> Tensor:
        """(pairs, 2 · HIDDEN); `anchor`, `first` and `last` are word indices."""
        states = self.drop(states)
        mine, mine_too = self.anchor(states)[anchor].chunk(2, 1)
        other, other_too = (self.first(states)[first] + self.last(states)[last]).chunk(2, 1)
        added = torch.relu(mine + other + self.looks(looks))
        return torch.cat([added, mine_too * other_too], 1)

    def forward(self, states: Tensor, anchor: Tensor, first: Tensor, last: Tensor, looks: Tensor) -> Tensor:
        """(pairs, outputs) scores."""
        return self.out(self.compared(states, anchor, first, last, looks))  # type: ignore[no-any-return]


class Links(Pairs):
    """Pairs that know of each other: of the others of their anchor (`row`), and of the others that name the same actor
    (`column`). What stands out most among them is added to what is seen of the pair itself."""

    def __init__(self, width: int, sizes: Sequence[int], outputs: int) -> None:
        super().__init__(width, sizes, outputs)
        self.told = nn.Linear(2 * HIDDEN, 2 * POOLED)
        self.around = nn.Linear(2 * POOLED, HIDDEN, bias=False)
        nn.init.zeros_(self.around.weight)

    def forward(
        self, states: Tensor, anchor: Tensor, first: Tensor, last: Tensor, looks: Tensor, row: Tensor, column: Tensor
    ) -> Tensor:
        """(pairs, outputs) scores; `row` and `column` number the groups of pairs, from 0, below the number of pairs."""
        seen = self.compared(states, anchor, first, last, looks)
        mine, same = torch.relu(self.told(self.drop(seen))).chunk(2, 1)
        pooled = torch.cat([_most(mine, row), _most(same, column)], 1)
        drop, inner, relu, out = self.out
        return out(relu(inner(drop(seen)) + self.around(pooled)))  # type: ignore[no-any-return]


def _most(values: Tensor, group: Tensor) -> Tensor:
    """For each row the greatest values among the rows of its group; none is below 0."""
    at = group.unsqueeze(1).expand(-1, values.shape[1])
    return torch.zeros_like(values).scatter_reduce(0, at, values, "amax")[group]


class Labels(nn.Module):
    """What is asked of a trigger: reality, talks, aspect, modes; and whether it has content and a condition at all."""

    SIZES = (len(labels.REALITY), len(labels.TALKS), len(labels.ASPECT), len(labels.MODES))

    def __init__(self, width: int) -> None:
        super().__init__()
        self.kind = nn.Embedding(LINK_SIZES[0], 32)
        self.hidden = nn.ModuleList(nn.Linear(width + 32, HIDDEN) for _ in self.SIZES)
        self.out = nn.ModuleList(nn.Linear(HIDDEN, size) for size in self.SIZES)
        self.none = nn.Linear(width + 32, len(Edge) - 1)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, kind: Tensor) -> Tensor:
        """(anchors, sum of SIZES + 6): the scores of the labels, then for each Edge the score of "no word"."""
        given = torch.cat([self.drop(states), self.kind(kind)], 1)
        pairs = zip(self.hidden, self.out, strict=True)
        told = [out(self.drop(torch.relu(hidden(given)))) for hidden, out in pairs]
        return torch.cat([*told, self.none(given)], 1)


class Kinds(nn.Module):
    """What sort of actor a phrase names: (phrases, KINDS)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.out = nn.Sequential(
            nn.Dropout(DROPOUT), nn.Linear(2 * width, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, len(labels.KINDS))
        )

    def forward(self, states: Tensor, first: Tensor, last: Tensor) -> Tensor:
        return self.out(torch.cat([states[first], states[last]], 1))  # type: ignore[no-any-return]


class Reader(nn.Module):
    """The encoder and all heads."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        width = self.encoder.width
        self.taggers = Taggers(width)
        self.links = Links(width, LINK_SIZES, len(Role))
        self.edges = Pairs(width, EDGE_SIZES, len(Edge))
        self.labels = Labels(width)
        self.kinds = Kinds(width)

    def heads(self) -> list[nn.Module]:
        """Everything but the encoder."""
        return [self.taggers, self.links, self.edges, self.labels, self.kinds]


def saved(path: Path) -> Reader:
    """The reader whose weights lie in a file, on DEVICE, as it reads (not as it learns)."""
    reader = Reader()
    reader.load_state_dict(torch.load(path, map_location=DEVICE))
    return reader.to(DEVICE).eval()
