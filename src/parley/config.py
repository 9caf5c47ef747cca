"""A user's settings in `parley.toml`: so far, which files of actors, places and outlets to use beside ours."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from parley.errors import Malformed, NotFound

__all__ = ["NAME", "Config", "load"]

NAME = "parley.toml"
KNOWN: Mapping[str, tuple[str, ...]] = {"registry": ("files",), "gazetteer": ("files",), "outlets": ("files",)}
"""The sections and what may stand in them."""


@dataclass(frozen=True, slots=True)
class Config:
    """What a user set: `registry` are YAML files of actors, `gazetteer` of places, the first to be read first, and
    `outlets` of outlets."""

    registry: tuple[Path, ...] = ()
    gazetteer: tuple[Path, ...] = ()
    outlets: tuple[Path, ...] = ()


def load(path: Path | None = None) -> Config:
    """The settings of a file, or of `parley.toml` in the working directory; none where there is none.

    Files named in it are sought beside it. Raises NotFound where the file that was asked for is missing, Malformed
    (with file and, for broken TOML, the line) where something in it is wrong.
    """
    found = path or Path(NAME)
    try:
        text = found.read_text("utf-8")
    except FileNotFoundError as problem:
        if path is None:
            return Config()
        raise NotFound(str(path), "there is no such file", "correct --config") from problem
    except (OSError, UnicodeDecodeError) as problem:
        raise Malformed(str(found), f"cannot be read as text ({problem})", "save it as UTF-8") from problem
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise Malformed(str(found), f"no TOML: {problem}", "see docs/registry.md for what it looks like") from problem
    _check(found, table)
    files = {
        section: tuple(found.parent / name for name in table.get(section, {}).get("files", ())) for section in KNOWN
    }
    return Config(**files)


def _check(path: Path, table: Mapping[str, object]) -> None:
    """Refuse what is not known: a slip of the pen must not pass for a setting."""
    for section, values in table.items():
        if section not in KNOWN or not isinstance(values, dict):
            raise Malformed(str(path), f"unknown section {section!r}", f"known are {', '.join(KNOWN)}")
        for name, value in values.items():
            if name not in KNOWN[section]:
                raise Malformed(str(path), f"unknown setting {name!r}", f"[{section}] has {', '.join(KNOWN[section])}")
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                raise Malformed(
                    str(path), f"{section}.{name} must be a list of file names", f'{name} = ["actors.yaml"]'
                )
