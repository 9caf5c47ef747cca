"""Which paragraphs belong to the page rather than to the report."""

from __future__ import annotations

import re

__all__ = ["is_boilerplate", "is_end_mark", "tail_start"]

_POINTER = (
    r"(?:also read|read also|read more|see also|more on this|related(?: stor(?:y|ies)| articles?| coverage| topics?)?"
    r"|you may also like|recommended|most read|trending|top stories|more from|don[’']t miss|editor[’']s picks?"
    r"|watch|listen)"
)
_OPENINGS = re.compile(
    rf"{_POINTER}(?:\s?[:|»>–—-]|\Z)"
    r"|(?:also read|read also|you may also like)\b"
    r"|(?:subscribe|sign up|sign in|log in|join our|follow us|get the latest|download (?:our|the) app|already a)\b"
    r"|(?:to subscribe|support our journalism|enable notifications|click here|tap here|listen to this article)\b"
    r"|(?:share this|share on|email this|print this|skip to|story continues|continue reading|article continues)\b"
    r"|(?:advertisement|sponsored|promoted|comments?|share|print|save|menu|search|home|loading|copy link)\s*\Z"
    r"|(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}|holder)|all rights reserved)"
    r"|[\[(]?(?:file |representational )?(?:photo|image|picture|photograph|video|graphic|caption)s?"
    r"(?: credits?| by| courtesy(?: of)?)?\s?[:/|]"
    r"|[\[(]?(?:file (?:photo|picture|image)|photo by|(?:image|picture|photo) credit|getty images)\b"
    r"|(?:published|updated|last updated|posted|first published|last modified)(?: (?:on|at)\b|\s?[:\d])"
    r"|[\[(](?:updated?|corrected|this (?:story|article|page) (?:has been|was|is)) "
    r"|\d{1,3}[ -]min(?:ute)?s? read\b|see page \d"
    r"|(?:press|media) (?:contact|enquiries|inquiries)\b|(?:enquiries|for queries|for (?:more|further) information)\s?:"
    r"|for (?:more|further) information,? (?:please )?(?:contact|visit|see)\b"
    r"|seen something|have a tip|got a tip|this page is (?:being updated|now closed)|\(?the briefing was concluded"
    r"|(?:disclaimer|related tags|tags|topics|filed under|keywords)\s?:",
    re.IGNORECASE,
)
_NOTICE_WORDS = (
    "rights reserved",
    " own",
    "necessarily",
    "edited by",
    "cookie",
    "privacy",
    "subscribe",
    "sign up",
    "terms",
)
_NOTICE = re.compile(
    r"all rights reserved|\bviews (?:expressed )?(?:here |in this (?:article|column|piece) )?are "
    r"(?:the (?:author|writer)[’']s|h(?:er|is)|their) own\b|do(?:es)? not necessarily (?:reflect|represent)"
    r"|has not been edited by|\bwe use cookies\b|\bcookie (?:policy|settings|preferences)\b|\baccept (?:all )?cookies\b"
    r"|\bprivacy policy\b|\bsubscribe to our\b|\bsign up (?:for|to) our\b"
    r"|\bterms (?:of (?:use|service)|and conditions) (?:and|apply|of)\b",
    re.IGNORECASE,
)
_CAPTION_END = re.compile(
    r"\[[^\]\n]{2,40}/[^\]\n]{2,60}\]\Z|\((?:file|archive) (?:photo|picture|image)\)\Z"
    r"|/ ?(?:AFP|AP|Reuters|Getty Images)\Z|via Getty Images\Z",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:By|BY|Written by|Reported by) [A-Z][\w.’'-]*,?"
    r"(?: (?:and|in|for|of|at|de|al|bin|van|von|&|[A-Z][\w.’'-]*),?){0,9}\Z"
    r"|(?:Staff|Our|Web|News) (?:Report(?:er)?|Correspondent|Desk)s?\Z"
)
_END_MARK = re.compile(r"(?:[-–—#*/]\s?)*(?:ends?|end of (?:text|statement)|30)?(?:\s?[-–—#*/])*\Z", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"(?:[-–—]+ ?)?(?:[A-Z][\w .]{1,20} ?)?[A-Za-z]{2,4}/[A-Za-z/]{2,12}\Z|[A-Z]{2,6}/[\d/-]{4,}.{0,25}\Z"
    r"|[-–—] ?[A-Z]\w+(?: \w+)?/\w{2}/\w{2}\Z"
)
_SHARE_WORDS = re.compile(
    r"(?:(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|reddit|print|share|copy|link|instagram|messenger|save)"
    r"[\s|,/·]*){2,}\Z",
    re.IGNORECASE,
)
_HASHTAGS = re.compile(r"(?:#\w+\s*)+\Z")
_TAIL = re.compile(r" (?:Also read|Read also|Read more|See also|Press contact|Media contact|READ MORE|ALSO READ)s?:")
_LONGEST, _LONGEST_CAPTION, _TOP, _BOTTOM = 300, 400, 6, 4


def is_boilerplate(words: str, number: int, of: int) -> bool:
    """Whether a paragraph, the `number`th `of` so many, is a link, a caption, a byline, a notice or the like."""
    if len(words) > _LONGEST_CAPTION:
        return False
    if words[-1] not in '.?!”"' and _CAPTION_END.search(words[-110:]):
        return True
    if any(word in words for word in _NOTICE_WORDS) and _NOTICE.search(words):
        return True
    return len(words) <= _LONGEST and (_is_line_of_page(words) or _stands_at_edge(words, number, of))


def _is_line_of_page(words: str) -> bool:
    """Whether a line is a link, a label or a button wherever it stands."""
    shared = _OPENINGS.match(words) or _SHARE_WORDS.match(words) or _HASHTAGS.match(words)
    return shared is not None or (words.count(" | ") >= 2 and words[-1] not in '.!?”"')


def _stands_at_edge(words: str, number: int, of: int) -> bool:
    """Whether a line is a byline at the top or a sign-off at the end."""
    if number < _TOP and _BYLINE.match(words):
        return True
    return number >= of - _BOTTOM and (is_end_mark(words) or _SIGN_OFF.match(words) is not None)


def is_end_mark(words: str) -> bool:
    """Whether a line only says that the text ends: "-ENDS-", "###"."""
    return _END_MARK.match(words) is not None


def tail_start(words: str) -> int | None:
    """Where boilerplate begins that ends a paragraph of reporting; None where there is none."""
    match = _TAIL.search(words)
    return match.start() + 1 if match and words[match.start() - 1] in '.!?”"' else None
