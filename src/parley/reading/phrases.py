"""Where a noun phrase opens, where its core ends, and what stands behind a comma in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from parley.reading.kinds import kind_of

__all__ = ["OWNERS", "PARTICLES", "Form", "apposition", "core_end", "is_capital", "opening", "tokens"]

Form = Literal["pronoun", "name", "the", "a", "some", "its", "bare"]

TOKEN = re.compile(r"\d[\d,.]*|[^\W_][\w'’./&-]*|[,;:()–—\[\]]")
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’]|['’])$")
NUMBER = re.compile(r"\d[\d,.]*(?:st|nd|rd|th)?$")

CUTS = frozenset(
    "of in from on at for with by near to under against between among along over behind inside outside across around "
    "as who which that whose whom known called named led involved close loyal familiar than after before during about "
    "into including both there here now still believed suspected briefed linked based responsible aged without within "
    "accused involving up down out off caught trapped wanted".split()
)
ARTICLES = frozenset("the a an this that these those such".split())
OWNERS = frozenset("its his her their our my your whose".split())
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen dozens "
    "hundreds thousands scores tens several many some few any all both each no most more other others another half "
    "least than at up about around nearly almost over between and or as far only just additional further".split()
)
PARTICLES = frozenset(
    "al el bin ibn bint ag welet de del della di da dos du van von der den le la e i y ul ur ud of".split()
)


def tokens(text: str) -> list[str]:
    """Words and the marks that end a phrase; full stops and possessive endings fall away."""
    found = []
    for word in TOKEN.findall(text):
        bare = POSSESSIVE.sub("", word)
        found.append(bare[:-1] if bare.endswith(".") and bare.count(".") == 1 else bare)
    while found and not found[-1][:1].isalnum() and found[-1] != ")":
        found.pop()
    return [word for word in found if word]


def is_capital(word: str) -> bool:
    """Whether a word is written like a name: with a capital, or as `al-Shabaab`."""
    return word[0].isupper() or word[word.find("-") + 1 :][:1].isupper()


def apposition(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """A phrase's first part, and the part that stands behind a comma."""
    if "," not in words[1:]:
        return list(words), []
    at = words.index(",", 1)
    rest = list(words[at + 1 :])
    return list(words[:at]), rest[: rest.index(",")] if "," in rest else rest


def opening(words: Sequence[str]) -> tuple[int, Form, bool]:
    """How many words open the phrase before its core, which form that gives it, and whether it counts its members."""
    at, counted = 0, False
    form: Form = "bare"
    while at < len(words) - 1:
        low = words[at].casefold()
        if low in OWNERS and form == "bare":
            form = "its"
        elif low in ARTICLES and form == "bare":
            form = "a" if low in ("a", "an") else "the"
        elif NUMBER.match(low) or (low in NUMBERS and (at == 0 or words[at].islower())):
            counted = True
        elif low == "of" and counted:
            form = "bare" if form == "a" else form
        else:
            break
        at += 1
    return at, ("some" if counted and form == "bare" else form), counted


def core_end(words: Sequence[str], start: int) -> int:
    """Where the core that begins at `start` ends."""
    return next((at for at in range(start + 1, len(words)) if _ends(words, at)), len(words))


def _ends(words: Sequence[str], at: int) -> bool:
    """Whether the core ends before this word: a mark, a preposition, a relative, a participle behind a noun."""
    word = words[at]
    if not word[0].isalnum() or word in CUTS:
        return True
    if word == "and":
        return not (at + 1 < len(words) and is_capital(words[at + 1]))
    return word.islower() and word.endswith(("ing", "ed")) and kind_of(words[at - 1]) is not None
