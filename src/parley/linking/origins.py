"""Where reports have it from: what independence is counted by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from parley.linking.casting import Casting
from parley.linking.groups import Groups
from parley.linking.origins_credits import one_story
from parley.linking.origins_index import Origins
from parley.linking.origins_sources import Rests, rests
from parley.linking.origins_speakers import Known, Occasion, Speakers
from parley.linking.outlets import Outlets
from parley.record import Copies, Origin, Reading, Reason, Ref
from parley.record.origin import OriginKind

__all__ = ["independence", "origin_of", "origins"]

WEIGHTS = {"copies": 6.0, "credit": 3.0, "source": 3.0, "issued": 5.0, "own": 1.0}
"""What each ground adds to the log-odds that the reports of an origin have one origin."""


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
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    houses, known = outlets or Outlets.ours(), Known.of(ordered, casting)
    told = {reading.report.id: rests(reading, known, houses) for reading in ordered}
    made = _mains(_texts(ordered, told, copies, houses), casting)
    return Origins(_with_passages(made, _spoken(ordered, known), casting))


@dataclass(frozen=True, slots=True)
class _Text:
    """Reports of one text, the earliest first: what the fullest of them rests on, and why they are together."""

    readings: tuple[Reading, ...]
    rests: Rests
    copies: Copies | None
    agency: str | None

    @property
    def first(self) -> Reading:
        return self.readings[0]

    @property
    def id(self) -> str:
        """That of the origin: texts with one id share it."""
        if self.rests.occasion:
            return _occasion_id(self.rests.occasion)
        if self.copies or self.agency:
            return self.copies.id if self.copies else f"agency/{self.first.report.id}"
        published = self.first.report.published
        return f"outlet:{_outlet(self.first)}/{published}" if published else f"report/{self.first.report.id}"


def _texts(
    ordered: Sequence[Reading], told: Mapping[str, Rests], copies: Sequence[Copies], outlets: Outlets
) -> list[_Text]:
    """The reports, near-copies and the clients of one agency on one story together."""
    groups: Groups[str] = Groups(reading.report.id for reading in ordered)
    known = told.keys()
    copied = [(one, [report for report in one.reports if report in known]) for one in copies]
    for _, reports in copied:
        for report in reports[1:]:
            groups.join(reports[0], report)
    lent = {report: rest.credits for report, rest in told.items()}
    for one, other in one_story(ordered, lent, outlets):
        groups.join(one, other)
    by_id = {reading.report.id: reading for reading in ordered}
    copies_of = {groups.find(reports[0]): one for one, reports in reversed(copied) if len(reports) > 1}
    return [
        _text([by_id[name] for name in group], told, copies_of.get(groups.find(group[0]))) for group in groups.all()
    ]


def _text(group: Sequence[Reading], told: Mapping[str, Rests], copies: Copies | None) -> _Text:
    ordered = sorted(group, key=_age)
    fullest = max(ordered, key=lambda reading: (len(reading.report.text), reading.report.id))
    credited = [name for reading in ordered for name in told[reading.report.id].credits]
    agency = (copies.agency if copies else None) or next(iter(credited), None)
    return _Text(tuple(ordered), told[fullest.report.id], copies, agency)


def _age(reading: Reading) -> tuple[date, str]:
    return reading.report.published or date.max, reading.report.id


def _occasion_id(occasion: Occasion) -> str:
    speaker, day = occasion
    return f"{speaker}/{day}" if day else speaker


def _mains(texts: Sequence[_Text], casting: Casting) -> dict[str, Origin]:
    """The origins that whole reports rest on, by their ids."""
    shelves: dict[str, list[_Text]] = defaultdict(list)
    for text in sorted(texts, key=lambda text: _age(text.first)):
        shelves[text.id].append(text)
    return {name: _main(name, shelf, casting) for name, shelf in shelves.items()}


def _main(name: str, texts: Sequence[_Text], casting: Casting) -> Origin:
    first = texts[0]
    return Origin(
        id=name,
        kind=_kind(first),
        name=_name(first, casting),
        reports=tuple(reading.report.id for text in texts for reading in text.readings),
        reasons=tuple(reason for text in texts for reason in _reasons(text)),
        by=first.rests.by,
    )


def _kind(text: _Text) -> OriginKind:
    if text.rests.occasion:
        return text.rests.kind
    return "agency text" if text.copies or text.agency else text.rests.kind


def _name(text: _Text, casting: Casting) -> str:
    """Who it is from, and of which day."""
    occasion = text.rests.occasion
    if occasion:
        return _spoken_name(occasion, casting)
    who = text.agency or _outlet(text.first)
    published = text.first.report.published
    return f"{who}, {published}" if published else who


def _spoken_name(occasion: Occasion, casting: Casting) -> str:
    known = casting.actors.get(occasion[0])
    who = known.name if known else occasion[0].removeprefix("outlet:")
    return f"{who}, {occasion[1]}" if occasion[1] else who


def _reasons(text: _Text) -> list[Reason]:
    """Why the text has this origin, in words for people."""
    first, rest = text.first.report.id, text.rests
    found = list(text.copies.reasons) if text.copies else []
    if text.agency:
        found.append(Reason("credit", f"text of {text.agency}, as credited", WEIGHTS["credit"]))
    if rest.occasion and rest.share == 1.0 and rest.kind == "statement":
        found.append(Reason("issued", f"{first} is a statement as issued", WEIGHTS["issued"]))
    elif rest.occasion:
        found.append(Reason("source", f"{rest.share:.0%} of what {first} attributes", WEIGHTS["source"]))
    return found or [Reason("own", f"{first} rests on no one source", WEIGHTS["own"])]


def _spoken(ordered: Iterable[Reading], known: Known) -> Mapping[Occasion, list[Ref]]:
    """The statements of named sources, by who made them and when."""
    found: dict[Occasion, list[Ref]] = defaultdict(list)
    for reading in ordered:
        for index, occasion in Speakers(reading, known).public():
            found[occasion].append(Ref(reading.report.id, "statement", index))
    return found


def _with_passages(mains: Mapping[str, Origin], spoken: Mapping[Occasion, list[Ref]], casting: Casting) -> list[Origin]:
    """The origins with the passages that rest on them, and those that passages alone rest on."""
    of_report = {report: origin.id for origin in mains.values() for report in origin.reports}
    made = dict(mains)
    for occasion, refs in sorted(spoken.items(), key=lambda item: _occasion_id(item[0])):
        name = _occasion_id(occasion)
        if name in mains or len({of_report[ref.report] for ref in refs}) > 1:
            base = made.get(name) or Origin(name, "statement", _spoken_name(occasion, casting), (), by=(occasion[0],))
            also = sorted({ref.report for ref in refs} - set(base.reports))
            made[name] = replace(base, also=tuple(also), passages=tuple(refs))
    return list(made.values())


def origin_of(origins: Sequence[Origin], ref: Ref) -> str:
    """The id of the origin that a statement or report rests on; the report itself where none is known."""
    found = Origins.over(origins).of(ref)
    return found.id if found else ref.report


def independence(readings: Iterable[Reading], origins: Sequence[Origin]) -> str:
    """How many outlets carry something and how many origins they have it from, as in "5 outlets, 2 origins"."""
    given = list(readings)
    outlets = {_outlet(reading) for reading in given}
    found = {origin_of(origins, Ref(reading.report.id, "report", 0)) for reading in given}
    return f"{_count(len(outlets), 'outlet')}, {_count(len(found), 'origin')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _outlet(reading: Reading) -> str:
    outlet = reading.report.outlet
    return (outlet and (outlet.name or outlet.site)) or reading.report.id
