"""Nouns of the record as JSON: the fields of docs/data-model.md, and beside every place its words and its outlet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime

from parley.exports.record_desk import Desk
from parley.record import Evidence

__all__ = ["Json", "to_json"]

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def to_json(value: object, desk: Desk) -> Json:
    """A noun with all that hangs on it; the evidence gets `quote`, `outlet` and `published`."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): to_json(one, desk) for key, one in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [to_json(one, desk) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        shape = {field.name: to_json(getattr(value, field.name), desk) for field in fields(value)}
        return shape | _words(value, desk) if isinstance(value, Evidence) else shape
    raise TypeError(f"no JSON for {type(value).__name__}")


def _words(evidence: Evidence, desk: Desk) -> dict[str, Json]:
    return {
        "quote": evidence.span.quote(desk.report(evidence.span.report)),
        "outlet": desk.outlet(evidence.ref.report),
        "published": to_json(desk.published(evidence.ref.report), desk),
    }
