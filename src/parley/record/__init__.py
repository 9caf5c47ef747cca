"""The nouns: frozen dataclasses that need only the standard library."""

from parley.record.actor import Actor, Candidate, Mention, Party
from parley.record.annotation import Annotation, LeftOut
from parley.record.canon import Canon
from parley.record.change import Change
from parley.record.demand import Demand, Move
from parley.record.dispute import Dispute
from parley.record.event import Event, Figure, Place, PlaceCandidate
from parley.record.evidence import Claimant, Evidence, Link, Reason, Ref, Version
from parley.record.failure import Failure
from parley.record.file import Record
from parley.record.incident import Incident, Point, Toll
from parley.record.judgement import Judgement
from parley.record.origin import Copies, Origin, Related
from parley.record.passage import Passage, refind
from parley.record.reading import Provenance, Reading, Sentence
from parley.record.report import Outlet, Report, content_id
from parley.record.span import Span
from parley.record.statement import How, Statement
from parley.record.talks import BoardRow, Round, StatusClaim, Talks, Truce
from parley.record.when import Known, When

__all__ = [
    "Actor",
    "Annotation",
    "BoardRow",
    "Candidate",
    "Canon",
    "Change",
    "Claimant",
    "Copies",
    "Demand",
    "Dispute",
    "Event",
    "Evidence",
    "Failure",
    "Figure",
    "How",
    "Incident",
    "Judgement",
    "Known",
    "LeftOut",
    "Link",
    "Mention",
    "Move",
    "Origin",
    "Outlet",
    "Party",
    "Passage",
    "Place",
    "PlaceCandidate",
    "Point",
    "Provenance",
    "Reading",
    "Reason",
    "Record",
    "Ref",
    "Related",
    "Report",
    "Round",
    "Sentence",
    "Span",
    "Statement",
    "StatusClaim",
    "Talks",
    "Toll",
    "Truce",
    "Version",
    "When",
    "content_id",
    "refind",
]
