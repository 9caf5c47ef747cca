"""What a script draws, in the page itself."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import date

from markupsafe import Markup

__all__ = ["data_block"]

_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def data_block(shown: object) -> Markup:
    """A dataclass as JSON for a `<script type="application/json">`, in which no text can end it or begin another."""
    if not is_dataclass(shown) or isinstance(shown, type):
        raise TypeError(f"{shown!r} is no dataclass")
    said = json.dumps(asdict(shown), ensure_ascii=False, separators=(",", ":"), default=_day)
    return Markup(said.translate(_ESCAPED))


def _day(given: object) -> str:
    if isinstance(given, date):
        return given.isoformat()
    raise TypeError(f"{given!r} has no place in a page")
