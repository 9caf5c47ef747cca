"""The pages, one file each: a dataclass of what it shows, how that is made of the record, and its addresses."""

from fastapi import APIRouter

from parley.web.pages import board, events, judging, report, reports, theme

__all__ = ["ROOMS"]

ROOMS: tuple[APIRouter, ...] = (
    board.room,
    events.room,
    judging.room,
    report.room,
    reports.room,
    theme.room,
)
