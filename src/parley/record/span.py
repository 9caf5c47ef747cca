"""Where the words stand that a finding rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.record.report import Report

CONTEXT = 32


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch `[start, end)` of one report's text, in characters (Unicode code points)."""

    report: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def quote(self, report: Report) -> str:
        """The exact words; raises ValueError where the span is of another report or runs past its text."""
        if report.id != self.report or self.end > len(report.text):
            raise ValueError(f"span {self} does not lie in report {report.id}")
        return report.text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies inside this one."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end

    def selectors(self, report: Report) -> list[dict[str, str | int]]:
        """The span as a W3C TextQuoteSelector and TextPositionSelector (Web Annotation Data Model, 4.2.4 and 4.2.5)."""
        text = report.text
        return [
            {
                "type": "TextQuoteSelector",
                "exact": self.quote(report),
                "prefix": text[max(0, self.start - CONTEXT) : self.start],
                "suffix": text[self.end : self.end + CONTEXT],
            },
            {"type": "TextPositionSelector", "start": self.start, "end": self.end},
        ]
