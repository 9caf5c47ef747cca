"""Second stage: the reader learns from the corpus.

    python -m training.train OUT --corpus JSONL … [--start SYNTAX.pt | --reader READER.pt] [--epochs N] [--seed N] …

OUT is a folder: `state.pt` after every epoch (a run that was cut off goes on from it), `reader.pt` at the end (averaged
weights), `log.txt`.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel

from parley.encoder.windows import LENGTH, Window, windows
from training.batches import batch, vocabulary
from training.device import DEVICE
from training.examples import Example, example
from training.losses import losses
from training.model import Reader, saved

RATE, HEAD_RATE, DECAY, AVERAGE = 3e-4, 1.5e-3, 0.9, 0.998
WORDS, SINGLES = 1000, 60
"""A step sees reports of about so many words, and so many single sentences and statements."""
MARGIN = 1.03
"""Steps planned for each that is counted: piles differ a little in number from epoch to epoch."""
SINGLE = ("sentence", "statement")
SHORTEST = 128
"""Reports are cut anew in every epoch, into windows of this many wordpieces or more: no sentence is always seen beside
the same others."""


def average(old: Sequence[Tensor], new: Sequence[Tensor], steps: Tensor | int) -> None:
    """A running mean that forgets the beginning: weight AVERAGE for what was, less while there were few steps."""
    keep = min(AVERAGE, (1 + float(steps)) / (10 + float(steps)))
    torch._foreach_lerp_(list(old), list(new), 1 - keep)


@dataclass(slots=True)
class Run:
    """All that a training run consists of between two epochs."""

    reader: Reader
    average: AveragedModel
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler
    random: np.random.Generator
    epoch: int = 0


def parameters(reader: Reader) -> list[dict[str, object]]:
    """Groups with their rates: lower layers move less, heads move most."""
    layers = reader.encoder.bert.encoder.layer
    deep = len(layers)
    groups: list[dict[str, object]] = [
        {"params": layer.parameters(), "lr": RATE * DECAY ** (deep - 1 - i)} for i, layer in enumerate(layers)
    ]
    below = [p for p in reader.encoder.bert.embeddings.parameters() if p.requires_grad]
    groups.append({"params": [*below, *reader.encoder.looks.parameters()], "lr": RATE * DECAY**deep})
    groups.append({"params": [p for head in reader.heads() for p in head.parameters()], "lr": HEAD_RATE})
    return groups


def groups(
    examples: list[Example], random: np.random.Generator, size: float = 1.0
) -> Iterator[tuple[list[Example], list[Example]]]:
    """All examples once: reports in piles, each with its pack of single sentences and statements; both `size` times as
    large as WORDS and SINGLES say."""
    reports = [e for e in examples if e.style not in SINGLE]
    singles = sorted((e for e in examples if e.style in SINGLE), key=lambda e: len(e.words) + random.random() * 8)
    each = round(size * SINGLES)
    packs = [singles[i : i + each] for i in range(0, len(singles), each)]
    random.shuffle(packs)
    yield from zip_longest(_piles(reports, random, size * WORDS), packs, fillvalue=[])


def _piles(reports: list[Example], random: np.random.Generator, words: float) -> Iterator[list[Example]]:
    pile: list[Example] = []
    for index in random.permutation(len(reports)):
        pile.append(reports[index])
        if sum(len(e.words) for e in pile) >= words:
            yield pile
            pile = []
    if pile:
        yield pile


def recut(given: Example, length: int) -> list[Window]:
    """The windows of an example, none longer than `length`."""
    if len(given.windows) == 1 and len(given.windows[0].pieces) <= length:
        return given.windows
    pieces, ends, _ = vocabulary()
    return windows(given.words, pieces, ends, length)


def step(run: Run, parts: tuple[list[Example], list[Example]], totals: dict[str, list[Tensor]]) -> None:
    """One update from a pile of reports and a pack of singles."""
    for part in parts:
        if not part:
            continue
        length = int(run.random.integers(SHORTEST, LENGTH + 1))  # one for all: shorter windows would be padded
        found = losses(run.reader, batch([w for e in part for w in recut(e, length)], run.random), part)
        sum(found.values(), torch.zeros((), device=DEVICE)).backward()
        for name, loss in found.items():
            totals[name].append(loss.detach())
    nn.utils.clip_grad_norm_([p for p in run.reader.parameters() if p.requires_grad], 5.0)
    run.optimizer.step()
    run.optimizer.zero_grad()
    run.schedule.step()
    run.average.update_parameters(run.reader)


def begin(args: argparse.Namespace, steps: int) -> Run:
    """A fresh run, or the one that was cut off."""
    torch.manual_seed(args.seed)
    reader = saved(args.reader) if args.reader else Reader().to(DEVICE)
    if args.start:
        reader.encoder.load_state_dict(torch.load(args.start, map_location=DEVICE))
    optimizer = torch.optim.AdamW(parameters(reader), weight_decay=0.02)  # type: ignore[arg-type]
    rates = [g["lr"] * args.rate for g in optimizer.param_groups]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rates, total_steps=steps, pct_start=0.08, cycle_momentum=False
    )
    mean = AveragedModel(reader, multi_avg_fn=average)
    run = Run(reader, mean, optimizer, schedule, np.random.default_rng(args.seed))
    kept = args.out / "state.pt"
    if kept.exists():
        state = torch.load(kept, map_location=DEVICE, weights_only=False)
        for name in ("reader", "average", "optimizer", "schedule"):
            getattr(run, name).load_state_dict(state[name])
        run.random.bit_generator.state = state["random"]
        run.epoch = state["epoch"]
    return run


def keep(run: Run, out: Path) -> None:
    """Write down everything that going on needs."""
    names = ("reader", "average", "optimizer", "schedule")
    state = {name: getattr(run, name).state_dict() for name in names}
    state |= {"random": run.random.bit_generator.state, "epoch": run.epoch}
    torch.save(state, out / "state.tmp")
    (out / "state.tmp").replace(out / "state.pt")


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path, help="an encoder from training.syntax")
    parser.add_argument("--reader", type=Path, help="a whole reader to go on from")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on all learning rates")
    parser.add_argument("--size", type=float, default=1.0, help="how many times as much a step sees")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, nargs="+", required=True)
    parser.add_argument("--teacher", type=Path, help="what training.teach wrote")
    return parser.parse_args()


def main() -> None:
    """Train, epoch by epoch."""
    args = arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    lines = [line for path in args.corpus for line in path.read_text(encoding="utf-8").splitlines()]
    taught = np.load(args.teacher) if args.teacher else {}
    golds = [json.loads(line) for line in lines]
    examples = [example(gold, taught.get(gold["id"])) for gold in golds]
    count = len(list(groups(examples, np.random.default_rng(0), args.size)))
    run = begin(args, round(MARGIN * args.epochs * count) + 1)
    with (args.out / "log.txt").open("a", encoding="utf-8") as log:
        while run.epoch < args.epochs:
            began, totals = time.monotonic(), defaultdict(list)
            run.reader.train()
            for parts in groups(examples, run.random, args.size):
                step(run, parts, totals)
            run.epoch += 1
            keep(run, args.out)
            told = " ".join(f"{name} {torch.stack(values).mean().item():.3f}" for name, values in totals.items())
            log.write(f"epoch {run.epoch} {time.monotonic() - began:.0f}s {told}\n")
            log.flush()
    torch.save(run.average.module.state_dict(), args.out / "reader.pt")


if __name__ == "__main__":
    main()
