"""What hangs on a card's answer, and how sure the machine is, in words."""

from __future__ import annotations

from parley.asking.queue import Doubt, Touch
from parley.exports.record_desk import Desk
from parley.exports.record_judged import thing_words
from parley.web.translation import gettext as _
from parley.web.views import slot_words

__all__ = ["carries", "odds_words"]

_MOST = 4


def odds_words(probability: float, of_what: str) -> str:
    """A probability in words: "about 3 in 4"."""
    tenths = round(probability * 10)
    words = _("less than 1 in 10") if tenths < 1 else _("more than 9 in 10") if tenths > 9 else f"{tenths} in 10"
    return _("The odds %(what)s: about %(words)s.") % {"what": of_what, "words": words}


def carries(doubt: Doubt, desk: Desk) -> tuple[str, ...]:
    """What of the record hangs on the answer, the weightiest first."""
    touches = sorted(doubt.touches, key=lambda one: -one.weight)
    told = tuple(dict.fromkeys(filter(None, (_touch(one, desk) for one in touches))))
    more = len(told) - _MOST
    return (*told[:_MOST], *((_("and %(number)s more") % {"number": more},) if more > 0 else ()))


def _touch(one: Touch, desk: Desk) -> str:
    about = thing_words(one.about, desk)
    words = {
        "board": _("the state on the board of %(about)s"),
        "against": _("who says otherwise on the board of %(about)s"),
        "earlier": _("an earlier state of %(about)s"),
        "claim": _("a claim on %(about)s"),
        "figure": _("%(slot)s in %(about)s"),
        "dispute": _("the dispute %(about)s"),
        "demand": _("%(about)s"),
        "incident": _("how many incidents there are"),
        "sitting": _("what is told of %(about)s"),
        "actor": "",
        "words": _("%(number)s claims and moves of %(about)s"),
    }[one.what]
    return words % {"about": about, "slot": slot_words(one.slot, desk), "number": int(one.share)}
