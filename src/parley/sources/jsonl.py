"""JSON Lines: one report a line, read one at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from parley.errors import InputError, Malformed
from parley.record import Outlet, Report
from parley.sources.decoding import RAW_LIMIT, decode, too_large
from parley.sources.fields import Fields, make_outlet, make_report

_EACH = 'each line is one object, as {"id": "a1", "published": "2025-10-30", "text": "…"}'


def read_lines(file: BinaryIO, source: str) -> Iterator[tuple[str, Report | InputError]]:
    """Each line's name (`source:number`) with its report or what is wrong with it; blank lines are passed over."""
    for number, raw in enumerate(iter(lambda: file.readline(RAW_LIMIT), b""), start=1):
        name = f"{source}:{number}"
        try:
            if len(raw) == RAW_LIMIT and not raw.endswith(b"\n"):
                _skip_line(file)
                raise too_large(name, f"a line of more than {RAW_LIMIT // 1_000_000} MB")
            if raw.strip():
                yield name, read_line(raw, name)
        except InputError as error:
            yield name, error


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(RAW_LIMIT)) and not rest.endswith(b"\n"):
        pass


def read_line(raw: bytes, name: str) -> Report:
    """The report of one line; raises Malformed naming the field that is wrong."""
    value = _object(decode(raw, name), name)
    text = value.get("text")
    if text is None:
        raise Malformed(name, "has no field `text`", _EACH)
    if not isinstance(text, str):
        raise _wrong(name, "text", "a string", text)
    return make_report(name, text, _fields(value, name))


def _object(line: str, name: str) -> Mapping[str, Any]:
    try:
        value = json.loads(line.rstrip())
    except json.JSONDecodeError as error:
        raise Malformed(name, f"broken JSON at column {error.colno}: {error.msg}", _EACH) from None
    except RecursionError:
        raise Malformed(name, "broken JSON: nested too deep", _EACH) from None
    if not isinstance(value, dict):
        raise Malformed(name, "is not a JSON object", _EACH)
    return value


def _fields(value: Mapping[str, Any], name: str) -> Fields:
    return Fields(
        id=_id(value, name),
        title=_string(value, "title", name),
        outlet=_outlet(value.get("outlet"), name),
        published=_string(value, "published", name),
        dateline=_string(value, "dateline", name),
        url=_string(value, "url", name),
        author=_string(value, "author", name),
    )


def _id(value: Mapping[str, Any], name: str) -> str | None:
    """The id as given; a number becomes its digits."""
    given = value.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return _string(value, "id", name)


def _outlet(given: object, name: str) -> Outlet | None:
    """The outlet, given as an object or as its name alone."""
    if isinstance(given, str):
        return make_outlet({"name": given or None})
    if given is not None and not isinstance(given, dict):
        raise _wrong(name, "outlet", "an object with name, site, country, kind", given)
    return make_outlet({key: _string(given or {}, key, name) for key in ("name", "site", "country", "kind")})


def _string(value: Mapping[str, Any], key: str, name: str) -> str | None:
    """The string under `key`; None where it is missing, null or empty."""
    given = value.get(key)
    if given is not None and not isinstance(given, str):
        raise _wrong(name, key, "a string", given)
    return given or None


def _wrong(name: str, key: str, wanted: str, given: object) -> Malformed:
    return Malformed(name, f"field `{key}` must be {wanted}, not {json.dumps(given)[:40]}", _EACH)
