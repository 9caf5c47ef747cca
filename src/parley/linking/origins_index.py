"""Origins, to be asked for the one that a finding rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from parley.record import Origin, Ref

__all__ = ["Origins"]


class Origins(Sequence[Origin]):
    """The origins of a record in order, with an index by report and by statement."""

    def __init__(self, origins: Iterable[Origin] = ()) -> None:
        self._all = tuple(origins)
        self._ids = {origin.id: origin for origin in self._all}
        self._reports = {report: origin for origin in self._all for report in origin.reports}
        self._passages = {ref: origin for origin in self._all for ref in origin.passages}

    @classmethod
    def over(cls, origins: Sequence[Origin]) -> Origins:
        """The same origins with an index, which is made only once where they have one."""
        return origins if isinstance(origins, Origins) else cls(origins)

    def main(self, report: str) -> Origin | None:
        """The one that a report as a whole rests on."""
        return self._reports.get(report)

    def of(self, ref: Ref) -> Origin | None:
        """The one of a statement, else that of its report."""
        return self._passages.get(ref) or self._reports.get(ref.report)

    def reports_of(self, ids: Iterable[str]) -> set[str]:
        """The reports that rest on these, as a whole or in passages."""
        found = (origin for id_ in ids if (origin := self._ids.get(id_)))
        return {report for origin in found for report in (*origin.reports, *origin.also)}

    @overload
    def __getitem__(self, at: int) -> Origin: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Origin, ...]: ...
    def __getitem__(self, at: int | slice) -> Origin | tuple[Origin, ...]:
        return self._all[at]

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Origin]:
        return iter(self._all)
