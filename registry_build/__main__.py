"""Compile `src/parley/registry/registry.bin`.

python -m registry_build [--curated FOLDER] [--out FILE]

The steps, each in its own file, better sources first: whoever a later step tells of again is joined to the one there.

1. states      names, adjectives, capitals, codes                           states.py
2. bodies      ministries, forces, courts of every state                    bodies.py
3. curated     our own files, each line with its source                     src/parley/registry/curated/*.yaml
4. heads       heads of state and government, 2026                          people.py
5. cabinets    ministers with days, 2000 to January 2023                    people.py
6. world       offices of international bodies                              people.py
7. list        ministers of all states in June 2019                         people.py
8. groups      armed groups, parties                                        groups.py
9. dictionary  organisations, and office-holders of 1990 to 2014            groups.py, old_people.py
10. ended      an office left open ends when the next holder begins         merge.py
11. packed     the file that is looked up in                                parley.registry.shelf

Without options: from src/parley/registry/curated into the package.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from parley.registry.entry import Entry, Tenure
from parley.registry.own import load_all
from parley.registry.shelf import pack
from registry_build import bodies, groups, old_people, people, states
from registry_build.merge import Joined, ended, grounded
from registry_build.places import ACTORS, CURATED, CURATED_SEEN, OUT


def compile_(curated: Path = CURATED) -> list[Entry]:
    """All entries."""
    named = {entry.country or "": entry for entry in states.states()}
    base = {entry.id: entry for entry in (*named.values(), *bodies.bodies(named))}
    _tell("states and their bodies", base)
    own = load_all(sorted(curated.glob("*.yaml")), base.get).entries
    own = {id_: replace(entry, offices=tuple(map(_dated, entry.offices))) for id_, entry in own.items()}
    _tell("curated", own)
    all_ = Joined((base | own).values())
    steps = (
        ("heads, 2026", people.heads(named)),
        ("cabinets to 2023", people.cabinets(named)),
        ("international offices", people.world_offices()),
        ("list of June 2019", people.list_of_2019(named)),
        ("armed groups", groups.armed_groups()),
        ("parties", groups.parties(named)),
        ("organisations", groups.international()),
        ("office-holders to 2014", old_people.old_people(named)),
    )
    for name, found in steps:
        entries = list(found)
        for entry in entries:
            all_.add(entry)
        _tell(name, entries)
    return ended(grounded(all_.entries.values()))


def _dated(tenure: Tenure) -> Tenure:
    """An office that our files leave open was seen to be held until they were written, and no longer."""
    return replace(tenure, seen=CURATED_SEEN)


def _tell(step: str, entries: Iterable[object]) -> None:
    print(f"{step}: {len(list(entries)):,}", file=sys.stderr)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="registry_build", description="Compile the registry of actors.")
    parser.add_argument("--curated", type=Path, default=CURATED, help="the folder of our own files")
    parser.add_argument("--out", type=Path, default=OUT, help="the file to write")
    options = parser.parse_args()
    if not ACTORS.exists():
        print(f"the sources are not there: {ACTORS}", file=sys.stderr)
        return 2
    entries = compile_(options.curated)
    packed = pack(entries)
    print(f"{len(entries):,} entries, {len(packed) / 1e6:.1f} MB", file=sys.stderr)
    options.out.write_bytes(packed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
