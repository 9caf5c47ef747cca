"""First stage: the encoder learns English clauses from treebanks before it sees a report.

The base model was made to compare whole sentences; what the heads ask of it is where phrases begin and end and which
noun belongs to which verb. A dependency parser's loss teaches just that. Only the encoder is kept.

    python -m training.syntax OUT.pt
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from parley.encoder.windows import Window, windows
from parley.encoder.words import split
from training.batches import batch, vocabulary
from training.device import DEVICE, half, put
from training.encoder import Encoder

DATA = Path("../shared/data")
SKIPPED = ("GENTLE", "GUM_news", "GUM_fiction", "GUM_reddit", "GUM_whow")
EPOCHS, WORDS, SIZE, SEED = 3, 1100, 128, 7
RATE, HEAD_RATE = 3e-4, 2e-3


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence of n words: its window and, per word, its head (-1 where unknown, itself for the root) and
    relation."""

    window: Window
    heads: np.ndarray
    relations: np.ndarray


def sentences(path: Path) -> Iterator[list[list[str]]]:
    """The sentences of a CoNLL-U file as rows of ten fields, multi-word tokens and empty nodes left out."""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line and rows:
            yield rows
            rows = []
        elif line and line[0] != "#" and line.split("\t", 1)[0].isdigit():
            rows.append(line.split("\t"))
    if rows:
        yield rows


def tree(rows: list[list[str]], names: dict[str, int]) -> Tree | None:
    """The sentence with our own words; tokens that we cut further give their arc to their first word."""
    text = " ".join(row[1] for row in rows)
    words = split(text, [(0, len(text))], [0])
    starts = np.cumsum([0, *(len(row[1]) + 1 for row in rows)])
    owner = np.searchsorted(starts, words.starts, side="right") - 1
    first = {int(token): index for index, token in reversed(list(enumerate(owner)))}
    heads, relations = np.full(len(words), -1), np.full(len(words), -1)
    for number, row in enumerate(rows):
        head = int(row[6]) - 1 if row[6].isdigit() else number
        if number in first and (head < 0 or head in first):
            heads[first[number]] = first[number] if head < 0 else first[head]
            relations[first[number]] = names.setdefault(row[7].split(":")[0], len(names))
    cut = windows(words, vocabulary()[0], vocabulary()[1], 128)
    return Tree(cut[0], heads, relations) if len(cut) == 1 and len(words) > 3 else None


def treebanks() -> tuple[list[Tree], int]:
    """All trees that may train and the number of relations; news of GUM is left out, as some of it is in dev."""
    ewt = DATA / "ud_english_ewt" / "not-to-release"
    paths = [
        ewt / "sources" / name for name in (ewt / "file-lists" / "files.train").read_text(encoding="utf-8").split()
    ]
    paths += [p for p in sorted((DATA / "gum" / "dep").glob("*.conllu")) if not p.name.startswith(SKIPPED)]
    names: dict[str, int] = {}
    seen: dict[str, Tree] = {}
    for path in paths:
        for rows in sentences(path):
            key = " ".join(row[1] for row in rows)
            found = None if key in seen else tree(rows, names)
            if found:
                seen[key] = found
    return list(seen.values()), len(names)


class Parser(nn.Module):
    """Dozat and Manning's biaffine parser (2017), small."""

    def __init__(self, width: int, relations: int) -> None:
        super().__init__()
        self.child, self.head = nn.Linear(width, SIZE), nn.Linear(width, SIZE)
        self.arc = nn.Parameter(torch.zeros(SIZE, SIZE))
        self.relation = nn.Sequential(nn.Linear(2 * width, SIZE), nn.ReLU(), nn.Linear(SIZE, relations))

    def forward(self, states: Tensor, heads: Tensor, relations: Tensor, owner: Tensor) -> Tensor:
        """The loss over words whose head is known; a word looks for its head in its own sentence."""
        arc = self.arc + torch.eye(SIZE, device=self.arc.device)
        scores = torch.relu(self.child(states)) @ arc @ torch.relu(self.head(states)).T
        scores = scores.masked_fill(owner[:, None] != owner[None, :], -1e4) / SIZE**0.5
        known = (heads >= 0).nonzero().squeeze(1)
        arcs = functional.cross_entropy(scores[known], heads[known])
        pairs = torch.cat([states[known], states[heads[known]]], 1)
        return arcs + functional.cross_entropy(self.relation(pairs), relations[known])


def epoch(trees: list[Tree], random: np.random.Generator) -> Iterator[list[Tree]]:
    """All trees once, in batches of like length and about WORDS wordpieces."""
    order = sorted(range(len(trees)), key=lambda i: len(trees[i].window.pieces) + random.random() * 6)
    groups: list[list[Tree]] = [[]]
    for index in order:
        if (len(groups[-1]) + 1) * len(trees[index].window.pieces) > WORDS:
            groups.append([])
        groups[-1].append(trees[index])
    for group in random.permutation(len(groups)):
        if groups[group]:
            yield groups[group]


def loss_of(group: list[Tree], encoder: Encoder, parser: Parser, random: np.random.Generator) -> Tensor:
    """The parser's loss on a batch of trees."""
    given = batch([t.window for t in group], random)
    with half():
        states = encoder(given.pieces, given.mask, given.looks, given.rows, given.columns)
    offsets = np.cumsum([0, *(len(t.heads) for t in group[:-1])])
    heads = np.concatenate([np.where(t.heads < 0, -1, t.heads + o) for t, o in zip(group, offsets, strict=True)])
    relations = np.concatenate([t.relations for t in group])
    loss: Tensor = parser(states.float(), put(heads), put(relations), given.rows)
    return loss


def main(out: Path) -> None:
    """Train and keep the encoder."""
    torch.manual_seed(SEED)
    random = np.random.default_rng(SEED)
    trees, relations = treebanks()
    encoder = Encoder().to(DEVICE)
    parser = Parser(encoder.width, relations).to(DEVICE)
    inner = [p for p in encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": inner, "lr": RATE}, {"params": parser.parameters(), "lr": HEAD_RATE}])
    steps = EPOCHS * len(list(epoch(trees, random)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [RATE, HEAD_RATE], total_steps=steps + EPOCHS, pct_start=0.06
    )
    sys.stdout.write(f"{len(trees)} trees, {relations} relations, {steps} steps\n")
    began = time.monotonic()
    for number in range(EPOCHS):
        losses = []
        encoder.train()
        for group in epoch(trees, random):
            loss = loss_of(group, encoder, parser, random)
            loss.backward()
            nn.utils.clip_grad_norm_([*inner, *parser.parameters()], 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            losses.append(loss.item())
            if len(losses) % 100 == 0:
                sys.stdout.write(f"  {len(losses)} loss {np.mean(losses[-100:]):.3f} {time.monotonic() - began:.0f}s\n")
                sys.stdout.flush()
        sys.stdout.write(f"epoch {number} loss {np.mean(losses):.3f} after {time.monotonic() - began:.0f} s\n")
        sys.stdout.flush()
    torch.save(encoder.state_dict(), out)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
