"""Values of time expressions: named cases, the order of a text, and the laws."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.dates import find
from parley.reading.when import resolve, resolve_all
from parley.reading.when_tense import dates_a_saying, looks_ahead

THURSDAY = date(2025, 10, 30)

PAST = {
    "on Thursday": "2025-10-30",
    "late on Tuesday": "2025-10-28",
    "Friday night": "2025-10-24",
    "in the early hours of Wednesday": "2025-10-29",
    "last Thursday": "2025-10-23",
    "On Thursday last week": "2025-10-23",
    "today": "2025-10-30",
    "yesterday evening": "2025-10-29",
    "last night": "2025-10-29",
    "this morning": "2025-10-30",
    "overnight": "2025-10-29/2025-10-30",
    "overnight from Friday": "2025-10-24/2025-10-25",
    "on 25 October": "2025-10-25",
    "November 9": "2025-11-09",
    "Oct. 18-19": "2025-10-18/2025-10-19",
    "on 6 and 7 November": "2025-11-06/2025-11-07",
    "from 25 to 28 October": "2025-10-25/2025-10-28",
    "between May 28 and June 3": "2025-05-28/2025-06-03",
    "from Wednesday to Monday": "2025-10-22/2025-10-27",
    "from November to February": "2024-11/2025-02",
    "on the night of October 7-8": "2025-10-07/2025-10-08",
    "the first of June": "2025-06-01",
    "on the 28th": "2025-10-28",
    "in July": "2025-07",
    "in January": "2025-01",
    "in December": "2025-12",
    "since December": "2024-12/2025-10",
    "on Tuesday and Wednesday": "2025-10-28/2025-10-29",
    "in the past week": "2025-10-23/2025-10-30",
    "earlier in the week": "2025-10-27/2025-10-29",
    "the week to 26 October": "2025-10-20/2025-10-26",
    "in the second quarter": "2025-04/2025-06",
    "the day before yesterday": "2025-10-28",
    "overnight into Thursday": "2025-10-29/2025-10-30",
    "last October": "2024-10",
    "in March last year": "2024-03",
    "in mid-February": "2025-02",
    "in the second half of May": "2025-05-16/2025-05-31",
    "in the first week of September": "2025-09-01/2025-09-07",
    "last week": "2025-10-20/2025-10-26",
    "earlier this week": "2025-10-27/2025-10-29",
    "earlier this month": "2025-10",
    "last month": "2025-09",
    "last year": "2024",
    "so far this year": "2025-01/2025-10",
    "at the weekend": "2025-10-25/2025-10-26",
    "Last autumn": "2024-09/2024-11",
    "in the spring": "2025-03/2025-05",
    "since July": "2025-07/2025-10",
    "since 2021": "2021/2025-10",
    "from midnight": "2025-10-30",
    "in the last week of April": "2025-04-24/2025-04-30",
    "since Oct. 25": "2025-10-25/2025-10-30",
    "since Friday": "2025-10-24/2025-10-30",
    "since the beginning of the year": "2025-01-01/2025-10-30",
    "the past 48 hours": "2025-10-28/2025-10-30",
    "two years ago": "2023",
    "fourteen months ago": "2024-08",
    "19 days ago": "2025-10-11",
    "for a week": "2025-10-23/2025-10-30",
    "since Easter": "2025-04-20/2025-10-30",
    "on Christmas Eve": "2024-12-24",
    "in May and June": "2025-05/2025-06",
    "two days before 25 October": "2025-10-23",
    "a year and two months ago": "2024-08",
    "the first Friday of July": "2025-07-04",
    "the last Sunday of last month": "2025-09-28",
    "the twenty-eighth of May": "2025-05-28",
    "Friday the 24th": "2025-10-24",
    "last quarter": "2025-07/2025-09",
    "in the first week of this year": "2024-12-30/2025-01-05",
}
FUTURE = {
    "on Thursday": "2025-10-30",
    "on Tuesday": "2025-11-04",
    "in January": "2026-01",
    "on 9 January": "2026-01-09",
    "tomorrow": "2025-10-31",
    "next week": "2025-11-03/2025-11-09",
    "by year-end": "2025-12-31",
    "three days from now": "2025-11-02",
    "in two weeks' time": "2025-11-13",
    "from Saturday to Monday": "2025-11-01/2025-11-03",
    "next month": "2025-11",
    "within 48 hours": "2025-11-01",
    "in two weeks": "2025-11-13",
    "by Monday": "2025-11-03",
    "by the end of June": "2026-06-30",
    "before the end of the year": "2025-12-31",
    "before the month is out": "2025-10",
    "by the weekend": "2025-11-01",
    "by the winter": "2025-12",
    "for the next forty-eight hours": "2025-10-30/2025-11-01",
    "from 8 p.m. to 6 a.m.": "2025-10-30/2025-10-31",
    "from 2 a.m. on Saturday until Monday morning": "2025-11-01/2025-11-03",
    "before Orthodox Easter": "2026-04-12",
    "from midnight tonight": "2025-10-31",
}
STATED = {
    "on 6 November 2025": "2025-11-06",
    "in July 1990": "1990-07",
    "in 2017": "2017",
    "1992-1997": "1992/1997",
    "2025-10-30": "2025-10-30",
    "8.10.2025": "2025-10-08",
    "25/10/2025": "2025-10-25",
    "10/25/2025": "2025-10-25",
    "10/11/2025": "2025",
    "in the first half of 2025": "2025-01/2025-06",
    "in autumn 2025": "2025-09/2025-11",
    "until March 31, 2027": "2027-03-31",
    "between 2014 and 2016": "2014/2016",
    "in the 1970s": "1970/1979",
    "in the nineteen seventies": "1970/1979",
    "in the 19th century": "1800/1899",
    "nineteen ninety-six": "1996",
    "two weeks before Christmas 2024": "2024-12-11",
    "the last four months of 2021": "2021-09/2021-12",
    "Q3 2016": "2016-07/2016-09",
    "from April to June in 2017": "2017-04/2017-06",
    "between January 2019 and 3 May 2020": "2019-01/2020-05-03",
}
ANCHORED = {
    "the next day": "2025-10-12",
    "the following day": "2025-10-12",
    "the previous evening": "2025-10-10",
    "the night before": "2025-10-10",
    "since then": "2025-10-11/2025-10-30",
    "the same day": "2025-10-11",
    "that afternoon": "2025-10-11",
    "three days later": "2025-10-14",
    "a day earlier": "2025-10-10",
    "two days after": "2025-10-09",
    "ten days after that": "2025-10-21",
    "the following year": "2026",
}
UNKNOWN = [
    "in recent weeks", "several days ago", "in the coming days", "now", "until further notice",
    "recent", "every Wednesday", "for years", "the next day", "three days later", "fiscal year 2024",
    "the 2024-25 academic year",
    "at an early date", "31 February", "", "soon", "at the Lunar New Year",
]  # fmt: skip


@pytest.mark.parametrize(("surface", "value"), PAST.items(), ids=PAST.keys())
def test_past(surface: str, value: str) -> None:
    """What has happened is reckoned back from publication."""
    assert resolve(surface, published=THURSDAY) == (value, "resolved")


@pytest.mark.parametrize(("surface", "value"), FUTURE.items(), ids=FUTURE.keys())
def test_future(surface: str, value: str) -> None:
    """What is to come is reckoned onwards."""
    assert resolve(surface, published=THURSDAY, future=True) == (value, "resolved")


@pytest.mark.parametrize(("surface", "value"), STATED.items(), ids=STATED.keys())
def test_stated(surface: str, value: str) -> None:
    """A date with its year needs no publication date."""
    assert resolve(surface, published=None) == (value, "stated")


@pytest.mark.parametrize(("surface", "value"), ANCHORED.items(), ids=ANCHORED.keys())
def test_anchored(surface: str, value: str) -> None:
    """What counts from another date counts from the one that the text gave."""
    assert resolve(surface, published=THURSDAY, anchor="2025-10-11") == (value, "resolved")


HIJRI = {
    "15 Aqrab 1404": "2025-11-06",
    "15 Aqrab": "2025-11-06",
    "from 3 to 8 Aqrab": "2025-10-25/2025-10-30",
    "23 Khordad 1404": "2025-06-13",
    "in Hamal 1403": "2024-03-20/2024-04-19",
    "9 Muharram 1447": "2025-07-04",
    "in Ramadan 2024": "2024-03-11/2024-04-09",
    "during Ramadan": "2025-03-01/2025-03-29",
    "on Eid al-Adha": "2025-06-06",
    "at Nowruz": "2025-03-21",
    "31 Hut 1400": None,
    "Ramadan 1200": None,
}


@pytest.mark.parametrize(("surface", "value"), HIJRI.items(), ids=HIJRI.keys())
def test_hijri(surface: str, value: str | None) -> None:
    """Solar and lunar months become days of our calendar, the nearest where no year is given."""
    assert resolve(surface, published=THURSDAY)[0] == value


TELLING = {
    ("SADC fell back in March 1988, and the bombing of the dam on 27 June persuaded both.", "on 27 June"): "1988-06-27",
    ("The accord of 2015 holds. They met on 27 June.", "on 27 June"): "2025-06-27",
    ("They fell back in March 1988. The two sides have met on 27 June.", "on 27 June"): "2025-06-27",
    ("They fell back in March 1988.\n\nThe two sides met on 27 June.", "on 27 June"): "2025-06-27",
}


@pytest.mark.parametrize(("text", "words"), TELLING, ids=[text[-40:] for text, _ in TELLING])
def test_telling(text: str, words: str) -> None:
    """Where a text tells of past times, a date without a year goes on from the one before."""
    spans = find(text)
    values = dict(zip([text[a:b] for a, b in spans], resolve_all(text, spans, THURSDAY, {}), strict=True))
    assert values[words].date == TELLING[text, words]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The first round was held on 24 October. The present one is to run for three days.", None),
        ("They met on 29 October. The truce is to hold for three days.", "2025-10-29/2025-11-01"),
    ],
)
def test_what_lies_ahead_is_not_over_by_publication(text: str, value: str | None) -> None:
    """A length of time counts from the day that the text is at, unless what lies ahead would then be past."""
    spans = find(text)
    values = dict(zip([text[a:b] for a, b in spans], resolve_all(text, spans, THURSDAY, {}), strict=True))
    assert next(found.date for words, found in values.items() if "three days" in words) == value


@pytest.mark.parametrize("surface", UNKNOWN)
def test_unknown(surface: str) -> None:
    """What the words do not settle is unknown, never the publication date."""
    assert resolve(surface, published=THURSDAY) == (None, "unknown")


@pytest.mark.parametrize(
    "surface", ["on Thursday", "yesterday", "last week", "in July", "on 9 May", "at noon", "since 2021"]
)
def test_without_publication(surface: str) -> None:
    """Without a publication date nothing relative is resolved."""
    value, known = resolve(surface, published=None)
    assert (value, known) == (("2021", "stated") if "2021" in surface else (None, "unknown"))


def test_resolve_all() -> None:
    """Times follow the day that the text is at; a date of a saying is no such day."""
    text = (
        "Gunmen struck on Tuesday, police said on Thursday. The raid began at about 8 p.m. The next day a curfew began."
    )
    spans = [
        (text.index(w), text.index(w) + len(w))
        for w in ("on Tuesday", "on Thursday", "at about 8 p.m.", "The next day")
    ]
    values = [found.date for found in resolve_all(text, spans, THURSDAY, {})]
    assert values == ["2025-10-28", "2025-10-30", "2025-10-28", "2025-10-29"]


AHEAD = {
    "The two sides will meet in Istanbul [on Tuesday]": True,
    "Talks are due to resume [on Tuesday]": True,
    "It is to be signed [on Tuesday]": True,
    "[On Tuesday] the delegations will meet": True,
    "The two sides met in Istanbul [on Tuesday]": False,
    "He refused to meet them [on Tuesday]": False,
    "They will talk about the attack that killed ten [on Tuesday]": False,
    "[On Tuesday] the delegations met": False,
}


@pytest.mark.parametrize(("marked", "expected"), AHEAD.items(), ids=AHEAD.keys())
def test_looks_ahead(marked: str, expected: bool) -> None:
    """The nearest verb decides."""
    start, end = marked.index("["), marked.index("]") - 1
    assert looks_ahead(marked.replace("[", "").replace("]", ""), start, end) is expected


def test_dates_a_saying() -> None:
    """A date straight after a verb of saying dates the saying."""
    assert dates_a_saying("It held, he told reporters on Monday", 28)
    assert not dates_a_saying("It held, he said. On Monday it broke", 18)


WORDS = (
    "on since until from to between the and last next this Friday October May 31 30 2 2025 0000 9999 99999 week month"
    " year winter Easter end of half second for within in days years ago later 3 p.m. - / , first before weekend"
)
phrases = st.lists(st.sampled_from(WORDS.split())).map(" ".join)
dates = st.none() | st.dates()


anchors = st.none() | st.text() | st.dates().map(str) | st.dates().map(lambda day: str(day)[:7])


@given(st.text() | phrases, dates, st.booleans(), anchors)
def test_laws(surface: str, published: date | None, future: bool, anchor: str | None) -> None:
    """No string makes it fail; a value is one ISO prefix or two in order, and is given exactly when it is known."""
    value, known = resolve(surface, published=published, future=future, anchor=anchor)
    assert (value is None) == (known == "unknown")
    if value is not None:
        parts = value.split("/")
        assert len(parts) <= 2
        assert all(date.fromisoformat(part + "-01-01"[: 10 - len(part)]) for part in parts)
        assert parts == sorted(parts)


@given(st.text() | phrases, dates)
def test_resolve_all_law(text: str, published: date | None) -> None:
    """Every expression gets a value."""
    spans = [(n, n + 5) for n in range(0, max(0, len(text) - 5), 5)]
    assert len(resolve_all(text, spans, published, {})) == len(spans)
