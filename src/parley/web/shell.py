"""What stands round every page: where one is, where one can go, who one is."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from parley.web.notices import Notice, notice_of
from parley.web.people import Person, Role, somebody
from parley.web.security import token_for
from parley.web.translation import gettext as _
from parley.web.translation import many

__all__ = ["Door", "Shell", "shell_of"]


@dataclass(frozen=True, slots=True)
class Door:
    """A link of the navigation; `key` is the letter that, after g, opens it."""

    title: str
    url: str
    here: bool
    key: str = ""


@dataclass(frozen=True, slots=True)
class Shell:
    """`theme` is "light", "dark" or "" for what the system says; `token` goes into every form; `version` is that of the
    record that the page was made of; `address` is the page's own, where its forms lead back to; `notice` is what there
    is to say of what was just done."""

    record: str
    size: str
    doors: tuple[tuple[str, tuple[Door, ...]], ...]
    person: Person | None
    theme: str
    token: str
    version: str
    accounts: bool
    address: str = "/"
    notice: Notice | None = None

    @property
    def may_judge(self) -> bool:
        """Whether who reads this may judge, too."""
        return self.person is not None and self.person.may("reviewer")


def _doors() -> tuple[tuple[str, tuple[tuple[str, str, str, Role], ...]], ...]:
    """The rooms in three groups: title, address, key and the role that may enter."""
    return (
        (
            _("The talks"),
            (
                (_("Board"), "/", "b", "reader"),
                (_("Incidents"), "/incidents", "i", "reader"),
                (_("Demands"), "/demands", "d", "reader"),
                (_("Disputes"), "/disputes", "x", "reader"),
            ),
        ),
        (
            _("The sources"),
            (
                (_("Reports"), "/reports", "r", "reader"),
                (_("Outlets"), "/outlets", "o", "reader"),
                (_("Actors"), "/actors", "a", "reader"),
                (_("Map"), "/map", "m", "reader"),
                (_("Network"), "/network", "n", "reader"),
                (_("Search"), "/search", "s", "reader"),
            ),
        ),
        (
            _("The desk"),
            (
                (_("Review"), "/review", "v", "reviewer"),
                (_("History"), "/history", "h", "reader"),
                (_("Add"), "/add", "+", "reviewer"),
                (_("Users"), "/users", "u", "admin"),
            ),
        ),
    )


def shell_of(request: Request) -> Shell:
    """The shell of the page that a request asks for."""
    live, settings = request.app.state.live, request.app.state.settings
    person = somebody(request)
    theme = request.cookies.get("parley-theme", "")
    path = request.url.path
    return Shell(
        record=live.record.store.place.name if person else "",
        size=many(len(live.desk.heads), "report", "reports") if person else "",
        doors=tuple((group, _open(doors, person, path)) for group, doors in _doors()) if person else (),
        person=person,
        theme=theme if theme in ("light", "dark") else "",
        token=token_for(request, settings.secret),
        version=live.version,
        accounts=request.app.state.accounts.in_use(),
        address=_address(request),
        notice=notice_of(request),
    )


def _address(request: Request) -> str:
    """Of what is sent the page is the board."""
    if request.method != "GET":
        return "/"
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def _open(doors: tuple[tuple[str, str, str, Role], ...], person: Person, path: str) -> tuple[Door, ...]:
    return tuple(Door(title, url, _is_here(url, path), key) for title, url, key, role in doors if person.may(role))


def _is_here(url: str, path: str) -> bool:
    return path == url or (url != "/" and path.startswith(f"{url}/")) or (url == "/" and path.startswith("/talks"))
