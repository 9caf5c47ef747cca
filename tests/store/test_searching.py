"""Finding reports by their words, in SQLite and in PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.record import Outlet, Report
from parley.store import Found, Query, Store, found_in, searching
from parley.store.query import Term
from parley.store.tokens import stems
from tests.store.filing import OTHER, TEXT, file, report

GULF = Outlet("Gulf Post", "gulf-post.example")
SET = (
    replace(report(TEXT, "front", 6, title="Front may return to the talks"), dateline="ISTANBUL"),
    replace(report(OTHER, "market", 8, title="Market attacked"), outlet=GULF),
    report("Negotiators of both sides met again in İstanbul; the second round of negotiation begins.", "round", 10),
    Report("undated", "Élysée officials deny that a cease-fire was agreed. The O'Brien report said nothing of talks."),
)


@pytest.fixture
def filled(store: Store) -> Store:
    """A record of some reports."""
    file(store, *SET)
    return store


def found(store: Store, typed: str, **how: int | bool) -> list[str]:
    """The ids of what is found, sorted."""
    return sorted(hit.report.id for hit in store.search(typed, **how).hits)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("talks", ["front", "undated"]),
        ("TALK", ["front", "undated"]),
        ("talk istanbul", ["front"]),
        ("negotiate", ["round"]),
        ('"second round"', ["round"]),
        ('"round second"', []),
        ("“second round", ["round"]),
        ("round second", ["round"]),
        ("istanbul", ["front", "round"]),
        ("elysee", ["undated"]),
        ("cease-fire", ["undated"]),
        ("ceasefire", []),
        ("o'brien", ["undated"]),
        ("talks -istanbul", ["undated"]),
        ('talks -"return to the talks"', ["undated"]),
        ("-talks", ["market", "round"]),
        ("title:talks", ["front"]),
        ("text:market", ["market"]),
        ("text:attacked", []),
        ('title:"the talks"', ["front"]),
        ("dateline:istanbul", ["front"]),
        ("outlet:harb", ["front", "round"]),
        ('outlet:"gulf po"', ["market"]),
        ("OUTLET:gulf-post.example", ["market"]),
        ("-outlet:harbour", ["market", "undated"]),
        ("after:2031-03-08", ["market", "round"]),
        ("before:2031-03-08", ["front"]),
        ("after:2031-03-07 before:2031-03-10", ["market"]),
        ("after:2031", ["front", "market", "round"]),
        ("before:2031-03", []),
        ("said before:soon", []),
        ("said after:2031-02-30", []),
        ("on return", ["front"]),
        ("market harbour", []),
        ("wire negotiators", ["round"]),
        ("", []),
        (' - " -- : "" outlet:', []),
    ],
)
def test_what_is_typed_finds(filled: Store, typed: str, expected: list[str]) -> None:
    """The same in both."""
    assert found(filled, typed) == expected


def test_no_phrase_runs_from_the_title_into_the_text(filled: Store) -> None:
    """Nor from one field into another at all."""
    assert found(filled, '"attacked gulf"') == found(filled, '"talks harbour"') == []


def test_the_best_come_first(store: Store) -> None:
    """A title counts for more than the text, a short text for more than a long one; or the newest come first."""
    long = f"{OTHER} " * 20
    file(
        store,
        report(f"{long} The army left.", "long", 9),
        report("The army left.", "short", 8),
        report(OTHER, "headed", 7, title="Army leaves Harad"),
        *(report(f"{OTHER} {number}", None, 1) for number in range(9)),
    )
    hits = store.search("army").hits
    assert [hit.report.id for hit in hits] == ["headed", "short", "long"]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert [hit.report.id for hit in store.search("army", newest=True).hits] == ["long", "short", "headed"]


def test_where_very_many_fit_the_newest_come_first(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those without a day last."""
    monkeypatch.setattr(searching, "MANY", 1)
    assert [hit.report.id for hit in filled.search("of").hits] == ["round", "market", "undated"]
    assert [hit.report.id for hit in filled.search("-market").hits] == ["round", "front", "undated"]


def test_pages_put_together_are_the_whole(filled: Store) -> None:
    """And each knows how many there are in all."""
    whole = filled.search("-zebra")
    pages = [filled.search("-zebra", limit=1, offset=number) for number in range(6)]
    assert [page.total for page in pages] == [4] * 6
    assert tuple(hit for page in pages for hit in page.hits) == whole.hits


def test_only_the_last_version_is_found(store: Store) -> None:
    """Of an edited article, also where it came in first."""
    edited = report(TEXT.replace("Harad", "the valley"), "a", 7)
    file(store, edited, report(TEXT, "a", 6), report(OTHER, "b"))
    assert found(store, "harad") == []
    assert found(store, "valley") == ["a"]
    assert store.search("-zebra").total == 2


def test_the_words_are_marked(filled: Store) -> None:
    """In the text, in the title, and in a part of the text that holds them."""
    (hit,) = filled.search('"the talks" army').hits
    title = hit.report.title or ""
    assert [hit.report.text[one.start : one.end] for one in hit.marks] == ["the talks", "army"]
    assert [title[start:end] for start, end in hit.in_title] == ["the talks"]
    (hit,) = filled.search("elysee ISTANBUL-less officials deny", newest=True).hits or filled.search("elysee").hits
    assert [one.quote(hit.report) for one in hit.marks] == ["Élysée"]


def test_the_part_that_is_shown_is_where_the_words_are(store: Store) -> None:
    """It begins and ends between words and is no longer than a few lines."""
    text = f"{'Nothing of note. ' * 50}{TEXT} {'Nothing again. ' * 50}"
    file(store, report(text, "a"))
    (hit,) = store.search("return harad").hits
    shown = hit.snippet.quote(hit.report)
    assert len(shown) <= 240
    assert "return to the talks if the army left Harad" in shown
    assert text[hit.snippet.start - 1] == text[hit.snippet.end] == " "
    assert all(hit.snippet.start <= one.start and one.end <= hit.snippet.end for one in hit.marks)


def test_a_query_can_be_narrowed(filled: Store) -> None:
    """As the options of the command line do."""
    query = Query.of("told").between(date(2031, 3, 6), date(2031, 3, 8)).at("Gulf")
    assert [hit.report.id for hit in filled.search(query).hits] == ["market"]
    assert Query.of("after:2031-03-07").between(date(2031, 3, 6), None).since == date(2031, 3, 7)
    assert Query.of("x").at(" ").terms == (Term(("x",)),)


@given(
    typed=st.text(max_size=60),
    words=st.lists(
        st.sampled_from(
            [
                '"',
                "-",
                "title:",
                "outlet:",
                "*",
                "AND",
                "'",
                "\\",
                "talks",
                "before:",
                "NEAR(",
                "\x00",
                "\ud800",
                "ﷺ",
                "½",
                "ı",
            ]
        ),
        max_size=12,
    ),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_no_error(filled: Store, typed: str, words: list[str]) -> None:
    """It means something or nothing."""
    for line in (typed, "".join(words), " ".join([*words, typed])):
        assert isinstance(filled.search(line), Found)


@given(text=st.text(min_size=1, max_size=40).filter(str.strip), title=st.none() | st.text(max_size=9))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_report_is_found_by_its_own_words(store: Store, text: str, title: str | None) -> None:
    """Whatever they are; and the words are marked."""
    one = Report(f"x{text}", text, title=title)
    file(store, one)
    query = Query(tuple(Term((stem,), "text") for stem in stems(text)[:10]))
    hits = store.search(query, limit=1000).hits
    assert not query.terms or text in [hit.report.text for hit in hits]
    assert all(found_in(text, [term]) for term in query.terms)


def test_a_very_long_report_is_found(store: Store) -> None:
    """By its words; where PostgreSQL counts no further, by phrases at its beginning."""
    text = " ".join(f"w{number}" for number in range(30_000))
    file(store, report(text, "long"), report(OTHER, "b"))
    assert found(store, "w0 w15000") == found(store, '"w9 w10 w11"') == ["long"]
    assert found(store, "w29000") == ["long"]


def test_a_word_without_end(store: Store) -> None:
    """Is found by its beginning."""
    file(store, report("x" * 100_000, "long"))
    assert found(store, "x" * 90_000) == ["long"]
