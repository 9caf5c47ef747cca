"""What eight bits cost: figures on dev of trained weights as they are, and as they were exported.

python -m training.rounding READER.pt FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from corpus.load import load
from parley.encoder.session import Encoder
from parley.reading.settings import Settings
from training.calibrate import figure
from training.device import put
from training.model import Reader, saved


class Unrounded(Encoder):
    """A reader before it is exported, with the vocabulary and the settings of an exported one."""

    def __init__(self, reader: Reader, folder: Path) -> None:
        super().__init__(folder)
        self._reader = reader

    def _run(self, graph: str, **inputs: NDArray[np.generic]) -> NDArray[np.float32]:
        with torch.inference_mode():
            found = getattr(self._reader, graph)(**{name: put(value) for name, value in inputs.items()})
        return found.cpu().numpy()


def main(weights: Path, folder: Path) -> None:
    """Measure both."""
    gold, exported = load("dev"), Encoder(folder)
    settings = Settings.of(exported.settings)
    for name, model in (("in float", Unrounded(saved(weights), folder)), ("as exported", exported)):
        print(f"{name}: {figure(model, settings, gold):.2f}", flush=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
