"""Templates: one dataclass a page goes in, HTML comes out; all text is escaped."""

from __future__ import annotations

from functools import cache
from http import HTTPStatus
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from parley.exports.record_desk import as_day, as_days
from parley.exports.wording import quoted
from parley.web import addresses, notices
from parley.web.datablock import data_block
from parley.web.security import set_token
from parley.web.shell import shell_of
from parley.web.translation import gettext, language, many, ngettext

__all__ = ["fragment", "is_partial", "render"]

_HERE = Path(__file__).parent


def render(request: Request, template: str, page: object, *, status: int = HTTPStatus.OK) -> Response:
    """The page of a template; `page` is its dataclass."""
    shell = shell_of(request)
    made = environment().get_template(template).render(page=page, shell=shell)
    response = HTMLResponse(made, status, headers={"Cache-Control": "no-store"})
    set_token(request, response, secure=request.app.state.settings.secure)
    notices.forget(request, response)
    return response


def fragment(request: Request, template: str, page: object) -> Response:
    """A piece of a page, which htmx puts in its place."""
    made = environment().get_template(template).render(page=page, shell=shell_of(request))
    return HTMLResponse(made, headers={"Cache-Control": "no-store"})


def is_partial(request: Request) -> bool:
    """Whether htmx asks for a piece of the page only."""
    return request.headers.get("hx-request") == "true" and request.headers.get("hx-boosted") != "true"


@cache
def environment() -> Environment:
    """How templates are made: everything escaped, and a name that is not there is a fault."""
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.filters |= {"day": as_day, "days": as_days, "quoted": quoted}
    made.globals |= {"data_block": data_block, "to": addresses.to, "static": static}
    made.globals |= {"many": many, "language": language}
    return made


@cache
def static(name: str) -> str:
    """The address of a file under static/, another one whenever the file is another."""
    stamp = int((_HERE / "static" / name).stat().st_mtime)
    return f"/static/{name}?{stamp:x}"
