"""What the words beside a mention show: whether it speaks, acts or is harmed, and what is set beside a name."""

from __future__ import annotations

import re

from parley.reading.names import Designation, designation

__all__ = ["acts", "apposition", "bracketed", "harmed", "next_word", "speaks", "way"]

SAYING = (
    "said|says|say|added|adds|claimed|claims|claim|announced|announces|confirmed|confirms|insisted|insists|argued|argues|"
    "stated|stressed|noted|reported|reports|report|declared|replied|wrote|writes|acknowledged|reiterated|maintains|"
    "maintained|alleged|alleges|vowed|recalled|recalls|explained|explains|saying|adding|according to|conceded|admitted|"
    "responded|countered|counters|retorted|charged|asserted|continued|predicted|thinks|believes"
)
TO_ONE = (
    "told|tells|tell|accused|accuses|denied|denies|deny|warned|warns|called|calls|urged|urges|demanded|demands|asked|"
    "asks|rejected|rejects|blamed|blames|condemned|welcomed|welcomes|dismissed|thanked|promised|pledged|described|"
    "complained"
)
SPEAKS = re.compile(
    r"(?:[\"”’']?,[^,.;\"”]{1,70},)?,?\s*(?:who |which )?"
    r"(?:has |have |had |also |later |however |then |again |himself )*"
    rf"(?:{SAYING}|{TO_ONE})\b"
)
SPOKEN_BY = re.compile(rf"\b(?:{SAYING})(?:\s+by)?\s+$")
ACTS = re.compile(
    r"\s+(?:who |which |that |also |later |then |has |have |had |again |now )*(?:is|are|was|were|will|would|could|may|"
    r"might|must|should|did|does|do|has|have|had|[a-z]+ed|[a-z]+s|said|told|took|gave|met|made|went|came|began|held|left|put|"
    r"set|shot|sent|kept|saw|say|want|struck|fired|fought|lost|won|broke|rose|fell|grew|ran|paid|drew|sat)\b"
)
HARMS = re.compile(
    r"(?:kill\w*|wound\w*|injur\w*|dead|deaths? of|hit|shot|captur\w*|abduct\w*|arrest\w*|detain\w*|seiz\w*|free\w*|"
    r"releas\w*|holding|held|attack\w*|lost|martyr\w*|bodies of)\s+(?:of\s+|and \w+\s+)?$"
)
HARMED = re.compile(
    r"\s+(?:(?:were|was|had been|have been|has been|being|are|is)\s+)?(?:also |later |then |reportedly |still )?"
    r"(?:killed|wounded|injured|shot|hurt|captured|abducted|arrested|detained|freed|released|died|missing|dead|"
    r"martyred)\b"
)
APPOSED = re.compile(
    r"[\"”]?(?:,\s+|\s+\()((?:an?|the|one of|its|his|her|their|whose)\s[^,.;:()“”\"]{3,70})(?=[,.)])"
    r"|,\s+([a-z][^,.;:()“”\"]{3,60}),"
)
BRACKETED = re.compile(
    r"[\"”]?\s+\(([A-Z][\w.&/-]{1,11})\)|,?\s+(?:or|known as|also known as)\s+([A-Z][A-Z.&/-]{1,9})\b"
)
SAYS = re.compile(rf"\b(?:{SAYING}|{TO_ONE}|that)\b")
TURN = re.compile(
    r"\b(?:when|while|after|before|if|unless|because|as|until|though|although|since|which|who|whom|whose|where)\b"
)
AND = re.compile(r"^,? (?:and|or|nor) $")
NEXT = re.compile(r"(?:[^\w\n]{0,3}(\w{0,16}))")
FAR, BEFORE = 150, 28


def speaks(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands beside a mention."""
    return bool(SPEAKS.match(text, end) or SPOKEN_BY.search(text[max(0, start - BEFORE) : start]))


def acts(text: str, end: int) -> bool:
    """Whether a verb seems to follow."""
    return bool(ACTS.match(text, end))


def harmed(text: str, start: int, end: int) -> bool:
    """Whether somebody is killed, hurt, held or freed."""
    return bool(HARMED.match(text, end) or HARMS.search(text[max(0, start - BEFORE) : start]))


def next_word(text: str, end: int) -> str:
    """The word that follows, caseless, or nothing."""
    found = NEXT.match(text, end)
    return found.group(1).casefold() if found else ""


def way(text: str, start: int, end: int) -> str:
    """What lies between two mentions: a full stop, a verb of saying, a conjunction, a comma, so many words."""
    between = text[start:end] if 0 <= start <= end < start + FAR else ""
    if not between:
        return "far"
    if AND.match(between):
        return "and"
    if "." in between or "?" in between or "\n" in between:
        return "stop"
    if SAYS.search(between):
        return "says"
    if TURN.search(between):
        return "turn"
    mark = "," if "," in between else ";" if ";" in between or ":" in between else ""
    return f"{mark}{'and' if ' and ' in between or ' but ' in between else ''}{min(between.count(' '), 4)}"


def apposition(text: str, end: int) -> Designation | None:
    """What a name is said to be right behind it."""
    found = APPOSED.match(text, end)
    if not found:
        return None
    beside = designation(found.group(1) or found.group(2))
    return beside if beside.kind or beside.office else None


def bracketed(text: str, end: int) -> str | None:
    """The acronym that is given right behind a name."""
    found = BRACKETED.match(text, end)
    return (found.group(1) or found.group(2)).casefold() if found else None
