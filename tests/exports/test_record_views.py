"""What people and programs see of a record."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from rich.cells import cell_len
from rich.text import Text

from parley.errors import NotFound
from parley.exports.columns import as_plain
from parley.exports.record_actors import actor_json, actor_lines
from parley.exports.record_brief import brief_of
from parley.exports.record_changes import change_json, change_lines
from parley.exports.record_demands import demand_json, demand_lines
from parley.exports.record_desk import Desk, as_days
from parley.exports.record_disputes import dispute_json, dispute_lines
from parley.exports.record_docx import to_docx
from parley.exports.record_filter import Filter
from parley.exports.record_find import find, report_id
from parley.exports.record_incidents import incident_json, incident_lines
from parley.exports.record_json import Json
from parley.exports.record_markdown import to_html, to_markdown
from parley.exports.record_show import show_json, show_lines
from parley.exports.record_sources import outlet_rows, source_json, source_lines
from parley.exports.record_status import about_words, status_json, status_lines
from parley.exports.record_timeline import timeline_json, timeline_lines
from parley.linking.changes import changes
from parley.record import Claimant, Link, Reason, Record, Ref, Version
from parley.registry import Registry
from tests.exports.desks import REPORTS, desk, record

Lines = Callable[[Desk, Filter], Iterable[Text]]
Shapes = Callable[[Desk, Filter], Iterable[Json]]


def _changes_lines(at: Desk, asked: Filter) -> Iterator[Text]:
    return change_lines(at, changes(Record(), record()), asked)


def _changes_json(at: Desk, asked: Filter) -> Iterator[Json]:
    return change_json(at, changes(Record(), record()), asked)


VIEWS: tuple[tuple[Lines, Shapes], ...] = (
    (status_lines, status_json),
    (timeline_lines, timeline_json),
    (incident_lines, incident_json),
    (demand_lines, demand_json),
    (dispute_lines, dispute_json),
    (actor_lines, actor_json),
    (source_lines, source_json),
    (_changes_lines, _changes_json),
)


def shown(lines: Lines, asked: Filter | None = None) -> str:
    """What a view prints, words of a paragraph on one line."""
    return " ".join(as_plain(lines(desk(), asked or Filter())).split())


@pytest.mark.parametrize(("lines", "shapes"), VIEWS)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_screen(lines: Lines, shapes: Shapes, width: int) -> None:
    """Whatever the view and the screen."""
    assert max(cell_len(line.plain.rstrip()) for line in lines(desk(width), Filter())) <= width


@pytest.mark.parametrize(("lines", "shapes"), VIEWS)
def test_an_empty_record_says_so(lines: Lines, shapes: Shapes) -> None:
    """And has no JSON; what is new is not of the record."""
    empty = Desk(Record(), {}, REPORTS.__getitem__)
    if lines is not _changes_lines:
        assert len(list(lines(empty, Filter()))) == 1
        assert list(shapes(empty, Filter())) == []


@pytest.mark.parametrize(("lines", "shapes"), VIEWS)
def test_every_object_is_json(lines: Lines, shapes: Shapes) -> None:
    """As it is written."""
    assert [json.loads(json.dumps(shape)) for shape in shapes(desk(), Filter())]


@pytest.mark.parametrize(("lines", "shapes"), VIEWS)
def test_evidence_in_json_quotes_its_report(lines: Lines, shapes: Shapes) -> None:
    """Every place comes with the words at its span."""
    for place in _places(list(shapes(desk(), Filter()))):
        span = place["span"]
        assert isinstance(span, dict)
        text = REPORTS[str(span["report"])].text
        assert place["quote"] == text[int(str(span["start"])) : int(str(span["end"]))]


def _places(shape: Json) -> Iterator[dict[str, Json]]:
    if isinstance(shape, list):
        for one in shape:
            yield from _places(one)
    elif isinstance(shape, dict):
        if "claimant" in shape and "span" in shape:
            yield shape
        for one in shape.values():
            yield from _places(one)


def test_the_board_names_its_rule_and_who_says_otherwise() -> None:
    """One side's word is shown as that, with outlet, day and words, and so is the other's."""
    board = shown(status_lines)
    assert "talks ended without a deal since 6 Mar 2031 · round 1, Istanbul, 4–5 Mar 2031 disputed" in board
    assert "the latest word is that of one side, Ardania: disputed" in board
    assert "Selim Okar (Ardania) · Harbour Wire, 6 Mar 2031: “The talks are over, Selim Okar said.”" in board
    assert "otherwise continued · Northern Front · Front Voice, 8 Mar 2031: “talks would go on”" in board
    assert "before 4 Mar opened (both sides)" in board


def test_a_round_says_who_numbers_it_otherwise() -> None:
    """Ours stands first, theirs beside it, and nobody is held to be wrong."""
    talks = record().talks[0]
    place = record().claims[0].evidence[0]
    others = [replace(place, claimant=Claimant(f"outlet:{name}", name)) for name in ("Dawn", "Herald", "Post")]
    told = (Version("first round", (place,)), Version("second round", tuple(others)))
    numbered = replace(talks, rounds=(replace(talks.rounds[0], told=told),))
    assert about_words(talks.rounds[0].id, numbered) == (
        "round 1 (called the second round by Dawn, Herald and 1 more), Istanbul, 4–5 Mar 2031"
    )
    shown = replace(desk(), record=replace(record(), talks=(numbered,)))
    lines = as_plain(show_lines(find(talks.rounds[0].id, shown), shown))
    assert "Called" in lines
    assert "second round  " in lines


def test_the_board_of_a_day() -> None:
    """Shows what stood then, and nothing that was said later."""
    board = shown(status_lines, Filter(until=date(2031, 3, 5)))
    assert "opened since 4 Mar 2031" in board
    assert "Okar" not in board


def test_the_timeline_keeps_to_its_days_and_kinds() -> None:
    """One day, one kind of line."""
    assert shown(timeline_lines, Filter(since=date(2031, 3, 8), kind="claim")).startswith(
        "8 Mar 2031 claim talks: cont"
    )
    assert shown(timeline_lines, Filter(until=date(2031, 3, 3))) == "nothing that has a day"


def test_an_incident_is_told_by_outlets_and_origins() -> None:
    """With its toll and the first words for it."""
    listed = shown(incident_lines)
    assert "killed 12–15, best 12" in listed
    assert "3 outlets, 3 origins" in listed
    assert "“police in Harad” (Ardania) · Harbour Wire, 6 Mar 2031: “12 people were killed”" in listed


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (Filter(actor="harad"), True),
        (Filter(actor="okar"), False),
        (Filter(side="ardania"), True),
        (Filter(outlet="gulf"), True),
        (Filter(outlet="nobody"), False),
        (Filter(kind="attack"), True),
        (Filter(kind="visit"), False),
        (Filter(origins=3), True),
        (Filter(origins=4), False),
        (Filter(since=date(2031, 3, 4), until=date(2031, 3, 4)), True),
        (Filter(since=date(2031, 3, 5)), False),
        (Filter(talks="ardania"), False),
    ],
)
def test_incidents_are_chosen(asked: Filter, kept: bool) -> None:
    """By who takes part or tells it, type, day, and origins; an incident is of no talks."""
    assert bool(list(incident_json(desk(), asked))) is kept


def test_who_rules_a_state_is_on_its_side() -> None:
    """As in talks; asked for by its own name it is found, too, and speaks under its own name."""
    made = record()
    ruler = replace(made.actors["ard"], registry="afg-taliban-authorities")
    ruled = replace(desk(told=replace(made, actors={**made.actors, "ard": ruler})), registry=Registry.open(()))
    for side, kept in (("afg", True), ("ardania", True), ("pak", False)):
        assert bool(list(incident_json(ruled, Filter(side=side)))) is kept
    assert ruled.speaker(Claimant("okar", "Selim Okar")) == "Selim Okar (Ardania)"


def test_a_demand_shows_what_became_of_it() -> None:
    """By whom, to whom, in whose words."""
    listed = shown(demand_lines, Filter(talks="front"))
    assert "demand · Northern Front → Ardania: “the camps to be closed” [raised]" in listed
    assert "8 Mar 2031 raised Northern Front · in Front Voice" in listed


def test_a_dispute_names_everybody_and_takes_no_side() -> None:
    """Each value with those who tell it."""
    listed = shown(dispute_lines, Filter(actor="front"))
    assert "killed · attack (killed), Ardania, Harad, 4 Mar 2031 [they cannot all be so]" in listed
    assert "12 according to “police in Harad” (Ardania), Gulf Post 2 outlets, 2 origins" in listed
    assert "15 according to Northern Front 1 outlet, 1 origin" in listed


def test_sources_count_who_is_first_and_who_is_alone() -> None:
    """By the day of the report."""
    rows = {row.outlet: (row.first, row.alone) for row in outlet_rows(desk(), Filter())}
    assert rows == {"Harbour Wire": (1, 0), "Gulf Post": (0, 0), "Front Voice": (0, 0)}
    assert "3 reports: 3 outlets, 2 origins" in shown(source_lines)
    assert "Selim Okar, 2031-03-06 · statement okar/2031-03-06 Gulf Post, Harbour Wire" in shown(source_lines)


def test_actors_of_one_report_are_counted_only() -> None:
    """Unless they are asked for."""
    assert "left out: 2 actors that only one report names" in shown(actor_lines)
    assert "police in Harad" in shown(actor_lines, Filter(actor="police"))


@pytest.mark.parametrize("asked", ["incident:a#e1", "a#e1", "INCIDENT:A#E1"])
def test_a_thing_is_found_by_its_id_or_part_of_it(asked: str) -> None:
    """In small letters or great ones."""
    if asked == "a#e1":
        with pytest.raises(NotFound, match="may be 2 things: dispute:incident:a#e1:killed, incident:a#e1"):
            find(asked, desk())
    elif asked == "incident:a#e1":
        assert find(asked, desk()).id == asked
    else:
        with pytest.raises(NotFound, match="may be 2 things"):
            find(asked, desk())


def test_a_finding_leads_to_what_it_is_part_of() -> None:
    """And an actor's name to the actor."""
    assert find("c#e1", desk()).id == "incident:a#e1"
    assert find("selim okar", desk()).id == "okar"
    with pytest.raises(NotFound, match="nothing in the record is called so"):
        find("xyzzy", desk())
    with pytest.raises(NotFound, match="no report"):
        report_id("xyzzy", REPORTS)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("incident:a#e1", "Killed (best by the rule “ucdp”) 12 2 outlets, 2 origins “police in Harad” (Ardania)"),
        ("incident:a#e1", "Why these are one a#e1 and b#e1: 0.90 +1.5 type: both ASSAULT"),
        ("incident:a#e1", "2031-03-09 08:00 UTC · ana · accept incident:a#e1: seen myself"),
        (
            "demand:c#e2",
            "8 Mar 2031 raised Northern Front · Front Voice, 8 Mar 2031: “for the camps to be closed” c#e2",
        ),
        ("dispute:incident:a#e1:killed", "15 according to Northern Front"),
        ("okar", "person · acts for Ardania"),
        ("copies/a", "2 reports of one text"),
        ("c", "origin: Front Voice, 2031-03-08 (own reporting)"),
        ("talks:ard+front", "The board of the talks 4 Mar opened (both sides) 6 Mar ended without a deal (Ardania)"),
        ("talks:ard+front:round:2031-03-04", "ended without a deal 2 outlets, 1 origin"),
        ("j1", "ana · accept"),
    ],
)
def test_everything_can_be_shown(asked: str, words: str) -> None:
    """With its words, and what people decided."""
    found = find(asked, desk())
    assert words in " ".join(as_plain(show_lines(found, desk())).split())
    assert json.loads(json.dumps(show_json(found, desk())))


def test_demands_and_disputes_say_why() -> None:
    """Why these are one, why those are rivals; what rules say adds nothing to a score."""
    told = record()
    a, b = Ref("a", "event", 0), Ref("c", "event", 2)
    alike = Link(a, b, 0.8, (Reason("wording", "0.61: camp, close", 4.3),))
    apart = Link(a, b, 1.0, (Reason("speakers", "Ardania and Northern Front", 0.0),))
    shown = desk(
        told=replace(
            told,
            demands=tuple(replace(one, links=(alike,)) for one in told.demands),
            disputes=tuple(replace(one, links=(apart,)) for one in told.disputes),
        )
    )
    demand = " ".join(as_plain(show_lines(find(told.demands[0].id, shown), shown)).split())
    assert "Why these are one a#e0 and c#e2: 0.80 +4.3 wording: 0.61: camp, close" in demand
    dispute = " ".join(as_plain(show_lines(find(told.disputes[0].id, shown), shown)).split())
    assert "Why these are rivals a#e0 and c#e2 speakers: Ardania and Northern Front" in dispute


def test_a_brief_cites_every_line() -> None:
    """In Markdown, in HTML, and in Word, the same words."""
    brief = brief_of(desk(), changes(Record(), record()), "since 1 March 2031", Filter())
    lines = [item for section in brief.sections for item in section.items]
    assert lines
    assert all(item.cites for item in lines if "opened" not in item.text)
    markdown, page = to_markdown(brief), to_html(brief)
    assert "Cut-off: the reports published up to 8 Mar 2031." in markdown
    assert "[Harbour Wire, 6 Mar 2031](https://harbourwire.example/a)" in markdown
    assert '<a href="https://harbourwire.example/a">' in page
    words = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(to_docx(brief))).paragraphs)
    for text in (words, page):
        assert "The talks are over, Selim Okar said." in text


def test_a_brief_lets_no_markup_of_others_through() -> None:
    """A report may be called anything."""
    strange = replace(REPORTS["c"], outlet=replace(REPORTS["c"].outlet, name="<b>*Voice*</b>"))  # type: ignore[type-var]
    at = Desk(record(), REPORTS | {"c": strange}, REPORTS.__getitem__)
    page = to_html(brief_of(at, (), "since ever", Filter()))
    assert "&lt;b&gt;*Voice*&lt;/b&gt;" in page


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        (None, "no date"),
        ("2031-03", "2031-03"),
        ("2031-03-04", "4 Mar 2031"),
        ("2031-03-04/2031-03-05", "4–5 Mar 2031"),
        ("2031-03-04/2031-04-05", "4 Mar – 5 Apr 2031"),
        ("2031-12-30/2032-01-02", "30 Dec 2031 – 2 Jan 2032"),
        ("2031-03-04/..", "since 4 Mar 2031"),
    ],
)
def test_days_are_written_as_people_write_them(iso: str | None, words: str) -> None:
    """Months and years as they are told."""
    assert as_days(iso) == words


@pytest.mark.parametrize(
    ("lines", "more"), [(incident_lines, "before"), (demand_lines, "more"), (dispute_lines, "more")]
)
def test_a_long_list_ends_early_and_says_so(lines: Callable[..., Iterable[Text]], more: str) -> None:
    """With how many are left and how to see them; of incidents the latest are shown."""
    at = many()
    whole = as_plain(lines(at, Filter()))
    short = as_plain(lines(at, Filter(), 1)).splitlines()
    assert short[-1].startswith(f"and 2 {more}: parley ")
    assert short[-1].endswith(" --most 0")
    assert f" {more}: parley" not in whole
    assert as_plain(lines(at, Filter(), 3)) == whole
    assert len(short) < len(whole.splitlines())


def many() -> Desk:
    """Three of each kind, the first incident the latest."""
    known = record()
    times = range(3)
    return replace(
        desk(),
        record=replace(
            known,
            incidents=tuple(replace(known.incidents[0], id=f"incident:{n}", when=f"2031-03-0{4 - n}") for n in times),
            demands=tuple(replace(known.demands[0], id=f"demand:{n}") for n in times),
            disputes=tuple(replace(known.disputes[0], id=f"dispute:{n}") for n in times),
        ),
    )


def test_the_latest_incidents_are_shown() -> None:
    """In the order of their days."""
    shown = as_plain(incident_lines(many(), Filter(), 2))
    assert "incident:2" not in shown
    assert shown.index("incident:1") < shown.index("incident:0")


@pytest.mark.parametrize("chosen", [incident_json, demand_json, dispute_json])
def test_asking_for_nothing_chooses_all(chosen: Shapes) -> None:
    """In the same order as a question that all answer."""
    assert list(chosen(many(), Filter())) == list(chosen(many(), Filter(since=date(1990, 1, 1))))
