"""Incidents: events in different reports, and twice in one, that are the same happening."""

from __future__ import annotations

from collections.abc import Sequence

from parley.linking.casting import Casting
from parley.linking.incidents.book import Book
from parley.record import Incident, Origin, Reading

__all__ = ["Book", "incidents"]


def incidents(readings: Sequence[Reading], casting: Casting, origins: Sequence[Origin] = ()) -> tuple[Incident, ...]:
    """The incidents that the readings tell of, those of one event included, in the order in which they were told.

    Events that are filed under the talks or the demands are left out. The order of the readings does not matter.
    """
    book = Book()
    book.update(readings, casting, origins)
    return book.incidents()
