"""What could not be read, as a value: a batch goes on past it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that was given up, at which step, and why.

    `source` names the input as its user knows it: a path, a path and line, or a report's id.
    """

    source: str
    step: str
    error: Exception

    def __str__(self) -> str:
        said = str(self.error) or type(self.error).__name__
        return said if said.startswith(self.source) else f"{self.source}: {self.step}: {said}"
