"""The weighted mean of two readers, of which the second went on from the first.

    python -m training.mean OUT.pt FIRST.pt SECOND.pt [--share 0.75]

`share` is the second one's. Readers that went on from each other lie in one valley of the loss, and a point between
them often does better on texts unlike the corpus (training/LOG.md).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Read the command line and average."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("readers", type=Path, nargs=2)
    parser.add_argument("--share", type=float, default=0.75)
    args = parser.parse_args()
    first, second = (torch.load(path) for path in args.readers)
    mean = {
        name: torch.lerp(value, second[name], args.share) if value.is_floating_point() else second[name]
        for name, value in first.items()
    }
    torch.save(mean, args.out)


if __name__ == "__main__":
    main()
