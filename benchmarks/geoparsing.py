"""Where the places of others' annotated news lie: accuracy within 161 km (100 miles) with gold spans.

docs/gazetteer.md writes the protocol down; it is the same for all four sets."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote

from benchmarks.places import SHARED
from benchmarks.tally import Row
from parley.gazetteer import Candidate, Gazetteer, shipped
from parley.gazetteer.distance import Point, kilometres
from parley.reading.places import scene_of, settings
from parley.reading.places_groups import Stretch, grouped
from parley.reading.places_scores import Scored, Settings, scored
from parley.record import Outlet, Report

FOLDER = SHARED / "data" / "geoparsing"
NEAR = 161.0
"""Kilometres, 100 miles: the distance that toponym resolution is commonly measured by."""
FILES = {"GeoVirus": "GeoVirus.xml", "LGL": "lgl.xml", "TR-News": "TR-News.xml", "GeoWebNews": "GWN.xml"}


def files() -> list[Path]:
    """The files of all four sets."""
    return [FOLDER / name for name in FILES.values()]


@dataclass(frozen=True, slots=True)
class Gold:
    """A place as annotated: `id` is its GeoNames id where there is one, `name` the name of what is meant."""

    stretch: Stretch
    id: str | None
    name: str
    point: Point


@dataclass(frozen=True, slots=True)
class Article:
    """A report with its gold places."""

    report: Report
    gold: tuple[Gold, ...]


def read(name: str, folder: Path = FOLDER) -> list[Article]:
    """One of the four sets; the pieces of one GeoVirus article are one report."""
    articles = ET.parse(folder / FILES[name]).getroot().iterfind("article")
    if name == "GeoVirus":
        whole = (list(pieces) for _, pieces in groupby(articles, lambda piece: piece.findtext("source", "")))
        return [_joined(number, pieces) for number, pieces in enumerate(whole)]
    places = _web_places if name == "GeoWebNews" else _tagged_places
    return [_article(number, article, places(article)) for number, article in enumerate(articles)]


def _article(number: int, article: ET.Element, gold: Iterable[Gold]) -> Article:
    site = article.findtext("domain") or article.findtext("link")
    text = article.findtext("text", "")
    return Article(Report(str(number), text, article.findtext("title"), Outlet(site=site)), tuple(gold))


def _joined(number: int, pieces: list[ET.Element]) -> Article:
    text, gold = "", []
    for piece in pieces:
        gold += [_at(place, len(text)) for place in piece.iterfind("locations/location")]
        text += piece.findtext("text", "") + "\n\n"
    return Article(Report(str(number), text), tuple(gold))


def _at(place: ET.Element, shift: int) -> Gold:
    page = unquote(place.findtext("page", "").rpartition("/")[2]).replace("_", " ")
    start = shift + int(place.findtext("start", "")) - 1  # counts from 1
    end = start + len(place.findtext("name", ""))
    return Gold((start, end), None, page.partition(",")[0].partition(" (")[0], _point(place, "lat", "lon"))


def _point(place: ET.Element, latitude: str, longitude: str) -> Point:
    return float(place.findtext(latitude, "")), float(place.findtext(longitude, ""))


def _tagged_places(article: ET.Element) -> Iterator[Gold]:
    for place in article.iterfind("toponyms/toponym"):
        tag = place.find("gaztag")
        if tag is not None:
            stretch = _stretch(article.findtext("text", ""), place, "phrase")
            yield Gold(stretch, tag.get("geonameid"), tag.findtext("name", ""), _point(tag, "lat", "lon"))


def _web_places(article: ET.Element) -> Iterator[Gold]:
    for place in article.iterfind("toponyms/toponym"):
        number = place.findtext("geonamesID") or ""
        if number.isdigit():
            stretch = _stretch(article.findtext("text", ""), place, "extractedName")
            yield Gold(stretch, number, place.findtext("normalisedName", ""), _point(place, "latitude", "longitude"))


def _stretch(text: str, place: ET.Element, field: str) -> Stretch:
    """Where the name stands: at its offsets, or where these are off, at the nearest place that has its words."""
    words, start = place.findtext(field, ""), int(place.findtext("start", ""))
    starts = [hit.start() for hit in re.finditer(re.escape(words), text)]
    start = min(starts, key=lambda at: abs(at - start), default=start)
    return start, start + len(words)


def held(gold: Gold, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer has the place: by its id, or under its own name within reach."""
    if gold.id and gazetteer.numbered(gold.id):
        return True
    return any(reaches(one, gold) for one in gazetteer.find(gold.name))


def reaches(found: Candidate, gold: Gold) -> bool:
    """Whether a candidate is the gold place or lies within 161 km of it."""
    entry = found.entry
    return entry.id == gold.id or kilometres((entry.latitude, entry.longitude), gold.point) <= NEAR


def resolve(article: Article, gazetteer: Gazetteer, using: Settings) -> dict[Stretch, Scored]:
    """What is made of each gold span."""
    groups = grouped(article.report.text, [gold.stretch for gold in article.gold], gazetteer)
    found = scored(groups, scene_of(article.report, gazetteer=gazetteer), using)
    return {stretch: one for one in found for stretch in one.group.stretches}


def score(articles: Iterable[Article], gazetteer: Gazetteer | None = None) -> dict[str, Row]:
    """Accuracy over the gold places that the gazetteer holds, over all, and how many it holds, in per cent."""
    gazetteer = gazetteer or shipped()
    every = in_reach = right = right_held = 0
    for article in articles:
        found = resolve(article, gazetteer, settings())
        for gold in article.gold:
            best = found.get(gold.stretch)
            hit = bool(best and reaches(best.chances[0][0], gold))
            has = held(gold, gazetteer)
            every, right, in_reach, right_held = every + 1, right + hit, in_reach + has, right_held + (hit and has)
    return {
        "held": {"accuracy": round(100 * right_held / in_reach, 1), "of": in_reach},
        "all": {"accuracy": round(100 * right / every, 1), "of": every},
        "coverage": {"accuracy": round(100 * in_reach / every, 1), "of": every},
    }
