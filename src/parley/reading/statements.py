"""Who said what: the source, the cue and the content of every statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from parley.encoder.labels import CUE, Edge, Role
from parley.encoder.links import Anchors, Sort
from parley.encoder.session import Encoder
from parley.encoder.words import Ints
from parley.reading.asking import Asked, Judged, best_spans, judge
from parley.reading.contents import cut, resumed, to_semicolon
from parley.reading.quotes import how, spoken
from parley.reading.running import announces, run_on, snap
from parley.reading.settings import Settings
from parley.reading.times import whens
from parley.reading.view import Phrase, View
from parley.record import Party, Reading, Span, Statement, When

__all__ = ["around", "decode", "predict"]

LEADS = re.compile(r"\b(?:said|says|stated|added|commented|declared|continued)(?: (?:today|yesterday|that day))?\s?:\Z")


def predict(model: Encoder, view: View) -> Judged:
    """Ask who and what belongs to every cue of a report."""
    cues = view.anchored.cues()
    anchors = Anchors(cues.word, cues.kind, np.full(len(cues.word), -2))
    return judge(model, Asked(view, anchors, [*view.mentions(), *view.times()], np.unique(view.anchored.word)), cues)


@dataclass(frozen=True, slots=True)
class _Told:
    """One anchor with what was decided of it; `sources` are indices of candidates, empty where the words leave it
    open."""

    anchor: int
    word: int
    cue: bool
    pieces: list[Phrase]
    sources: list[int]
    confidence: float


def decode(judged: Judged, settings: Settings) -> Reading:
    """The reading with its statements, in the order of the text."""
    view = judged.asked.view
    reading, report = view.reading, view.reading.report
    times = whens(view, [f for f in judged.asked.found if f.sort == Sort.WHEN])
    quoted = spoken(report.text)
    said: list[Statement] = []
    announced: dict[int, Statement] = {}
    for told in _told(judged, settings):
        number = int(view.words.sentence[told.word])
        sentence, cue = reading.sentences[number], view.span((told.word, told.word)) if told.cue else None
        content = tuple(snap(view.span(piece), report, quoted, sentence, cue) for piece in told.pieces)
        manner = how([(s.start, s.end) for s in content], report.text, quoted)
        beside = _beside(judged, told, settings, times)
        plain = Statement(number, None, cue, content, manner, *beside, confidence=told.confidence)
        told_by = [replace(plain, source=source) for source in _sources(judged, told, said)]
        if cue and announces(cue, report, sentence):
            announced[number] = told_by[0]
        else:
            said += told_by
    announced = {**_announced_by_rule(view), **announced}
    said = run_on(said, report, reading.sentences, quoted, announced)
    said = [s for n, s in enumerate(said) if (s.source, s.content) not in [(o.source, o.content) for o in said[:n]]]
    return replace(reading, statements=tuple(_nested(said)))


def _announced_by_rule(view: View) -> dict[int, Statement]:
    """Sentences that end in "said:", each as a statement of the first one whom it mentions."""
    first = {mention.sentence: mention for mention in reversed(view.reading.mentions)}
    found = {}
    for number, mention in first.items():
        sentence = view.reading.sentences[number].span
        if LEADS.search(sentence.quote(view.reading.report)):
            party = Party(mention.actor, mention.span, mention.confidence)
            found[number] = Statement(number, party, None, (sentence,), "direct")
    return found


def _told(judged: Judged, settings: Settings) -> Iterator[_Told]:
    tags, anchors = judged.asked.view.signals.tags["anchor"], judged.asked.anchors
    phrases, _ = best_spans(judged, Edge.SAID_START)
    speakers = _speakers(judged, settings)
    for anchor, (word, kind) in enumerate(zip(anchors.word.tolist(), anchors.kind.tolist(), strict=True)):
        sources, cue = speakers[anchor], kind == CUE
        span = to_semicolon(judged, phrases[anchor], word)
        pieces = resumed(judged, cut(judged, span, word, sources), word) if cue else [span]
        yield _Told(anchor, word, cue, pieces, sources, float(tags[word, 1 if cue else 2]))


def _speakers(judged: Judged, settings: Settings) -> list[list[int]]:
    """Who speaks: everybody likely, else the likeliest if it is likely enough; one of those outside the sentence."""
    mentions, words = judged.asked.view.reading.mentions, judged.asked.view.words
    if not mentions:
        return [[] for _ in judged.roles]
    chances = judged.roles[:, : len(mentions), Role.SOURCE]
    here = np.array([m.sentence for m in mentions]) == words.sentence[judged.asked.anchors.word][:, None]
    several: list[dict[str, int]] = [{} for _ in chances]
    for anchor, number in np.argwhere(here & (chances > 0.5)).tolist():
        several[anchor].setdefault(mentions[number].actor, number)
    best = np.argmax(chances + 0.1 * here, axis=1).tolist()
    alone = [[one] if row[one] > settings.source else [] for row, one in zip(chances, best, strict=True)]
    return [sorted(many.values()) or one for many, one in zip(several, alone, strict=True)]


def _sources(judged: Judged, told: _Told, said: Sequence[Statement]) -> list[Party | None]:
    """A party for each speaker; one whose words stand in another sentence has no span here."""
    view = judged.asked.view
    here = view.words.sentence[told.word]
    parties: list[Party | None] = []
    for index in told.sources:
        mention = view.reading.mentions[index]
        sure = float(judged.roles[told.anchor, index, Role.SOURCE])
        parties.append(Party(mention.actor, mention.span if mention.sentence == here else None, sure))
    if not parties and not told.cue and said and said[-1].source:
        parties = [replace(said[-1].source, span=None)]
    return parties or [None]


def _beside(
    judged: Judged, told: _Told, settings: Settings, times: Mapping[Phrase, When]
) -> tuple[tuple[Party, ...], tuple[Party, ...], tuple[When, ...]]:
    """Through whom, to whom and when it was said."""
    found, mentions = judged.asked.found, judged.asked.view.reading.mentions
    chances = judged.roles[told.anchor]

    def parties(role: Role) -> tuple[Party, ...]:
        likely = np.flatnonzero(chances[: len(mentions), role] > settings.told).tolist()
        chosen = [i for i in likely if i not in told.sources]
        return tuple(Party(mentions[i].actor, mentions[i].span, float(chances[i, role])) for i in chosen)

    likely = np.flatnonzero(chances[:, Role.WHEN] > settings.when).tolist()
    when = [times[found[i].phrase] for i in likely if found[i].sort == Sort.WHEN]
    return parties(Role.VIA), parties(Role.TO), tuple(when)


def _nested(said: Sequence[Statement]) -> Iterator[Statement]:
    """Each statement with the innermost one that its cue stands in."""
    for number, statement in enumerate(said):
        inside = [i for i, other in enumerate(said) if i != number and statement.cue and _holds(other, statement.cue)]
        yield replace(statement, within=min(inside, key=lambda i: _size(said[i])) if inside else None)


def _holds(statement: Statement, span: Span) -> bool:
    return any(piece.covers(span) for piece in statement.content)


def _size(statement: Statement) -> int:
    return sum(piece.end - piece.start for piece in statement.content)


def around(said: Sequence[Statement], starts: Ints, ends: Ints) -> list[int | None]:
    """For each stretch `[start, end)` the index of the innermost statement whose content covers it."""
    pieces = [(s.start, s.end, _size(one), number) for number, one in enumerate(said) for s in one.content]
    pieces.sort(key=lambda piece: (piece[2], piece[3]))
    first, last, _, number = np.array(pieces, dtype=np.int64).reshape(-1, 4).T
    holds = (first <= starts[:, None]) & (ends[:, None] <= last)
    return [int(number[np.argmax(row)]) if row.any() else None for row in holds]
