"""Where people judge a record: what is decided is checked, kept with the words that it rests on, and told again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import cast

from parley.asking.opened import OpenRecord
from parley.errors import Malformed, NotFound
from parley.linking.judging import (
    Contradiction,
    Places,
    Standing,
    active,
    anchored,
    contradictions,
    finding,
    from_line,
    passages_of,
    standing,
    to_line,
)
from parley.linking.judging.anchors import present, quote_of, span_of
from parley.linking.judging.checking import check, check_actors
from parley.linking.judging.things import Thing, find, kind_of, things
from parley.record import Demand, Incident, Judgement, Reading, Ref
from parley.record.judgement import Verb

__all__ = ["Asked", "Bench", "Entry", "Imported"]

_FEW = 6
_WHERE = "parley incidents, demands, disputes, actors, timeline and report --json show the ids"
_AFTER = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to judge: ids as they were given, and what is set."""

    verb: str
    target: str
    others: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A judgement of the log and how it stands: undone or not, what became of its evidence, whom it overrules.

    `standing` is "gone" where what it is about, and what rests on no finding, is not in the record any more."""

    judgement: Judgement
    undone: bool
    standing: Standing | str
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """How many judgements were new and how many there, and all matters that people decided differently."""

    new: int
    known: int
    contradictions: tuple[Contradiction, ...]


class Bench:
    """Judgements on one record; `now` tells the time, in UTC, and `fresh` are those that it does not follow yet."""

    def __init__(self, record: OpenRecord, now: Callable[[], datetime], fresh: Sequence[Judgement] = ()) -> None:
        self.record, self._now = record, now
        self._readings: dict[str, Reading | None] = {}
        self._log = {one.id: one for one in (*record.judgements, *fresh)}
        self._last = max((one.at for one in self._log.values()), default=None)

    def judge(self, asked: Sequence[Asked], user: str) -> list[Judgement]:
        """Keep what somebody decided, all of it or, where one thing does not fit, nothing.

        Raises NotFound for ids that the record has not, and Malformed for what cannot be decided so.
        """
        made = [self._made(one, user) for one in asked]
        for one in made:
            self.record.store.judge(one, passages_of(one, self._of(one)))
        return made

    def log(self) -> Iterator[Entry]:
        """All that was ever decided, in order."""
        return self.entries(self.record.judgements)

    def entries(self, some: Iterable[Judgement]) -> Iterator[Entry]:
        """How some judgements of the log stand, in the order given."""
        holds = {one.id for one in active(self.record.judgements)}
        against: dict[str, list[str]] = {}
        for one in contradictions(self.record.judgements):
            against.setdefault(one.overruled.id, []).append(one.stands.id)
            against.setdefault(one.stands.id, []).append(one.overruled.id)
        for judged in some:
            undone = judged.id not in holds and judged.verb != "undo"
            yield Entry(judged, undone, self._standing(judged), tuple(against.get(judged.id, ())))

    def lines(self) -> Iterator[str]:
        """The log as JSON Lines."""
        for one in self.record.judgements:
            yield to_line(one, tuple(self.record.store.passages(one.id)))

    def take_in(self, file: Path) -> Imported:
        """Add another log; raises Malformed, naming the line, where it is none, and then nothing is added."""
        read = [from_line(line, f"{file}, line {number}") for number, line in _filled(file)]
        for number, (one, _) in enumerate(read, 1):
            if self._log.get(one.id, one) != one:
                raise Malformed(f"{file}, judgement {number}", f"{one.id} is another judgement here", "it was edited")
        new = sum(self.record.store.judge(one, passages) for one, passages in read)
        return Imported(new, len(read) - new, contradictions(self.record.store.judgements()))

    def _made(self, asked: Asked, user: str) -> Judgement:
        target, kind = self._known(asked.target, asked.verb)
        others = tuple(self._known(one, asked.verb)[0] for one in asked.others)
        at = (
            max(self._now(), self._last + _AFTER) if self._last else self._now()
        )  # an undo is later than what it undoes
        self._last = at
        one = Judgement(
            id="",
            at=at,
            user=user,
            verb=_verb(asked.verb),
            target=target,
            others=others,
            field=asked.field,
            value=asked.value,
            why=asked.why,
        )
        check(one, kind)
        self._check_parts(one, kind)
        one = replace(one, quote=self._quote(one), reader=self._reader(one))
        return replace(one, id=_id(one))

    def _check_parts(self, one: Judgement, kind: str) -> None:
        """Only things of one kind are merged or kept apart, and only what is part of a thing is split off it."""
        ref = finding(one.target)
        if ref and one.verb == "correct":
            check_actors(one, ref, self._reading(ref.report, one.target))
        for other in one.others:
            if one.verb == "merge" and self._known(other, "merge")[1] != kind:
                raise Malformed(other, f"is no {kind}, as {one.target} is", "things of one kind are merged")
            if one.verb == "split" and self._known(other, "split")[1] != kind:
                self._check_part(other, one.target)

    def _check_part(self, part: str, target: str) -> None:
        parts = _parts(find(self.record.record, target))
        if part not in parts:
            raise Malformed(part, f"is no part of {target}", f"its parts: {', '.join(parts)}")

    def _known(self, asked: str, verb: str) -> tuple[str, str]:
        """The whole id of what is asked for, and its kind; a part of an id will do where only one thing has it."""
        if verb == "undo":
            return _one_of(asked, self._log, "no judgement has this id", "parley judge log lists them"), "judgement"
        ref = finding(asked)
        if ref is not None:
            if span_of(self._reading(ref.report, asked), ref) is None:
                raise NotFound(asked, f"report {ref.report} has no such {ref.kind}", _WHERE)
            return asked, ref.kind
        kinds = dict.fromkeys(self.record.heads, "report")
        kinds |= {thing.id: kind_of(thing) for thing in things(self.record.record)}
        found = _one_of(asked, kinds, "nothing in the record has this id", _WHERE)
        return found, kinds[found]

    def _reading(self, report: str, asked: str) -> Reading:
        found = self._cached(report)
        if found is None:
            raise NotFound(asked, f"the record has no report {report}", _WHERE)
        return found

    def _cached(self, report: str) -> Reading | None:
        if report not in self._readings:
            self._readings[report] = self.record.reading(report)
        return self._readings[report]

    def _of(self, one: Judgement, *more: str) -> Mapping[str, Reading]:
        """The readings that a judgement is about."""
        names = {ref.report for _, ref in anchored(one)} | set(more)
        names |= {one.target} & set(self.record.heads)
        return {name: found for name in sorted(names) if (found := self._cached(name))}

    def _quote(self, one: Judgement) -> str | None:
        """The words that it rests on; of an actor the name."""
        refs: list[Ref] = [ref for _, ref in anchored(one)]
        if refs:
            return quote_of(self._reading(refs[0].report, one.target), refs[0])
        actor = self.record.record.actors.get(one.target)
        return actor.name if actor else None

    def _reader(self, one: Judgement) -> str | None:
        """Whose reading of a finding or a report is judged."""
        ref = finding(one.target)
        kept = self.record.store.get(ref.report if ref else one.target)
        return kept.model if kept else None

    def _standing(self, one: Judgement) -> str:
        spans = tuple(self.record.store.passages(one.id).values())
        if not anchored(one) and not spans:
            return "stands" if one.target in self._present else "gone"
        places, readings = {one.id: spans}, self._of(one, *(span.report for span in spans if span))
        found = standing(one, places, readings)
        return found if found != "stands" or self._is_there(one, places, readings) else "gone"

    def _is_there(self, one: Judgement, places: Places, readings: Mapping[str, Reading]) -> bool:
        """Whether the thing that its finding was part of is in the record, or left out because somebody judged so."""
        ref = present(one, places, readings).get(one.target)
        if ref is None or finding(one.target) or one.target in self._present:
            return True
        return find(self.record.record, one.target, ref) is not None

    @cached_property
    def _present(self) -> set[str]:
        """All ids, with those that are not in the record any more because somebody judged so."""
        judged = {
            id_
            for one in active(self._log.values())
            if one.verb in ("reject", "merge")
            for id_ in (one.target, *one.others)
        }
        made = {thing.id for thing in things(self.record.record)}
        return {*self.record.heads, *made, *self._log, *judged}


def _verb(given: str) -> Verb:
    return cast("Verb", given)


def _filled(file: Path) -> Iterable[tuple[int, str]]:
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        raise NotFound(str(file), "there is no such file") from None
    except UnicodeDecodeError as problem:
        raise Malformed(str(file), "is no text", "give a file that `parley judge export` wrote") from problem
    return [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]


def _one_of(asked: str, known: Iterable[str], problem: str, hint: str) -> str:
    """The id that is asked for, or the only one that has it as a part."""
    ids = list(known)
    if asked in ids:
        return asked
    found = [id_ for id_ in ids if asked.casefold() in id_.casefold()] if asked else []
    if len(found) == 1:
        return found[0]
    if found:
        shown = ", ".join(sorted(found)[:_FEW]) + (" …" if len(found) > _FEW else "")
        raise NotFound(asked, f"may be {len(found)} things: {shown}", "give more of the id")
    raise NotFound(asked, problem, hint)


def _parts(thing: Thing | None) -> tuple[str, ...]:
    """The findings that a thing is made of."""
    match thing:
        case Incident():
            return tuple(map(str, thing.members))
        case Demand():
            return tuple(str(one.ref) for move in thing.moves for one in move.evidence)
        case _:
            return ()


def _id(one: Judgement) -> str:
    """Made of all that it says, so that two people's logs can be put together."""
    words = (one.at.astimezone(UTC).isoformat(), one.user, one.verb, one.target, *one.others, one.field, one.value)
    return "j" + hashlib.sha256("\x00".join(word or "" for word in words).encode()).hexdigest()[:10]
