"""How likely each candidate of each name is, weighed together over a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice

import numpy as np
import numpy.typing as npt

from parley.gazetteer.entry import KINDS, WAYS, Candidate, Entry, Kind
from parley.gazetteer.folding import fold
from parley.reading.places_groups import MOST, Group

__all__ = ["FEATURES", "Scene", "Scored", "Settings", "features", "scored"]

Floats = npt.NDArray[np.float64]
NEAR, WIDE = 60.0, 400.0
"""Kilometres over which the presence of another place fades."""
INSIDE = 80.0
"""Kilometres within which something may be said to lie in a town or district."""
RADIUS = 6371.0
PEOPLE: Mapping[Kind, float] = {
    "place": 500, "capital": 1e5, "site": 2e4, "area": 2e4, "district": 5e3, "unplaced": 2e3, "province": 2e5,
    "region": 1e6, "line": 3e5, "country": 1e6, "sea": 3e6, "continent": 1e8,
}  # fmt: skip
"""What stands for the population of a place that has none, so that well-known seas are not taken for small."""
TWINS = 100.0
"""Kilometres within which a town and the division of its name are one place to most readers: the town is meant."""

FEATURES = (
    "people", "peopled", "most peopled", *(f"kind {kind}" for kind in KINDS), *(f"way {way}" for way in WAYS),
    "country", "country named", "outlet", "province", "near", "wide", "held", "not held", "kind fits", "kind does not",
    "named for a town", "by hand", "own",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of a report before its places are: how much speaks for each country, and where it was published.

    `words` gives for the key of a word the country that it speaks for and how much: no name speaks for itself.
    """

    countries: Mapping[str, float]
    outlet: str | None = None
    words: Mapping[str, tuple[str, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """The weights of the features: `prior` before the other places of the report are known, `weights` with them.

    `nothing` is the score of what the gazetteer lacks: the name may be of none of its places.
    """

    prior: Floats
    weights: Floats
    nothing: float


@dataclass(frozen=True, slots=True)
class Scored:
    """A group with the probability of each of its candidates, the likeliest first; what lacks to 1 is that of none."""

    group: Group
    chances: tuple[tuple[Candidate, float], ...]


class _Table:
    """All candidates of all groups, one below the other."""

    def __init__(self, groups: Sequence[Group], scene: Scene) -> None:
        self.groups, self.scene = groups, scene
        self.lists = [_cut(group.candidates, scene) for group in groups]
        self.rows = [one for found in self.lists for one in found]
        self.starts = np.array([0, *accumulate(map(len, self.lists))][:-1], dtype=np.int64)
        self.of = np.repeat(np.arange(len(groups)), [len(found) for found in self.lists])
        angles = np.radians(np.array([(r.entry.latitude, r.entry.longitude) for r in self.rows]))
        flat = np.cos(angles[:, 0])
        self.points = np.stack([flat * np.cos(angles[:, 1]), flat * np.sin(angles[:, 1]), np.sin(angles[:, 0])], 1)

    def shares(self, scores: Floats, nothing: float = -np.inf) -> Floats:
        """The probability of each candidate among those of its group and, with the score `nothing`, none of them."""
        most = np.maximum(np.maximum.reduceat(scores, self.starts), nothing)
        raised = np.exp(scores - most[self.of])
        return np.asarray(raised / (np.add.reduceat(raised, self.starts) + np.exp(nothing - most))[self.of])


def _cut(found: tuple[Candidate, ...], scene: Scene) -> tuple[Candidate, ...]:
    if len(found) <= MOST:
        return found
    here = (one for one in found[MOST:] if any(scene.countries.get(code, 0) > 1 for code in one.entry.countries))
    return (*found[:MOST], *islice(here, MOST))


def features(groups: Sequence[Group], scene: Scene, prior: Floats) -> tuple[Floats, _Table]:
    """For each candidate what speaks for it; `prior` are the weights by which the others' places are guessed first."""
    table = _Table(groups, scene)
    found = np.zeros((len(table.rows), len(FEATURES)))
    column = {name: number for number, name in enumerate(FEATURES)}
    _alone(table, found, column)
    _regions(table, found, column, np.zeros(len(table.rows)))
    first = table.shares(found @ prior)
    _together(table, found, column, first)
    return found, table


def _alone(table: _Table, found: Floats, column: Mapping[str, int]) -> None:
    """What can be said of a candidate by itself and by the words beside the name."""
    people = np.array([row.entry.population or PEOPLE[row.entry.kind] for row in table.rows], dtype=np.float64)
    found[:, column["people"]] = np.log10(people + 100) - 2
    found[:, column["peopled"]] = [row.entry.population > 0 for row in table.rows]
    found[:, column["most peopled"]] = people >= np.maximum.reduceat(people, table.starts)[table.of]
    for number, row in enumerate(table.rows):
        entry, group = row.entry, table.groups[table.of[number]]
        found[number, column[f"kind {entry.kind}"]] = 1
        found[number, column[f"way {row.way}"]] = 1
        found[number, column["own"]] = row.own
        found[number, column["by hand"]] = not entry.id.isdigit()
        if table.scene.outlet in entry.countries:
            found[number, column["outlet"]] = 1
        if group.holders:
            held = sum(any(_holds(holder.entry, entry) for holder in holders) for holders in group.holders)
            found[number, column["held" if held else "not held"]] = 1
        divided = entry.kind in ("province", "district", "unplaced") and entry.kind not in group.kinds
        if divided and _has_town(entry, table.lists[table.of[number]]):
            found[number, column["named for a town"]] = 1
        if group.kinds:
            found[number, column["kind fits" if entry.kind in group.kinds else "kind does not"]] = 1


def _has_town(division: Entry, candidates: Sequence[Candidate]) -> bool:
    """Whether there is a town of the same name in a division, or beside its middle."""
    return any(
        one.way in ("name", "known")
        and one.entry.kind in ("place", "capital")
        and one.entry.province == division.province
        and (one.entry.population > 5000 or division.kind != "province")
        and _apart(one.entry, division) < TWINS
        for one in candidates
    )


def _apart(one: Entry, other: Entry) -> float:
    """Roughly how many kilometres two entries are apart."""
    north, east = abs(one.latitude - other.latitude), abs(one.longitude - other.longitude)
    return float(np.hypot(north, east * np.cos(np.radians(one.latitude))) * 111)


def _holds(holder: Entry, held: Entry) -> bool:
    """Whether one place may be said to lie in the other."""
    if holder.id == held.id:
        return False
    if holder.kind == "country":
        return holder.countries[0] in held.countries
    if holder.kind == "province":
        return holder.province == held.province
    shared = set(holder.countries) & set(held.countries)
    if not shared or holder.kind in ("continent", "sea"):
        return False
    reach = 600 if holder.kind in ("region", "line") else INSIDE
    return _apart(holder, held) <= reach


def _together(table: _Table, found: Floats, column: Mapping[str, int], first: Floats) -> None:
    """What the report's other places and countries say."""
    times = np.array([min(3.0, len(group.stretches)) ** 0.5 for group in table.groups])
    weight = first * times[table.of]
    distance = RADIUS * np.arccos(np.clip(table.points @ table.points.T, -1, 1))
    others = weight * (table.of[:, None] != table.of[None, :])
    pointed = np.array([row.entry.kind not in ("country", "continent", "sea") for row in table.rows])
    for name, reach in (("near", NEAR), ("wide", WIDE)):
        found[:, column[name]] = np.log1p((np.exp(-distance / reach) * others) @ pointed)
    _regions(table, found, column, weight)


def _regions(table: _Table, found: Floats, column: Mapping[str, int], weight: Floats) -> None:
    """How much of the rest of the report lies in the candidate's country and province."""
    countries = defaultdict(float, table.scene.countries)
    provinces: dict[str, float] = defaultdict(float)
    own: dict[tuple[int, str], float] = defaultdict(float)
    for number, row in enumerate(table.rows):
        group, share = int(table.of[number]), float(weight[number])
        for code in row.entry.countries[:2]:
            countries[code] += share
            own[group, code] += share
        if row.entry.province:
            provinces[row.entry.province] += share
            own[group, row.entry.province] += share
    for number, group_ in enumerate(table.groups):
        code, said = table.scene.words.get(fold(group_.name), ("", 0.0))
        own[number, code] += said
    every, all_provinces = sum(countries.values()) or 1.0, sum(provinces.values()) or 1.0
    for number, row in enumerate(table.rows):
        group = int(table.of[number])
        for code in row.entry.countries[:1]:
            rest = countries[code] - own[group, code]
            found[number, column["country"]] = max(0.0, rest) / every
            found[number, column["country named"]] = min(1.0, max(0.0, rest))
        if row.entry.province:
            rest = provinces[row.entry.province] - own[group, row.entry.province]
            found[number, column["province"]] = max(0.0, rest) / all_provinces


def scored(groups: Sequence[Group], scene: Scene, using: Settings) -> list[Scored]:
    """The groups with the probabilities of their candidates."""
    if not groups:
        return []
    found, table = features(groups, scene, using.prior)
    chances = table.shares(found @ using.weights, using.nothing)
    out = []
    for number, group in enumerate(groups):
        start = int(table.starts[number])
        pairs = zip(table.lists[number], chances[start : start + len(table.lists[number])].tolist(), strict=True)
        out.append(Scored(group, tuple(sorted(pairs, key=lambda pair: -pair[1]))))
    return out
