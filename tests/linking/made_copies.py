"""Near-copies made by rule: what desks do to a text before they print it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from benchmarks.readings import as_report
from corpus.load import load
from parley.reading.sentences import sentences
from parley.record import Outlet, Reading, Report

Edit = Callable[[list[str], random.Random], list[str]]

PAIRS = (
    ("said", "stated"), ("killed", "slain"), ("also", "too"), ("more than", "over"), ("talks", "negotiations"),
    ("a number of", "several"), ("on Monday", "Monday"), ("has", "had"), ("have", "had"), ("officials", "authorities"),
    ("near", "close to"), ("government", "administration"), ("told", "informed"), ("because", "as"),
)  # fmt: skip
"""What a desk puts for what."""


def originals(sets: tuple[str, ...] = ("fic-", "tlk-", "dip-")) -> list[Reading]:
    """Annotated reports of other sets than the linked ones, cut into sentences."""
    return [of(as_report(report)) for report in load("train", sets=sets) if len(report["text"]) > 900]


def of(report: Report) -> Reading:
    """A reading with nothing but sentences."""
    return Reading(report, sentences(report))


def edited(reading: Reading, edit: Edit, name: str, seed: int) -> Reading:
    """A copy under another id, outlet and headline."""
    parts = [part for part in reading.report.text.split("\n\n") if part.strip()]
    text = "\n\n".join(edit(parts, random.Random(seed)))
    outlet = Outlet(f"{name} {seed}", None, None, "newspaper")
    report = Report(f"{reading.report.id}~{name}", text, f"{name}: other words", outlet, reading.report.published)
    return of(replace(report))


def cut(parts: list[str], _: random.Random) -> list[str]:
    """The last paragraphs fall away: the oldest way of fitting a text in."""
    return parts[: max(2, len(parts) * 2 // 5)]


def thinned(parts: list[str], chance: random.Random) -> list[str]:
    """Paragraphs fall away in the middle."""
    kept = [part for part in parts[1:] if chance.random() < 0.6]
    return [parts[0], *(kept or parts[1:2])]


def swapped(parts: list[str], chance: random.Random) -> list[str]:
    """Another order, with another lead."""
    mixed = parts[:]
    chance.shuffle(mixed)
    return mixed


def merged(parts: list[str], _: random.Random) -> list[str]:
    """Two paragraphs each become one."""
    return [" ".join(parts[at : at + 2]) for at in range(0, len(parts), 2)]


def reworded(parts: list[str], chance: random.Random) -> list[str]:
    """Words for words, and one in twenty falls away."""
    text = "\n\n".join(parts)
    for old, new in PAIRS:
        text = re.sub(rf"\b{old}\b", new, text)
    return [" ".join(w for w in part.split(" ") if chance.random() > 0.05) for part in text.split("\n\n")]


def worked_over(parts: list[str], chance: random.Random) -> list[str]:
    """All of it, and a paragraph of the desk's own on top."""
    own = "Our readers have followed the matter for weeks, and many wrote in to ask what it means for prices at home."
    return [own, *merged(reworded(thinned(parts, chance), chance), chance)]


EDITS: Mapping[str, Edit] = {edit.__name__: edit for edit in (cut, thinned, swapped, merged, reworded, worked_over)}
