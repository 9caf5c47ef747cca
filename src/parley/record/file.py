"""The record: one file on the talks, from many reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parley.record.canon import Canon
from parley.record.demand import Demand
from parley.record.dispute import Dispute
from parley.record.incident import Incident
from parley.record.origin import Copies, Origin, Related
from parley.record.talks import BoardRow, StatusClaim, Talks


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that a set of readings says together; the same readings and judgements give the same record, in
    whatever order they came."""

    reports: tuple[str, ...] = ()
    actors: Mapping[str, Canon] = field(default_factory=dict)
    copies: tuple[Copies, ...] = ()
    origins: tuple[Origin, ...] = ()
    related: tuple[Related, ...] = ()
    incidents: tuple[Incident, ...] = ()
    talks: tuple[Talks, ...] = ()
    claims: tuple[StatusClaim, ...] = ()
    board: tuple[BoardRow, ...] = ()
    demands: tuple[Demand, ...] = ()
    disputes: tuple[Dispute, ...] = ()
