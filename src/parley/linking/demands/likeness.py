"""How like a move and a demand are, with the reasons."""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from parley.linking.demands.acts import Act
from parley.linking.demands.weights import Weights
from parley.record import Reason

__all__ = ["ALIKE", "Profile", "at_most", "cosine", "logit", "reasons", "score"]

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
RECENT = 20
"""Moves; a new one is compared with so many of the last ones singly."""
ROUNDING = 1e-6
"""More than sums of a few numbers can be off."""
ABOUT = 1.6
"""Both are about the same third party, or one of the same kind."""


@dataclass(slots=True)
class Profile:
    """What the moves of a demand have said so far; `square` is the squared length of its words by count."""

    weights: Weights
    counts: Counter[str] = field(default_factory=Counter)
    square: float = 0.0
    recent: deque[frozenset[str]] = field(default_factory=lambda: deque(maxlen=RECENT))
    doers: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    about: set[str] = field(default_factory=set)
    raised: set[str] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)
    guarantees: set[bool] = field(default_factory=set)

    def add(self, act: Act) -> None:
        """Take in a move."""
        self.square += math.fsum((2 * self.counts[word] + 1) * self.weights.of(word) for word in act.words)
        self.counts.update(act.words)
        self.recent.append(act.words)
        self.doers |= act.doers
        self.others |= act.others
        self.about |= act.about
        self.voices.add(act.part.voice)
        if act.part.move == "raised":
            self.raised.add(act.part.voice)
        if act.part.voice != "answer":
            self.guarantees.add(act.part.kind == "guarantee")

    def alike(self, words: frozenset[str]) -> float:
        """How like the words of a move are to those of the demand, 0 to 1: the mean of the angle to all of them and of
        that to the likest of the last moves."""
        shared = math.fsum(self.counts[word] * self.weights.of(word) for word in words & self.counts.keys())
        if not shared:
            return 0.0
        whole = shared / math.sqrt(self.square * self.weights.square(words))
        return (whole + max(self.weights.cosine(one, words) for one in self.recent)) / 2


Ground = tuple[str, str | float, float]
"""A feature, what there is to say of it (of the wording, how like it is), and what it adds."""


def score(act: Act, profile: Profile) -> float:
    """The log-odds that a move is one of a demand."""
    return sum(weight for _, _, weight in _grounds(act, profile))


def at_most(act: Act, profile: Profile) -> float:
    """What the log-odds cannot exceed: by Cauchy and Schwarz no angle is nearer than the shared part of the words."""
    shared = sum(map(profile.weights.of, act.words & profile.counts.keys()))
    alike = math.sqrt(shared / profile.weights.square(act.words)) if shared else 0.0
    others = sum(weight for _, _, weight in (*_by_parties(act, profile), *_by_kind(act, profile)))
    return BASE + WORDING * alike + others + ROUNDING


def reasons(act: Act, profile: Profile) -> tuple[Reason, ...]:
    """Why a move may be one of a demand."""
    return tuple(
        Reason(feature, _shown(feature, detail, act, profile), w) for feature, detail, w in _grounds(act, profile)
    )


def _shown(feature: str, detail: str | float, act: Act, profile: Profile) -> str:
    """In words; what is shared is looked for only where somebody asks."""
    if feature == "about":
        return f"both are about {min(act.about & profile.about)}"
    if not isinstance(detail, str):
        return f"{detail:.2f}: {', '.join(sorted(act.words & profile.counts.keys())[:6])}"
    return detail


def _grounds(act: Act, profile: Profile) -> Iterator[Ground]:
    yield "prior", "two moves seldom are of one demand", BASE
    alike = profile.alike(act.words)
    yield "wording", alike, WORDING * alike
    yield from _by_parties(act, profile)
    yield from _by_kind(act, profile)


def _by_parties(act: Act, profile: Profile) -> Iterator[Ground]:
    if act.doers and act.doers == profile.doers:
        yield "doers", "the same would have to do it", SAME_DOERS
    if not profile.others.isdisjoint(act.others):
        yield "others", "the same want it", SAME_OTHERS
    elif act.others and profile.others:
        yield "others", "others want it", OTHER_OTHERS
    if not profile.about.isdisjoint(act.about):
        yield "about", "", ABOUT


def _by_kind(act: Act, profile: Profile) -> Iterator[Ground]:
    voice, raised = act.part.voice, profile.raised
    if act.part.move == "raised" and voice in CROSSES and voice not in raised and raised & CROSSES:
        yield "voice", "one side asks it, the other promises it", CROSSED
    guarantee = act.part.kind == "guarantee"
    if voice == "answer":
        return
    if guarantee not in profile.guarantees:
        if voice == "ask" and voice in raised:
            yield "kind", "one is a guarantee, the other the thing itself", UNLIKE_KIND
    elif guarantee:
        yield "kind", "both are guarantees", GUARANTEED


def logit(found: Iterable[Reason]) -> float:
    """The sum of what the reasons add."""
    return sum(reason.weight for reason in found)


def cosine(one: frozenset[str], other: frozenset[str]) -> float:
    """The angle between two sets of words, all of one weight."""
    return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0
