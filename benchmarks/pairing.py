"""Which finding answers which annotation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

Gold = TypeVar("Gold")
System = TypeVar("System")
Offsets = Sequence[int]
Characters = frozenset[int]


def characters(spans: Iterable[Offsets]) -> Characters:
    """The characters that the spans cover."""
    return frozenset(character for start, end in spans for character in range(start, end))


def jaccard(gold: Characters, system: Characters) -> float:
    """The shared part of what either covers."""
    return len(gold & system) / len(gold | system) if gold or system else 0.0


def overlap(gold: Offsets | None, system: Offsets | None) -> bool:
    """Whether two spans share a character."""
    return bool(gold and system and gold[0] < system[1] and system[0] < gold[1])


def pair(
    gold: Sequence[Gold], system: Sequence[System], likeness: Callable[[Gold, System], float], least: float
) -> Mapping[int, int]:
    """One to one, the likest first: index of gold → index of system, for pairs at least so like."""
    alike = [(-likeness(left, right), i, j) for i, left in enumerate(gold) for j, right in enumerate(system)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for unlike, i, j in sorted(alike):
        if -unlike >= least and unlike < 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def most(fitting: Mapping[str, Sequence[int]]) -> Mapping[str, int]:
    """One to one, as many pairs as can be made of those that fit (Kuhn 1955, by augmenting paths)."""
    holders: dict[int, str] = {}

    def placed(name: str, passed: set[int]) -> bool:
        for at in fitting[name]:
            if at not in passed:
                passed.add(at)
                if at not in holders or placed(holders[at], passed):
                    holders[at] = name
                    return True
        return False

    for name in fitting:
        placed(name, set())
    return {name: at for at, name in holders.items()}
