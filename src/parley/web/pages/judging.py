"""Where every page sends what somebody decided; the forms are in `judging.html`."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import JSONResponse, RedirectResponse, Response

from parley.asking.bench import Asked
from parley.errors import InputError
from parley.exports.record_desk import Desk
from parley.exports.record_judged import decided, thing_words
from parley.record import Judgement
from parley.record.judgement import Verb
from parley.web.addresses import inside
from parley.web.notices import Notice, leave
from parley.web.people import Reviewer
from parley.web.translation import gettext as _

__all__ = ["Sent", "back_with", "done", "problem_of", "room", "wants_json"]

room = APIRouter()
_COMMAND_LINE = ("parley ", "--")
"""What hints for the command line hold; they help nobody here."""


class Sent(BaseModel):
    """The fields of a judging form: as `Asked`, several values stand for a list, and `back` is where to go then."""

    model_config = ConfigDict(frozen=True)

    verb: Verb
    target: str
    others: tuple[str, ...] = ()
    field: str = ""
    value: tuple[str, ...] = ()
    why: str = ""
    back: str = "/"

    @property
    def asked(self) -> Asked:
        """What is to be judged; empty fields are as if they had not been sent."""
        return Asked(
            verb=self.verb,
            target=self.target,
            others=tuple(filter(None, self.others)),
            field=self.field or None,
            value=",".join(filter(None, map(str.strip, self.value))) or None,
            why=self.why.strip() or None,
        )


@room.post("/judge")
def judge(request: Request, reviewer: Reviewer, sent: Annotated[Sent, Form()]) -> Response:
    """Keep it, and lead back with a notice; to scripts, which ask for JSON, the same as an object."""
    live = request.app.state.live
    before = live.desk  # what is rejected or merged has its name there
    try:
        decide = live.keep if wants_json(request) else live.judge  # scripts go on; a page is to show what came of it
        made = decide([sent.asked], reviewer.name)
    except InputError as error:
        return back_with(request, problem_of(error), sent.back)
    return back_with(request, done(made[0], before, live.judgements), sent.back)


def done(one: Judgement, desk: Desk, log: Sequence[Judgement]) -> Notice:
    """What was done, with the button that takes it back."""
    if one.verb == "undo":
        undone = next((other for other in log if other.id == one.target), None)
        said = f"{thing_words(undone.target, desk)}, {decided(undone, desk)}" if undone else one.target
        return Notice(_("Taken back: %(what)s.") % {"what": said}, undo=(one.id,))
    return Notice(f"{thing_words(one.target, desk)}: {decided(one, desk)}.", undo=(one.id,))


def problem_of(error: InputError) -> Notice:
    """Why nothing was done."""
    hint = "" if any(words in error.hint for words in _COMMAND_LINE) else error.hint
    said = f"{error.source} {error.problem}" + (f" ({hint})" if hint else "")
    return Notice(_("Nothing was changed: %(why)s.") % {"why": said}, problem=True)


def wants_json(request: Request) -> bool:
    """Whether a script asks, not a browser."""
    return request.headers.get("accept", "").startswith("application/json")


def back_with(request: Request, notice: Notice, back: str) -> Response:
    """Back to where somebody was, with a line on what was done."""
    if wants_json(request):
        status = HTTPStatus.UNPROCESSABLE_ENTITY if notice.problem else HTTPStatus.OK
        return JSONResponse({"said": notice.said, "problem": notice.problem, "undo": list(notice.undo)}, status)
    response = RedirectResponse(inside(back), HTTPStatus.SEE_OTHER)
    settings = request.app.state.settings
    leave(response, notice, settings.secret, secure=settings.secure)
    return response
