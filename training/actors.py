"""Who is who inside a report: the weights of `reading/kind_odds.py` and `reading/likeness.py`, from the corpus.

    python -m training.actors            train on corpus/train and write src/parley/reading/actors.json
    python -m training.actors --folds 4  cross-validate only, and print what it reaches

Both are linear: a softmax over the 22 kinds of actor, and one over the actors that a mention could be and "nobody yet".
Features are dropped at random while it learns, without which it learns the corpus by heart. The kinds that the second
learns from are told by models that have not seen the report. Needs numpy and pyyaml; seeded, so that the same corpus
and the same numpy give the same file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.load import Part, load
from corpus.standoff import Report as Gold
from parley.codebook.vocabularies import actor_kinds
from parley.reading import kind_odds
from parley.reading.clusters import Cluster
from parley.reading.joining import Stage, Weights, context, in_order, join, stage, tell_kinds
from parley.reading.likeness import fresh, link
from parley.reading.sieves import settle
from parley.record import Outlet, Report, Sentence

OUT = Path("src/parley/reading/actors.json")
CAUTION = 0.1
LEAST_SEEN, SLIGHT = 5, 0.1
SEED = 5
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """One mention to be decided: the features of each candidate (the last is somebody new), and which is right."""

    candidates: list[list[str]]
    right: int


@dataclass(slots=True)
class Packed:
    """The same in numbers: feature ids, the row that each belongs to, how many rows, which is right."""

    ids: NDArray[np.int64]
    rows: NDArray[np.int64]
    size: int
    right: int


def annotated(part: Part) -> list[Gold]:
    """The reports in which all mentions are annotated."""
    return [gold for gold in load(part) if not gold["open"]["sentences"]]


def report_of(gold: Gold) -> Report:
    """The report that an annotation is about."""
    outlet = Outlet(**{k: v for k, v in (gold["outlet"] or {}).items() if k in ("name", "site", "country", "kind")})
    return Report(gold["id"], gold["text"], gold["title"], outlet, dateline=gold["dateline"])


def staged(gold: Gold) -> tuple[Stage, list[str]]:
    """A report's mentions as the reader sees them, and whom each is annotated as."""
    report = report_of(gold)
    sentences = [Sentence(report.span(start, end), 0) for start, end in gold["sentences"]]
    whose = {tuple(mention["span"]): mention["actor"] for mention in gold["mentions"]}
    found = stage(report, sentences, list(whose))
    return found, [whose[here.start, here.end] for here in found.scene.occurrences]


def kind_examples(golds: Iterable[Gold]) -> tuple[list[list[str]], list[int]]:
    """The features of every mention and its actor's kind."""
    features, labels = [], []
    for gold in golds:
        found, whose = staged(gold)
        for here, actor in zip(found.scene.occurrences, whose, strict=True):
            if here.words.form != "pronoun":
                features.append(list(kind_odds.features(here)))
                labels.append(actor_kinds().index(gold["actors"][actor]["kind"]))
    return features, labels


def often(features: Iterable[Sequence[str]], least: int) -> dict[str, int]:
    """The features seen often enough, numbered in the order of the alphabet."""
    seen = Counter(feature for row in features for feature in row)
    return {feature: at for at, feature in enumerate(sorted(f for f, n in seen.items() if n >= least))}


def learn_kinds(golds: Sequence[Gold], epochs: int = 10, rate: float = 0.3, decay: float = 3.0) -> kind_odds.Weights:
    """Softmax regression by AdaGrad."""
    features, labels = kind_examples(golds)
    known = often(features, LEAST_SEEN)
    rows = [np.array([known[f] for f in row if f in known], dtype=np.int64) for row in features]
    weights = np.zeros((len(known), len(actor_kinds())))
    grown = np.full_like(weights, 1e-6)
    order = np.random.default_rng(SEED)
    for _ in range(epochs):
        for batch in np.array_split(order.permutation(len(rows)), max(1, len(rows) // 64)):
            scores = np.stack([weights[rows[i]].sum(0) for i in batch])
            errors = np.exp(scores - scores.max(1, keepdims=True))
            errors /= errors.sum(1, keepdims=True)
            errors[np.arange(len(batch)), [labels[i] for i in batch]] -= 1
            gradient = decay * weights * len(batch) / len(rows)
            for error, i in zip(errors, batch, strict=True):
                np.add.at(gradient, rows[i], error)
            grown += gradient**2
            weights -= rate * gradient / np.sqrt(grown)
    return {feature: weights[at].astype(np.float32) for feature, at in known.items()}


def choices(gold: Gold, kinds: kind_odds.Weights) -> Iterator[Choice]:
    """Every mention that the sieves leave open, with the actors as annotated before it."""
    found, whose = staged(gold)
    actors: dict[str, Cluster] = {}
    tell_kinds(found.scene, Weights(kinds, {}), {})
    for here in in_order(found):
        right = actors.get(whose[here.index])
        if settle(here, found.cast) is None:
            recent = found.cast.recent()
            around = context(here, found.cast, recent)
            rows = [list(link(here, actor, rank, around)) for rank, actor in enumerate(recent)]
            at = recent.index(right) if right else len(recent)
            yield Choice([*rows, list(fresh(here, around))], at)
        actors[whose[here.index]] = found.cast.put(here, right)


def parts(golds: Sequence[Gold], folds: int) -> list[list[Gold]]:
    """The reports in `folds` parts; neighbours in a series stay together, for they tell one story."""
    stories: dict[str, list[Gold]] = defaultdict(list)
    for gold in golds:
        series, _, number = gold["id"].rpartition("-")
        stories[f"{series} {int(number) // 8 if number.isdecimal() else number}"].append(gold)
    names = sorted(stories)
    random.Random(SEED).shuffle(names)
    return [[gold for name in names[at::folds] for gold in stories[name]] for at in range(folds)]


def unseen_choices(golds: Sequence[Gold], folds: int = 6) -> Iterator[Choice]:
    """The choices of each report, with kinds told by a model that has not seen it."""
    split = parts(golds, folds)
    for part in split:
        seen = {gold["id"] for gold in part}
        kinds = learn_kinds([gold for gold in golds if gold["id"] not in seen])
        for gold in part:
            yield from choices(gold, kinds)


def pack(choice: Choice, known: Mapping[str, int]) -> Packed:
    """One choice in numbers."""
    ids = [known[f] for row in choice.candidates for f in row if f in known]
    rows = [at for at, row in enumerate(choice.candidates) for f in row if f in known]
    return Packed(np.array(ids, dtype=np.int64), np.array(rows, dtype=np.int64), len(choice.candidates), choice.right)


def slope(batch: Sequence[Packed], weights: Floats, drop: float, chance: np.random.Generator) -> Floats:
    """The gradient of the loss of a batch, with features dropped at random."""
    ids, errors = [], []
    for choice in batch:
        keep = chance.random(len(choice.ids)) >= drop
        here, rows = choice.ids[keep], choice.rows[keep]
        scores = np.bincount(rows, weights[here], choice.size)
        error = np.exp(scores - scores.max())
        error /= error.sum()
        error[choice.right] -= 1
        ids.append(here)
        errors.append(error[rows])
    return np.bincount(np.concatenate(ids), np.concatenate(errors), len(weights)) / len(batch)


def learn_links(choices: Sequence[Choice], epochs: int = 10, rate: float = 0.01, drop: float = 0.4) -> dict[str, float]:
    """Softmax regression over candidates, by Adam."""
    known = often((row for choice in choices for row in choice.candidates), LEAST_SEEN)
    packed = [pack(choice, known) for choice in choices]
    weights = np.zeros(len(known))
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    chance, step = np.random.default_rng(SEED), 0
    for _ in range(epochs):
        for batch in np.array_split(chance.permutation(len(packed)), max(1, len(packed) // 32)):
            step += 1
            gradient = slope([packed[i] for i in batch], weights, drop, chance) + 1e-4 * weights
            mean = 0.9 * mean + 0.1 * gradient
            spread = 0.999 * spread + 0.001 * gradient**2
            weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return {feature: float(weights[at]) for feature, at in known.items()}


def learn(golds: Sequence[Gold]) -> Weights:
    """Both models."""
    return Weights(learn_kinds(golds), learn_links(list(unseen_choices(golds))), CAUTION)


def b_cubed(pairs: Iterable[tuple[Sequence[object], Sequence[object]]]) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent, over (as annotated, as found) for each report."""
    right, found, number = 0.0, 0.0, 0
    for gold, system in pairs:
        both, golds, systems = Counter(zip(gold, system, strict=True)), Counter(gold), Counter(system)
        right += sum(n * n / systems[s] for (_, s), n in both.items())
        found += sum(n * n / golds[g] for (g, _), n in both.items())
        number += len(gold)
    precision, recall = 100 * right / max(1, number), 100 * found / max(1, number)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def who_is_who(gold: Gold, weights: Weights) -> tuple[list[str], list[int]]:
    """Whom each mention is annotated as, and the actor that it is put to."""
    found, whose = staged(gold)
    tell_kinds(found.scene, weights, {})
    join(found, weights)
    return whose, [found.cast.of[here.index].id for here in found.scene.occurrences]


def cross_validate(golds: Sequence[Gold], folds: int) -> tuple[float, float, float]:
    """What is reached on reports that were not learned from."""
    pairs = []
    for part in parts(golds, folds):
        seen = {gold["id"] for gold in part}
        weights = learn([gold for gold in golds if gold["id"] not in seen])
        pairs += [who_is_who(gold, weights) for gold in part]
    return b_cubed(pairs)


def write(weights: Weights, golds: Sequence[Gold], out: Path) -> None:
    """The weights in hundredths and tenths, a feature a line; slight ones are left out."""
    text = json.dumps([gold["text"] for gold in golds], ensure_ascii=False)
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    head = [f'"corpus": "{digest}"', f'"caution": {weights.caution}']
    kinds = {
        f: np.rint(10 * row).astype(int).tolist() for f, row in weights.kinds.items() if np.abs(row).max() > 5 * SLIGHT
    }
    links = {f: round(100 * weight) for f, weight in weights.links.items() if abs(weight) > SLIGHT}
    lines = [
        f"{json.dumps(f, ensure_ascii=False)}:{json.dumps(row, separators=(',', ':'))}" for f, row in kinds.items()
    ]
    rows = [f"{json.dumps(f, ensure_ascii=False)}:{weight}" for f, weight in links.items()]
    body = [*head, '"kinds": {\n' + ",\n".join(lines) + "\n}", '"links": {\n' + ",\n".join(rows) + "\n}"]
    out.write_text("{" + ",\n".join(body) + "}\n", encoding="utf-8")


def main() -> None:
    """Train and write, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    args = parser.parse_args()
    golds = annotated("train")
    if args.folds:
        print("cross-validated B-cubed: P {:.1f} R {:.1f} F1 {:.1f}".format(*cross_validate(golds, args.folds)))
        return
    weights = learn(golds)
    write(weights, golds, OUT)
    for part in ("train", "dev"):
        figures = b_cubed(who_is_who(gold, weights) for gold in annotated(part))
        print(part, "B-cubed with the annotated mentions: P {:.1f} R {:.1f} F1 {:.1f}".format(*figures))


if __name__ == "__main__":
    main()
