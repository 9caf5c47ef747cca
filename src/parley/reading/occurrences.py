"""Where a mention stands: in which sentence and quotation, beside which words, whether it speaks, acts or is harmed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from parley.reading import cues
from parley.reading.names import Designation, designation
from parley.reading.quotes import spoken

__all__ = ["FIRST_PERSON", "NOWHERE", "Occurrence", "Offsets", "Scene", "survey"]

Offsets = tuple[int, int]

FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
TOGETHER, FAR = 15, 150


@dataclass(slots=True, eq=False)
class Occurrence:
    """A mention in its place: `index` counts the mentions of the report, `order` those of its sentence.

    `type` is the sort of mention by which weights are told apart; `quote` the index of the quotation it stands in or
    -1; `gap` the words between it and the mention before where they are few, `way` what sort of words they are;
    `before` and `after` the words beside it; `apposed` what is set beside a name ("Bushra Qadeem, a lawyer"), `alias`
    an acronym given with it. `odds` are the probabilities of the kinds of actor, where they have been asked for.
    """

    index: int
    start: int
    end: int
    text: str
    words: Designation
    type: str
    person: bool
    kind: str | None
    sentence: int = 0
    order: int = 0
    quote: int = -1
    gap: str | None = None
    way: str = "far"
    before: str = ""
    after: str = ""
    speaks: bool = False
    acts: bool = False
    harmed: bool = False
    apposed: Designation | None = None
    alias: str | None = None
    odds: Sequence[float] | None = None

    @property
    def active(self) -> bool:
        """Whether it is the subject of a verb, as far as the next words show."""
        return self.acts or self.speaks


NOWHERE = Occurrence(-1, 0, 0, "", designation("the outlet"), "N", False, "media", sentence=-1, order=9)
"""The mention that stands for the outlet before it is mentioned."""


@dataclass(slots=True)
class Scene:
    """The mentions of a report in the order of the text, and the stretches that stand in a speaker's own words."""

    text: str
    occurrences: list[Occurrence]
    quotes: Sequence[Offsets]
    starts: Sequence[int]

    def sentence(self, at: int) -> int:
        """The sentence that a character stands in."""
        return max(0, bisect_right(self.starts, at) - 1)


def survey(text: str, sentences: Sequence[Offsets], spans: Sequence[Offsets]) -> Scene:
    """Every mention in its place; `spans` in the order of the text."""
    scene = Scene(text, [], spoken(text), [start for start, _ in sentences])
    previous = -FAR
    for index, (start, end) in enumerate(spans):
        here = _look(text, index, (start, end), previous)
        here.sentence = scene.sentence(start)
        before = scene.occurrences[-1] if scene.occurrences else NOWHERE
        here.order = before.order + 1 if before.sentence == here.sentence else 0
        here.quote = _quote(scene.quotes, start, end)
        scene.occurrences.append(here)
        previous = end
    return scene


def _look(text: str, index: int, span: Offsets, previous: int) -> Occurrence:
    """One mention with the words around it."""
    start, end = span
    words = designation(text[start:end])
    before, named = text[max(0, start - 28) : start].split(), bool(words.proper)
    speaks, acts = cues.speaks(text, start, end), cues.acts(text, end)
    return Occurrence(
        index,
        start,
        end,
        text[start:end],
        words,
        type=_type(words, acts or speaks),
        person=words.person,
        kind=words.kind or ("state" if words.is_nation else None),
        gap=text[previous:start].replace("\n", " ") if 0 <= start - previous < TOGETHER else None,
        way=cues.way(text, previous, start),
        before=before[-1].casefold() if before else "",
        after=text[end : end + 24].lstrip(' ,"”').partition(" ")[0].casefold(),
        speaks=speaks,
        acts=acts,
        harmed=cues.harmed(text, start, end),
        apposed=cues.apposition(text, end) if named else None,
        alias=cues.bracketed(text, end) if named else None,
    )


def _quote(quotes: Sequence[Offsets], start: int, end: int) -> int:
    """The innermost quotation that covers a mention, or -1."""
    last = bisect_right(quotes, (start, end + 10**9)) - 1
    return next((at for at in range(last, max(-1, last - 4), -1) if end <= quotes[at][1]), -1)


def _type(words: Designation, active: bool) -> str:
    """The pronoun itself, S for a state, H for a person, N for another name, else the form of the phrase."""
    if words.form == "pronoun":
        return words.head + ("+" if active else "-") if words.head in ("it", "you", "they") else words.head
    if words.is_nation:
        return "S"
    if words.person:
        return "H"
    return "N" if words.form == "name" or (words.proper and words.proper[-1] == words.head) else words.form
