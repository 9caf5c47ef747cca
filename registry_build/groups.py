"""Armed groups and parties as the factbook lists them, and international bodies from the Phoenix dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from parley.registry.entry import Entry
from parley.registry.folding import fold
from parley.registry.roles import HEADS
from registry_build.bodies import factbook_text
from registry_build.places import DICTIONARIES, FACTBOOK, OF_FACTBOOK, OF_INTERNATIONAL
from registry_build.states import factbook_codes
from registry_build.text import slug

IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
OR_SHORT = re.compile(r"^(.*?) or ([A-Z][\w*/-]{0,12})$")
NOTE = re.compile(r"\s*(?:note\b|\(includes|\(alliance|\(coalition|\(\d{4}\)).*", re.IGNORECASE)
KEPT = re.compile(r"\[((?:IGO|NGO)[A-Z]*)\]")
CAPITALS = frozenset("UN NATO EU US UK OPEC ASEAN AIDS WHO OECD BBC CARE YMCA YWCA WWF USA OSCE IAEA".split())
PERSON = re.compile(r"^(?:MR|MRS|PRESIDENT|SECRETARY|GENERAL|LORD|SIR|DR|KING|POPE|PRINCE|BARON)_")


def armed_groups() -> Iterator[Entry]:
    """Every group of the factbook's sections on terrorism, once; its branches by state are aliases of none."""
    found: dict[str, Entry] = {}
    for path in sorted(FACTBOOK.glob("*/*.json")):
        for part in factbook_text(path, "Terrorism", "Terrorist group(s)").split(";"):
            name, brackets = _without_brackets(part)
            name = re.sub(r"\s+[–-]\s+.*$", "", name).strip(" .*")
            if len(name) < 4 or name.startswith("note"):
                continue
            acronyms = tuple(
                one for one in brackets if re.fullmatch(r"[A-Z][A-Za-z0-9/-]{1,10}", one) and not one.islower()
            )
            aliases = tuple(one for one in brackets if one not in acronyms and len(one) > 3)
            short = tuple(one for one in acronyms if sum(map(str.isupper, one)) > 1)
            aliases += tuple(one for one in acronyms if one not in short)
            new = Entry(slug(name), name, "armed_group", None, aliases, short, source=OF_FACTBOOK)
            known = found.get(new.id)
            found[new.id] = _joined(known, new) if known else new
    yield from found.values()


def _joined(old: Entry, new: Entry) -> Entry:
    return replace(
        old,
        aliases=tuple(dict.fromkeys((*old.aliases, *new.aliases))),
        acronyms=tuple(dict.fromkeys((*old.acronyms, *new.acronyms))),
    )


def _without_brackets(text: str) -> tuple[str, list[str]]:
    """A name, and the words that stood in brackets behind it."""
    inside = [one.strip() for part in IN_BRACKETS.findall(text) for one in re.split(r",| or ", part)]
    return " ".join(IN_BRACKETS.sub(" ", text).split()), [one for one in inside if one]


def parties(states: Mapping[str, Entry]) -> Iterator[Entry]:
    """The parties of every state, with their acronyms."""
    codes = factbook_codes()
    for path in sorted(FACTBOOK.glob("*/*.json")):
        iso = codes.get(path.stem.upper())
        if iso in states:
            for line in _lines(path):
                if entry := _party(line, str(iso)):
                    yield entry


def _lines(path: object) -> list[str]:
    import html
    import json
    from pathlib import Path

    book = json.loads(Path(str(path)).read_text("utf-8"))
    text = book.get("Government", {}).get("Political parties", {}).get("text", "")
    return re.split(r"<br\s*/?>|</p>", html.unescape(text).replace("’", "'"))


def _party(line: str, iso: str) -> Entry | None:
    plain = " ".join(NOTE.sub("", re.sub(r"<[^>]+>", "", line)).split())
    name, brackets = _without_brackets(plain)
    short: tuple[str, ...] = ()
    found = OR_SHORT.match(name)
    if found:
        name, short = found.group(1), (found.group(2).strip("*"),)
    if not 4 < len(name) < 70 or ":" in name or len(name.split()) > 9 or not name[0].isupper():
        return None
    aliases = tuple(one for one in brackets if 4 < len(one) < 60 and one[0].isupper())
    return Entry(f"{iso.lower()}-{slug(name)}", name, "party", iso, aliases, short, source=OF_FACTBOOK)


def international() -> Iterator[Entry]:
    """Organisations of states and charities; companies and people of that dictionary are left out."""
    head: str | None = None
    names: list[str | None] = []
    text = (DICTIONARIES / "Phoenix.International.actors.txt").read_text("latin-1")
    for line in text.splitlines():
        bare = line.split("#")[0].split(";")[0].rstrip()
        code = KEPT.search(bare)
        if bare and not bare[0].isspace() and bare[0] not in "+#[":
            head, names = _name(bare), []
        elif bare.startswith("+"):
            names.append(_name(bare[1:]))
        if code and head and " " in head and not HEADS & set(fold(head).split()) and not re.search(r"\d{6}", bare):
            kind = "igo" if code.group(1).startswith("IGO") else "ngo"
            long = [name for name in names if name and " " in name]
            short = [name for name in names if name and " " not in name and name.isupper() and 1 < len(name) < 9]
            yield Entry(slug(head), head, kind, None, tuple(long), tuple(short), source=OF_INTERNATIONAL)
            head = None


def _name(raw: str) -> str | None:
    """A name of the dictionary as people write it; None for what is a person's by its title."""
    bare = re.sub(r"\[.*", "", raw).strip().strip("_")
    if not bare or PERSON.match(bare):
        return None
    words = bare.replace("_", " ").split()
    if len(words) == 1:
        return words[0]
    small = {"of", "the", "for", "and", "on", "in", "to", "de", "des", "du", "la", "against"}
    cased = [
        w if w in CAPITALS else w.lower() if fold(w) in small and n else w.capitalize() for n, w in enumerate(words)
    ]
    return " ".join(cased)
