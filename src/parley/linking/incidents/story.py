"""What a whole report is about, so that reports of one story can be told from others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from parley.linking.incidents.words import capitalised, stems
from parley.record import Report

__all__ = ["Story", "dice", "kinship", "story_of"]


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """The stems and the capitalised words of a report."""

    words: frozenset[str]
    names: frozenset[str]


def story_of(report: Report) -> Story:
    """Of title and text."""
    text = f"{report.title or ''}\n{report.text}"
    return Story(stems(text), capitalised(text))


@lru_cache(65536)
def kinship(one: Story, other: Story) -> tuple[float, float]:
    """What they share of their words and of their names, each from 0 to 1."""
    return dice(one.words, other.words), dice(one.names, other.names)


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Twice what is shared, of all that there is (Dice 1945)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
