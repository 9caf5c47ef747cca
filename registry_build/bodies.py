"""The bodies that every state has, and its forces as the factbook names them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from parley.registry.entry import Entry
from registry_build.places import FACTBOOK, OF_FACTBOOK, OF_PARLEY
from registry_build.states import factbook_codes, independent
from registry_build.text import plain

EVERYWHERE = {
    "ministry-of-defence": ("Ministry of Defence", "government"),
    "ministry-of-foreign-affairs": ("Ministry of Foreign Affairs", "government"),
    "ministry-of-interior": ("Ministry of Interior", "government"),
    "ministry-of-information": ("Ministry of Information", "government"),
    "ministry-of-finance": ("Ministry of Finance", "government"),
    "ministry-of-justice": ("Ministry of Justice", "government"),
    "presidency": ("Presidency", "government"),
    "prime-ministers-office": ("Prime Minister's Office", "government"),
    "armed-forces": ("Armed Forces", "military"),
    "army": ("Army", "military"),
    "air-force": ("Air Force", "military"),
    "navy": ("Navy", "military"),
    "intelligence": ("Intelligence Service", "military"),
    "police": ("Police", "police"),
    "parliament": ("Parliament", "government"),
    "supreme-court": ("Supreme Court", "court"),
}
PART_OF = {
    "army": "armed-forces",
    "air-force": "armed-forces",
    "navy": "armed-forces",
    "police": "ministry-of-interior",
}
OWN_NAMES = {
    "USA": {"ministry-of-defence": "Department of Defense|Pentagon|US Department of Defense|Department of War",
            "ministry-of-foreign-affairs": "Department of State|US State Department|State Department",
            "ministry-of-interior": "Department of Homeland Security|DHS"},
    "GBR": {"ministry-of-foreign-affairs": "Foreign, Commonwealth and Development Office|FCDO|Foreign Office",
            "ministry-of-interior": "Home Office", "prime-ministers-office": "Number 10|10 Downing Street"},
    "IND": {"ministry-of-foreign-affairs": "Ministry of External Affairs|MEA",
            "ministry-of-interior": "Ministry of Home Affairs|MHA"},
    "RUS": {"presidency": "Kremlin Press Service"},
    "FRA": {"presidency": "Élysée Palace"},
    "UKR": {"armed-forces": "General Staff of the Armed Forces of Ukraine"},
}  # fmt: skip
FORCE = re.compile(r"^\s*([A-Z][^:;,()]{5,70}?)\s*(?:\(([^()]*)\))?\s*(?::|;|,|$)")
ACRONYM = re.compile(r"\b([A-Z][A-Z-]{1,7})\b")


def bodies(states: Mapping[str, Entry]) -> Iterator[Entry]:
    """The bodies of every state proper; they act for it."""
    forces = _forces()
    for iso in sorted(independent() & states.keys()):
        state = states[iso]
        for ending, (name, kind) in EVERYWHERE.items():
            own = [part for part in OWN_NAMES.get(iso, {}).get(ending, "").split("|") if part]
            acronyms = [part for part in own if part.isupper() and len(part) < 6]
            names = [part for part in own if part not in acronyms]
            if ending == "armed-forces" and iso in forces:
                names, acronyms = [*names, forces[iso][0]], [*acronyms, *forces[iso][1]]
            yield Entry(
                id=f"{iso.lower()}-{ending}",
                name=names[0] if names else f"{name} of {state.name}",
                kind=kind,
                country=iso,
                aliases=tuple(dict.fromkeys((*names[1:], *_adjectival(name, state)))),
                acronyms=tuple(acronyms),
                acts_for=f"{iso.lower()}-{PART_OF[ending]}" if ending in PART_OF else iso.lower(),
                source=OF_FACTBOOK if ending == "armed-forces" and iso in forces else OF_PARLEY,
            )


def _adjectival(name: str, state: Entry) -> list[str]:
    """ "Afghan Army", and the same of every name."""
    adjectives = state.demonyms[:1]
    return [f"{name} of {state.name}", *(f"{adjective} {name}" for adjective in adjectives)]


def _forces() -> Mapping[str, tuple[str, list[str]]]:
    """The name of a state's forces, with its acronyms, where the factbook's section begins with it."""
    found: dict[str, tuple[str, list[str]]] = {}
    codes = factbook_codes()
    for path in sorted(FACTBOOK.glob("*/*.json")):
        text = factbook_text(path, "Military and Security", "Military and security forces")
        match = FORCE.match(text)
        iso = codes.get(path.stem.upper())
        if (
            match
            and iso
            and re.search(r"(?i)force|army|military|guard", match.group(1))
            and " a " not in match.group(1)
        ):
            found[iso] = match.group(1), ACRONYM.findall(match.group(2) or "")
    return found


def factbook_text(path: Path, *keys: str) -> str:
    """One text of a factbook file, without markup; "" where there is none."""
    node = json.loads(path.read_text("utf-8"))
    for key in keys:
        node = node.get(key, {}) if isinstance(node, dict) else {}
    return plain(str(node.get("text", ""))) if isinstance(node, dict) else ""
