"""What trained readers make of the texts that are annotated only in part, averaged, for the next one to learn from.

python -m training.teach OUT.npz --readers READER.pt … --corpus JSONL …
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from parley.encoder.labels import TAGS
from training.batches import batch
from training.examples import Example, example
from training.model import Reader, saved


def tags(reader: Reader, given: Example) -> np.ndarray:
    """Probabilities of all taggers side by side, n × classes."""
    windows = batch(given.windows)
    with torch.no_grad():
        states = reader.encoder(windows.pieces, windows.mask, windows.looks, windows.rows, windows.columns)
        parts = reader.taggers(states).split(list(TAGS.values()), 1)
    return torch.cat([part.softmax(1) for part in parts], 1).cpu().numpy()


def teach(readers: Sequence[Path], examples: Sequence[Example]) -> dict[str, np.ndarray]:
    """For each text the mean over all readers."""
    out: dict[str, np.ndarray] = {}
    for path in readers:
        reader = saved(path)
        for given in examples:
            out[given.id] = out.get(given.id, 0) + tags(reader, given) / len(readers)
    return {name: value.astype(np.float16).astype(np.float32) for name, value in out.items()}


def main() -> None:
    """Read the command line and teach."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--readers", type=Path, nargs="+", required=True)
    parser.add_argument("--corpus", type=Path, nargs="+", required=True)
    args = parser.parse_args()
    lines = [line for path in args.corpus for line in path.read_text(encoding="utf-8").splitlines()]
    np.savez(args.out, **teach(args.readers, [example(json.loads(line)) for line in lines]))


if __name__ == "__main__":
    main()
