"""Judgements as annotation: of every report of which something was judged, what people say of its reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.linking.judging.anchors import finding, span_of
from parley.linking.judging.gist import gist
from parley.linking.judging.log import in_force
from parley.linking.judging.readings import judged_readings
from parley.record import Annotation, Judgement, LeftOut, Passage, Reading, Ref

__all__ = ["ReadBy", "annotate"]

ReadBy = Callable[[str, str], Reading | None]
"""The reading of a report by a reader; None where it is not kept."""
Passages = Mapping[str, Sequence[Passage]]

_NOT_OF_WORDS = "is about what reports say together, not about the words of one"
_NO_READER = "does not say whose reading was judged; judge it again"
_NOT_KEPT = "what was judged was read by {}, whose reading this record has not"
_OTHER_WORDS = "the words that were judged are not those that stand there here"
_READ_OTHERWISE = "{} reads it otherwise, whose reading was judged here later or as a whole; judge it again"
_REJECTED = "the report was rejected"


def annotate(
    judgements: Iterable[Judgement], passages: Passages, read: ReadBy
) -> tuple[tuple[Annotation, ...], tuple[LeftOut, ...]]:
    """The annotation of each report, by id, and the judgements that say nothing of any, each with the reason.

    `passages` are those kept with each judgement, by its id. What was judged is always what a reader found at the time,
    `Judgement.reader`: what others find in the same words was looked at by nobody. Where readings of several readers
    were judged, that which was accepted as a whole counts, else that which was judged last; what was judged in another
    counts if both say the same.
    """
    by_report: dict[str, list[Judgement]] = {}
    left = []
    for one in in_force(judgements):
        if one.reader is not None:
            by_report.setdefault(_report_of(one), []).append(one)
        else:
            left.append(LeftOut(_named(one), _NO_READER if finding(one.target) else _NOT_OF_WORDS))
    found = []
    for _, ones in sorted(by_report.items()):
        gathered = _gather(ones, passages, read)
        left += gathered.left
        found += [gathered.annotation] if gathered.annotation else []
    return tuple(found), tuple(left)


@dataclass(frozen=True, slots=True)
class _Gathered:
    annotation: Annotation | None
    left: list[LeftOut]


def _report_of(one: Judgement) -> str:
    ref = finding(one.target)
    return ref.report if ref else one.target


def _named(one: Judgement) -> str:
    return f"{one.id} {one.verb} {one.target}"


def _gather(ones: Sequence[Judgement], passages: Passages, read: ReadBy) -> _Gathered:
    """The annotation that the judgements on one report make."""
    whole = [one for one in ones if not finding(one.target)]
    rest = [one for one in ones if finding(one.target)]
    if any(one.verb == "reject" for one in whole):
        return _Gathered(None, [LeftOut(_named(one), _REJECTED) for one in rest])
    last = (whole or rest)[-1]
    base = _Base(last, passages, read)
    if base.problem:
        return _Gathered(None, [LeftOut(_named(one), base.problem) for one in ones])
    return base.judged(rest, whole)


class _Base:
    """The reading of a report that counts, and what was judged of it."""

    def __init__(self, last: Judgement, passages: Passages, read: ReadBy) -> None:
        self.reader, self._passages, self._read = last.reader or "", passages, read
        self.reading = read(_report_of(last), self.reader)
        self.problem = self._unfit(last, self.reading)

    def judged(self, rest: Sequence[Judgement], whole: Sequence[Judgement]) -> _Gathered:
        """The annotation, and what does not count."""
        assert self.reading
        wrong: dict[Ref, bool] = {}
        left, counted, corrections = [], [], []
        for one in rest:
            ref = self._ref(one)
            if isinstance(ref, str):
                left.append(LeftOut(_named(one), ref))
                continue
            counted.append(one)
            wrong[ref] = one.verb == "reject"
            corrections += [replace(one, target=str(ref))] if one.verb == "correct" else []
        if not counted and not whole:
            return _Gathered(None, left)
        (corrected,) = judged_readings([self.reading], corrections)
        made = Annotation(
            corrected,
            bool(whole),
            frozenset(ref for ref, rejected in wrong.items() if not rejected),
            frozenset(ref for ref, rejected in wrong.items() if rejected),
            tuple(sorted({one.user for one in (*counted, *whole)})),
        )
        return _Gathered(made, left)

    def _ref(self, one: Judgement) -> Ref | str:
        """The finding of this reading that was judged, or why there is none."""
        ref, reader = finding(one.target), one.reader or ""
        assert ref
        assert self.reading
        own = self.reading if reader == self.reader else self._read(ref.report, reader)
        problem = self._unfit(one, own)
        if problem or own is None:
            return problem or _NOT_KEPT.format(reader)
        if own is self.reading:
            return ref
        wanted = gist(own, ref)
        count = len(self.reading.events if ref.kind == "event" else self.reading.statements)
        there = (Ref(ref.report, ref.kind, index) for index in range(count))
        return next((here for here in there if gist(self.reading, here) == wanted), _READ_OTHERWISE.format(self.reader))

    def _unfit(self, one: Judgement, own: Reading | None) -> str | None:
        """Why a judgement cannot be about a reading; None where it can."""
        if own is None:
            return _NOT_KEPT.format(one.reader)
        ref = finding(one.target)
        span = span_of(own, ref) if ref else None
        if ref and span is None:
            return _OTHER_WORDS
        kept = next(iter(self._passages.get(one.id, ())), None)
        words = span.quote(own.report) if span else own.report.text
        if kept and not (words == kept.exact if span else words.startswith(kept.exact)):
            return _OTHER_WORDS
        return None
