"""How a finding is put in words for people to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parley.record import Actor, Event, Figure, Party, Place, Reading, Report, Span, Statement, When

PAPER = "the paper"
"""Whose word it is where an event is told in the report's own voice."""

_WITH_SIDE = frozenset({"person", "official", "military", "police", "delegation", "faction"})
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Characters that make what follows run the other way, or stand for what it is not."""
_CONTROL = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0), *_TURNING) if chr(code) not in "\n\t"}
_CLOSES = {"“": "”", '"': '"', "«": "»", "„": "“"}
_INNER = str.maketrans("“”", "‘’")
_STRAIGHT = re.compile('"([^"]*)"')
_STATES = {None: "unknown", "ended-no-deal": "ended without a deal", "ended-deal": "ended with a deal"}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def state_words(state: str | None) -> str:
    """A state as it is read: "ended without a deal"; None is unknown, and what is no state stays as it is."""
    return _STATES.get(state, state or "")


def statement_number(index: int) -> str:
    """The mark of a statement, counted from 1."""
    return str(index + 1).translate(_SUPERSCRIPT)


def event_number(index: int) -> str:
    """The mark of an event, counted from 1."""
    return str(index + 1).translate(_SUBSCRIPT)


def shown(text: str) -> str:
    """The text with characters that control, or turn its direction, as U+FFFD: they could do harm. Nothing moves."""
    return text.translate(_CONTROL)


def quoted(said: str) -> str:
    """Words in quotation marks: one pair, whatever marks they bring; those of a quotation inside become single ones."""
    ends = _CLOSES.get(said[:1])
    end = said.find(ends, 1) if ends else None
    if end == len(said) - 1:
        return said
    if end == -1:
        return f"{said}{ends}"  # cut short
    if "“" not in said and said.find("”") == len(said) - 1 > 0:
        return f"“{said}"
    inner = _STRAIGHT.sub(r"‘\1’", said).translate(_INNER)
    return f"“{inner}”"


def words(span: Span, report: Report) -> str:
    """What a span quotes, on one line."""
    return " ".join(shown(span.quote(report)).split())


def pieces(spans: Iterable[Span], report: Report) -> str:
    """What several spans quote, with … between them."""
    return " … ".join(words(span, report) for span in spans)


def headline(report: Report) -> str:
    """The title, or else the first words."""
    if report.title:
        return shown(report.title)
    first = shown(report.text).strip().split("\n", 1)[0]
    return first if len(first) <= 80 else f"{first[:79].rsplit(' ', 1)[0]} …"


def provenance(report: Report) -> str:
    """Outlet, day and dateline, as far as they are known."""
    outlet = report.outlet and (report.outlet.name or report.outlet.site)
    day = f"{report.published.day} {report.published:%B %Y}" if report.published else "no date"
    return " · ".join(shown(part) for part in (outlet, day, report.dateline, *report.credits) if part)


def name_of(party: Party, reading: Reading) -> str:
    """The actor's name and side; for those without a name the words for them, in quotation marks."""
    actor = reading.actors.get(party.actor)
    if actor and actor.name:
        return shown(_with_side(actor, actor.name, reading))
    span = party.span or next((one.span for one in reading.mentions if one.actor == party.actor), None)
    if span:
        known = f" = {shown(actor.known_as)}" if actor and actor.known_as else ""
        return f"{quoted(words(span, reading.report))}{known}"
    return f"unnamed {actor.kind.replace('_', ' ')}" if actor else "unnamed"


def names_of(parties: Iterable[Party], reading: Reading) -> str:
    """Several actors' names, each once."""
    return ", ".join(dict.fromkeys(name_of(party, reading) for party in parties))


def side_of(actor: Actor, reading: Reading) -> Actor | None:
    """The actor at the end of the `acts_for` chain; None for one who acts for nobody."""
    seen = {actor.id}
    side = None
    while actor.acts_for and actor.acts_for not in seen and actor.acts_for in reading.actors:
        seen.add(actor.acts_for)
        actor = side = reading.actors[actor.acts_for]
    return side


def short_name_of(party: Party, reading: Reading) -> str:
    """The actor's name without the side."""
    actor = reading.actors.get(party.actor)
    return shown(actor.name) if actor and actor.name else name_of(party, reading)


def _with_side(actor: Actor, name: str, reading: Reading) -> str:
    """People and offices with whom they act for; of others the name tells enough."""
    side = side_of(actor, reading) if actor.kind in _WITH_SIDE else None
    return f"{name} ({side.name})" if side and side.name and side.name not in name else name


def source_of(statement: Statement, reading: Reading) -> str:
    """Who says it, to whom and through whom."""
    parts = [name_of(statement.source, reading) if statement.source else "source not named"]
    if statement.to:
        parts.append(f"to {names_of(statement.to, reading)}")
    if statement.via:
        parts.append(f"via {names_of(statement.via, reading)}")
    return ", ".join(parts)


def certainty_of(index: int, reading: Reading) -> str:
    """How the source presents what is inside the statement: the `reality` of its events."""
    return ", ".join(dict.fromkeys(event.reality for event in reading.events if event.statement == index))


def whose_word(event: Event, reading: Reading) -> str:
    """Who says that it happened: the source of the statement it stands in, or the paper."""
    if event.statement is None:
        return PAPER
    source = reading.statements[event.statement].source
    return f"{short_name_of(source, reading) if source else 'not named'}{statement_number(event.statement)}"


def labels_of(event: Event) -> Iterator[str]:
    """What it says of the talks, its aspect and its modes."""
    if event.talks:
        yield f"talks: {state_words(event.talks)}"
    if event.aspect:
        yield event.aspect
    yield from event.modes


def parties_of(event: Event, reading: Reading) -> str:
    """Who → whom; joint parties without a recipient stand alone."""
    who, whom = names_of(event.actors, reading), names_of(event.recipients, reading)
    if not whom:
        return who
    return f"{who or '?'} → {whom}"


def terms_of(event: Event, reading: Reading) -> Iterator[str]:
    """The content, condition and criteria, each with its name."""
    for name, spans in (("what", event.content), ("if", event.condition), ("criteria", event.criteria)):
        if spans:
            yield f"{name}: {pieces(spans, reading.report)}"


def place_of(places: Iterable[Place], report: Report) -> str:
    """The words that say where, with the country, and the name where it is another."""
    return ", ".join(dict.fromkeys(_place(place, report) for place in places))


def _place(place: Place, report: Report) -> str:
    said = words(place.span, report)
    name = shown(place.name) if place.name and place.name not in said else None
    known = ", ".join(part for part in (name, place.country) if part and part not in said)
    return f"{said} ({known})" if known else said


def time_of(times: Iterable[When], report: Report) -> str:
    """The dates; where one is unknown, the words."""
    return ", ".join(dict.fromkeys(_time(when, report) for when in times))


def _time(when: When, report: Report) -> str:
    return when.date.replace("/", " – ") if when.date else f"{words(when.span, report)} (?)"


def figures_of(event: Event, report: Report) -> str:
    """The killed, injured and held, as numbers where the words give any."""
    named = (("killed", event.killed), ("injured", event.injured), ("held", event.held))
    return ", ".join(f"{name} {_figure(figure, report)}" for name, figures in named for figure in figures)


def _figure(figure: Figure, report: Report) -> str:
    low, high = figure.low, figure.high
    if low is None and high is None:
        return quoted(words(figure.span, report))
    if low == high:
        return f"{low:,}"
    if high is None:
        return f"≥ {low:,}"
    return f"≤ {high:,}" if low is None else f"{low:,}–{high:,}"
