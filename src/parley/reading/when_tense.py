"""What the words around a time expression say of it: whether they look ahead, and whether it dates a saying."""

from __future__ import annotations

import re

__all__ = ["dates_a_saying", "looks_ahead", "takes_effect"]

_BEFORE, _AFTER = 140, 70
_MODAL = r"(?:will|shall|would|should|must|can|could|may|might)"
_AHEAD = (
    rf"\b(?:(?:{_MODAL}|to) (?:\w+ly )?be (?:\w+ly )?[a-z]+(?:ed|n|t)|{_MODAL}|due|set|slated|scheduled"
    r"|upcoming|ahead of|deadline|until|tomorrow|takes? effect|not yet|asked for|demanded?"
    r"|(?<!was )(?<!were )(?<!been )(?<!had )expected|(?:put|pushed) (?:back|off)|plans?|planned|postponed"
    r"|announced for|called for|invited"
    r"|(?:meet|meets|travels?|resumes?|begins?|opens?|starts?) again)\b"
    r"|[’']ll\b"
)
_INFINITIVE = (
    r"\bto (?!the\b|an?\b|its\b|his\b|their\b|her\b|death\b|date\b|power\b|court\b|work\b|exile\b|war\b|safety\b"
    r"|both\b|all\b"
    r"|\w+(?:ed|day|s)\b)(?-i:[a-z]+)\b"
)
_PAST = (
    r"\b(?:was|were|had|did|has|have|been|said|told|killed|began|met|took|held|left|came|went|struck|shot|fell|gave"
    r"|made|saw"
    r"|hit|brought|broke|ran|led|sent|put|wrote|spoke|won|lost|died|rose|withdrew|flew|sank|split|shut|drove|driven"
    r"|taken|brought|given|shown|flown|thrown|sent|felt|kept|lost|met|built|fought"
    r"|stood|sat|rang|sang|telling|fled|stop fighting"
    r"|[a-z]{2,}ed)\b"
)
_NOT_AHEAD = (
    r"\b(?:failed|refused|began|continued|used|declined|managed|forced|came|went|told|tried) (?:\w+ )?to [a-z]+\b"
)
_CUE = re.compile(rf"(?P<not>{_NOT_AHEAD})|(?P<ahead>{_AHEAD}|{_INFINITIVE})|(?P<past>{_PAST})", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[.!?;:]\s|\n|[—–]\s|, (?:and|but|while|after|which|where)\b|\b(?:after|when|while)\b")
_SENTENCE_END = re.compile(r"[.!?;:]\s|\n|\Z")
_MEASURE = re.compile(
    r"\b(?:suspend|impos|extend|bann|ban\b|declar|order|halt|clos|freez|froze|remand|renew|prolong|detain|jail"
    r"|sentenc|curfew"
    r"|emergency|off the air|agree|grant|barr)\w*[^.;:\n]{0,90}(?<!frozen )(?<!closed )(?<!barred )(?<!jailed )\Z"
)
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|stated|confirmed|reported|added|wrote|tweeted|declared|according)\b[^,.;]{0,40}\Z"
)


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether the verb nearest before the expression looks ahead; where its clause has none, the first one after."""
    clause = text[max(0, start - _BEFORE) : start]
    edges = [edge.end() for edge in _CLAUSE_END.finditer(clause)]
    cues = list(_CUE.finditer(clause, edges[-1] if edges else 0))
    if cues:
        return cues[-1].lastgroup == "ahead"
    stop = _SENTENCE_END.search(text, end)
    cue = _CUE.search(text, end, min(end + _AFTER, stop.start() if stop else len(text)))
    return cue is not None and cue.lastgroup == "ahead"


def dates_a_saying(text: str, start: int) -> bool:
    """Whether the expression says when something was said ("said on Thursday") rather than when it happened."""
    return _SAYING.search(text, max(0, start - 60), start) is not None


def takes_effect(text: str, start: int) -> bool:
    """Whether a length of time is how long a measure is to last ("imposed a curfew for 30 days")."""
    return _MEASURE.search(text, max(0, start - _BEFORE), start) is not None
