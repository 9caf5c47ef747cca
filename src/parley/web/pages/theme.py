"""Light, dark, or what the system says."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from parley.web.addresses import inside

__all__ = ["room"]

room = APIRouter()
_YEAR = 365 * 24 * 3600


@room.post("/theme")
def theme(request: Request, to: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> Response:
    """Remember it in a cookie, and go back to where one was."""
    response = RedirectResponse(inside(back), HTTPStatus.SEE_OTHER)
    chosen = to if to in ("light", "dark") else ""
    response.set_cookie("parley-theme", chosen, max_age=_YEAR, samesite="strict", httponly=True)
    return response
