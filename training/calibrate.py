"""Set how sure the model must be, on dev, and write it beside the weights.

    python -m training.calibrate FOLDER

Takes one setting after the other and keeps the value that gives the best mean of the figures that users feel; settings
that decide what the others see come first. A value must gain LEAST over what was there to replace it: dev is small.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from benchmarks.readings import as_report
from benchmarks.score import score
from corpus.load import load
from corpus.standoff import Report
from parley.encoder.session import Encoder, Signals
from parley.encoder.words import Words
from parley.exports.jsonl import to_dict
from parley.pipeline import Pipeline
from parley.reading.settings import Settings
from parley.record import Reading

FIGURES = (
    "mentions", "statements@0.5", "events", "events typed", "actors", "recipients", "talks", "aspect", "content",
    "condition", "place", "when", "killed",
)  # fmt: skip
STEPS = (-0.2, -0.1, -0.05, 0.05, 0.1, 0.2)
LEAST = 0.1


class Remembering(Encoder):
    """A model that encodes each text once, however often it is asked: settings change only what comes after."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._known: dict[str, Signals] = {}

    def encode(self, words: Words) -> Signals:
        """The signals of a text, from memory where it was seen before."""
        if words.text not in self._known:
            self._known[words.text] = super().encode(words)
        return self._known[words.text]


def figure(model: Encoder, settings: Settings, gold: Sequence[Report]) -> float:
    """The mean of FIGURES on annotated reports, in points of F1."""
    readings = [r for r in Pipeline(model, settings).read_many(map(as_report, gold)) if isinstance(r, Reading)]
    rows = score(gold, [to_dict(reading) for reading in readings]).rows()  # type: ignore[misc]
    return sum(float(rows[name]["f1"]) for name in FIGURES) / len(FIGURES)


def calibrate(model: Encoder, gold: Sequence[Report], settings: Settings) -> Settings:
    """Settings no worse than those given."""
    best = figure(model, settings, gold)
    for name in asdict(settings):
        for step in STEPS:
            value = round(getattr(settings, name) + step, 3)
            tried = replace(settings, **{name: value})
            found = figure(model, tried, gold)
            if found > best + LEAST:
                best, kept = found, tried
                sys.stdout.write(f"{name} {value}: {best:.2f}\n")
                sys.stdout.flush()
                settings = kept
    return settings


def main(folder: Path) -> None:
    """Calibrate the model in a folder, in place."""
    model = Remembering(folder)
    settings = calibrate(model, load("dev"), Settings.of(model.settings))
    told = {**model.settings, **asdict(settings)}
    (folder / "model.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
