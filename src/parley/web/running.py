"""The server that runs the app."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from parley.errors import Malformed

__all__ = ["bound", "is_loopback", "run", "server_of"]

_GRACE = 2
"""Seconds that open streams get when it ends."""


@contextmanager
def bound(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that listens at that address; Malformed where nothing can."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        made = socket.create_server((host, port), family=family)
    except OSError as problem:
        raise Malformed(f"{host}:{port}", f"cannot be listened at ({problem})", "choose another --port") from problem
    with made:
        yield made


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine reaches that address."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM) if host else []
    except OSError:
        return False
    return bool(found) and all(ipaddress.ip_address(str(one[4][0]).partition("%")[0]).is_loopback for one in found)


def server_of(app: FastAPI) -> uvicorn.Server:
    """A server, not yet running."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        timeout_graceful_shutdown=_GRACE,
        server_header=False,
        access_log=False,
        lifespan="on",
        proxy_headers=app.state.settings.secure,  # from where a request comes is then said by the server before it
    )
    return uvicorn.Server(config)


def run(app: FastAPI, listening: socket.socket) -> None:
    """Serve until somebody ends it."""
    server_of(app).run(sockets=[listening])
