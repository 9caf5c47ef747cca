"""When somebody was here last, for what changed since."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import insert, select, update

from parley.errors import NotWritable
from parley.store.store import Store
from parley.store.tables import visit
from parley.store.users import key_of_name

__all__ = ["BREAK", "LOCAL", "last_visit", "mark_seen"]

LOCAL = ""
"""Who works on a record without users."""

BREAK = timedelta(hours=1)
"""Who looks at nothing for so long has gone; looking again is another visit."""
_NOTED = timedelta(minutes=1)


def last_visit(store: Store, who: str = LOCAL, *, now: datetime) -> datetime | None:
    """When the visit before this one ended, the same for as long as this one lasts; None on the first.

    It is noted that somebody, by a user's name, is here, unless the record is read-only.
    """
    key = key_of_name(who)
    with store.reading() as connection:
        row = connection.execute(select(visit).where(visit.c.who == key)).first()
    if row and now - row.seen < _NOTED:
        before: datetime | None = row.before
        return before
    try:
        return _noted(store, key, now)
    except NotWritable:
        return row.seen if row else None


def mark_seen(store: Store, who: str = LOCAL, *, until: datetime, now: datetime) -> None:
    """Somebody has seen what there was until a moment: only what came later is new to them; never back to an earlier
    one. Raises NotWritable."""
    mine = visit.c.who == key_of_name(who)
    with store.writing() as connection:
        row = connection.execute(select(visit).where(mine)).first()
        if row is None:
            connection.execute(insert(visit).values(who=key_of_name(who), before=until, seen=now))
        elif row.before is None or row.before < until:
            connection.execute(update(visit).where(mine).values(before=until, seen=max(now, row.seen)))


def _noted(store: Store, key: str, now: datetime) -> datetime | None:
    mine = visit.c.who == key
    with store.writing() as connection:
        row = connection.execute(select(visit).where(mine)).first()
        if row is None:
            connection.execute(insert(visit).values(who=key, before=None, seen=now))
            return None
        before: datetime | None = row.seen if now - row.seen >= BREAK else row.before
        connection.execute(update(visit).where(mine).values(before=before, seen=max(now, row.seen)))
        return before
