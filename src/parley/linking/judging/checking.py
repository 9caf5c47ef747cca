"""Whether a judgement can be passed on a thing, and what is allowed where it cannot."""

from __future__ import annotations

from collections.abc import Mapping

from parley.errors import Malformed
from parley.linking.judging.fields import DEGREES, FIELDS, VERDICTS
from parley.record import Judgement, Reading, Ref

__all__ = ["KINDS", "check", "check_actors"]

KINDS: Mapping[str, tuple[str, ...]] = {
    "accept": ("event", "statement", "report", "actor", "demand", "dispute", "incident", "round", "talks", "truce"),
    "reject": ("event", "statement", "report", "demand", "dispute", "incident", "talks"),
    "correct": tuple(FIELDS),
    "merge": ("incident", "demand", "actor", "talks"),
    "split": ("incident", "demand", "actor"),
    "name": ("talks", "actor", "incident"),
    "resolve": ("dispute",),
    "fulfil": ("demand",),
    "undo": ("judgement",),
}
"""By verb what it can be passed on."""
_NEEDS = {"name": "a name"}


def check(one: Judgement, kind: str) -> None:
    """Raises Malformed where a judgement does not fit the kind of thing that its target is, or has no such value."""
    if kind not in KINDS[one.verb]:
        raise Malformed(one.target, f"is a kind of thing ({kind}) that has no {one.verb}", _allowed(KINDS[one.verb]))
    if one.verb == "correct":
        _check_field(one, kind)
    elif one.verb == "resolve" and one.value not in VERDICTS:
        raise Malformed(str(one.value), "is no verdict on a dispute", _allowed(VERDICTS))
    elif one.verb == "fulfil" and one.value not in DEGREES:
        raise Malformed(str(one.value), "is no degree of fulfilment", "0 none, 1 minimal, 2 intermediate, 3 full")
    elif one.verb in _NEEDS and not (one.value or "").strip():
        raise Malformed(one.target, f"needs {_NEEDS[one.verb]}", "add --value NAME")
    elif one.verb in ("merge", "split") and not one.others:
        raise Malformed(one.target, f"alone is nothing to {one.verb}", "give two ids or more")


def _check_field(one: Judgement, kind: str) -> None:
    fields = FIELDS[kind]
    field = fields.get(one.field or "")
    if field is None:
        raise Malformed(
            one.field or "--field", f"is no field of a {kind} that can be corrected", _allowed(tuple(fields))
        )
    if one.value is None or not field.fits(one.value):
        raise Malformed(one.value or "--value", f"is no {one.field} of a {kind}", f"allowed: {field.allowed}")


def check_actors(one: Judgement, ref: Ref, reading: Reading) -> None:
    """Raises Malformed where a correction names actors that the report has not."""
    if one.field not in ("actors", "recipients", "source") or one.value in (None, "none"):
        return
    missing = [name for name in map(str.strip, str(one.value).split(",")) if name not in reading.actors]
    if missing:
        raise Malformed(missing[0], f"is no actor of report {ref.report}", _allowed(tuple(sorted(reading.actors))))


def _allowed(values: tuple[str, ...]) -> str:
    return f"allowed: {', '.join(values)}"
