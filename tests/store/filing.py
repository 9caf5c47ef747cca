"""Reports to file, and all that a record holds to compare."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from parley.record import Outlet, Report, content_id
from parley.store import Added, Kept, Revision, Store

NOON = datetime(2031, 3, 6, 12, tzinfo=UTC)
WIRE = Outlet("Harbour Wire")
TEXT = "The Northern Front said on Thursday that it would return to the talks if the army left Harad by the weekend."
OTHER = "At least 12 people were killed in a market of Tirana on Monday, police and two doctors told this newspaper."


def report(
    text: str, given: str | None = None, day: int | None = 6, *, title: str | None = None, url: str | None = None
) -> Report:
    """A report of Harbour Wire in March 2031."""
    published = date(2031, 3, day) if day else None
    return Report(given or content_id(text, title, WIRE, published), text, title, WIRE, published, url=url)


def file(store: Store, *reports: Report, model: str = "one") -> list[Added]:
    """What adding them came to, each with findings of its own."""
    return [store.add(one, f'{{"of":{len(one.text)}}}', model=model, at=NOON) for one in reports]


def held(store: Store) -> tuple[list[Kept], list[Revision], list[tuple[str, str]]]:
    """All that a record holds, whenever it was put there."""
    failed = [(one.source, one.reason) for one in store.failures()]
    return list(store.kept(superseded=True)), list(store.revisions()), failed


def ids(reports: Iterable[Report]) -> list[str]:
    """Their ids."""
    return [one.id for one in reports]
