"""The labels that the heads answer with, in the order of their outputs."""

from __future__ import annotations

from enum import IntEnum

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN "
    "PROTEST SANCTION MOBILIZE COERCE ASSAULT TALKS"
).split()
REALITY = ["actual", "hedged", "planned", "hypothetical", "requested", "denied"]
TALKS = (
    "none proposed agreed scheduled opened continued extended mediated stalled ended-no-deal ended-deal "
    "resumed cancelled refused ceasefire violated"
).split()
ASPECT = "none demand pledge guarantee evidence vow warning accusation denial appeal incident".split()
KINDS = (
    "state government official military police delegation armed_group faction party igo ngo company media court "
    "religious civilians protesters criminals people person anonymous other"
).split()
MODES = (
    "yield change withdraw allege disapprove arrest discontinue release third-party meet violence restrict "
    "firearms troops ceasefire access assist heavy-weapons demo aerial visit investigate weapons disarm "
    "explosives expel drone abduct strike return phone seize militia relations police riot convict destroy "
    "deport ban boycott curfew obstruct resign multilateral suicide-attack primitive crowd-control censor "
    "martial-law cyber withhold hunger territory beat assassinate execute massacre sexual misinformation "
    "torture unconventional cleansing "
).split()
FIGURES = ["killed", "injured", "held"]

CUE, RUN = len(TYPES), len(TYPES) + 1
"""The kinds of anchor beside the event types: the cue of a statement, and the first word of a statement without one."""

BIO = 3
"""Tags of one kind of span: outside, begins, goes on."""


class Role(IntEnum):
    """What a candidate can be to an anchor; UNSAID: a party that another sentence names."""

    ACTOR = 0
    RECIPIENT = 1
    SOURCE = 2
    TO = 3
    VIA = 4
    PLACE = 5
    WHEN = 6
    FIGURE = 7
    UNSAID_ACTOR = 8
    UNSAID_RECIPIENT = 9


class Edge(IntEnum):
    """What a word of its sentence can be to an anchor."""

    SAID_START = 0
    SAID_END = 1
    CONTENT_START = 2
    CONTENT_END = 3
    CONDITION_START = 4
    CONDITION_END = 5
    CRITERION = 6


TAGS = {
    "mention": BIO,
    "place": BIO,
    "when": BIO,
    "figure": 1 + 2 * len(FIGURES),
    "anchor": 3,
    "trigger": 1 + len(TYPES),
    "said": 2,
}
"""Outputs a word, and how many classes each has.

`anchor`: none, cue, run; `trigger`: none, then TYPES; `said`: outside and inside the content of a statement.
"""
LABELS = (len(REALITY), len(TALKS), len(ASPECT), len(MODES), len(Edge) - 1)
"""Outputs an anchor, in order; the last are for edges that no word is."""
