"""Which language a text is in, as far as that must be known before it is read."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.errors import OtherLanguage
from parley.record import Report

# Words that run through any English text and that no other language in Latin script uses as often.
_ENGLISH = frozenset(
    {
        *(
            "the",
            "of",
            "and",
            "to",
            "that",
            "with",
            "from",
            "by",
            "said",
            "were",
            "which",
            "have",
            "has",
            "been",
            "this",
        ),
        *("their", "its", "are", "who", "after", "would", "it", "they", "she", "as", "but", "about", "between", "into"),
        *("before", "against"),
    }
)
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u024f\u1e00-\u1eff]")
_SAMPLE = 6_000
_FEWEST_WORDS = 10
_FEWEST_LETTERS = 12
_ENGLISH_SHARE = 0.14
# How much likelier than English another language must be, in nats a character: real ones reach 1.4 and more,
# lists of foreign names in English 0.5.
_MARGIN = 0.8

NAMES = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian",
    "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ms": "Malay", "my": "Burmese", "nb": "Norwegian", "ne": "Nepali", "nl": "Dutch",
    "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "rw": "Kinyarwanda", "si": "Sinhala", "sk": "Slovak", "sl": "Slovene", "so": "Somali",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""The languages that are told apart."""


def identify(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where too few words tell.

    English is known by its little words, before the model of the other languages is loaded; English full of foreign
    names is not taken for another language.
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    if _mostly_other_script(words):
        return _likeliest(sample, least=0.0)
    small = [word for word in words if word.islower()]
    if len(words) < _FEWEST_WORDS or not small:
        return None
    if sum(word in _ENGLISH for word in small) >= _ENGLISH_SHARE * len(small):
        return "en"
    return _likeliest(sample, least=_MARGIN)


def ensure_english(report: Report, source: str) -> Report:
    """The report with its language filled in; raises OtherLanguage where it is not English."""
    language = report.language or identify(report.text)
    if language not in (None, "en"):
        name = NAMES.get(language, language)
        raise OtherLanguage(source, f"is in {name}, and Parley reads English", "--any-language reads it all the same")
    return replace(report, language=language)


def _mostly_other_script(words: list[str]) -> bool:
    letters = "".join(words)
    return len(letters) >= _FEWEST_LETTERS and len(_OTHER_SCRIPT.findall(letters)) > len(letters) / 2


def _likeliest(sample: str, least: float) -> str | None:
    """The likeliest language of those in `NAMES`; None where it beats English by less than `least` a character."""
    import py3langid

    scores = {language: score for language, score in py3langid.rank(sample) if language in NAMES}
    best = max(scores, key=scores.__getitem__)
    return best if best == "en" or scores[best] - scores["en"] >= least * len(sample) else None
