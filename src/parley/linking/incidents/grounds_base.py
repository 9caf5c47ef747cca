"""The answer to one question about two accounts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from parley.linking.days import Days, iso
from parley.linking.incidents.accounts import Account

__all__ = ["UNLIKE", "Detail", "Ground", "Likeness", "Question", "Steps", "shown"]

UNLIKE = "unlike"
"""The level of a likeness below all steps."""
Steps = tuple[tuple[float, str], ...]
"""From which likeness on (0 to 1) it is of which level, the highest first."""

Detail = str | float | date | frozenset[str] | Days | tuple["Detail", "Detail"]
"""What was compared, or what is shared; made into words only where somebody asks."""


class Ground(NamedTuple):
    """What was found: `level` is what is weighed (nothing where it is empty), `detail` what a person is shown."""

    feature: str
    level: str
    detail: Detail = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of two accounts. `answer` is the same both ways.

    It rests on what `part` gives of each, and on nothing else; where that is None for one, the answer is no ground.
    """

    feature: str
    answer: Callable[[Account, Account], Ground]
    part: Callable[[Account], Hashable]


@dataclass(frozen=True, slots=True)
class Likeness(Question):
    """How many of the words that `part` gives two accounts share (Dice)."""

    part: Callable[[Account], frozenset[str] | None]
    steps: Steps = ()


def shown(detail: Detail) -> str:
    """In words."""
    match detail:
        case str():
            return detail
        case float():
            return f"{detail:.2f}"
        case date():
            return detail.isoformat()
        case (date() as first, date() as last):
            return iso((first, last))
        case (one, other):
            return f"{_or_none(one)} / {_or_none(other)}"
    return _listed(detail)


def _or_none(detail: Detail) -> str:
    return shown(detail) or "none"


def _listed(items: Iterable[str]) -> str:
    return ", ".join(sorted(items))
