"""States: names, adjectives, capitals and seats of power from the codebook; codes from country-codes and our own table.

The codebook's table was itself made from the factbook and country-codes, by `training/states.py`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping

from parley.registry.entry import Entry
from registry_build.places import CODES, OF_CODES, ROOT

STATES = ROOT / "src" / "parley" / "codebook" / "states.json"

# Numbers of the Correlates of War's states; Gleditsch and Ward's differ in the second table only.
COW = (
    "USA 2 CAN 20 BHS 31 CUB 40 HTI 41 DOM 42 JAM 51 TTO 52 BRB 53 DMA 54 GRD 55 LCA 56 VCT 57 ATG 58 KNA 60 MEX 70 "
    "BLZ 80 GTM 90 HND 91 SLV 92 NIC 93 CRI 94 PAN 95 COL 100 VEN 101 GUY 110 SUR 115 ECU 130 PER 135 BRA 140 BOL 145 "
    "PRY 150 CHL 155 ARG 160 URY 165 GBR 200 IRL 205 NLD 210 BEL 211 LUX 212 FRA 220 MCO 221 LIE 223 CHE 225 ESP 230 "
    "AND 232 PRT 235 DEU 255 POL 290 AUT 305 HUN 310 CZE 316 SVK 317 ITA 325 SMR 331 MLT 338 ALB 339 MNE 341 MKD 343 "
    "HRV 344 SRB 345 BIH 346 XKX 347 SVN 349 GRC 350 CYP 352 BGR 355 MDA 359 ROU 360 RUS 365 EST 366 LVA 367 LTU 368 "
    "UKR 369 BLR 370 ARM 371 GEO 372 AZE 373 FIN 375 SWE 380 NOR 385 DNK 390 ISL 395 CPV 402 STP 403 GNB 404 GNQ 411 "
    "GMB 420 MLI 432 SEN 433 BEN 434 MRT 435 NER 436 CIV 437 GIN 438 BFA 439 LBR 450 SLE 451 GHA 452 TGO 461 CMR 471 "
    "NGA 475 GAB 481 CAF 482 TCD 483 COG 484 COD 490 UGA 500 KEN 501 TZA 510 BDI 516 RWA 517 SOM 520 DJI 522 ETH 530 "
    "ERI 531 AGO 540 MOZ 541 ZMB 551 ZWE 552 MWI 553 ZAF 560 NAM 565 LSO 570 BWA 571 SWZ 572 MDG 580 COM 581 MUS 590 "
    "SYC 591 MAR 600 DZA 615 TUN 616 LBY 620 SDN 625 SSD 626 IRN 630 TUR 640 IRQ 645 EGY 651 SYR 652 LBN 660 JOR 663 "
    "ISR 666 SAU 670 YEM 679 KWT 690 BHR 692 QAT 694 ARE 696 OMN 698 AFG 700 TKM 701 TJK 702 KGZ 703 UZB 704 KAZ 705 "
    "CHN 710 MNG 712 TWN 713 PRK 731 KOR 732 JPN 740 IND 750 BTN 760 PAK 770 BGD 771 MMR 775 LKA 780 MDV 781 NPL 790 "
    "THA 800 KHM 811 LAO 812 VNM 816 MYS 820 SGP 830 BRN 835 PHL 840 IDN 850 TLS 860 AUS 900 PNG 910 NZL 920 VUT 935 "
    "SLB 940 KIR 946 TUV 947 FJI 950 TON 955 NRU 970 MHL 983 PLW 986 FSM 987 WSM 990"
)
GW = "DEU 260 YEM 678 SRB 340 KIR 970 NRU 971 TON 972 TUV 973"
AMBIGUOUS = {"COD": ("Congo",), "COG": ("Congo",), "KOR": ("Korea",), "PRK": ("Korea",)}
SHOWN = {"COD": ("Democratic Republic of the Congo",), "COG": ("Republic of the Congo",), "MMR": ("Myanmar",)}
DEMONYMS = {"COD": ("Congolese",), "COG": ("Congolese",), "KOR": ("Korean",), "PRK": ("Korean",), "AFG": ("Afghan",)}
"""Words that the press uses for two states; they stay open without a context."""


def states() -> Iterator[Entry]:
    """Every state and territory with an ISO code, and Kosovo."""
    table = json.loads(STATES.read_text("utf-8"))["states"]
    rows = _code_rows()
    cow, gw = _numbers(COW), _numbers(GW)
    usual = {row["names"][0]: code for code, row in table.items()}
    for code, row in table.items():
        row["names"] = [name for name in row["names"] if usual.get(name, code) == code]
        names = tuple(dict.fromkeys((*SHOWN.get(code, ()), *row["names"], *AMBIGUOUS.get(code, ()))))
        codes = {"iso2": rows.get(code, {}).get("ISO3166-1-Alpha-2", ""), "iso3": code, "cow": cow.get(code, "")}
        codes["gw"] = gw.get(code, codes["cow"])
        yield Entry(
            id=code.lower(),
            name=names[0],
            kind="state",
            country=code,
            aliases=names[1:],
            acronyms=tuple(name.replace(".", "") for name in names[1:] if name.replace(".", "").isupper()),
            wikidata=rows.get(code, {}).get("wikidata_id", "").rpartition("/")[2] or None,
            source=OF_CODES,
            demonyms=tuple(dict.fromkeys((*row["demonyms"], *_plurals(row["demonyms"]), *DEMONYMS.get(code, ())))),
            capitals=tuple(row["capitals"]),
            codes=tuple((name, value) for name, value in codes.items() if value),
        )


def _plurals(words: list[str]) -> list[str]:
    return [word + "s" for word in words if word[-1] in "nirkt"]


def _numbers(table: str) -> Mapping[str, str]:
    parts = table.split()
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _code_rows() -> Mapping[str, Mapping[str, str]]:
    with CODES.open(encoding="utf-8", newline="") as lines:
        return {row["ISO3166-1-Alpha-3"]: row for row in csv.DictReader(lines)}


def factbook_codes() -> Mapping[str, str]:
    """GEC (FIPS 10) code, by which the factbook names its files → ISO alpha-3."""
    return {row["FIPS"].upper(): iso for iso, row in _code_rows().items() if len(row["FIPS"]) == 2} | {"KV": "XKX"}


def independent() -> frozenset[str]:
    """The ISO codes of states proper, which have ministries and armies of their own."""
    named = {iso for iso, row in _code_rows().items() if row["is_independent"] == "Yes"}
    return frozenset(named | {"XKX", "PSE", "TWN"})
