"""Office-holders of 1990 to 2014 from the Phoenix dictionary of countries, which gives days and sectors, no titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from parley.registry.entry import Entry, Tenure
from registry_build.people import person
from registry_build.places import DICTIONARIES, OF_COUNTRIES, SEEN

SECTORS = {"GOV": "member of government", "GOVMIL": "military official", "SPY": "intelligence official",
           "GOVSPY": "intelligence official", "GOVJUD": "justice official", "GOVCOP": "police official"}  # fmt: skip
ROLE = re.compile(r"\[([A-Z]{3})([A-Z]+) (?:(>|<)?(\d{6,8})(?:-(\d{6,8}))?)\]")
OTHER_CODES = {"GER": "DEU", "ROM": "ROU", "SUD": "SDN", "TMP": "TLS", "KSV": "XKX", "PAL": "PSE"}
OLDEST = "1990"


def old_people(states: Mapping[str, Entry]) -> Iterator[Entry]:
    """One entry for each tenure since 1990; `merge` joins them."""
    name: str | None = None
    for line in (DICTIONARIES / "Phoenix.Countries.actors.txt").read_text("latin-1").splitlines():
        bare = line.split("#")[0].split(";")[0].rstrip()
        if bare and not bare[0].isspace() and bare[0] not in "+#":
            name = " ".join(re.sub(r"\[.*", "", bare).replace("_", " ").split()).title()
        for iso, sector, sign, start, end in ROLE.findall(line):
            code = OTHER_CODES.get(iso, iso)
            since, until = _dates(sign, start, end)
            known = name and " " in name and code in states and sector in SECTORS
            if name and known and (until or since or "") >= OLDEST:
                tenure = Tenure(SECTORS[sector], code.lower(), since, until, OF_COUNTRIES, SEEN[OF_COUNTRIES])
                yield person(name, code, tenure)


def _dates(sign: str, start: str, end: str) -> tuple[str | None, str | None]:
    if sign == "<":
        return None, _iso(start)
    return _iso(start), _iso(end) if end else None


def _iso(digits: str) -> str:
    """The ISO day of YYMMDD or YYYYMMDD; the dictionary ends in 2014, so later years are of the last century."""
    if len(digits) == 6:
        digits = ("20" if digits[:2] <= "14" else "19") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"
