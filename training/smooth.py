"""Make the encoder's activations easy to round to eight bits, without changing what it computes.

A few channels of a transformer's activations are many times larger than the rest, and one scale for a whole tensor
leaves them too few steps. X W = (X / s) (s W) moves that unevenness into the weights, which have a scale a column;
s_j = sqrt(max |X_j| / max |W_j|) shares it between the two (Xiao et al. 2023, SmoothQuant, with alpha = 0.5).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.batches import batch
from training.examples import Example
from training.model import Reader

LEAST = 1e-4


class Smoothed(nn.Module):
    """A linear layer whose input is divided, and whose weights are multiplied, by a factor a channel."""

    def __init__(self, linear: nn.Linear, largest: Tensor) -> None:
        super().__init__()
        factor = (largest.clamp(min=LEAST) / linear.weight.detach().abs().amax(0).clamp(min=LEAST)).sqrt()
        self.linear = nn.Linear(linear.in_features, linear.out_features, device=linear.weight.device)
        self.linear.load_state_dict({"weight": linear.weight * factor, "bias": linear.bias})
        self.register_buffer("inverse", 1 / factor)

    def forward(self, states: Tensor) -> Tensor:
        return self.linear(states * self.inverse)  # type: ignore[no-any-return]


def smooth(reader: Reader, examples: Sequence[Example]) -> None:
    """Smooth all linear layers of the encoder in place, by what they see on some texts of the corpus."""
    layers = {name: m for name, m in reader.encoder.bert.encoder.named_modules() if isinstance(m, nn.Linear)}
    largest: dict[str, Tensor] = {}

    def watch(name: str) -> None:
        def note(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            seen = inputs[0].detach().abs().flatten(0, -2).amax(0)
            largest[name] = torch.maximum(largest.get(name, seen), seen)

        layers[name].register_forward_pre_hook(note)

    for name in layers:
        watch(name)
    with torch.no_grad():
        for given in examples:
            windows = batch(given.windows)
            reader.encoder(windows.pieces, windows.mask, windows.looks, windows.rows, windows.columns)
    for name, layer in layers.items():
        parent, _, own = name.rpartition(".")
        setattr(reader.encoder.bert.encoder.get_submodule(parent), own, Smoothed(layer, largest[name]))
