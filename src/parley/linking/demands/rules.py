"""Which events are moves of which demand: the table that docs/rules.md shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from parley.record import Event
from parley.record.demand import DemandKind, MoveKind

__all__ = ["MOVES", "Part", "part_of", "row"]

Voice = Literal["ask", "give", "show", "answer", "echo"]
"""ask: wanted of another; give: promised by oneself; show: evidence; answer: the other's reply, which opens nothing;
echo: the act itself that another word of its sentence asks for."""
ANSWERS = frozenset("change yield meet assist".split())
"""Modes of a refusal that has something to refuse."""
SURE = ("actual", "hedged")
TOLD = ("actual", "hedged", "planned", "hypothetical", "requested")


@dataclass(frozen=True, slots=True)
class Part:
    """What an event is in the life of a demand."""

    voice: Voice
    kind: DemandKind
    move: MoveKind


@dataclass(frozen=True, slots=True)
class Rule:
    """Events of these types, aspects and realities ("-" stands for no aspect) play that part; the first rule that fits
    counts."""

    types: str
    aspects: str
    realities: tuple[str, ...]
    part: Part


ANY = "*"
MOVES: tuple[Rule, ...] = (
    Rule("REJECT", "evidence", SURE, Part("show", "evidence", "rejected")),
    Rule("CONCEDE AGREE SUPPORT", "evidence", ("denied",), Part("show", "evidence", "rejected")),
    Rule("CONCEDE AGREE SUPPORT", "evidence", TOLD, Part("show", "evidence", "acknowledged")),
    Rule(ANY, "evidence", TOLD, Part("show", "evidence", "raised")),
    Rule("REQUEST", "appeal", TOLD, Part("ask", "appeal", "raised")),
    Rule("REQUEST", ANY, TOLD, Part("ask", "demand", "raised")),
    Rule("REJECT SANCTION", "guarantee", TOLD, Part("give", "guarantee", "withheld")),
    Rule("TALKS CONSULT", "guarantee", TOLD, Part("answer", "guarantee", "acknowledged")),
    Rule(ANY, "guarantee", ("denied",), Part("give", "guarantee", "withheld")),
    Rule(ANY, "guarantee", TOLD, Part("give", "guarantee", "raised")),
    Rule("CONCEDE", "pledge", SURE, Part("answer", "pledge", "accepted")),
    Rule(ANY, "pledge", ("denied",), Part("answer", "pledge", "broken")),
    Rule(ANY, "pledge", TOLD, Part("give", "pledge", "raised")),
    Rule("AGREE CONCEDE", "-", ("denied",), Part("answer", "pledge", "rejected")),
    Rule("AGREE", "-", TOLD, Part("give", "pledge", "raised")),
    Rule("CONCEDE", "-", SURE, Part("answer", "pledge", "accepted")),
    Rule("RETREAT", "-", SURE, Part("answer", "pledge", "fulfilled")),
    Rule("RETREAT SANCTION COERCE AID COOPERATE", "- demand appeal", ("requested",), Part("echo", "demand", "raised")),
)
"""In words: docs/rules.md, "Moves of a demand"."""


def part_of(event: Event) -> Part | None:
    """The part that an event plays; None for most."""
    if event.type == "REJECT" and event.aspect not in ("evidence", "guarantee"):
        refuses = ANSWERS & set(event.modes) or event.aspect is None or event.recipients
        return Part("answer", "demand", "rejected") if refuses else None
    if event.talks == "violated":
        return None
    return _part(event.type, event.aspect or "-", event.reality)


@lru_cache(4096)
def _part(type_: str, aspect: str, reality: str) -> Part | None:
    return next((rule.part for rule in MOVES if _fits(rule, type_, aspect, reality)), None)


def _fits(rule: Rule, type_: str, aspect: str, reality: str) -> bool:
    types, aspects = rule.types.split(), rule.aspects.split()
    return (ANY in types or type_ in types) and (ANY in aspects or aspect in aspects) and reality in rule.realities


def row(rule: Rule) -> str:
    """A rule as a line of the table in docs/rules.md."""
    types, aspects = (cells.replace(ANY, "any") for cells in (rule.types, rule.aspects))
    part = rule.part
    cells = (types, aspects, " ".join(rule.realities), part.voice, part.kind, part.move)
    return f"| {' | '.join(cells)} |"
