"""Keeping a record: reports, their readings, what failed and what people judged, in SQLite or PostgreSQL."""

from parley.store.adding import key_of
from parley.store.fingerprint import fingerprint
from parley.store.kept import Added, Failed, Kept, Revision, Summary
from parley.store.presence import present
from parley.store.query import Query
from parley.store.searching import Found, Hit
from parley.store.snippets import found_in
from parley.store.store import Store

__all__ = [
    "Added",
    "Failed",
    "Found",
    "Hit",
    "Kept",
    "Query",
    "Revision",
    "Store",
    "Summary",
    "fingerprint",
    "found_in",
    "key_of",
    "present",
]
