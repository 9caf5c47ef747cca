"""What a correction may set, and to which values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from parley import codebook
from parley.record.demand import DemandKind
from parley.record.dispute import Verdict

__all__ = ["DEGREES", "FIELDS", "NONE", "VERDICTS", "Field", "figures"]

NONE = "none"
"""The value that empties a field."""
VERDICTS: tuple[str, ...] = get_args(Verdict)
DEGREES = ("0", "1", "2", "3")


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be corrected: `fits` says whether a value is allowed, `allowed` which are, in words.

    `labels` are the values where there are only so many; of actors, `actors` says that they are those of the report."""

    allowed: str
    fits: Callable[[str], bool]
    labels: tuple[str, ...] = ()
    actors: bool = False


def _one_of(labels: Callable[[], tuple[str, ...]], *, empty: bool = False) -> Field:
    known = (*labels(), NONE) if empty else labels()
    return Field(", ".join(known), known.__contains__, known)


def _is_date(value: str) -> bool:
    first, _, last = value.partition("/")
    return _is_prefix(first) and (not last or last == ".." or _is_prefix(last))


def _is_prefix(value: str) -> bool:
    """Whether it is 2025, 2025-10 or 2025-10-30."""
    whole = value + "-01" * (2 - value.count("-"))
    try:
        return len(whole) == len("2025-10-30") and bool(date.fromisoformat(whole))
    except ValueError:
        return False


def figures(value: str) -> tuple[int, int] | None:
    """The least and the most that a number or "10-14" allows; None for anything else."""
    low, _, high = value.replace("–", "-").partition("-")
    if not (low.isdecimal() and (high or low).isdecimal()):
        return None
    pair = int(low), int(high or low)
    return pair if pair[0] <= pair[1] else None


_WORDS = Field("any words", lambda value: bool(value.strip()))
_DATE = Field("a date or interval, as 2025-10-30 or 2025-10-25/2025-10-28", _is_date)
_NUMBER = Field("a number, or two as 10-14", lambda value: figures(value) is not None)
_COUNTRY = Field(
    f"three letters, as PAK, or {NONE}", lambda value: value == NONE or (len(value) == 3 and value.isupper())
)
_ACTORS = Field(
    f"ids of actors of the report, with commas between them, or {NONE}", lambda value: bool(value.strip()), actors=True
)

FIELDS: Mapping[str, Mapping[str, Field]] = {
    "event": {
        "type": _one_of(lambda: tuple(codebook.types())),
        "reality": _one_of(codebook.reality),
        "talks": _one_of(codebook.talks, empty=True),
        "aspect": _one_of(codebook.aspects, empty=True),
        "actors": _ACTORS,
        "recipients": _ACTORS,
    },
    "statement": {"how": _one_of(codebook.how), "source": _ACTORS},
    "incident": {
        "what": _WORDS,
        "kind": _WORDS,
        "when": _DATE,
        "place": _WORDS,
        "killed": _NUMBER,
        "injured": _NUMBER,
        "held": _NUMBER,
    },
    "demand": {"kind": _one_of(lambda: get_args(DemandKind)), "content": _WORDS},
    "talks": {"name": _WORDS},
    "round": {"venue": _WORDS, "dates": _DATE},
    "truce": {"dates": _DATE},
    "actor": {"name": _WORDS, "kind": _one_of(codebook.actor_kinds), "country": _COUNTRY, "acts_for": _WORDS},
}
"""By kind of thing what can be corrected."""
