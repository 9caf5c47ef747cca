"""States of talks as pages say them: in words, and in which tone."""

from __future__ import annotations

from collections.abc import Mapping

from parley.web.translation import gettext as _

__all__ = ["state_words", "tone_of"]

_TONES: Mapping[str | None, str] = {
    **dict.fromkeys(("ended-no-deal", "violated", "cancelled", "refused"), "bad"),
    **dict.fromkeys(("stalled",), "halt"),
    **dict.fromkeys(("proposed", "mediated", None), "still"),
}


def tone_of(state: str | None) -> str:
    """The colour of a state: a class of the stylesheet, `tone-…`."""
    return _TONES.get(state, "good")


def state_words(state: str | None) -> str:
    """A state as it is read: "ended without a deal"; what is none stays as it is."""
    named = {
        None: _("unknown"),
        "proposed": _("proposed"),
        "agreed": _("agreed"),
        "scheduled": _("scheduled"),
        "opened": _("opened"),
        "continued": _("continued"),
        "extended": _("extended"),
        "mediated": _("mediated"),
        "stalled": _("stalled"),
        "ended-no-deal": _("ended without a deal"),
        "ended-deal": _("ended with a deal"),
        "cancelled": _("cancelled"),
        "resumed": _("resumed"),
        "refused": _("refused"),
        "ceasefire": _("ceasefire"),
        "violated": _("violated"),
    }
    return named.get(state, state or "")
