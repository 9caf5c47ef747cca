"""The answer to one question about two accounts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from parley.linking.days import Days, iso

__all__ = ["Detail", "Ground", "shown"]

Detail = str | float | date | frozenset[str] | Days | tuple["Detail", "Detail"]
"""What was compared, or what is shared; made into words only where somebody asks."""


class Ground(NamedTuple):
    """What was found: `level` is what is weighed (nothing where it is empty), `detail` what a person is shown."""

    feature: str
    level: str
    detail: Detail = ""


def shown(detail: Detail) -> str:
    """In words."""
    match detail:
        case str():
            return detail
        case float():
            return f"{detail:.2f}"
        case date():
            return detail.isoformat()
        case (date() as first, date() as last):
            return iso((first, last))
        case (one, other):
            return f"{_or_none(one)} / {_or_none(other)}"
    return _listed(detail)


def _or_none(detail: Detail) -> str:
    return shown(detail) or "none"


def _listed(items: Iterable[str]) -> str:
    return ", ".join(sorted(items))
