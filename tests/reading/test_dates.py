"""Time expressions: named sentences with the spans they hold, and the laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.dates import find

CASES = {
    "weekday": ("He said on Thursday that it held.", ["on Thursday"]),
    "late weekday": ("Fighting began late on Saturday.", ["late on Saturday"]),
    "American": ("A bomb on the Kela road Saturday killed four.", ["Saturday"]),
    "possessive": ("Nobody claimed Friday's attack.", ["Friday"]),
    "day and month": ("They met on 25 October and on October 27, 2025.", ["on 25 October", "on October 27, 2025"]),
    "range": ("Talks ran from 25 to 28 October.", ["from 25 to 28 October"]),
    "dash": ("Talks ran on February 24-25.", ["on February 24-25"]),
    "clock": ("It struck at 7:15 p.m. on Friday.", ["at 7:15 p.m. on Friday"]),
    "live blog": ("12:20 Several thousand people march.", ["12:20"]),
    "night": ("On the night of October 7-8 they crossed.", ["On the night of October 7-8"]),
    "ago": ("The border shut fourteen months ago.", ["fourteen months ago"]),
    "relative": ("A week earlier and earlier this month they met.", ["A week earlier", "earlier this month"]),
    "half": ("They meet in the second half of May.", ["in the second half of May"]),
    "since": ("It has held since April 2023, and since 2021 elsewhere.", ["since April 2023", "since 2021"]),
    "past": ("In the past 48 hours nobody died.", ["In the past 48 hours"]),
    "length": ("They were held for six hours on Sunday.", ["for six hours", "on Sunday"]),
    "deadline": ("Leave by the end of the month.", ["by the end of the month"]),
    "day before": ("The day before, nobody knew.", ["The day before"]),
    "next few": ("They meet in the next few days.", ["in the next few days"]),
    "weekdays": ("They talk from Thursday through Sunday.", ["from Thursday through Sunday"]),
    "figures only": ("On 08.10.2025 and 2025-10-09 they met.", ["On 08.10.2025 and 2025-10-09"]),
    "feast": ("The truce lasts until Eid al-Fitr.", ["until Eid al-Fitr"]),
    "modal": ("They may march in protest; the march may grow.", []),
    "people": ("Some 2000km away 1,900 people died.", []),
}


@pytest.mark.parametrize(("sentence", "expected"), CASES.values(), ids=CASES.keys())
def test_find(sentence: str, expected: list[str]) -> None:
    """Each expression is found whole, with its preposition, and nothing else is."""
    assert [sentence[start:end] for start, end in find(sentence)] == expected


@given(
    st.text()
    | st.lists(st.sampled_from(["on ", "May ", "3 ", "the ", "Friday", ", ", "2025 ", "to ", "of ", "week "])).map(
        "".join
    )
)
def test_laws(text: str) -> None:
    """Expressions lie in the text, in order, apart from each other."""
    end = 0
    for start, stop in find(text):
        assert end <= start < stop <= len(text)
        end = stop
