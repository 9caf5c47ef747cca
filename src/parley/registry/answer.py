"""Who is asked for, who may be meant, and how one of them is settled on: only ever by a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.record import Candidate
from parley.registry.entry import PERSONAL, Entry, Tenure
from parley.registry.roles import role, roles

__all__ = ["LATEST", "Answer", "Asked", "Hit", "holding", "settle"]

LATEST = "2025-12-31"
"""The day asked about where none is given: the last that our own files tell of."""
APART = frozenset({"state", "media"})
"""Kinds that are taken for no other: a paper's acronym is not a party's."""
WORLDWIDE = frozenset({"state", "igo"})
"""Kinds whose names nobody needs to be told the country of."""
MOST = 6
"""Candidates that are kept."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A name or description, and what else is known of whom it means; `on` is an ISO day.

    `kind` is one of codebook `actor_kinds`, `country` ISO 3166 alpha-3, `place` true where something happens there,
    `whole` where only a whole name counts.
    """

    words: str
    kind: str | None = None
    country: str | None = None
    office: str | None = None
    on: str | None = None
    place: bool = False
    whole: bool = False

    @property
    def day(self) -> str:
        """The day asked about."""
        return self.on or LATEST


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that may be meant, how it was come by, and how many points must speak for it before it is settled on.

    Points come from the country (2), from an office held on the day (2, or 4 for the one asked for) or perhaps still
    held (1), and from being known worldwide (1): "UN" means a party only where the country or kind says so.
    """

    entry: Entry
    how: str
    needs: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Who it is, or None; all who may be meant, with reasons; and whose side an unnamed body is on."""

    entry: Entry | None = None
    candidates: tuple[Candidate, ...] = ()
    side: Entry | None = None

    def __bool__(self) -> bool:
        return self.entry is not None


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A hit with what speaks for it; `against` is why it cannot be meant."""

    hit: Hit
    points: int
    reasons: tuple[str, ...]
    against: str | None = None

    @property
    def candidate(self) -> Candidate:
        """The hit as it is shown."""
        said = (self.hit.how, *self.reasons, *((f"but {self.against}",) if self.against else ()))
        return Candidate(self.hit.entry.id, self.hit.entry.name, ", ".join(said))


def settle(hits: Iterable[Hit], asked: Asked) -> Answer:
    """The one for whom most speaks; nobody where two are alike, or where nothing confirms an unsure hit."""
    found = sorted((_weigh(hit, asked) for hit in _each_once(hits)), key=lambda one: (bool(one.against), -one.points))
    possible = [one for one in found if not one.against and one.points >= one.hit.needs]
    if possible and (len(possible) == 1 or possible[0].points > possible[1].points):
        return Answer(possible[0].hit.entry, (possible[0].candidate,))
    return Answer(None, tuple(one.candidate for one in found[:MOST]))


def _each_once(hits: Iterable[Hit]) -> list[Hit]:
    return list({hit.entry.id: hit for hit in reversed(list(hits))}.values())[::-1]


def _weigh(hit: Hit, asked: Asked) -> _Weighed:
    entry = hit.entry
    against = _against(entry, asked)
    points, reasons = 0, []
    if asked.country and entry.country == asked.country:
        points += 2
        reasons.append(f"of {asked.country}")
    points += entry.kind in WORLDWIDE
    if entry.personal:
        held = holding(entry, asked)
        points += held[0]
        reasons += held[1]
    return _Weighed(hit, points, tuple(reasons), against)


def _against(entry: Entry, asked: Asked) -> str | None:
    """What rules an entry out."""
    if asked.country and entry.country and entry.country != asked.country:
        return f"of {entry.country}, not {asked.country}"
    if asked.kind and entry.personal != (asked.kind in PERSONAL):
        return f"a {entry.kind.replace('_', ' ')}, not a {asked.kind.replace('_', ' ')}"
    if asked.kind in APART and entry.kind != asked.kind:
        return f"a {entry.kind.replace('_', ' ')}, not a {asked.kind}"
    return None


def holding(entry: Entry, asked: Asked) -> tuple[int, list[str]]:
    """What an entry's offices say for it: 4 for the office asked for on the day, 2 for any office then."""
    wanted = role(asked.office) if asked.office else ""
    named = [tenure for tenure in entry.offices if wanted and wanted in roles(tenure.title)]
    now = [tenure for tenure in named if tenure.covers(asked.day)]
    if now:
        return 4, [told(now[0], asked.day)]
    held = entry.held(asked.day)
    if held:
        return 2, [told(held[0], asked.day)]
    if named:
        return 2, [told(named[0], asked.day)]
    last = max(entry.offices, key=lambda tenure: tenure.until or tenure.seen or tenure.since or "", default=None)
    if last is None:
        return 0, []
    return int(last.since is not None and last.may_cover(asked.day)), [told(last, asked.day)]


def told(tenure: Tenure, day: str) -> str:
    """An office and its days, as seen from a day."""
    since = f" since {tenure.since}" if tenure.since else ""
    if tenure.is_over(day):
        days = f"({tenure.since} to {tenure.until})" if tenure.since else f"until {tenure.until}"
        return f"former {tenure.title} {days}"
    if tenure.since and tenure.since > day:
        return f"later {tenure.title}, from {tenure.since}"
    if tenure.covers(day):
        return f"{tenure.title}{since}{f' until {tenure.until}' if tenure.until else ''}"
    return f"{tenure.title}{since}, last seen so on {tenure.seen}" if tenure.seen else f"{tenure.title}{since}"
