"""What every view of a record needs: names, days, who says so, and the exact words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from rich.text import Text

from parley.exports import wording
from parley.exports.columns import indented
from parley.record import Claimant, Demand, Dispute, Evidence, Incident, Judgement, Origin, Record, Report, Talks

if TYPE_CHECKING:
    from parley.registry import Registry

__all__ = ["FAINT", "HEAD", "Desk", "as_day", "as_days", "counted", "earliest", "plural"]

HEAD, FAINT, QUOTE = "bold", "dim", "italic"
_WIDEST = 120
_LONGEST = 200
"""Characters of a quotation where several stand below each other; the whole of it is shown by `parley show`."""
_DAY = len("2025-11-08")
_NAMES = 4


@dataclass(frozen=True)
class Desk:
    """A record with what its lines quote: `heads` are its reports without their texts, `report` gives one with it, and
    the `registry` says who rules which state."""

    record: Record
    heads: Mapping[str, Report]
    report: Callable[[str], Report]
    judgements: tuple[Judgement, ...] = ()
    wide: int = 100
    registry: Registry | None = None

    @property
    def width(self) -> int:
        """Of the lines, in characters."""
        return min(self.wide, _WIDEST)

    @cached_property
    def last_day(self) -> date | None:
        """The day of the last report."""
        return max((day for head in self.heads.values() if (day := head.published)), default=None)

    def name(self, actor: str) -> str:
        """An actor's name; its id where the record has none."""
        known = self.record.actors.get(actor)
        return wording.shown(known.name if known else actor.removeprefix("outlet:"))

    def names(self, actors: Iterable[str]) -> str:
        """Several names, each once."""
        return ", ".join(dict.fromkeys(map(self.name, actors)))

    def side(self, actor: str) -> str:
        """The id at the end of those an actor acts for."""
        passed: set[str] = set()
        while actor not in passed:
            passed.add(actor)
            known = self.record.actors.get(actor)
            actor = (known and known.acts_for) or actor
        return actor

    def side_in_talks(self, actor: str) -> str:
        """Whose side somebody is on in talks: an authority that rules a state speaks for it there."""
        side = self.side(actor)
        known = self.record.actors.get(side)
        entry = self.registry.entry(known.registry) if self.registry and known else None
        return entry.rules if entry and entry.rules else side

    def speaker(self, claimant: Claimant) -> str:
        """Who says so, with the side; those without a name by the words that report them."""
        name = wording.shown(claimant.name) if claimant.named else wording.quoted(wording.shown(claimant.name))
        side = self.side(claimant.id)
        return name if side == claimant.id or self.name(side) in name else f"{name} ({self.name(side)})"

    def speakers(self, evidence: Iterable[Evidence]) -> str:
        """Those who say so, each once, outlets in their own voice last; of many the first few and how many more."""
        found = dict.fromkeys(one.claimant for one in evidence)
        names = list(dict.fromkeys(map(self.speaker, sorted(found, key=lambda one: one.own_voice))))
        more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
        return ", ".join(names[:_NAMES]) + more

    def outlet(self, report: str) -> str:
        """The outlet of a report by its name or site, else the report's id."""
        head = self.heads.get(report)
        outlet = head and head.outlet
        return wording.shown((outlet and (outlet.name or outlet.site)) or report)

    def outlets(self, evidence: Iterable[Evidence]) -> list[str]:
        """Where it stands, each outlet once."""
        return sorted({self.outlet(one.ref.report) for one in evidence})

    @cached_property
    def incidents(self) -> Mapping[str, Incident]:
        """By id."""
        return {one.id: one for one in self.record.incidents}

    @cached_property
    def demands(self) -> Mapping[str, Demand]:
        """By id."""
        return {one.id: one for one in self.record.demands}

    @cached_property
    def disputes(self) -> Mapping[str, Dispute]:
        """By id."""
        return {one.id: one for one in self.record.disputes}

    @cached_property
    def origins(self) -> Mapping[str, Origin]:
        """By id."""
        return {one.id: one for one in self.record.origins}

    def talks(self, talks: str) -> Talks | None:
        """The talks of that id."""
        return next((one for one in self.record.talks if one.id == talks), None)

    def published(self, report: str) -> date | None:
        """The day of a report."""
        head = self.heads.get(report)
        return head.published if head else None

    def words(self, evidence: Evidence, longest: int | None = None) -> str:
        """The exact words on one line; with `longest` cut where they are longer."""
        said = wording.words(evidence.span, self.report(evidence.span.report))
        if longest is None or len(said) <= longest:
            return said
        return f"{said[:longest].rsplit(' ', 1)[0]} …"

    def told_by(self, evidence: Sequence[Evidence]) -> str:
        """How many tell it, and how many of them independently: "5 outlets, 2 origins"."""
        return counted(len(self.outlets(evidence)), len({one.origin for one in evidence}))

    def citation(self, evidence: Evidence) -> str:
        """Outlet and day of the report, and the day of the words where that is another."""
        published = self.published(evidence.ref.report)
        said = f", of {as_day(evidence.day)}" if evidence.day and evidence.day != published else ""
        return f"{self.outlet(evidence.ref.report)}, {as_day(published)}{said}"

    def cited(self, evidence: Evidence, longest: int | None = _LONGEST) -> Text:
        """Who says so, where, and the words; where an outlet speaks for itself it is named once."""
        voice = evidence.claimant.own_voice
        who = "" if voice else f"{self.speaker(evidence.claimant)} · "
        quoted = wording.quoted(self.words(evidence, longest))
        return Text.assemble(who, (self.citation(evidence), FAINT), ": ", (quoted, QUOTE))

    def cites(self, evidence: Sequence[Evidence], by: int, few: int = 3) -> Iterator[Text]:
        """The earliest of each origin, the first few of them, `by` spaces from the left; then how many more."""
        chosen = earliest(evidence)
        for one in chosen[:few]:
            yield from indented(self.cited(one), self.width, by)
        if len(chosen) > few:
            yield Text(" " * by).append(f"and {plural(len(chosen) - few, 'origin')} more", FAINT)


def earliest(evidence: Iterable[Evidence]) -> list[Evidence]:
    """One place for each origin, named speakers and early days first; in the order of the days."""
    ranked = sorted(evidence, key=lambda one: (one.claimant.own_voice, one.day or date.max, one.ref))
    first = {one.origin: one for one in reversed(ranked)}
    return sorted(first.values(), key=lambda one: (one.day or date.max, one.ref))


def counted(outlets: int, origins: int) -> str:
    """Never so many sources: outlets that take it from one origin are one."""
    return f"{plural(outlets, 'outlet')}, {plural(origins, 'origin')}"


def plural(number: int, noun: str) -> str:
    """The number with its noun."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def as_day(day: date | None) -> str:
    """As people write it."""
    return f"{day.day} {day:%b %Y}" if day else "no date"


def as_days(iso: str | None) -> str:
    """An ISO day or interval as people write it; what is no whole day stays as it is."""
    if not iso:
        return "no date"
    first, _, last = iso.partition("/")
    if len(first) != _DAY:
        return iso.replace("/", " – ")
    begins = date.fromisoformat(first)
    if not last or last == first:
        return as_day(begins)
    if last == "..":
        return f"since {as_day(begins)}"
    if len(last) != _DAY:
        return iso.replace("/", " – ")
    ends = date.fromisoformat(last)
    if (begins.year, begins.month) == (ends.year, ends.month):
        return f"{begins.day}–{as_day(ends)}"
    same_year = begins.year == ends.year
    return f"{f'{begins.day} {begins:%b}' if same_year else as_day(begins)} – {as_day(ends)}"
