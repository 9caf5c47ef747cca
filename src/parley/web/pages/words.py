"""The words of one place, for what is drawn of very many."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import PlainTextResponse, Response

from parley.exports import wording
from parley.web.people import Reader

__all__ = ["room"]

room = APIRouter()
_LONGEST = 280


@room.get("/words/{report_id:path}")
def words(request: Request, reader: Reader, report_id: str, at: Annotated[str, Query()]) -> Response:
    """The characters `at=START-END` of a report on one line, cut where they are longer."""
    report = request.app.state.live.report(report_id)
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", at)
    start, end = (int(found[1]), int(found[2])) if found else (0, 0)
    said = " ".join(wording.shown(report.text[start:end]).split())
    cut = said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]} …"
    return PlainTextResponse(cut, headers={"Cache-Control": "no-store"})
