"""All disputes of a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.linking.casting import Casting
from parley.linking.disputes.announced import announced
from parley.linking.disputes.asked import asked
from parley.linking.disputes.began import began
from parley.linking.disputes.blame import blame
from parley.linking.disputes.charges import charges
from parley.linking.disputes.figures import figures
from parley.linking.disputes.hours import hours
from parley.linking.disputes.lengths import lengths
from parley.linking.disputes.lines import Book
from parley.linking.disputes.names import names
from parley.linking.disputes.parts import parts
from parley.linking.disputes.results import results
from parley.linking.disputes.sittings import sittings
from parley.linking.disputes.sizes import sizes
from parley.linking.disputes.states import states
from parley.linking.disputes.truces import truces
from parley.linking.talks.finding import Found
from parley.record import Demand, Dispute, Incident, Origin, Reading

__all__ = ["disputes"]


def disputes(
    readings: Sequence[Reading],
    casting: Casting,
    origins: Sequence[Origin],
    incidents: Sequence[Incident],
    talks: Found,
    demands: Sequence[Demand],
) -> tuple[Dispute, ...]:
    """Every slot of an incident, of talks or of a demand of which rival values are claimed, by the day of the first.

    The order of the readings does not matter.
    """
    book = Book(readings, casting, origins)
    found = [
        *_of_incidents(book, incidents),
        *states(talks.named, talks.claims, book),
        *results(talks.named, talks.claims, book),
        *truces(talks.named, talks.claims, book),
        *sittings(talks.named, book),
        *lengths(talks.named, book),
        *sizes(talks.named, book),
        *hours(talks.named, book),
        *announced(talks.claims, book),
        *asked(demands, book),
        *blame(talks.named, talks.claims, book),
        *charges(book),
    ]
    return tuple(sorted(found, key=lambda one: (str(one.versions[0].evidence[0].day), one.id)))


def _of_incidents(book: Book, incidents: Sequence[Incident]) -> Iterator[Dispute]:
    for incident in incidents:
        lines = book.lines(incident.members)
        yield from figures(incident, lines, book)
        yield from parts(incident, lines)
        yield from names(incident, lines)
        yield from began(incident, lines, book)
