"""A record kept up: what one more report or judgement changes is linked anew, the rest stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.linking.casting import Cast
from parley.linking.copies import CopyBook
from parley.linking.demands.finding import DemandBook
from parley.linking.disputes.finding import Changed, DisputeBook, Linked
from parley.linking.incidents import Book
from parley.linking.judging.anchors import Places
from parley.linking.judging.castings import Merges
from parley.linking.judging.readings import judged_readings
from parley.linking.judging.record import Remake, judged_record
from parley.linking.judging.remaking import remaker
from parley.linking.origins import OriginBook
from parley.linking.outlets import Outlets
from parley.linking.related import related
from parley.linking.talks.finding import TalksBook
from parley.linking.telling import Teller
from parley.record import Judgement, Reading, Record
from parley.registry import Registry

__all__ = ["Linker"]


class Linker:
    """Readings and judgements go in and out in any order; the record is the one that the present ones make together.

    A record that was handed out stays as it is. The steps keep what they made of each report, of each text, actor,
    incident and so on, and make anew what rests on something that changed; each tells the next which reports it sees
    otherwise than before. One thread may use it at a time. With `talks_only` the record has no incidents, demands and
    disputes, and everything else as it would have with them.
    """

    def __init__(
        self, registry: Registry | None = None, outlets: Outlets | None = None, *, talks_only: bool = False
    ) -> None:
        self._talks_only = talks_only
        self._outlets = outlets or Outlets.ours()
        self._readings: dict[str, Reading] = {}
        self._given: dict[str, Reading] = {}
        self._copies = CopyBook(self._outlets)
        self._cast = Cast(registry or Registry.open())
        self._merges = Merges()
        self._origins = OriginBook(self._outlets)
        self._teller = Teller()
        self._talks = TalksBook()
        self._incidents = Book()
        self._demands = DemandBook()
        self._disputes = DisputeBook()

    def update(
        self,
        readings: Iterable[Reading] = (),
        gone: Iterable[str] = (),
        judgements: Sequence[Judgement] = (),
        places: Places | None = None,
    ) -> Record:
        """The record after some readings came in, or took the place of others of their reports, and reports went.

        `judgements` is the whole log. `places` says where the words that a judgement rests on stand now; without it
        findings are known by their numbers.
        """
        for report in gone:
            self._readings.pop(report, None)
        self._readings |= {reading.report.id: reading for reading in readings}
        changes = self._judged(judgements, places)
        given = tuple(self._given[report] for report in sorted(self._given))
        linked, remake = self._linked(given, changes, judgements)
        return judged_record(linked, judgements, remake, given, places)

    def _judged(self, judgements: Sequence[Judgement], places: Places | None) -> _Changes:
        """What is new in the readings as people corrected them."""
        judged = judged_readings(self._readings.values(), judgements, places)
        given: Mapping[str, Reading] = {reading.report.id: reading for reading in judged}
        old = self._given
        new = {report: one for report, one in given.items() if old.get(report) is not one and old.get(report) != one}
        gone = frozenset(old.keys() - given.keys())
        for report in gone:
            del old[report]
        old |= new
        return _Changes(new, gone)

    def _linked(
        self, given: Sequence[Reading], changes: _Changes, judgements: Sequence[Judgement]
    ) -> tuple[Record, Remake]:
        new, gone = changes.new.values(), changes.gone
        texts = self._copies.update(new, gone)
        recast = self._merges.apply(self._cast.update(new, gone, texts), judgements)
        casting = recast.casting
        sourced = self._origins.update(new, gone, recast, texts)
        sources = sourced.origins
        told = [self._given[report] for report in (recast.reports | sourced.reports) & self._given.keys()]
        changed = Changed(recast.reports | sourced.reports | gone, recast.rewritten)
        self._teller.update(told, gone, casting, sources)
        talks = self._talks.update(told, gone, self._teller)
        made = Record(
            reports=tuple(reading.report.id for reading in given),
            actors=casting.actors,
            copies=texts,
            origins=tuple(sources),
            related=related(given, self._outlets),
            talks=talks.talks,
            claims=talks.claims,
            board=talks.board,
        )
        remake = remaker(given, casting, sources)
        if self._talks_only:
            return made, remake
        self._incidents.update(told, casting, sources, gone)
        happened = self._incidents.incidents()
        asked = self._demands.update(told, gone, talks.named, self._teller)
        disputed = self._disputes.update(changed, self._teller, Linked(happened, talks, asked))
        return replace(made, incidents=happened, demands=asked, disputes=disputed), remake


@dataclass(frozen=True, slots=True)
class _Changes:
    """Readings that are new or others than before, and reports that are gone."""

    new: Mapping[str, Reading]
    gone: frozenset[str]
