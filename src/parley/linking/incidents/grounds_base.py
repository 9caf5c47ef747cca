"""The answer to one question about two accounts."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Ground"]


class Ground(NamedTuple):
    """What was found: `level` is what is weighed (nothing where it is empty), `detail` what a person is shown."""

    feature: str
    level: str
    detail: str = ""
