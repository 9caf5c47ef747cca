"""Quotations: which marks pair up, and what that says of a content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.quotes import how, quotations, spoken
from parley.reading.quotes_unmarked import unmarked_speech

CASES = {
    "curly": ("He said “no”.", ["“no”"]),
    "straight": ('He said "no" and "never".', ['"no"', '"never"']),
    "nested": ("“He told me ‘go’,” she said.", ["“He told me ‘go’,”", "‘go’"]),
    "British": ("'We won't talk,' he said.", ["'We won't talk,'"]),
    "apostrophes": ("The dockers' union didn't meet the workers’ envoys in the ’90s.", []),
    "possessive inside": ("'The workers' union will strike,' he said.", ["'The workers' union will strike,'"]),
    "German": ("Er sagte „nein“.", ["„nein“"]),
    "guillemets": ("Il a dit «non».", ["«non»"]),
    "two paragraphs": ("He said: “One.\n\n“Two.”", ["“One.", "“Two.”"]),
    "straight paragraphs": ('He said: "One.\n\n"Two."', ['"One.', '"Two."']),
    "reopened": ("“One. “Two.”", ["“One.", "“Two.”"]),
    "stray straight": ('The 5" gun fired.\n\nNothing else.', []),
    "stray closer": ("It ended.” Then rain.", []),
}
HOW = {
    "direct": ("“We go,” he said.", "“We go,”", "direct"),
    "direct, marks left out": ("“We go,” he said.", "We go", "direct"),
    "stop outside": ('He said "we go".', '"we go".', "direct"),
    "indirect": ("He said they would go.", "they would go", "indirect"),
    "mixed": ("He said they would “go now”.", "they would “go now”", "mixed"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_quotations(text: str, expected: list[str]) -> None:
    """Quotations come with their marks, outer before inner."""
    assert [text[start:end] for start, end in quotations(text)] == expected


@pytest.mark.parametrize(("text", "content", "expected"), HOW.values(), ids=HOW.keys())
def test_how(text: str, content: str, expected: str) -> None:
    """A content is as direct as the marks around it say."""
    start = text.index(content)
    assert how([(start, start + len(content))], text, quotations(text)) == expected


UNMARKED = {
    "transcript": (
        "QUESTION: Is it over?\n\nANSWER: No. We go on.\n\nWe always do.",
        ["Is it over?", "No. We go on.", "We always do."],
    ),
    "inside a paragraph": ("Q: Is it over? A: No.\n\nQ: When? A: Soon.", ["Is it over?", "No.", "When?", "Soon."]),
    "names": ("Ann Roe: Hello.\n\nBo Li: Hello.\n\nAnn Roe: Bye.", ["Hello.", "Hello.", "Bye."]),
    "set out": ("The minister said:\n\nIt is over.\n\nWe go.\n\nNotes to editors", ["It is over.", "We go."]),
    "set out in marks": ("The minister said:\n\n“It is over.”", []),
    "labels of a page": ("Verdict: good.\n\nPrice: low.", []),
}


@pytest.mark.parametrize(("text", "expected"), UNMARKED.values(), ids=UNMARKED.keys())
def test_unmarked(text: str, expected: list[str]) -> None:
    """Transcripts and set-out statements are speech too."""
    assert [text[start:end] for start, end in unmarked_speech(text)] == expected


def test_how_of_speech_in_speech() -> None:
    """What a quoted speaker says that another said is indirect."""
    text = "“They told us that the truce was over,” he said."
    start = text.index("the truce")
    assert how([(start, text.index(",”"))], text, spoken(text)) == "indirect"


def test_how_in_pieces() -> None:
    """Pieces around a cue count together."""
    text = "“One,” he said. “Two.” Three."
    quoted = quotations(text)
    assert how([(0, 6), (16, 22)], text, quoted) == "direct"
    assert how([(0, 6), (23, 29)], text, quoted) == "mixed"


@given(st.text() | st.text(alphabet="“”\"'’‘ab \n.s,"))
def test_laws(text: str) -> None:
    """Quotations lie inside the text and inside one paragraph, in order, and never cross."""
    spans = quotations(text)
    assert all(0 <= start < end <= len(text) and "\n" not in text[start:end] for start, end in spans)
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))
    for a, b in spans:
        assert not any(a < c < b < d for c, d in spans)
