"""What is where: names → places."""

from parley.gazetteer.entry import KINDS, PRECISION, Candidate, Entry, Kind, Way
from parley.gazetteer.index import Gazetteer, shipped
from parley.gazetteer.own import Own, read_own

__all__ = [
    "KINDS",
    "PRECISION",
    "Candidate",
    "Entry",
    "Gazetteer",
    "Kind",
    "Own",
    "Way",
    "read_own",
    "shipped",
]
