"""How sure the model has to be before something is said of a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Least probabilities, set on dev beside the weights they belong to (`model.json`).

    `mention` is a bias: how much likelier "inside" must be than "outside". `unsaid` is for parties that the
    event's sentence does not name, `source` for the speaker where several could be meant.
    """

    mention: float = 0.0
    cue: float = 0.4
    run: float = 0.4
    trigger: float = 0.4
    source: float = 0.4
    told: float = 0.5
    actor: float = 0.4
    recipient: float = 0.4
    unsaid: float = 0.4
    content: float = 0.4
    condition: float = 0.4
    criterion: float = 0.5
    place: float = 0.4
    when: float = 0.4
    figure: float = 0.4
    mode: float = 0.5

    @classmethod
    def of(cls, given: Mapping[str, object]) -> Settings:
        """The settings that a model came with; names that this version does not know are left aside."""
        known = {field.name for field in fields(cls)}
        return cls(
            **{name: float(value) for name, value in given.items() if name in known and isinstance(value, float)}
        )
