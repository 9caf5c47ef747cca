"""What a page says once of what was just done: that it is done, or why it is not."""

from __future__ import annotations

import base64
import hmac
import json
from dataclasses import dataclass
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

__all__ = ["COOKIE", "Notice", "forget", "leave", "notice_of"]

COOKIE = "parley-notice"
_SECONDS = 60
_LONGEST = 400
"""Characters of what is said; a cookie holds 4,096 bytes."""
_MOST = 8


@dataclass(frozen=True, slots=True)
class Notice:
    """A line for the next page; `problem` says that nothing was done, `undo` holds the judgements to take back."""

    said: str
    problem: bool = False
    undo: tuple[str, ...] = ()


def leave(response: Response, notice: Notice, secret: bytes, *, secure: bool) -> None:
    """Give a notice to the browser, which brings it with the next page; signed, so that nobody else can speak here."""
    said = json.dumps([notice.said[:_LONGEST], notice.problem, list(notice.undo[:_MOST])], ensure_ascii=False)
    held = base64.urlsafe_b64encode(said.encode()).decode()
    response.set_cookie(
        COOKIE, f"{held}.{_sign(held, secret)}", max_age=_SECONDS, httponly=True, samesite="strict", secure=secure
    )


def notice_of(request: Request) -> Notice | None:
    """What the last answer left; None where it left nothing."""
    held, _, sign = request.cookies.get(COOKIE, "").partition(".")
    if not held or not hmac.compare_digest(sign, _sign(held, request.app.state.settings.secret)):
        return None
    said, problem, undo = json.loads(base64.urlsafe_b64decode(held))
    return Notice(said, problem, tuple(undo))


def forget(request: Request, response: Response) -> None:
    """It was shown."""
    if COOKIE in request.cookies:
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")


def _sign(held: str, secret: bytes) -> str:
    return hmac.new(secret, f"notice:{held}".encode(), sha256).hexdigest()
