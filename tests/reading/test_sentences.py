"""Sentences: named cases, and the laws that hold for any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.sentences import sentences, split
from parley.record import Report

ONE = [
    "Lt. Col. John B. Smith of the U.S. Army met Gen. Asim Munir.",
    "The U.N. Security Council met on Oct. 19 with Mr. Attaullah Tarar and H.E. Ms Thandiwe Molapo.",
    "A curfew runs from 8 p.m. to 6 a.m. Monday in Dhaka, and from 10 p.m. (1300 GMT) elsewhere.",
    "Varazhet said Mon. it no longer considered itself bound.",
    "TAMPA, Fla. – U.S. Central Command (CENTCOM) struck again.",
    "1. The Special Meeting of the committee took note.",
    "PR No. 412 was printed late.",
    '"We heard no shots. That is how they work, with machetes," he said.',
    "“Can you cross the valley while he does it?” asked Gebre Tesfamariam.",
    "(With inputs from MPA. Except for the headline, nothing was edited.)",
    "TIT FOR TAT. Russia on Monday declared an envoy unwelcome.",
    "The session on June 2 in Ankara is cancelled. (vk)",
    "He waited... and then he left.",
    "(Sgd.) Mohagher Dimatunggal, for the secretariat.",
]
SEVERAL = {
    "curly quote": ["He said: “The talks have ended.”", "They will not resume."],
    "stop after quote": ['Kabul called it "an act of war".', "Islamabad did not reply."],
    "question": ["Is there a truce?", "Nobody knows."],
    "acronym at the end": ["They reported it to the U.N.", "The council will meet."],
    "noon": ["Firing stopped at 6 a.m.", "The army confirmed it."],
    "No": ["The answer was no.", "Islamabad repeated it."],
    "list": ["They agreed:", "– the Government will open roads;", "– the Front will hand over maps."],
    "letters": ["They undertook:", "a) to withdraw;", "b) not to increase troops."],
    "reopened": ["“The parties came in good faith.", "“They left with nothing.”"],
    "ellipsis": ["It went on and on…", "Then it stopped."],
    "footnote": ["The truce held.[2]", "It was the second."],
    "digit": ["Guns fell silent.", "12 people had died."],
}


@pytest.mark.parametrize("text", ONE)
def test_one(text: str) -> None:
    """A full stop inside a sentence does not end it."""
    assert split(text) == [(0, len(text))]


@pytest.mark.parametrize("parts", SEVERAL.values(), ids=SEVERAL.keys())
def test_several(parts: list[str]) -> None:
    """Each part is found as it stands."""
    text = "\n".join(parts) if parts[0].endswith(":") else " ".join(parts)
    assert [text[start:end] for start, end in split(text)] == parts


def test_paragraphs() -> None:
    """Sentences carry the number of their paragraph, headings included."""
    report = Report("r", "Truce holds\n\nThe truce held. It rained.\n\n  \n\nNobody came.")
    assert [(s.span.quote(report), s.paragraph) for s in sentences(report)] == [
        ("Truce holds", 0),
        ("The truce held.", 1),
        ("It rained.", 1),
        ("Nobody came.", 2),
    ]


def test_body() -> None:
    """Boilerplate is split as well, but is no body."""
    report = Report("r", "The truce held.\n\nAlso read: Ten things. And more.\n\nIt rained.")
    assert [s.body for s in sentences(report)] == [True, False, False, True]


def test_wrapped_lines() -> None:
    """Text wrapped to a width is one paragraph, so that no sentence ends at a line's end."""
    text = (
        "The two delegations met for the third time in the city on\n"
        "Thursday and agreed to exchange the bodies of the fallen. A\n"
        "fourth round is due."
    )
    assert len(split(text)) == 2


PIECES = ["A. ", "b", "“", "”", '"', "\n", "\n\n", "! ", "(", ")", "U.S. ", "Mr. ", "1. ", "; – "]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_laws(text: str) -> None:
    """Sentences lie in the text in order, leave out only white space, and never run past a blank line."""
    spans = split(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[s:e] == text[s:e].strip() and "\n\n" not in text[s:e] for s, e in spans)
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())
