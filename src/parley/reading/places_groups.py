"""The places that a report names, each name once, with what the report tells of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.gazetteer import Candidate, Gazetteer, Kind
from parley.gazetteer.folding import fold
from parley.reading.places_words import around

__all__ = ["Group", "Stretch", "grouped"]

Stretch = tuple[int, int]
"""The characters of a name: start and end."""
MOST = 60
"""Candidates of one name that are weighed, the most peopled ones, besides those in places that the report names."""


@dataclass(frozen=True, slots=True)
class Group:
    """One name of a report: where it stands, what may be meant, and what stands beside it."""

    name: str
    stretches: tuple[Stretch, ...]
    candidates: tuple[Candidate, ...]
    kinds: frozenset[Kind]
    holders: tuple[tuple[Candidate, ...], ...]


def grouped(text: str, stretches: Iterable[Stretch], gazetteer: Gazetteer) -> list[Group]:
    """The names at these stretches of a text; those that nothing is called are left out."""
    by_name: dict[str, list[Stretch]] = {}
    for start, end in stretches:
        by_name.setdefault(fold(text[start:end]), []).append((start, end))
    found = [_group(text, places, gazetteer) for places in by_name.values()]
    return [group for group in found if group.candidates]


def _group(text: str, stretches: Sequence[Stretch], gazetteer: Gazetteer) -> Group:
    name = text[slice(*stretches[0])]
    seen = [around(text, *stretch) for stretch in stretches]
    kinds = Counter(one.kinds for one in seen if one.kinds)
    names = dict.fromkeys(inside for one in seen for inside in one.inside)
    holders = [found for inside in names if fold(inside) != fold(name) and (found := holding(inside, gazetteer))]
    return Group(
        name,
        tuple(stretches),
        named(name, gazetteer),
        frozenset(kinds.most_common(1)[0][0]) if kinds else frozenset(),
        tuple(holders),
    )


def named(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """What a name may stand for; without its apostrophe's s and the like where only the rest is known."""
    for form in (name, *_forms(name)):
        found = gazetteer.find(form)
        if found:
            return found if form.replace(".", "").isupper() else _unshortened(found, form)
    return ()


def _unshortened(found: tuple[Candidate, ...], form: str) -> tuple[Candidate, ...]:
    """Without abbreviations: "in" is not Indiana."""
    return found if "." in form else tuple(one for one in found if one.way != "short")


def _forms(name: str) -> list[str]:
    words = name.replace("’", "'").removesuffix("'s").removesuffix("'").split()
    forms = [" ".join(words)]
    low = [word.casefold() for word in words]
    if len(words) > 1:
        if low[-1] in {"city", "province", "state", "district", "county", "region", "town", "governorate", "oblast",
                       "village", "area", "river", "valley", "island", "islands", "border", "crossing"}:  # fmt: skip
            forms.append(" ".join(words[:-1]))
        if low[0] in {"greater", "central", "downtown", "northern", "southern", "eastern", "western", "north", "south",
                      "east", "west", "city", "mainland", "upper", "lower", "northeast", "northwest", "southeast",
                      "southwest", "northeastern", "northwestern", "southeastern", "southwestern"}:  # fmt: skip
            forms.append(" ".join(words[2:] if low[:2] == ["city", "of"] else words[1:]))
        if low[0] in {"al", "el", "ar", "as", "an", "ad"}:
            forms.append(" ".join(words[1:]))
    elif low and low[0].startswith(("al-", "el-")):
        forms.append(words[0][3:])
    elif low and len(low[0]) > 4 and "." not in low[0]:
        forms += [words[0] + "h", words[0].removesuffix("h"), f"al {words[0]}", f"al {words[0]}h"]
    return [form for form in forms if form]


def holding(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """What a place may be said to lie in."""
    return gazetteer.find(name)[:MOST]
