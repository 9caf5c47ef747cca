"""On whom one report rests: a single source, a text that was handed out, or its own reporting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parley.linking.casting import Casting
from parley.linking.names import words
from parley.linking.origins_speakers import Known, Occasion, Speakers
from parley.linking.outlets import House, Outlets
from parley.linking.outlets_credits import agencies, alike, bare, shares_own
from parley.record import Reading, Sentence
from parley.record.origin import OriginKind

__all__ = ["Rests", "is_release", "lent_by", "rests", "states"]

SINGLE = 0.5
"""The share of all that is attributed, from which on one source carries the report."""
ENOUGH = 0.15
"""The share of the text that must at least be attributed to it."""
LEAD = 2
"""The sentences at the top in which the source of the news is named."""
MANY = 3
"""A report that takes from so many other media is a compilation."""
BEHALF = (" on behalf of ", "joint statement by ", "joint statement of ", "joint communiqué of ")


@dataclass(frozen=True, slots=True)
class Rests:
    """What a report as a whole rests on.

    `occasion` is the single source, where there is one, and `share` its part of all that is attributed, 0 to 1;
    `credits` are agencies other than the outlet; `by` are those who speak in a text that was handed out.
    """

    kind: OriginKind
    occasion: Occasion | None = None
    credits: tuple[str, ...] = ()
    share: float = 0.0
    by: tuple[str, ...] = ()


def rests(reading: Reading, known: Known, outlets: Outlets, lent: tuple[str, ...]) -> Rests:
    """What one report rests on, seen by itself; `lent` are the agencies that it credits.

    A government's release is its statement. Else the source in the lead to whom at least half of what is attributed
    goes carries the report, unless it spoke to this outlet. What is left is the outlet's own reporting, or a
    compilation where it takes from several media.
    """
    speakers = Speakers(reading, known)
    issued = _issued(speakers, outlets.of(reading.report.outlet))
    if issued:
        speaker = issued[0] if len(issued) == 1 and not _is_state(issued[0], known.casting) else _desk(reading)
        return Rests("statement", (speaker, reading.report.published), lent, 1.0, issued)
    shares = speakers.shares()
    main = max(shares, key=lambda one: (shares[one], one[0]), default=None)
    if main and _carries(speakers, shares, main):
        share = round(shares[main] / sum(shares.values()), 2)
        return Rests(
            "unnamed source" if _is_unnamed(main, known.casting) else "statement", main, lent, share, (main[0],)
        )
    return Rests("compilation" if len(_media(reading)) >= MANY else "own reporting", None, lent)


def lent_by(reading: Reading, outlets: Outlets) -> tuple[str, ...]:
    """The agencies credited, other than the outlet; none where its own people share the credit."""
    if shares_own(reading):
        return ()
    return tuple(name for name in agencies(reading, outlets) if not _is_outlet(reading, name))


def _is_outlet(reading: Reading, name: str | None) -> bool:
    """Whether that is the outlet that publishes the report."""
    outlet = reading.report.outlet
    return bool(name and outlet and outlet.name and alike(name, outlet.name))


def _carries(speakers: Speakers, shares: Mapping[Occasion, int], main: Occasion) -> bool:
    """Whether one source gives most of the report, is named at the top, and did not speak to this outlet alone."""
    reading = speakers.reading
    length = sum(one.span.end - one.span.start for one in _body(reading)) or len(reading.report.text)
    if shares[main] < SINGLE * sum(shares.values()) or shares[main] < ENOUGH * length:
        return False
    said = [one for at, one in enumerate(reading.statements) if (speakers.of(at) or ("",))[0] == main[0]]
    top = _body(reading)[:LEAD]
    return not _names_itself(reading) and any(
        0 <= one.sentence < len(reading.sentences) and reading.sentences[one.sentence] in top for one in said
    )


def _names_itself(reading: Reading) -> bool:
    """Whether a text speaks of the outlet that prints it: "told Northgate", "a Reuters reporter": it was there."""
    outlet = reading.report.outlet
    name = bare(outlet.name) if outlet and outlet.name else ""
    text = " ".join(one.span.quote(reading.report) for one in _body(reading))
    return bool(name) and f" {name} " in f" {' '.join(words(text))} "


def _body(reading: Reading) -> list[Sentence]:
    return [sentence for sentence in reading.sentences if sentence.body]


def _is_unnamed(main: Occasion, casting: Casting) -> bool:
    known = casting.actors.get(main[0])
    return known is None or known.kind == "anonymous" or not known.names


def _media(reading: Reading) -> frozenset[str]:
    """The other media that something is taken from."""
    parties = [party for said in reading.statements for party in (said.source, *said.via) if party]
    actors = [reading.actors[party.actor] for party in parties if party.actor in reading.actors]
    return frozenset(one.id for one in actors if one.kind == "media" and one.name and not _is_outlet(reading, one.name))


def _issued(speakers: Speakers, house: House | None) -> tuple[str, ...]:
    """Whose statement it is, where a government's own office publishes it; nothing for all other reports."""
    if house is None or not is_release(house):
        return ()
    country = house.country or house.state
    found = _behalf(speakers) or tuple(_officials(speakers, country))[:1]
    return found or (speakers.states.get(country or "") or f"outlet:{house.name}",)


def is_release(house: House | None) -> bool:
    """Whether what a house publishes is its own statement: a government's office."""
    return house is not None and house.kind == "government"


def _officials(speakers: Speakers, country: str | None) -> Iterator[str]:
    """The officials and bodies of that country who are quoted, who is quoted most first."""
    shares, casting = speakers.shares(), speakers.casting
    for speaker, _ in sorted(shares, key=lambda one: (-shares[one], one[0])):
        known = casting.actors.get(speaker)
        if known and known.kind not in ("state", "media", "anonymous"):
            side = casting.actors.get(casting.side(speaker))
            if country is None or country in (known.country, side.country if side else None):
                yield speaker


def _desk(reading: Reading) -> str:
    outlet = reading.report.outlet
    return f"outlet:{(outlet and (outlet.name or outlet.site)) or reading.report.id}"


def _is_state(actor: str, casting: Casting) -> bool:
    known = casting.actors.get(actor)
    return known is not None and known.kind == "state"


def states(casting: Casting) -> Mapping[str, str]:
    """By country the actor that is its state, the first in the alphabet of several."""
    found: dict[str, str] = {}
    for one in casting.actors.values():
        if one.kind == "state" and one.country:
            found[one.country] = min(one.id, found.get(one.country, one.id))
    return found


def _behalf(speakers: Speakers) -> tuple[str, ...]:
    """The sides on whose behalf a text is released, as its first sentence lists them; none for fewer than two."""
    reading, casting = speakers.reading, speakers.casting
    first = next(iter(_body(reading)), None)
    words = first.span.quote(reading.report).casefold() if first else ""
    at = max(words.find(mark) for mark in BEHALF)
    if first is None or at < 0:
        return ()
    named = [one for one in reading.mentions if first.span.covers(one.span) and one.span.start >= first.span.start + at]
    ids = [casting.of(reading.report.id, one.actor) for one in sorted(named, key=lambda one: one.span)]
    sides = tuple(dict.fromkeys(side for one in ids for side in sorted(casting.sides(one))))
    return sides if len(sides) > 1 else ()
