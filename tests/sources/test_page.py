from datetime import date

import pytest

from parley.errors import NotText
from parley.record import Outlet
from parley.sources.page import read_page

PAGE = """<!doctype html><html lang="en"><head><meta charset="{charset}"><title>Round to resume – Harbour Wire</title>
<meta property="og:site_name" content="Harbour Wire"><meta name="author" content="Ada Writer">
{date}<link rel="canonical" href="https://harbourwire.example/2031/istanbul"></head>
<body><nav><a href="/">Home</a><a href="/w">World</a></nav><article><h1>Round to resume</h1>
<p>ISTANBUL – Ardania and the Northern Front have <em>reportedly</em> agreed to resume their stalled talks in
Istanbul following a request from the hosts, sources said on Thursday.</p>
<p>The delegation offered no concrete guarantees, Okar said,<br>and warned that any attack “will be answered”.</p>
<blockquote><p>We will not be moved by threats, he said.</p></blockquote>
<table><tr><td>Killed</td><td>12</td></tr></table>
<p>At least 12 people were killed in the border area on Tuesday, officials said, in the worst clashes for years.</p>
</article><footer>© 2025 Harbour Wire. Cookies.</footer></body></html>"""
DATED = '<meta property="article:published_time" content="2031-03-06T10:00:00Z">'


def page(charset: str = "utf-8", head: str = DATED) -> bytes:
    return PAGE.format(charset=charset, date=head).encode(charset)


def test_an_article_keeps_its_paragraphs_and_metadata() -> None:
    report = read_page(page(), "a.html")
    assert report.text.split("\n\n") == [
        "ISTANBUL – Ardania and the Northern Front have reportedly agreed to resume their stalled talks in Istanbul "
        "following a request from the hosts, sources said on Thursday.",
        "The delegation offered no concrete guarantees, Okar said, and warned that any attack “will be answered”.",
        "We will not be moved by threats, he said.",
        "Killed | 12",
        "At least 12 people were killed in the border area on Tuesday, officials said, in the worst clashes for years.",
    ]
    assert report.title == "Round to resume"
    assert report.outlet == Outlet("Harbour Wire", "harbourwire.example")
    assert report.published == date(2031, 3, 6)
    assert (report.author, report.url) == ("Ada Writer", "https://harbourwire.example/2031/istanbul")


@pytest.mark.parametrize(
    "markup", ["<div>{0}<br><br>{1}</div>", "<pre>{0}\n\n{1}</pre>", "<div>{0}</div><div>{1}</div>"]
)
def test_paragraphs_are_kept_however_they_are_marked_up(markup: str) -> None:
    paragraphs = [f"The talks will go on in Istanbul, an official said {when}." * 3 for when in ("today", "later")]
    report = read_page(f"<html><body>{markup.format(*paragraphs)}</body></html>".encode(), "a.html")
    assert report.text.split("\n\n") == paragraphs


def test_a_page_in_an_older_encoding_is_read_by_its_own_word() -> None:
    assert "“will be answered”" in read_page(page("windows-1252"), "a.html").text


def test_the_year_in_the_footer_is_not_taken_for_the_date() -> None:
    assert read_page(page(head=""), "a.html").published is None


@pytest.mark.parametrize(
    "raw",
    [
        b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        b"<html></html>",
        b"<!doctype html>",
        b"<p></p>",
    ],
)
def test_a_page_without_an_article_is_refused_with_the_way_out(raw: bytes) -> None:
    with pytest.raises(NotText, match=r"^a\.html: no article in the page \(save the article's own page"):
        read_page(raw, "a.html")
