"""What every answer says to browsers, and which requests are refused."""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

__all__ = [
    "COOKIE",
    "FIELD",
    "HEADERS",
    "HSTS",
    "SESSION",
    "cookie_of",
    "forget_token",
    "is_foreign",
    "is_known",
    "is_too_large",
    "may_write",
    "set_token",
    "token_for",
]

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""No script but our own files, nothing from elsewhere, and no page of others that shows ours in a frame."""

HSTS = "max-age=31536000"
"""Where it is reached by HTTPS, browsers shall never ask for it otherwise."""

COOKIE = "parley-form"
SESSION = "parley-session"
"""The cookie that holds a session's token."""
FIELD = "token"
HEADER = "x-form-token"
_SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
_OURS = frozenset(("same-origin", "none"))


def is_known(request: Request, hosts: Iterable[str]) -> bool:
    """Whether it is asked for under a name of its own, or by an address.

    A page of somebody else can make its own name lead here (DNS rebinding), but no address."""
    with suppress(ValueError):
        name = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
        return name in {one.casefold() for one in hosts} or _is_address(name)
    return False


def _is_address(name: str) -> bool:
    with suppress(ValueError):
        return bool(ipaddress.ip_address(name))
    return False


def is_foreign(request: Request) -> bool:
    """Whether a browser says that what changes something was sent by a page of somebody else."""
    if request.method in _SAFE:
        return False
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in _OURS
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


def token_for(request: Request, secret: bytes) -> str:
    """The token that forms carry: of this browser, in this session; nobody can make one without the secret."""
    words = f"{cookie_of(request)}\n{request.cookies.get(SESSION, '')}"
    return hmac.new(secret, words.encode("utf-8", "surrogatepass"), sha256).hexdigest()


def set_token(request: Request, response: Response, *, secure: bool) -> None:
    """Give a browser its cookie where it has none; it ends with the browser's session."""
    if COOKIE not in request.cookies:
        value = request.state.form_cookie
        response.set_cookie(COOKIE, value, httponly=True, samesite="lax", secure=secure)


def forget_token(response: Response) -> None:
    """Let the browser ask for another cookie: what was handed out before holds no more."""
    response.delete_cookie(COOKIE, httponly=True, samesite="lax")


def cookie_of(request: Request) -> str:
    """The browser's cookie, or a new one, which `set_token` then gives it."""
    if not hasattr(request.state, "form_cookie"):
        request.state.form_cookie = request.cookies.get(COOKIE) or secrets.token_urlsafe(24)
    return str(request.state.form_cookie)


async def may_write(request: Request, secret: bytes) -> bool:
    """Whether a request that changes something carries the token of its browser, in a field or in a header."""
    if request.method in _SAFE:
        return True
    given = request.headers.get(HEADER)
    if given is None and request.headers.get("content-type", "").startswith(_FORMS):
        await request.body()  # keeps it for the page, which reads the form once more
        async with request.form() as form:
            given = str(form.get(FIELD, ""))
    known = COOKIE in request.cookies and bool(given)
    return known and hmac.compare_digest((given or "").encode(), token_for(request, secret).encode())


_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")

LARGEST = 64 * 2**20
"""Bytes that one request may bring."""


def is_too_large(request: Request) -> bool:
    """Whether a request brings more than is taken, or does not say how much."""
    if request.method in _SAFE:
        return False
    length = request.headers.get("content-length", "")
    return "transfer-encoding" in request.headers or (length.isdigit() and int(length) > LARGEST)
