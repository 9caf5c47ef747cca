"""Where reports have it from: what independence is counted by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from parley.linking.casting import Casting, Recast
from parley.linking.growing import Ties
from parley.linking.origins_credits import Stories
from parley.linking.origins_index import Origins
from parley.linking.origins_passages import Passages
from parley.linking.origins_sources import Rests, is_release, lent_by, rests, states
from parley.linking.origins_speakers import Heard, Known, Shifted
from parley.linking.origins_texts import Mains, Text, age, outlet_of, text_of
from parley.linking.outlets import Outlets
from parley.record import Copies, Origin, Reading, Ref

__all__ = ["OriginBook", "Sourced", "independence", "origin_of", "origins"]


def origins(
    readings: Iterable[Reading],
    casting: Casting,
    copies: Sequence[Copies] = (),
    outlets: Outlets | None = None,
) -> Origins:
    """Every report's one origin, and the passages that rest on another; the order of the readings does not matter.

    Near-copies of one text share an origin. Reports that credit one agency on one story share one. Reports that rest
    on one single source and day share one: the ministry's statement, the press conference, the minister's post. What
    is left is each outlet's own reporting of a day. A statement of a named source that more than one text carries is
    an origin of its own for the passages that report it.
    """
    given = list(readings)
    recast = Recast(casting, frozenset(reading.report.id for reading in given), frozenset())
    return OriginBook(outlets).update(given, (), recast, copies).origins


@dataclass(frozen=True, slots=True)
class Sourced:
    """The origins, and the reports of which any part rests on another origin than before, or on one known otherwise."""

    origins: Origins
    reports: frozenset[str]


class OriginBook:
    """The origins of the reports that are in; these go in and out in any order."""

    def __init__(self, outlets: Outlets | None = None) -> None:
        self._outlets = outlets or Outlets.ours()
        self._readings: dict[str, Reading] = {}
        self._lent: dict[str, tuple[str, ...]] = {}
        self._rests: dict[str, Rests] = {}
        self._heard, self._shifted = Heard(), Shifted()
        self._stories = Stories(self._outlets)
        self._known = Known(Casting())
        self._copies: dict[str, Copies] = {}
        self._together: Ties[str] = Ties()
        self._texts: dict[str, Text] = {}
        self._mains, self._passages = Mains(), Passages()
        self._origins = Origins()
        self._marks: dict[str, object] = {}

    def update(
        self, readings: Iterable[Reading], gone: Iterable[str], recast: Recast, copies: Sequence[Copies]
    ) -> Sourced:
        """Take in readings that are new or others than before, and forget reports."""
        new = {reading.report.id: reading for reading in readings}
        out = set(gone)
        self._forget(out)
        self._readings |= new
        self._lent |= {report: lent_by(reading, self._outlets) for report, reading in new.items()}
        again = self._listen(new.keys() | recast.reports & self._readings.keys(), out, recast)
        rested = self._rest(again, recast.actors)
        apart = self._gather(new, out, copies)
        mains = self._mains.update(self._retold(rested | apart | out), recast.casting)
        told = self._passages.update([self._readings[one] for one in again], out, mains, self._mains, self._known)
        sourced = self._sourced(mains | told, new.keys() | out)
        return replace(sourced, reports=sourced.reports.union(self._speaking_for(recast.actors)))

    def _speaking_for(self, actors: Set[str]) -> Iterator[str]:
        """The releases of these, who answer for them under their names."""
        for origin in self._origins if actors else ():
            if not actors.isdisjoint(origin.by):
                outlets = ((report, self._readings[report].report.outlet) for report in origin.reports)
                yield from (report for report, outlet in outlets if outlet and outlet.kind == "government")

    def _forget(self, out: Iterable[str]) -> None:
        for report in out:
            for known in (self._readings, self._lent, self._rests):
                known.pop(report, None)

    def _listen(self, reports: set[str], out: set[str], recast: Recast) -> set[str]:
        """Who speaks for whom, and when; gives the reports whose speakers are others than before."""
        casting = recast.casting
        heard = self._heard.update([self._readings[one] for one in reports], out, casting)
        spoken = {voice for voice, body in self._heard.voices.items() if body in recast.actors}
        reports = reports | self._quoting(heard | spoken, casting)
        known = Known(casting, self._heard.voices, {}, states(casting))
        shifted = self._shifted.update([self._readings[one] for one in reports], out, known)
        known = Known(casting, self._heard.voices, self._shifted.days, known.states)
        others = {report for report in self._readings if self._is_release(report)} if self._restated(known) else set()
        self._known = known
        return reports | shifted & self._readings.keys() | others

    def _quoting(self, actors: Iterable[str], casting: Casting) -> set[str]:
        found = (casting.actors[one] for one in actors if one in casting.actors)
        return {report for canon in found for report, _ in canon.seen} & self._readings.keys()

    def _restated(self, known: Known) -> bool:
        return known.states != self._known.states

    def _is_release(self, report: str) -> bool:
        return is_release(self._outlets.of(self._readings[report].report.outlet))

    def _rest(self, reports: Iterable[str], others: frozenset[str]) -> set[str]:
        """What these rest on; gives those that rest on something else than before, or on somebody known otherwise."""
        changed = set()
        for report in reports:
            found = rests(self._readings[report], self._known, self._outlets, self._lent[report])
            if self._rests.get(report) != found or (found.occasion and found.occasion[0] in others):
                self._rests[report] = found
                changed.add(report)
        return changed

    def _gather(self, new: Mapping[str, Reading], out: set[str], copies: Sequence[Copies]) -> set[str]:
        """Put the reports of one text together; gives those of which something is new."""
        touched = self._stories.update(new.values(), out, self._lent)
        for report in touched:
            self._together.tie(("story", report), ((report, other) for other in self._stories.of(report)))
        present = {one.id: one for one in copies}
        others = {name for name in self._copies.keys() | present.keys() if self._copies.get(name) != present.get(name)}
        for name in others:
            reports = present[name].reports if name in present else ()
            self._together.tie(("copies", name), ((reports[0], other) for other in reports[1:]))
            touched |= {*reports, *(self._copies[name].reports if name in self._copies else ())}
        self._copies = present
        return touched | self._together.settle() | new.keys()

    def _retold(self, reports: set[str]) -> dict[str, Text | None]:
        """The texts of these reports made anew, by their first reports; None for what is no text of its own now."""
        whole = {self._together.group(report) for report in reports}
        groups = {frozenset(one for one in group if one in self._readings) for group in whole} - {frozenset()}
        copied = self._copied()
        reports = reports.union(*whole)
        made: dict[str, Text | None] = {report: None for report in reports if self._texts.pop(report, None)}
        for group in groups:
            ordered = sorted((self._readings[report] for report in group), key=age)
            found = min((copied[one] for one in group if one in copied), default=None)
            text = text_of(ordered, self._rests, self._copies[found[1]] if found else None)
            made[text.first.report.id] = self._texts[text.first.report.id] = text
        return made

    def _copied(self) -> dict[str, tuple[int, str]]:
        """By report the place and the id of the copies of a text that it is one of."""
        told = enumerate(self._copies.values())
        several = ((at, one, [name for name in one.reports if name in self._readings]) for at, one in told)
        return {report: (at, one.id) for at, one, reports in several if len(reports) > 1 for report in reports}

    def _sourced(self, names: set[str], reports: Iterable[str]) -> Sourced:
        """The origins in order, the mains by the age of their first reports, then those that only passages rest on."""
        old = self._origins
        if names:
            self._origins = Origins([*self._passages.over(self._mains.in_order()), *self._passages.alone()])
        looked = {*reports}.union(*(known.reports_of(names) for known in (old, self._origins)))
        before = {report: self._marks.pop(report, None) for report in looked}
        self._marks |= {report: self._mark(report) for report in looked if report in self._readings}
        return Sourced(self._origins, frozenset(one for one in looked if before[one] != self._marks.get(one)))

    def _mark(self, report: str) -> object:
        """On what a report and its passages rest."""
        main = self._origins.main(report)
        told = [(ref.index, found.id) for ref in self._passages.of(report) if (found := self._origins.of(ref))]
        return main and (main.id, main.by), told


def origin_of(origins: Sequence[Origin], ref: Ref) -> str:
    """The id of the origin that a statement or report rests on; the report itself where none is known."""
    found = Origins.over(origins).of(ref)
    return found.id if found else ref.report


def independence(readings: Iterable[Reading], origins: Sequence[Origin]) -> str:
    """How many outlets carry something and how many origins they have it from, as in "5 outlets, 2 origins"."""
    given = list(readings)
    outlets = {outlet_of(reading) for reading in given}
    found = {origin_of(origins, Ref(reading.report.id, "report", 0)) for reading in given}
    return f"{_count(len(outlets), 'outlet')}, {_count(len(found), 'origin')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
