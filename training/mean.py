"""The weighted mean of readers that went on from one another, or from the same one.

    python -m training.mean OUT.pt READER.pt … [--shares 1 3 …]

Such readers lie in one valley of the loss, and a point between them often does better on texts unlike the corpus
(training/LOG.md; Wortsman et al. 2022 call it a soup). Without `shares` all count alike.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor


def mean(readers: list[dict[str, Tensor]], shares: list[float]) -> dict[str, Tensor]:
    """Weights each of which is the mean of the readers' own; what is no real number is the first one's."""
    whole = sum(shares)
    pairs = list(zip(readers, shares, strict=True))
    return {
        name: sum((one[name] * (share / whole) for one, share in pairs), torch.zeros_like(value))
        if value.is_floating_point()
        else value
        for name, value in readers[0].items()
    }


def main() -> None:
    """Read the command line and average."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("readers", type=Path, nargs="+")
    parser.add_argument("--shares", type=float, nargs="+")
    args = parser.parse_args()
    readers = [torch.load(path, map_location="cpu") for path in args.readers]
    torch.save(mean(readers, args.shares or [1.0] * len(readers)), args.out)


if __name__ == "__main__":
    main()
