"""The pages, one file each: a dataclass of what it shows, how that is made of the record, and its addresses."""

from fastapi import APIRouter

from parley.web.pages import actor, actors, add, board, changes, demand, demands, dispute, disputes, entry, events, history, incident, incidents, judging, map, network, outlet, outlets, report, reports, review, talks, theme, users, words

__all__ = ["ROOMS"]

ROOMS: tuple[APIRouter, ...] = (
    actor.room,
    actors.room,
    add.room,
    board.room,
    changes.room,
    demand.room,
    demands.room,
    dispute.room,
    disputes.room,
    entry.room,
    events.room,
    history.room,
    incident.room,
    incidents.room,
    judging.room,
    map.room,
    network.room,
    outlet.room,
    outlets.room,
    report.room,
    reports.room,
    review.room,
    talks.room,
    theme.room,
    users.room,
    words.room,
)
