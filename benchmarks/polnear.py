"""Attribution in political news: PolNeAR's test split, as shipped (nothing was trained on it).

The protocol: every statement that is found and every annotated attribution is one set of characters, its content. They
are paired one to one, best overlap (Jaccard of characters) first; one of at least 0.3, or 0.8, is a hit. Attributions
without a content are left out. Nobody's source or cue is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pairing import characters, jaccard, pair
from benchmarks.places import polnear_text
from benchmarks.tally import Row, Tally
from corpus.standoff import Offsets, Report, bare

LEAST = (0.3, 0.8)
_SPAN = re.compile(r"(?P<name>T\d+)\tContent (?P<offsets>[\d ;]+)\t")
_ATTRIBUTION = re.compile(r"E\d+\tAttribution[\w-]*:T\d+(?P<parts>.*)")
_CONTENT = re.compile(r"Content\d*:(T\d+)")


@dataclass(frozen=True, slots=True)
class Article:
    """A text and the contents of its attributions."""

    id: str
    text: str
    contents: tuple[tuple[tuple[int, int], ...], ...]


def read_article(annotation: Path) -> Article:
    """One article with the attributions of one annotator."""
    spans: dict[str, tuple[tuple[int, int], ...]] = {}
    contents = []
    for line in annotation.read_text("utf-8").splitlines():
        if span := _SPAN.match(line):
            spans[span["name"]] = tuple(_pieces(span["offsets"]))
        elif attribution := _ATTRIBUTION.match(line):
            named = _CONTENT.findall(attribution["parts"])
            contents.append(tuple(piece for name in named for piece in spans.get(name, ())))
    text = polnear_text(annotation).read_text("utf-8")
    return Article(annotation.stem, text, tuple(content for content in contents if content))


def _pieces(offsets: str) -> Iterable[tuple[int, int]]:
    for piece in offsets.split(";"):
        start, end = piece.split()
        yield int(start), int(end)


def as_reports(articles: Iterable[Article]) -> list[Report]:
    """The articles, to be read."""
    return [bare(article.id, article.text, "newspaper") for article in articles]


def score(articles: Sequence[Article], readings: Iterable[Report]) -> dict[str, Row]:
    """Precision, recall and F1 of the contents, by least overlap."""
    found: dict[str, list[list[Offsets]]] = {
        reading["id"]: [said["content"] for said in reading["statements"]] for reading in readings
    }
    tally = Tally()
    for article in articles:
        gold = [characters(content) for content in article.contents]
        system = [characters(content) for content in found.get(article.id, [])]
        for least in LEAST:
            tally.add(f"content@{least}", len(pair(gold, system, jaccard, least)), len(gold), len(system))
    return {name: tally.row(name) for name in tally.gold}
