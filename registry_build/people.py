"""People and the offices they held: cabinets with days, heads of state and government, lists of one day."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from collections.abc import Iterator, Mapping

from parley.registry.entry import Entry, Tenure
from parley.registry.roles import plain_title, roles
from registry_build.bodies import factbook_text
from registry_build.places import (
    CABINETS,
    FACTBOOK,
    LEADERS_2019,
    OF_CABINETS,
    OF_FACTBOOK,
    OF_LEADERS,
    SEEN,
)
from registry_build.states import factbook_codes, independent
from registry_build.text import iso_date, slug, titled

# Folder of the cabinets → state; "world" holds the offices of international bodies.
COUNTRIES = dict(
    part.split("=")
    for part in (
        "armenia-ministers=ARM azerbaijan-cabinet=AZE bangladesh-ministers=BGD belarus-ministers=BLR "
        "bosnia-herzegovina-ministers=BIH burkina-faso=BFA central-african-republic=CAF china-ministers=CHN "
        "congo-kinshasa-ministers=COD egypt-ministers=EGY ethiopia-ministers=ETH france-cabinet=FRA "
        "georgia-ministers=GEO india-ministers=IND iran-ministers=IRN iraq-ministers=IRQ israel-ministers=ISR "
        "japan-ministers=JPN jordan-ministers=JOR kenya=KEN kosovo-cabinet=XKX mozambique=MOZ myanmar-ministers=MMR "
        "niger-ministers=NER nigeria=NGA north-korea=PRK pakistan-ministers=PAK philippines-ministers=PHL "
        "russia-cabinet=RUS saudi-ministers=SAU serbia-ministers=SRB somalia-cabinet=SOM south-korea-ministers=KOR "
        "south-sudan=SSD sri-lanka-cabinet=LKA sudan=SDN syria=SYR turkey-ministers=TUR uae-ministers=ARE "
        "ukraine-cabinet=UKR united-kingdom-cabinet=GBR us-cabinet=USA venezuela=VEN yemen=YEM"
    ).split()
)
BODY_OF_ROLE = {
    "defence minister": "ministry-of-defence",
    "foreign minister": "ministry-of-foreign-affairs",
    "interior minister": "ministry-of-interior",
    "information minister": "ministry-of-information",
    "finance minister": "ministry-of-finance",
    "justice minister": "ministry-of-justice",
    "president": "presidency",
    "premier": "prime-ministers-office",
    "army chief": "army",
    "armed chief forces": "armed-forces",
}
HEAD = re.compile(r"^(.*?)\s*\(since ([^)]*)\)")
SPELLED = re.compile(r";? also spelled ([^(;]+)")
NO_TITLE = re.compile(r"^(?:overall |\[so-called\] )|,.*$")


def body_of(title: str, iso: str | None) -> str | None:
    """The body that an office is of, where every state has it; else the state."""
    if iso is None:
        return None
    ending = next((BODY_OF_ROLE[one] for one in roles(title) if one in BODY_OF_ROLE), None)
    return f"{iso.lower()}-{ending}" if ending else iso.lower()


def person(
    name: str, iso: str | None, tenure: Tenure, wikidata: str | None = None, aliases: tuple[str, ...] = ()
) -> Entry:
    """Somebody who held an office."""
    id_ = f"{iso.lower()}-{slug(name)}" if iso else slug(name)
    return Entry(id_, name, "official", iso, aliases, offices=(tenure,), wikidata=wikidata, source=tenure.source)


def cabinets(states: Mapping[str, Entry]) -> Iterator[Entry]:
    """Every tenure of the cabinets since 2000, one entry each: `merge` joins them."""
    for folder, iso in sorted(COUNTRIES.items()):
        names = (*states[iso].names(), *states[iso].demonyms)
        with (CABINETS / folder / "html" / "holders21.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if not row["person"] or not row["position"] or re.fullmatch(r"Q\d+", row["person"]):
                    continue
                title = plain_title(row["position"], names)
                tenure = Tenure(
                    title, body_of(title, iso), row["start"] or None, row["end"] or None, OF_CABINETS, SEEN[OF_CABINETS]
                )
                yield person(row["person"], iso, tenure, row["personID"] or None)


def world_offices() -> Iterator[Entry]:
    """Holders of offices of international bodies."""
    with (CABINETS / "world" / "html" / "holders21.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            body = "un" if "United Nations" in row["position"] else None
            title = plain_title(row["position"], ("United Nations",))
            tenure = Tenure(title, body, row["start"] or None, row["end"] or None, OF_CABINETS, SEEN[OF_CABINETS])
            yield person(row["person"], None, tenure, row["personID"] or None)


def heads(states: Mapping[str, Entry]) -> Iterator[Entry]:
    """Heads of state and government in 2026, with the day they took office."""
    codes, proper = factbook_codes(), independent()
    for path in sorted(FACTBOOK.glob("*/*.json")):
        iso = codes.get(path.stem.upper())
        for key in ("chief of state", "head of government") if iso in proper & states.keys() else ():
            text = factbook_text(path, "Government", "Executive branch", key)
            if "CHARLES III" in text and iso != "GBR":
                continue  # the same man in fourteen realms more
            for part in re.split(r";\s+|,\s+(?=[A-Z][a-z]+ Minister)", SPELLED.sub("", text)):
                found = HEAD.match(part)
                if found and iso and (named := _head(found.group(1))):
                    title, name = named
                    since = iso_date(found.group(2))
                    tenure = Tenure(title, body_of(title, iso), since, None, OF_FACTBOOK, SEEN[OF_FACTBOOK])
                    spelled = SPELLED.findall(text)
                    yield person(name, iso, tenure, aliases=tuple(_also(name, one) for one in spelled))


TITLE = re.compile(
    r"^((?:(?:[A-Z][\w'.-]*|of|the|and|for|in|[a-z]{2,3})\s+)*?"
    r"(?:President|Minister|King|Queen|Emir|Amir|Sultan|Premier|Leader|Chair|Chairperson|Chairman|Chancellor|Prince|"
    r"Governor|General|Captain|Council|Princess|Duke|Pope|Taoiseach|Head|Member|Executive|Administrator|Forces))\s+"
)
RANK = re.compile(
    r"^(?:(?:General|Gen\.|Dr\.|Lt\.?|Col\.?|Brig\.|Marshal|Field|Sir|Dame|Captain|Army|Capt\.|Maj\.)\s+)+"
)


def _head(text: str) -> tuple[str, str] | None:
    """Title and name of "Prime Minister Muhammad Shehbaz SHARIF"; None where no family name is in capitals."""
    if not re.search(r"\b[A-Z][A-Z'-]{1,}\b", text):
        return None
    title, rest = "", text.strip()
    while (found := TITLE.match(rest)) and rest[found.end() :]:
        title, rest = f"{title} {found.group(1)}".strip(), rest[found.end() :]
    name = titled(RANK.sub("", NO_TITLE.sub("", rest)).strip())
    return (title, name) if title and name else None


def _also(name: str, surname: str) -> str:
    return f"{name.rsplit(' ', 1)[0]} {titled(surname.strip())}"


def list_of_2019(states: Mapping[str, Entry]) -> Iterator[Entry]:
    """The ministers of every state on one day of June 2019: it tells of that month only."""
    by_name = {name: iso for iso, state in states.items() for name in state.names()} | OTHER_NAMES
    with zipfile.ZipFile(LEADERS_2019) as archive:
        offices = json.loads(archive.read("dist/json/government-offices.json"))
    for office in offices.values():
        title = str(office["datatypeProperties"].get("http://williamrobertfunk.com/ontologies/world-leaders#title", ""))
        country, names = _held_by(office)
        iso = by_name.get(re.sub(r"^(.*), The$", r"\1", country))
        title = _spelled_out(title)
        for name in names if iso and title else ():
            clean = titled(re.sub(r",.*$|\(.*?\)", "", RANK.sub("", name)).strip())
            if len(clean.split()) > 1:
                tenure = Tenure(title, body_of(title, iso), None, None, OF_LEADERS, SEEN[OF_LEADERS])
                yield person(clean, iso, tenure)


OTHER_NAMES = {
    "Burma": "MMR", "Congo, Democratic Republic of the": "COD", "Congo, Republic of the": "COG", "Korea, North": "PRK",
    "Korea, South": "KOR", "Cote d'Ivoire": "CIV", "Macedonia": "MKD", "North Macedonia": "MKD", "Gambia, The": "GMB",
    "Bahamas, The": "BHS", "Czech Republic": "CZE", "Swaziland": "SWZ", "Eswatini": "SWZ", "Turkey": "TUR",
}  # fmt: skip
SHORT = {
    "Min.": "Minister", "Dep.": "Deputy", "Pres.": "President", "Sec.": "Secretary",
    "Gen.": "General", "Dir.": "Director", "Govt.": "Government", "Intl.": "International",
    "Natl.": "National", "Chmn.": "Chairman", "Cdr.": "Commander", "Asst.": "Assistant",
    "Prime Min.": "Prime Minister", "Vice Pres.": "Vice President", "Dept.": "Department",
}  # fmt: skip


def _spelled_out(title: str) -> str:
    for short, full in SHORT.items():
        title = title.replace(short, full)
    return title.strip(" ,")


def _held_by(office: Mapping[str, object]) -> tuple[str, list[str]]:
    """The country of an office, and those who hold it."""
    country, names = "", []
    for relation in office["objectProperties"]:  # type: ignore[attr-defined]
        for kind, target in relation.items():
            label = str(target.get("http://www.w3.org/2000/01/rdf-schema#label", ""))
            if kind.endswith("#hasCountry"):
                country = label
            elif kind.endswith("#hasGovernmentOfficial"):
                names.append(label)
    return country, names
