"""What is wrong in the corpus, and where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the corpus: a file, a report or line in it, a sentence of that report (from 0), a part of that."""

    file: str
    report: str | None = None
    sentence: int | None = None
    part: str | None = None

    def __str__(self) -> str:
        sentence = None if self.sentence is None else f"sentence {self.sentence}"
        return ": ".join(step for step in (self.file, self.report, sentence, self.part) if step)

    def at(self, part: str) -> Spot:
        """A part of this place."""
        return replace(self, part=part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend."""

    spot: Spot
    what: str

    def __str__(self) -> str:
        return f"{self.spot}: {self.what}"


@dataclass(slots=True)
class Problems:
    """All that was found so far."""

    found: list[Problem] = field(default_factory=list)

    def add(self, spot: Spot, what: str) -> None:
        """Note one more."""
        self.found.append(Problem(spot, what))
