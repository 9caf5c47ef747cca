"""What people say of one reading."""

from __future__ import annotations

from dataclasses import dataclass

from parley.record.evidence import Ref
from parley.record.reading import Reading


@dataclass(frozen=True, slots=True)
class Annotation:
    """One reading as people judged it.

    `reading` has the fields that they corrected and all findings, so that these keep their numbers; `wrong` are those
    that were rejected, `right` those accepted or corrected. Where somebody accepted the report as a whole, `whole`,
    whatever is not wrong is right, and what is not found is not there; else nothing is known of the rest."""

    reading: Reading
    whole: bool = False
    right: frozenset[Ref] = frozenset()
    wrong: frozenset[Ref] = frozenset()
    by: tuple[str, ...] = ()

    def holds(self, ref: Ref) -> bool:
        """Whether a finding was judged right, by itself or with its report."""
        return ref not in self.wrong and (self.whole or ref in self.right)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not in the annotation that was made of judgements, and why."""

    what: str
    why: str
