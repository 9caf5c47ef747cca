from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import Malformed
from parley.record import Outlet
from parley.sources.fields import parse_date
from parley.sources.header import KEYS
from parley.sources.markdown import read_markdown
from parley.sources.text import read_text

WITH_HEADER = """title: Istanbul round to resume
outlet: Harbour Wire
site: harbourwire.example
country: TUR
kind: agency
published: 2031-03-06
dateline: ISTANBUL
url: https://harbourwire.example/1
author: A. Writer
id: gulf-007

Ardania and the Northern Front have agreed to resume their talks.

Sources: three of them.
"""


def test_a_header_fills_the_fields_and_leaves_the_text() -> None:
    report = read_text(WITH_HEADER.encode(), "a.txt")
    assert report.text == (
        "Ardania and the Northern Front have agreed to resume their talks.\n\nSources: three of them.\n"
    )
    assert (report.id, report.title, report.dateline) == ("gulf-007", "Istanbul round to resume", "ISTANBUL")
    assert report.outlet == Outlet("Harbour Wire", "harbourwire.example", "TUR", "agency")
    assert report.published == date(2031, 3, 6)
    assert (report.url, report.author) == ("https://harbourwire.example/1", "A. Writer")


@pytest.mark.parametrize(
    "text",
    [
        "Kabul: the minister said on Thursday\n\nthat talks go on.",
        "Talks go on.",
        "title without a colon\n\nThe text.",
        "title: A headline\nand a line that is no field\n\nThe text.",
        "---\nA dashed line opens this text.",
        "\n\n  Two blank lines and two spaces come first.",
    ],
)
def test_a_text_without_a_header_is_kept_exactly(text: str) -> None:
    assert read_text(text.encode(), "a.txt").text == text


def test_unknown_keys_in_a_header_are_passed_over() -> None:
    report = read_text(b"Title: A\nSection: World\nDate: 6 March 2031\nauthor:\n\nText.", "a.txt")
    assert (report.title, report.published, report.author, report.text) == ("A", date(2031, 3, 6), None, "Text.")


def test_a_header_may_stand_between_hyphens() -> None:
    report = read_text(b'---\ntitle: "A: b"\npublished: 2031-03-06\n---\n\nText.', "a.txt")
    assert (report.title, report.published, report.text) == ("A: b", date(2031, 3, 6), "Text.")


def test_a_header_without_a_text_is_said_to_have_none() -> None:
    with pytest.raises(Malformed, match=r"^a\.txt: has no text"):
        read_text(b"title: A\npublished: 2031-03-06\n", "a.txt")


def test_line_ends_become_newlines() -> None:
    assert read_text(b"One.\r\n\r\nTwo.\rThree.", "a.txt").text == "One.\n\nTwo.\nThree."


@given(st.text().filter(lambda text: text.strip() and ":" not in text and not text.startswith("---")))
def test_any_text_is_read_and_keeps_its_characters(text: str) -> None:
    written = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    read = read_text(written.encode(), "a.txt").text
    assert read == written.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@given(
    st.dictionaries(
        st.sampled_from([k for k in KEYS if k != "published"]), st.from_regex(r"[a-z]{1,9}", fullmatch=True)
    )
)
def test_what_a_header_says_does_not_reach_the_text(fields: dict[str, str]) -> None:
    header = "".join(f"{key}: {value}\n" for key, value in fields.items())
    assert read_text(f"{header}\nText.".encode(), "a.txt").text.lstrip("\n") == "Text."


def test_the_same_text_has_the_same_id_and_another_text_another() -> None:
    one, same, other = (read_text(raw, "a.txt") for raw in (b"Talks go on.", b"Talks go on.", b"Talks are over."))
    assert one.id == same.id != other.id


@pytest.mark.parametrize(
    "written",
    [
        "2031-03-06",
        "20310306",
        "2031-03-06T23:30:00+05:00",
        "2031-03-06 10:00",
        "6 March 2031",
        "6 Mar 2031",
        "March 6, 2031",
        "Thu, 06 Mar 2031 10:00:00 GMT",
    ],
)
def test_dates_that_can_be_read_one_way_only(written: str) -> None:
    assert parse_date(written, "a.txt") == date(2031, 3, 6)


@pytest.mark.parametrize("written", ["None", "null", "unknown"])
def test_words_for_no_date(written: str) -> None:
    assert parse_date(written, "a.txt") is None


@pytest.mark.parametrize("written", ["03/04/2031", "yesterday", "2031-02-30", "2031"])
def test_other_dates_are_refused_with_the_way_out(written: str) -> None:
    with pytest.raises(Malformed, match=r"a\.txt: published: .* is no date \(write it as 2025-10-30\)"):
        parse_date(written, "a.txt")


MARKDOWN = """# Istanbul round to resume

ISTANBUL — Ardania and the **Northern Front** have _reportedly_ agreed
to resume [their talks](https://x.example).

> "We will not be moved", he said.

- First point.
- Second point.

![A caption](x.png)
"""


def test_markdown_gives_its_words_without_its_marks() -> None:
    report = read_markdown(MARKDOWN.encode(), "a.md")
    assert report.title == "Istanbul round to resume"
    assert report.text == (
        "ISTANBUL — Ardania and the Northern Front have reportedly agreed to resume their talks.\n\n"
        '"We will not be moved", he said.\n\nFirst point.\n\nSecond point.'
    )


def test_markdown_may_have_front_matter() -> None:
    report = read_markdown(b"---\ntitle: A\npublished: 2031-03-06\n---\n\n# B\n\nText.", "a.md")
    assert (report.title, report.published, report.text) == ("A", date(2031, 3, 6), "B\n\nText.")
