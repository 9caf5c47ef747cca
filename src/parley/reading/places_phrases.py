"""What a phrase that says where is made of: the names in it and how they are meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from parley.gazetteer import Gazetteer
from parley.reading.places_groups import Stretch, named
from parley.reading.places_words import kinds_of

__all__ = ["Phrase", "Relation", "parse"]

Relation = Literal["at", "near", "offset", "part", "side", "road", "between", "border", "waters", "again"]
"""How a place is meant: itself; within 25 km of it; so far from it; some part of a wide one; one side of a line;
along a road; between two; at a border; off its coast; one named before ("the city")."""

_WORD = re.compile(r"[^\W_][\w’'.]*(?:[-–][\w’'.]+)*")
_ARTICLE = re.compile(r"(?:a[ltdnrsz]|ash|e[lsdz]|ul)-[A-Z]")
_SMALL = frozenset("the a an on in at along near off outside inside over across from to this that".split())
_PART = frozenset(
    "airport international square road street avenue university hospital hotel prison embassy stadium palace park"
    " market mosque church bridge dam barracks airbase military base metro capital".split()
)
"""What may stand behind a place's name with a capital of its own: "Kabul International Airport"."""
BIG = 100_000
"""People of a place that is taken for meant although an unknown name stands right beside it."""
LONGEST = 6
"""Words of the longest name that is looked for."""
_BEARINGS = {
    name: number * 45.0
    for number, name in enumerate("north northeast east southeast south southwest west northwest".split())
}
_SIDE = r"(?:north|south|east|west|central)(?:[- ]?(?:east|west|central))?(?:ern)?"
_SIDE_WORD = re.compile(rf"(?i:\b(?:{_SIDE}|upper|lower|parts? of|interior of|interior|countryside|rural)\b)")
_FAR = re.compile(
    r"(?i)(?P<many>\d+(?:[.,]\d+)?|a few|several|some|a dozen|"
    r"two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)"
    r"[ -](?P<unit>km|kms|kilomet\w+|miles?|mi)\b"
    r"(?:[^,;]{0,20}?\b(?P<way>north|south|east|west)[- ]?(?P<rest>east|west)?\w*)?"
)
_WAY_OF = re.compile(r"(?i)\b(?P<way>north|south|east|west)[- ]?(?P<rest>east|west)?(?:ern)? of\b")
_NEAR = re.compile(
    r"(?i)\b(?:near|nearby|outside|around|close to|vicinity|outskirts?|surrounding|edge of|hills above|approaches? to"
    r"|suburbs? of|beyond|adjacent to|next to|in sight of|area|gates of|countryside|rural|environs)\b"
)
_ROAD = re.compile(r"(?i)\b(?:road|highway|motorway|route|railway)\b")
_BETWEEN = re.compile(r"(?i)\bbetween\b.+\band\b|\bfrom\b.+\bto\b")
_BORDER = re.compile(r"(?i)\b(?:border|frontier|boundary)\b")
_WATERS = re.compile(r"(?i)\b(?:off|waters|offshore|coast off|airspace)\b")
_SIDE_OF = re.compile(r"(?i)\bside\b")
_NUMBERS = dict(
    zip("two three four five six seven eight nine ten twenty thirty forty fifty".split(),
        (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50), strict=True)
) | {"a few": 5, "several": 7, "some": 10, "a dozen": 12}  # fmt: skip
MILE = 1.609344


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that says where: the stretches of the names in it that are known, and the relation to the first.

    `distance` is in kilometres, `bearing` in degrees clockwise from north; both only where the relation is an offset.
    `noun` is what a phrase without a name speaks of ("city"). `unknown` are names that no gazetteer holds.
    """

    stretch: Stretch
    names: tuple[Stretch, ...]
    relation: Relation
    distance: float | None = None
    bearing: float | None = None
    noun: str | None = None
    unknown: str | None = None


def parse(text: str, stretch: Stretch, gazetteer: Gazetteer) -> Phrase:
    """What the phrase at this stretch of a text is made of."""
    known, unknown = _names(text, stretch, gazetteer)
    words = text[slice(*stretch)]
    if not known:
        noun = re.findall(r"[a-z]+", words.casefold())
        return Phrase(stretch, (), "again", noun=noun[-1] if noun else None, unknown=unknown)
    first = known[0]
    lead = text[stretch[0] : first[0]]
    rest = text[first[1] : stretch[1]]
    relation, distance, bearing = _relation(lead or text[max(0, first[0] - 24) : first[0]], rest, len(known))
    return Phrase(stretch, tuple(known), relation, distance, bearing, unknown=unknown)


def _relation(lead: str, rest: str, names: int) -> tuple[Relation, float | None, float | None]:
    far = _FAR.search(lead)
    if far:
        return "offset", _kilometres(far), _bearing(far)
    way = _WAY_OF.search(lead)
    if way:
        return "near", None, _bearing(way)
    around = f"{lead} {rest.partition(',')[0]}"
    if names > 1 and not _BORDER.search(around) and _BETWEEN.search(lead + "X" + rest):
        return "between", None, None
    for pattern, relation in _RELATIONS:
        if pattern.search(around):
            return relation, None, None
    return "at", None, None


_RELATIONS: tuple[tuple[re.Pattern[str], Relation], ...] = (
    (_BORDER, "border"),
    (_WATERS, "waters"),
    (_SIDE_OF, "side"),
    (_ROAD, "road"),
    (_NEAR, "near"),
    (_SIDE_WORD, "part"),
)


def _kilometres(far: re.Match[str]) -> float:
    many = far["many"].casefold()
    number = float(_NUMBERS[many]) if many in _NUMBERS else float(many.replace(",", "."))
    return number * (MILE if far["unit"].casefold().startswith("mi") else 1.0)


def _bearing(hit: re.Match[str]) -> float | None:
    return _BEARINGS[(hit["way"] + (hit["rest"] or "")).casefold()] if hit["way"] else None


def _names(text: str, stretch: Stretch, gazetteer: Gazetteer) -> tuple[list[Stretch], str | None]:
    """The known names of a phrase from left to right, the longest at each word; and what unknown name comes first."""
    words = [(hit.start(), hit.end()) for hit in _WORD.finditer(text, *stretch)]
    found: list[Stretch] = []
    strange: list[Stretch] = []
    at = 0
    while at < len(words):
        last = _longest(text, words, at, gazetteer)
        pair = _pair(text, words[at], gazetteer) if last is None else None
        if (
            last is not None
            and _torn(text, words, (at, last), strange)
            and not _is_big(text, words, at, last, gazetteer)
        ):
            strange += words[at : last + 1]
        elif last is not None:
            found.append((words[at][0], words[last][1]))
        elif pair:
            found += pair
        elif text[words[at][0]].isupper() and not found and text[slice(*words[at])].casefold() not in _SMALL:
            strange.append(words[at])
        at = at + 1 if last is None else last + 1
    return found, text[strange[0][0] : strange[-1][1]] if strange else None


def _torn(text: str, words: Sequence[Stretch], name: tuple[int, int], strange: Sequence[Stretch]) -> bool:
    """Whether a known name is only a piece of an unknown one: "Haq" in "Abdul Haq Square"."""
    first, last = words[name[0]], words[name[1]]
    if strange and text[strange[-1][1] : first[0]] == " ":
        return True
    if name[1] + 1 == len(words) or text[last[1] : words[name[1] + 1][0]] != " ":
        return False
    after = text[slice(*words[name[1] + 1])]
    return after[0].isupper() and after.casefold() not in _PART and not kinds_of(after)


def _is_big(text: str, words: Sequence[Stretch], first: int, last: int, gazetteer: Gazetteer) -> bool:
    found = named(text[words[first][0] : words[last][1]], gazetteer)
    return any(one.way == "demonym" or one.entry.kind == "country" or one.entry.population >= BIG for one in found)


def _pair(text: str, word: Stretch, gazetteer: Gazetteer) -> list[Stretch] | None:
    """The two names of "Syrian-Turkish"."""
    first, dash, second = text[slice(*word)].replace("–", "-").partition("-")
    if (
        not dash
        or len(first) < 4
        or not (first[0].isupper() and gazetteer.find(first) and second[:1].isupper() and gazetteer.find(second))
    ):
        return None
    return [(word[0], word[0] + len(first)), (word[1] - len(second), word[1])]


def _longest(text: str, words: Sequence[Stretch], first: int, gazetteer: Gazetteer) -> int | None:
    """The last word of the longest known name that starts at a word; it has a capital somewhere."""
    start = words[first][0]
    loud = text[start].isupper() or bool(_ARTICLE.match(text, start))
    if text[slice(*words[first])].casefold() in _SMALL:
        return None
    if not loud and not _SIDE_WORD.match(text, start):
        return None
    for last in range(min(len(words), first + LONGEST) - 1, first - 1, -1):
        name = text[start : words[last][1]]
        if "," in name or "(" in name or name.islower():
            continue
        exact = not loud or (last > first and text[words[last][0]].islower())
        if gazetteer.find(name) if exact else named(name, gazetteer):
            return last
    return None
