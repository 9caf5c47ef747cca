"""Names made comparable: folded for looking up, and reduced to how they sound."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["first_and_last", "fold", "is_acronym", "sound", "words"]

OTHER_LETTERS = str.maketrans("ıøłđðþæœŋ", "iolddtaon")
APOSTROPHES = re.compile(r"['’‘`ʼʻʿʾ.]")
POSSESSIVE = re.compile(r"(?<=[^\W\d_])['’]s?(?=\W|$)")
NO_LETTER = re.compile(r"[^a-z0-9]+")
PARTICLES = frozenset("al el bin ibn bint ben ould de la del da dos du van von der den le ul ur ud abu".split())
# Letters that the press writes for one sound of other scripts, longest first.
SOUNDS = (
    ("tch", "j"), ("dzh", "j"), ("sch", "s"), ("kh", "k"), ("gh", "k"), ("qu", "k"), ("ck", "k"), ("ch", "j"),
    ("sh", "s"), ("zh", "j"), ("th", "t"), ("dh", "t"), ("ph", "f"), ("ts", "s"), ("cz", "j"), ("ks", "x"),
    ("q", "k"), ("g", "k"), ("c", "k"), ("d", "t"), ("v", "f"), ("w", "f"), ("b", "f"), ("p", "f"), ("z", "s"),
)  # fmt: skip
VOWELS = re.compile(r"(?<=.)[aeiouyh]")
DOUBLE = re.compile(r"(.)\1+")


@lru_cache(20_000)
def fold(text: str) -> str:
    """A name without case, accents, possessive endings and punctuation: "Türkiye’s" → "turkiye"."""
    plain = unicodedata.normalize("NFKD", POSSESSIVE.sub("", text)).casefold().translate(OTHER_LETTERS)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return NO_LETTER.sub(" ", APOSTROPHES.sub("", plain)).strip()


def words(text: str) -> list[str]:
    """The words of a folded name without its article."""
    found = fold(text).split()
    return found[1:] if len(found) > 1 and found[0] == "the" else found


def is_acronym(text: str) -> bool:
    """Whether a word is written as an acronym: TTP, M23, RSF, IS-KP."""
    bare = re.sub(r"[.\-/&\s]", "", text)
    return 1 < len(bare) <= 8 and bare.isalnum() and bare[0].isupper() and sum(map(_capital, bare)) * 2 > len(bare)


def _capital(letter: str) -> bool:
    return letter.isupper() or letter.isdigit()


def first_and_last(name: str) -> tuple[str, str] | None:
    """The first and last of a person's names, folded and without particles; None for a single name."""
    parts = [part for part in fold(name).split() if part not in PARTICLES]
    return (parts[0], parts[-1]) if len(parts) > 1 else None


@lru_cache(20_000)
def sound(name: str) -> str:
    """How a name sounds, word by word: Gaddafi and Qadhafi are both "ktf".

    Alike spellings of one name get one key; so do some different names, which is why it gives candidates only.
    """
    return " ".join(_sound_of(part) for part in fold(name).split() if part not in PARTICLES)


def _sound_of(word: str) -> str:
    for letters, letter in SOUNDS:
        word = word.replace(letters, letter)
    return VOWELS.sub("", DOUBLE.sub(r"\1", "a" + word[1:] if word[0] in "aeiouy" else word)) or word
