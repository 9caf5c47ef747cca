"""What is measured, on which data, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import date_specs, geoparsing, places, plv, polnear, registry, score, timex
from benchmarks.coder import coder
from benchmarks.links import ecb, ecb_texts, measuring
from benchmarks.readings import read_all, shipped
from benchmarks.tally import Row
from benchmarks.timeml import tag
from corpus import reports
from corpus.problems import Problems


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures on one set of data; `data` is the SHA-256 of its files."""

    name: str
    data: str
    rows: Mapping[str, Row]
    by_type: Mapping[str, Row] = field(default_factory=dict)


def headline(row: Row) -> float:
    """The one figure of a row: its F1, or its accuracy."""
    return row["f1"] if "f1" in row else row["accuracy"]


def dev() -> Measured:
    """The corpus' own dev reports."""
    return _annotated("dev", places.DEV)


def real() -> Measured:
    """Real texts of others, mostly press releases."""
    return _annotated("real", places.real_reports())


def registry_ids() -> Measured:
    """Who the actors of the linked reports are in the registry."""
    return Measured("registry", places.digest(registry.files()), registry.measure())


def linked() -> Measured:
    """The record of the linked reports, from raw text; the shipped reader was trained on these very reports."""
    return Measured("links", places.digest(registry.files()), measuring.rows(measuring.shipped_readings()))


def linked_annotated() -> Measured:
    """The record of the linked reports as people read them: what is wrong here is linking's own fault."""
    return Measured("links-annotated", places.digest(registry.files()), measuring.rows(measuring.annotated_readings()))


def ecb_plus() -> Measured:
    """Event coreference on the test topics of ECB+, with annotated mentions."""
    rows = ecb.rows(ecb_texts.texts(ecb.FOLDER, ecb_texts.TEST))
    return Measured("ecb+", places.digest(ecb_texts.files(ecb.FOLDER, ecb_texts.TEST)), rows)


def plv_as_shipped() -> Measured:
    """Root codes of marked pairs; the committed weights saw none of these."""
    path = places.plv_test()
    row = plv.score(plv.read_rows(path), coder(shipped()))
    return Measured("plv", places.digest([path]), {"root": row})


def polnear_as_shipped() -> Measured:
    """Attribution end to end; the committed weights saw none of these."""
    paths = places.polnear_test()
    articles = [polnear.read_article(path) for path in paths]
    rows = polnear.score(articles, read_all(polnear.as_reports(articles)))
    return Measured("polnear", places.digest([*paths, *map(places.polnear_text, paths)]), rows)


def _annotated(name: str, paths: list[Path] | tuple[Path, ...]) -> Measured:
    problems = Problems()
    gold = [report for path in paths for report in reports.read_file(path, problems)]
    scores = score.score(gold, read_all(gold))
    return Measured(name, places.digest(paths), scores.rows(), scores.by_type())


def tempeval() -> Measured:
    """Time expressions of TempEval-3's platinum texts, by rules alone."""
    paths = places.tempeval()
    return Measured("tempeval", places.digest(paths), timex.score(list(map(timex.read_timeml, paths)), tag))


def wikiwars() -> Measured:
    """Time expressions of the test part of WikiWars, by rules alone."""
    paths = [path for path in places.wikiwars() if path.name >= timex.TEST_FROM]
    return Measured("wikiwars", places.digest(paths), timex.score(list(map(timex.read_wikiwars, paths)), tag))


def specified_dates() -> Measured:
    """Values of date expressions as Recognizers-Text specifies them."""
    folder = places.date_specs()
    paths = [folder / f"{name}.json" for name in date_specs.FILES]
    return Measured("date-specs", places.digest(paths), date_specs.score(list(date_specs.read(folder))))


def toponyms() -> Measured:
    """Where the places of others' news lie, with gold spans."""
    rows = {
        f"{name}: {figure}": row
        for name in geoparsing.FILES
        for figure, row in geoparsing.score(geoparsing.read(name)).items()
    }
    return Measured("places", places.digest(geoparsing.files()), rows)


MEASURES: Mapping[str, Callable[[], Measured]] = {
    "dev": dev,
    "registry": registry_ids,
    "links": linked,
    "links-annotated": linked_annotated,
    "ecb+": ecb_plus,
    "real": real,
    "plv": plv_as_shipped,
    "polnear": polnear_as_shipped,
    "places": toponyms,
    "tempeval": tempeval,
    "wikiwars": wikiwars,
    "date-specs": specified_dates,
}
OURS = frozenset({"dev", "registry", "links", "links-annotated"})
"""Measures on data that the project contains."""


def available() -> list[str]:
    """The measures whose data are there."""
    return [name for name in MEASURES if name in OURS or places.SHARED.exists()]
