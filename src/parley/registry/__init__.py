"""Who is who: states, bodies, groups and people with the offices they held, looked up for a day."""

from parley.registry.answer import Answer, Asked
from parley.registry.entry import Entry, Process, Tenure
from parley.registry.registry import Registry
from parley.registry.who import who

__all__ = ["Answer", "Asked", "Entry", "Process", "Registry", "Tenure", "who"]
