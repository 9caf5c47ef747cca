"""Time expressions against TimeML and TIMEX2 annotation: TempEval-3's platinum texts and WikiWars, by rules alone.

The protocol is TempEval-3's: precision, recall and F1 over all texts together; *strict*: the same characters;
*relaxed*: some character in common, each expression paired once, largest overlap first; *value*: paired and the same
value, to the letter. The date that heads a text is given, not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.pairing import pair
from benchmarks.tally import Row, Tally

MEASURES = ("relaxed", "strict", "value")
TEST_FROM = "17"
"""WikiWars' documents from this number on are its test part, six of 22."""
_TAG = re.compile(r"<(?P<end>/)?TIMEX2(?P<attributes>[^>]*)>|<[^>]+>")
_VALUE = re.compile(r'\bval="([^"]*)"', re.IGNORECASE)
_BODY = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'"}


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression and its value in TimeML's notation."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text, the day it was written (None: it is no news, and counts from itself), and its time expressions."""

    name: str
    text: str
    written: date | None
    timexes: tuple[Timex, ...]


Tagger = Callable[[Document], Iterable[Timex]]
"""Finds the expressions of a text without a look at its `timexes`."""


def read_timeml(path: Path) -> Document:
    """A text of TempEval-3."""
    root = ElementTree.parse(path).getroot()
    body, created = root.find("TEXT"), root.find("DCT/TIMEX3")
    assert body is not None, path
    assert created is not None, path
    text, timexes = _unfold(body)
    return Document(path.stem, text, date.fromisoformat(created.attrib["value"][:10]), tuple(timexes))


def _unfold(body: ElementTree.Element) -> tuple[str, list[Timex]]:
    """The characters of an element, and where its expressions stand in them."""
    text, timexes = body.text or "", []
    for child in body:
        inner, deeper = _unfold(child)
        timexes += [Timex(len(text) + one.start, len(text) + one.end, one.value) for one in deeper]
        if child.tag == "TIMEX3":
            timexes.append(Timex(len(text), len(text) + len(inner), child.attrib.get("value", "")))
        text += inner + (child.tail or "")
    return text, timexes


def read_wikiwars(path: Path) -> Document:
    """A text of WikiWars with TIMEX2 inside; of expressions within each other, the outermost."""
    body = _BODY.search(path.read_text("utf-8"))
    assert body is not None, path
    text, timexes, open_tags, last = "", [], list[tuple[int, str]](), 0
    for tag in _TAG.finditer(body[1]):
        text, last = text + _unescaped(body[1][last : tag.start()]), tag.end()
        if tag["end"]:
            start, value = open_tags.pop()
            timexes += [Timex(start, len(text), value)] if not open_tags else []
        elif tag["attributes"] is not None:
            given = _VALUE.search(tag["attributes"])
            open_tags.append((len(text), given[1] if given else ""))
    return Document(path.name, text + _unescaped(body[1][last:]), None, tuple(timexes))


def _unescaped(text: str) -> str:
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return text


def score(documents: Sequence[Document], tag: Tagger) -> dict[str, Row]:
    """The three F1 of what a tagger finds."""
    tally = Tally()
    for document in documents:
        gold, found = list(document.timexes), list(tag(document))
        hits = [(gold[a], found[b]) for a, b in pair(gold, found, _likeness, 0.0).items()]
        right = {
            "relaxed": len(hits),
            "strict": sum((a.start, a.end) == (b.start, b.end) for a, b in hits),
            "value": sum(a.value == b.value for a, b in hits),
        }
        for name in MEASURES:
            tally.add(name, right[name], len(gold), len(found))
    return {name: tally.row(name) for name in MEASURES}


def _likeness(one: Timex, other: Timex) -> float:
    """The shared part of the characters that either covers."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start))
