"""Time expressions by rules alone: named sentences with what they hold, and the laws."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.dates_terms import terms
from parley.reading.times import by_rules
from parley.record import Report

CASES = {
    "weekday": ("He said on Thursday that it held.", ["Thursday"]),
    "date": ("They met on Friday, March 22, 2013.", ["Friday, March 22, 2013"]),
    "range": ("Talks ran from 25 to 28 October.", ["28 October"]),
    "dash": ("It lasted 10-18 June 1953.", ["10", "18 June 1953"]),
    "relative": ("A week earlier and earlier this month they met.", ["A week earlier", "earlier this month"]),
    "length": ("It took more than three years and a two-week halt.", ["more than three years", "two-week"]),
    "vague": ("For decades and in recent weeks they fought.", ["decades", "recent weeks"]),
    "age": ("A 12-year-old was hurt.", ["12-year-old"]),
    "clock": ("It struck at 7:15 p.m. on Friday.", ["7:15 p.m. on Friday"]),
    "part": ("On the night of April 18, 1775 they marched.", ["the night of April 18, 1775"]),
    "repeated": ("They meet every Friday and report daily.", ["every Friday", "daily"]),
    "quarter": ("It fell in the third quarter of 2012.", ["the third quarter of 2012"]),
    "decade": ("In the late 1970s and the 19th century they fought.", ["the late 1970s", "the 19th century"]),
    "season": ("By the spring of 1916 they had left.", ["the spring of 1916"]),
    "now": ("They are now in Doha, and currently silent.", ["now", "currently"]),
    "era": ("By 490 BC they had won.", ["490 BC"]),
    "ordinary words": ("They may march in protest; a second man fell.", []),
}


@pytest.mark.parametrize(("sentence", "expected"), CASES.values(), ids=CASES.keys())
def test_terms(sentence: str, expected: list[str]) -> None:
    """Each expression is found whole and without its preposition, and nothing else is."""
    assert [sentence[start:end] for start, end in terms(sentence)] == expected


WORDS = "on |May |3 |the |Friday|, |2025 |to |of |week |more than |years |-|early ".split("|")


@given(st.text() | st.lists(st.sampled_from(WORDS)).map("".join))
def test_laws(text: str) -> None:
    """Expressions lie in the text, in order, apart from each other."""
    end = 0
    for start, stop in terms(text):
        assert end <= start < stop <= len(text)
        end = stop


def test_by_rules() -> None:
    """Each has its date, how that is known, what it is counted from, and how long it is."""
    text = "They met on 11 October. Two days later, on Monday, fighting resumed for three hours. It is over since 2021."
    found = by_rules(Report("r", text, published=date(2025, 10, 16)))
    assert [(text[when.span.start : when.span.end], when.date, when.counted_from, when.duration) for when in found] == [
        ("11 October", "2025-10-11", "publication", None),
        ("Two days later", "2025-10-13", "text", None),
        ("Monday", "2025-10-13", "publication", None),
        ("three hours", None, None, "PT3H"),
        ("2021", "2021", None, None),
    ]
