"""Titles of offices made comparable: "Minister for Foreign Affairs" and "foreign minister" are one office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from parley.registry.folding import fold

__all__ = ["HEADS", "TITLES", "is_role", "plain_title", "role", "roles"]

HEADS = frozenset(
    "minister president premier chancellor governor secretary ambassador envoy representative king queen emir sultan "
    "speaker chairman chairwoman chairperson chair leader head chief spokesman spokeswoman spokesperson "
    "adviser advisor negotiator director commander marshal commissioner attorney prosecutor coordinator mediator "
    "pm fm dgmo".split()
)
"""Words that are an office by themselves."""
TITLES = frozenset(
    "mr mrs ms miss dr lt col gen maj capt brig adm vice sir lord lady mullah maulvi mawlawi maulana mufti hafiz haji "
    "hajji sayyid sheikh sheik shaikh prince princess crown general colonel major brigadier lieutenant captain admiral "
    "field ambassador senator us professor prof pir qari ustad comandante".split()
)
"""Words before a name that are no part of it."""
PORTFOLIOS = frozenset(
    "foreign defence interior information finance prime deputy first vice acting former federal union state interim "
    "caretaker special top chief supreme military intelligence army security national government presidential joint "
    "justice trade energy health education home external affairs internal assistant senior general under staff "
    "broadcasting parliamentary refugee refugees border borders un lead peace economy oil mines religious".split()
)
SMALL = frozenset("of for the and to in on his her its s by at a an".split())
EMPTY = frozenset(
    "federal union affairs acting interim caretaker designate visiting incumbent current new then ad".split()
)
PHRASES = """
defense → defence
national defence → defence
secretary general → secretarygeneral
director general → director
attorney general → attorneygeneral
prime minister → premier
vice president → vicepresident
vice premier → deputy premier
ministry → minister
external → foreign
home minister → interior minister
home secretary → interior minister
foreign secretary → foreign secretary
internal → interior
minister of home → minister of interior
minister of state for → junior minister
secretary of state for → minister
secretary of defence → defence minister
secretary of state → foreign minister
secretary of war → defence minister
secretary of the treasury → finance minister
secretary of homeland security → interior minister
defence secretary → defence minister
treasury secretary → finance minister
chief of army staff → army chief
chief of the army staff → army chief
chief of staff of the army → army chief
commander of the army → army chief
chief of defence forces → armed forces chief
chief of the general staff → armed forces chief
chief of general staff → armed forces chief
chief of defence staff → armed forces chief
military chief → armed forces chief
chairman of the joint chiefs of staff → armed forces chief
spokeswoman → spokesperson
spokesman → spokesperson
chairwoman → chair
chairperson → chair
chairman → chair
advisor → adviser
head of state → president
head of government → premier
fm → foreign minister
pm → premier
finances → finance
director → chief
head → chief
taoiseach → premier
"""
"""Wordings of one office, brought to one, in this order."""
_BETWEEN = re.compile(r"\s+and\s+(?:the\s+)?|\s*[/&,;]\s*")


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple((old, new) for old, _, new in (line.partition(" → ") for line in PHRASES.strip().splitlines()))


@lru_cache(20_000)
def role(title: str) -> str:
    """An office as its sorted words, alike for alike offices: "minister foreign"; "" where nothing is left."""
    text = fold(title)
    for old, new in _phrases():
        if old in text:
            text = re.sub(rf"\b{old}\b", new, text)
    return " ".join(sorted({word for word in text.split() if word not in SMALL and word not in EMPTY}))


@lru_cache(20_000)
def roles(title: str) -> tuple[str, ...]:
    """The offices that a title joins: "Minister of Interior and Narcotics Control" is two."""
    return tuple(dict.fromkeys(filter(None, (role(title), *map(role, _parts(title))))))


def _parts(title: str) -> Iterator[str]:
    """Each portfolio with the minister's word, each office by itself."""
    parts = [part for part in _BETWEEN.split(title) if part]
    if len(parts) < 2:
        return
    head = next((word for word in ("minister", "secretary") if word in fold(title).split()), None)
    for part in parts:
        yield part if head is None or set(fold(part).split()) & HEADS else f"{head} {part}"


def plain_title(title: str, names: Iterable[str]) -> str:
    """A title without the state or body that it is of: "President of Pakistan" → "President"."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        of = rf",?\s+(?:of|for|in)\s+(?:the\s+)?{re.escape(name)}(?!\w)"
        found = re.search(rf"(?i:{of}|^{re.escape(name)}(?:['’]s)?\s)", title)
        if found and found.group() != title:
            title = (title[: found.start()] + title[found.end() :]).strip() or title
    return title


def is_role(tokens: Sequence[str]) -> bool:
    """Whether folded words are an office and nothing else: "deputy interior minister"."""
    return bool(set(tokens) & HEADS) and all(
        word in HEADS or word in PORTFOLIOS or word in SMALL or word in EMPTY or word == "defense" for word in tokens
    )
