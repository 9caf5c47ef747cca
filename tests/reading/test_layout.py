"""Layout: named lines that are reporting or not, and the laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.layout import layout

DATELINES = {
    "ISTANBUL, Nov 3 (Wire) - Talks resumed.": ("ISTANBUL", "Nov 3", "Wire"),
    "KABUL — Talks resumed.": ("KABUL", None, None),
    "ISLAMABAD: Talks resumed.": ("ISLAMABAD", None, None),
    "ISLAMABAD, April 24 (INAP): Pakistan said.": ("ISLAMABAD", "April 24", "INAP"),
    "TAMPA, Fla. – Forces struck.": ("TAMPA, Fla.", None, None),
    "Amman, Feb. 11 – The minister spoke.": ("Amman", "Feb. 11", None),
    "ISTANBUL/ISLAMABAD (Reuters) - Talks resumed.": ("ISTANBUL/ISLAMABAD", None, "Reuters"),
    "ARAGAN, February 18. /VARTAG/ - The delegation will go.": ("ARAGAN", "February 18", "VARTAG"),
    "WASHINGTON, D.C. -- Talks resumed.": ("WASHINGTON, D.C.", None, None),
    "By Jane Doe\n\nNEW DELHI: Talks resumed.": ("NEW DELHI", None, None),
    "(AFP) - Talks resumed.": ("", None, "AFP"),
}
NO_DATELINE = [
    "QUESTION: Is it over?",
    "MS WHITLOCK: Good afternoon.",
    "EXCLUSIVE - Talks resumed.",
    "THE CLAIM: A video shows a strike.",
    "Talks resumed in Istanbul - again.",
    "The talks resumed.\n\nFUNDING: The pact needs money.",
    "NASIR: One thing.\n\nULANG: Another.\n\nNASIR: A third.",
    "",
]
NO_REPORTING = [
    "Also read: Six soldiers killed in Kurram blast",
    "You may also like",
    "Read more: Why the roads matter",
    "Subscribe to our newsletter",
    "We use cookies to improve your experience. Accept all cookies",
    "File photo: Delegates shake hands in Doha",
    "Photo: Mourners at a burial on Saturday. (Social media)",
    "Delegates leave the hotel in Istanbul [Murad Sezer/Reuters]",
    "By Jane Doe and John Roe",
    "Facebook Twitter WhatsApp",
    "Share this article",
    "Copyright 2025 Harbour Wire. All rights reserved.",
    "Published On 3 Nov 2025",
    "5 min read",
    "LIVE RADAR | TRAIN CANCELLATIONS | HELPLINE NUMBERS",
    "#Pakistan #Afghanistan",
    "The author covers security. Views are her own.",
    "Press contact: Communications Unit, +32 2 555 01 00",
    "Advertisement",
]
REPORTING = [
    "Talks resumed in Istanbul on Thursday.",
    "By Thursday the talks had failed",
    "Share prices fell after the strike.",
    "Photographs showed the bodies of three men.",
    "Watch towers were set on fire along the border.",
    "Related talks on trade will open in Doha.",
    "The two sides agreed:",
    "SANCTIONS IMPLICATIONS",
    "Updated maps were handed to the monitors.",
    "He said the views of the tribes are theirs to state.",
    "Subscribers to the fund include Qatar and Turkey.",
    "Copyright talks between the two states stalled.",
    "Reporting to the council, the envoy said the truce held.",
    "Search operations went on overnight.",
]
CREDITS = {
    "(Reporting by Jane Doe in Kabul; Editing by John Roe)": (),
    "With inputs from AFP and Crescent Wire": ("AFP", "Crescent Wire"),
    "(With inputs from MPA. Except for the headline, nothing was edited.)": ("MPA",),
    "— AP": ("AP",),
    "-- AFP": ("AFP",),
    "— Agencies": (),
    "Additional reporting by Reuters": ("Reuters",),
    "(Translated from Dari)": (),
}
LEAD = "Talks resumed in Istanbul on Thursday, officials said."


@pytest.mark.parametrize(("text", "expected"), DATELINES.items(), ids=DATELINES.keys())
def test_dateline(text: str, expected: tuple[str, str | None, str | None]) -> None:
    """A dateline gives its place, date and agency."""
    found = layout(text).dateline
    assert found is not None
    assert (found.place, found.date, found.agency) == expected
    assert text[slice(*found.span)].rstrip()[-1] in "-–—:"


@pytest.mark.parametrize("text", NO_DATELINE)
def test_no_dateline(text: str) -> None:
    """Labels, speakers and headings are no datelines."""
    assert layout(text).dateline is None


@pytest.mark.parametrize("line", NO_REPORTING)
def test_boilerplate(line: str) -> None:
    """A line of the page is boilerplate, and its neighbours are not."""
    text = f"{line}\n\n{LEAD}" if line.startswith("By ") else f"{LEAD}\n\n{line}\n\n{LEAD}"
    assert [text[start:end] for start, end in layout(text).boilerplate] == [line]


@pytest.mark.parametrize("line", REPORTING)
def test_reporting(line: str) -> None:
    """What only looks like a line of the page stays."""
    assert layout(f"{LEAD}\n\n{line}\n\n{LEAD}").boilerplate == ()


@pytest.mark.parametrize(("line", "agencies"), CREDITS.items(), ids=CREDITS.keys())
def test_credits(line: str, agencies: tuple[str, ...]) -> None:
    """A credit is boilerplate and gives the agencies that it names."""
    text = f"{LEAD}\n\n{line}"
    found = layout(text)
    assert [(text[slice(*credit.span)], credit.agencies) for credit in found.credits] == [(line, agencies)]
    assert found.covers(*found.credits[0].span)


def test_tail() -> None:
    """A pointer that ends a paragraph of reporting is cut off from it."""
    text = "The truce held. Also read: Ten things to know"
    assert [text[start:end] for start, end in layout(text).boilerplate] == ["Also read: Ten things to know"]


PIECES = [
    "By Jane Doe",
    "\n",
    "\n\n",
    "KABUL: ",
    "Also read: x",
    "The truce held. ",
    "— AP",
    "(Reuters) - ",
    "#",
    "[a/b]",
    "Nov 3",
]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_laws(text: str) -> None:
    """Stretches lie in the text, in order and apart; credits are boilerplate."""
    found = layout(text)
    end = 0
    for start, stop in found.boilerplate:
        assert end <= start < stop <= len(text)
        end = stop
    assert all(credit.span in found.boilerplate for credit in found.credits)
    assert found.dateline is None or 0 <= found.dateline.span[0] < found.dateline.span[1] <= len(text)
