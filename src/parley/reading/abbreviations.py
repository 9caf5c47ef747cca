"""Whether a full stop that capitals follow belongs to an abbreviation."""

from __future__ import annotations

import re

from parley.reading.words import words

__all__ = ["belongs_to_word"]

_BEFORE_NAMES = words(
    "mr mrs ms mx messrs dr prof rev fr hon gen lt col maj capt cpt sgt cpl pvt adm cmdr cdr brig gov sen rep reps sens"
    " amb supt insp det pres vice-pres pm msgr sr st ste mt ft sgd h.e mme mlle sh sqn wg flt gp ltc ltg"
    " eng engr adv asst dep dir sec-gen spc ret vs v cf e.g i.e viz al approx ca op incl resp"
    " m.p col-gen maj-gen lt-gen lt-col brig-gen shri smt"
)
_BEFORE_NUMBERS = words(
    "no nos art arts sec sect para paras p pp vol vols fig figs ch chap ext cl ver res doc"
    " jan feb mar apr jun jul aug sep sept oct nov dec est tel rs op"
)
_OFTEN_MID_SENTENCE = words(
    "inc co corp ltd bros jr mon tue tues wed thu thur thurs fri sat sun govt dept univ assn intl natl"
    " ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn"
    " tex va vt wash wis wyo ave blvd rd sq etc min max"
)
_STARTERS = words(
    "The A An This That These Those He She It They We I You His Her Its Their Our My There Here But And Or So Yet In On"
    " At By For From With Without As After Before When While Since Until If Although Though Despite However Meanwhile"
    " Some Many Most Several Both Each Every No None One Two Three What Who Why How Where Earlier Later Now Then"
    " Officials Police Residents Witnesses Last Asked According Also Another Other All More Not Nor Only Even Under"
    " Over During"
)
_NUMBER_AHEAD = re.compile(r"\s+[(#]?\d")
_WORD_AHEAD = re.compile(r"\s+[\"“‘'(\[]*([\w’'-]+)")
_CLOCK_AHEAD = re.compile(
    r"\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z]{2,4}\b"
    r"|\w+ time\b|local\b|\()"
)
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'/—–,;:]*\Z")


def belongs_to_word(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` is part of its word rather than the end of the sentence that began at `start`."""
    found = _LAST_WORD.search(text, max(start, stop - 24), stop)
    word = found.group() if found else ""
    lower = word.lower()
    if not word:
        return False
    if lower in _BEFORE_NAMES:
        return True
    if lower in _BEFORE_NUMBERS:
        return _NUMBER_AHEAD.match(text, stop + 1) is not None
    if lower in ("a.m", "p.m"):
        return _CLOCK_AHEAD.match(text, stop + 1) is not None
    if _is_initial(word) or _DOTTED.fullmatch(word) or lower in _OFTEN_MID_SENTENCE:
        return not _starts_sentence(text, stop + 1)
    return False


def _is_initial(word: str) -> bool:
    """A single capital; the pronoun "I" is none."""
    return len(word) == 1 and word.isupper() and word != "I"


def _starts_sentence(text: str, at: int) -> bool:
    ahead = _WORD_AHEAD.match(text, at)
    return ahead is not None and ahead.group(1) in _STARTERS
