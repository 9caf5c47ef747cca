"""CAMEO codes and the PLOVER events that they stand for; the crosswalk is in `cameo.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from parley.codebook.data import load
from parley.codebook.plover import event_type

__all__ = ["Crosswalk", "cameo_code", "cameo_to_plover", "plover_to_cameo"]

_Row = tuple[str, str, list[str], str]


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """What a CAMEO code is in PLOVER; `name` is what CAMEO calls it."""

    code: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    name: str


@cache
def _crosswalk() -> Mapping[str, Crosswalk]:
    rows = cast("dict[str, _Row]", load("cameo.toml"))
    return {
        code: Crosswalk(code, name, mode or None, tuple(contexts), label)
        for code, (name, mode, contexts, label) in rows.items()
    }


def cameo_to_plover(code: str) -> Crosswalk | None:
    """The PLOVER event of a CAMEO code: its own line, else that of the code above it ("0312", "031", "03").

    A root code of two digits is read as its general line ("03" as "030"). None where the crosswalk has none.
    """
    rows = _crosswalk()
    shorter = (code[:length] for length in range(len(code), 2, -1))
    return next((rows[part] for part in (*shorter, f"{code[:2]}0") if part in rows), None)


def plover_to_cameo(name: str, mode: str | None = None) -> tuple[str, ...]:
    """The CAMEO codes that stand for a type, or for one of its modes, in order."""
    lines = _crosswalk().values()
    return tuple(sorted(line.code for line in lines if line.type == name and mode in (None, line.mode)))


def cameo_code(name: str, modes: Sequence[str] = ()) -> str | None:
    """The one CAMEO code for an event: that of its first mode that has one, else that of its type."""
    kind = event_type(name)
    coded = (mode.cameo for mode in map(kind.modes.get, modes) if mode)
    return next((code for code in coded if code), kind.cameo)
