"""What a record holds, as one short text: what is made of the same readings and judgements need not be made again."""

from __future__ import annotations

import hashlib

from sqlalchemy import select

from parley.store.faults import told
from parley.store.opening import reading as transaction
from parley.store.store import Store
from parley.store.tables import judgement, reading, report

__all__ = ["fingerprint"]


def fingerprint(store: Store) -> str:
    """A hash of all versions of all reports, which of them are present, who read them, and of the log of judgements.

    Of a record of 10,000 reports it takes some hundredths of a second: the texts are not looked at. Raises StoreError.
    """
    read = (
        select(report.c.key, report.c.id, report.c.current, reading.c.model, reading.c.seq)
        .select_from(report.outerjoin(reading, reading.c.report == report.c.seq))
        .order_by(report.c.key, reading.c.seq)
    )
    judged = select(judgement.c.id).order_by(judgement.c.at, judgement.c.id)
    made = hashlib.sha256()
    with told(store.place.name), transaction(store.engine) as connection:
        for query in (read, judged):
            for row in connection.execute(query):
                made.update("\x00".join(map(str, row)).encode() + b"\n")
            made.update(b"\n")
    return made.hexdigest()
