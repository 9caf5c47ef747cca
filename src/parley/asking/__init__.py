"""A record that is asked: its readings linked, what came of it kept, and the words that its lines rest on."""

from parley.asking.cut import Cut
from parley.asking.opened import OpenRecord, open_record

__all__ = ["Cut", "OpenRecord", "open_record"]
