"""Tune the weights that places are resolved by: python -m gazetteer_build.tuning.

On GeoVirus (CC BY) and on the countries of the places in corpus/train, by conditional logistic regression: a candidate
is right where it lies within 161 km of the gold place, or in its country. The weights are held near the ones that were
set by hand (HELD), since neither set is like the news of every country. No evaluation set is read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import geoparsing
from benchmarks.geoparsing import Article, Gold
from corpus.load import HERE, read_file
from corpus.problems import Problems
from parley.gazetteer import Candidate, shipped
from parley.reading import places
from parley.reading.places_groups import Stretch, grouped
from parley.reading.places_scores import FEATURES, features
from parley.record import Outlet, Report

Floats = npt.NDArray[np.float64]
Right = Callable[[Candidate], bool]
TARGET = Path(places.__file__).with_name("places.json")
HELD = 0.02
"""How strongly the weights are held near those set by hand, per case."""
STEPS, RATE = 400, 0.05
LATE = ("province", "near", "wide")
"""What is not known before the other places are guessed."""


@dataclass(frozen=True, slots=True)
class Case:
    """The candidates of one name: their features, and which are right."""

    found: Floats
    right: npt.NDArray[np.bool_]


def main() -> None:
    """The command."""
    by_hand = places.by_hand()
    cases = [case for part in (_virus(), _corpus()) for case in part]
    early = [Case(np.where(np.isin(FEATURES, LATE), 0, case.found), case.right) for case in cases]
    prior, weights = fitted(early, by_hand.prior), fitted(cases, by_hand.weights)
    for name, kept in (("by hand", by_hand.weights), ("tuned", weights)):
        print(f"{name}: {accuracy(cases, kept):.1f} % of {len(cases)} cases")
    old = json.loads(TARGET.read_text("utf-8"))
    new = {"by hand": old["by hand"], "nothing": old["nothing"], "prior": _named(prior), "weights": _named(weights)}
    TARGET.write_text(json.dumps(new, indent=1) + "\n", "utf-8")


def _named(weights: Floats) -> dict[str, float]:
    return {name: round(float(weight), 3) for name, weight in zip(FEATURES, weights, strict=True)}


def fitted(cases: Sequence[Case], start: Floats) -> Floats:
    """The likeliest weights near `start` (Adam on the whole data)."""
    found = np.concatenate([case.found for case in cases])
    right = np.concatenate([case.right for case in cases])
    starts = np.cumsum([0, *[len(case.found) for case in cases]])[:-1]
    of = np.repeat(np.arange(len(cases)), [len(case.found) for case in cases])
    weights, first, second = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, STEPS + 1):
        scores = found @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        chance = raised / np.add.reduceat(raised, starts)[of]
        chosen = raised * right
        given = chosen / np.add.reduceat(chosen, starts)[of]
        slope = found.T @ (chance - given) / len(cases) + HELD * (weights - start)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def accuracy(cases: Sequence[Case], weights: Floats) -> float:
    """In per cent, of the likeliest candidates."""
    return 100 * float(np.mean([case.right[int(np.argmax(case.found @ weights))] for case in cases]))


def _virus() -> Iterator[Case]:
    for article in geoparsing.read("GeoVirus"):
        gold = {one.stretch: one for one in article.gold}
        yield from _cases(article, {stretch: _reaching(one) for stretch, one in gold.items()})


def _corpus() -> Iterator[Case]:
    for path in sorted((HERE / "train").glob("*.yaml")):
        for report in read_file(path, Problems()):
            outlet = report["outlet"] or {}
            named = Report(report["id"], report["text"], report["title"], Outlet(country=outlet.get("country")))
            judges: dict[Stretch, Right] = {}
            for name, country in report["places"].items():
                at = report["text"].find(name)
                if country and at >= 0 and name[0].isupper():
                    judges[at, at + len(name)] = _in(country)
            yield from _cases(Article(named, ()), judges)


def _reaching(gold: Gold) -> Right:
    return lambda found: geoparsing.reaches(found, gold)


def _in(country: str) -> Right:
    return lambda found: found.entry.countries == (country,)


def _cases(article: Article, judges: dict[Stretch, Right]) -> Iterator[Case]:
    """The cases of a report in which something can be wrong and something right."""
    groups = grouped(article.report.text, judges, shipped())
    if not groups:
        return
    found, table = features(groups, places.scene_of(article.report), places.by_hand().prior)
    for number, group in enumerate(groups):
        start, rows = int(table.starts[number]), table.lists[number]
        right = np.array([judges[group.stretches[0]](row) for row in rows])
        if right.any() and not right.all():
            yield Case(found[start : start + len(rows)], right)


if __name__ == "__main__":
    main()
