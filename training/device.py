"""Where training computes: on a GPU if there is one, else on the processor."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

import numpy as np
import torch
from torch import Tensor

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def put(values: np.ndarray) -> Tensor:
    """An array where training computes."""
    return torch.from_numpy(values).to(DEVICE, non_blocking=True)


def joined(parts: Sequence[np.ndarray]) -> Tensor:
    """Arrays one after the other, where training computes."""
    return put(np.concatenate(parts))


def half() -> AbstractContextManager[None]:
    """The encoder's products in bfloat16: more than twice as fast, with no loss that could be seen."""
    return torch.autocast(DEVICE.type, dtype=torch.bfloat16)
