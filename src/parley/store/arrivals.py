"""When reports were filed, without what is in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from parley.store.store import Store
from parley.store.tables import report

__all__ = ["Arrivals", "arrivals"]


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Around a moment: when the last report before it was filed (UTC), None where none was; whether any was since."""

    before: datetime | None
    since: bool


def arrivals(store: Store, moment: datetime) -> Arrivals:
    """Whether there can be anything new since a moment: two with the same report before them divide a record alike."""
    earlier = select(func.max(report.c.added)).where(report.c.added < moment)
    later = select(report.c.seq).where(report.c.added >= moment).limit(1)
    with store.reading() as connection:
        return Arrivals(connection.scalar(earlier), connection.execute(later).first() is not None)
