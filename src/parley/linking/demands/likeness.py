"""How like a move and a demand are, with the reasons."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parley.linking.demands.acts import Act
from parley.record import Reason

__all__ = ["ALIKE", "Weights", "logit", "reasons"]

ALIKE = 0.0
"""Log-odds above which a move is held to be one of a demand."""
BASE = -2.8
WORDING = 7.0
"""What equal wording adds; of unlike wording its share."""
SAME_DOERS, SAME_OTHERS, OTHER_OTHERS = 0.7, 0.5, -1.2
CROSSES = frozenset(("ask", "give"))
CROSSED = -1.8
"""Asked by one and promised by the other: may be the answer, may be a thing of its own."""
GUARANTEED = 2.2
"""Both are guarantees: between two sides there is seldom more than one."""
UNLIKE_KIND = -1.3
"""One is a guarantee, the other the thing itself."""
ABOUT = 1.6
"""Both are about the same third party, or one of the same kind."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a word tells: rare ones more (inverse document frequency over all moves)."""

    seen: Mapping[str, int]
    moves: int

    @classmethod
    def over(cls, acts: Sequence[Act]) -> Weights:
        """Weights by how many of the moves have a word."""
        return cls(Counter(word for act in acts for word in act.words), len(acts))

    def of(self, word: str) -> float:
        """Above 0 for every word."""
        return math.log(1 + self.moves / self.seen.get(word, 1))

    def cosine(self, one: Mapping[str, int], other: Iterable[str]) -> float:
        """The angle between a demand's words by count and those of a move."""
        words = set(other)
        shared = sum(one[word] * self.of(word) ** 2 for word in words if word in one)
        if not shared:
            return 0.0
        lengths = sum((count * self.of(word)) ** 2 for word, count in one.items())
        return shared / math.sqrt(lengths * sum(self.of(word) ** 2 for word in words))


def reasons(act: Act, group: Sequence[Act], weights: Weights) -> tuple[Reason, ...]:
    """Why a move may be one of a demand: its moves so far are the group."""
    counts = Counter(word for one in group for word in one.words)
    best = max(weights.cosine(Counter(one.words), act.words) for one in group)
    alike = (best + weights.cosine(counts, act.words)) / 2
    found = [Reason("prior", "two moves seldom are of one demand", BASE)]
    found.append(Reason("wording", f"{alike:.2f}: {', '.join(sorted(act.words & counts.keys())[:6])}", WORDING * alike))
    found += _by_parties(act, group)
    voices = {one.part.voice for one in group if one.part.move == "raised"}
    if act.part.move == "raised" and act.part.voice in CROSSES and act.part.voice not in voices and voices & CROSSES:
        found.append(Reason("voice", "one side asks it, the other promises it", CROSSED))
    guarantees = {one.part.kind == "guarantee" for one in group if one.part.voice != "answer"}
    if act.part.voice != "answer" and (act.part.kind == "guarantee") in guarantees:
        found += [Reason("kind", "both are guarantees", GUARANTEED)] if act.part.kind == "guarantee" else []
    elif act.part.voice == "ask" and act.part.voice in voices:
        found.append(Reason("kind", "one is a guarantee, the other the thing itself", UNLIKE_KIND))
    shared = sorted(act.about & {third for one in group for third in one.about})
    if shared:
        found.append(Reason("about", f"both are about {shared[0]}", ABOUT))
    return tuple(found)


def _by_parties(act: Act, group: Sequence[Act]) -> list[Reason]:
    doers = frozenset(side for one in group for side in one.doers)
    others = frozenset(side for one in group for side in one.others)
    found = []
    if act.doers and act.doers == doers:
        found.append(Reason("doers", "the same would have to do it", SAME_DOERS))
    if act.others and act.others & others:
        found.append(Reason("others", "the same want it", SAME_OTHERS))
    elif act.others and others:
        found.append(Reason("others", "others want it", OTHER_OTHERS))
    return found


def logit(found: Iterable[Reason]) -> float:
    """The sum of what the reasons add."""
    return sum(reason.weight for reason in found)


def cosine(one: frozenset[str], other: frozenset[str]) -> float:
    """The angle between two sets of words, all of one weight."""
    return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0
