"""Where reports have it from."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.links.gold import linked, reading_of
from benchmarks.links.match import load
from benchmarks.links.origins import score
from parley.linking.casting import cast
from parley.linking.claims import evidence
from parley.linking.copies import copies
from parley.linking.origins import independence, origin_of, origins
from parley.linking.origins_index import Origins
from parley.record import Actor, Mention, Outlet, Party, Reading, Ref, Report, Sentence, Statement, When

DAY = date(2031, 3, 6)
STATE = Actor("ardania", "Ardania", "state", "ARD")
ACTORS = {
    "ardania": STATE,
    "ministry": Actor("ministry", "Interior Ministry of Ardania", "government", "ARD", acts_for="ardania"),
    "voice": Actor("voice", "Lena Moss", "person", "ARD", "spokesperson of the Interior Ministry", "ministry"),
    "okar": Actor("okar", "Selim Okar", "person", "ARD", "information minister", "ardania"),
    "front": Actor("front", "Northern Front", "armed_group"),
    "sources": Actor("sources", None, "anonymous"),
    "tv": Actor("tv", "Harbour TV", "media"),
    "wire": Actor("wire", "Kest Wire", "media"),
    "paper": Actor("paper", "Harad Post", "media"),
}


def report(
    name: str,
    *said: tuple[str, str],
    outlet: Outlet | None = None,
    day: date = DAY,
    told: str | None = None,
    rest: str = "",
) -> Reading:
    """A report of one sentence a statement ("okar", "the road is open"), then of a rest in the outlet's own voice."""
    lines = [f"{who} said {what}." for who, what in said] + ([rest] if rest else [])
    text = "\n\n".join(lines)
    given_report = Report(name, text, outlet=outlet or Outlet(f"Paper {name}"), published=day)
    spans = [given_report.span(text.index(line), text.index(line) + len(line)) for line in lines]
    when = (When(spans[0], told, "resolved"),) if told else ()
    statements = tuple(
        Statement(
            number,
            Party(who, given_report.span(spans[number].start, spans[number].start + len(who))),
            None,
            (given_report.span(spans[number].end - 1 - len(what), spans[number].end - 1),),
            "indirect",
            when=when,
        )
        for number, (who, what) in enumerate(said)
    )
    sentences = tuple(Sentence(span, number) for number, span in enumerate(spans))
    mentions = tuple(
        Mention(given_report.span(text.index(who), text.index(who) + len(who)), who, 0) for who in ACTORS if who in text
    )
    return Reading(given_report, sentences, ACTORS, mentions, statements)


def found(*given_readings: Reading) -> Origins:
    texts = copies(given_readings)
    return origins(given_readings, cast(given_readings, texts), texts)


def shared(one: Reading, other: Reading) -> bool:
    """Whether two reports have one main origin."""
    made = found(one, other)
    return made.main(one.report.id) == made.main(other.report.id)


OPEN = ("okar", "the road to Harad was open again to lorries with grain")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (report("a", OPEN), report("b", ("okar", "lorries could use the northern road again, to carry grain"))),
        (report("a", OPEN, day=date(2031, 3, 7), told="2031-03-06"), report("b", OPEN)),
        (
            report("a", ("ministry", "the governor had been arrested on the bridge")),
            report("b", ("voice", "police had stopped the governor and were holding him")),
        ),
        (
            report("a", OPEN, day=date(2031, 3, 7), told="2031-03-06"),
            report("b", OPEN, ("okar", "he would come by himself to see that"), day=date(2031, 3, 7)),
        ),
    ],
    ids=["one speaker on one day", "the day as told", "a ministry and its spokesperson", "a day left out"],
)
def test_one_single_source(one: Reading, other: Reading) -> None:
    """Reports that rest on what one source said on one day have one origin."""
    assert shared(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (report("a", OPEN), report("b", OPEN, day=date(2031, 3, 9))),
        (report("a", OPEN), report("b", ("front", "it had mined the road to Harad on both sides"))),
        (report("a", ("sources", "the road was open")), report("b", ("sources", "the road was open"))),
        (
            report("a", OPEN),
            report("b", ("front", "it had mined the road on both sides"), ("tv", "two lorries had burnt"), OPEN),
        ),
        (report("a", OPEN), report("b", OPEN, outlet=Outlet("Harad Post"), rest="Okar spoke to Harad Post at noon.")),
    ],
    ids=["other day", "other speaker", "unnamed sources of two papers", "one of many", "an interview of its own"],
)
def test_independent(one: Reading, other: Reading) -> None:
    """Another day or speaker, unnamed sources, and reporting of one's own are other origins."""
    assert not shared(one, other)


def test_a_release_is_its_bodys_statement() -> None:
    """A government's own office prints a statement: what papers make of it rests on it."""
    desk = Outlet("Ardania Desk", None, "ARD", "government")
    release = report(
        "a", ("ministry", "the bridge was closed"), rest="The bridge will open when it is safe.", outlet=desk
    )
    paper = report("b", ("ministry", "the bridge over the river was closed to all"))
    made = found(release, paper)
    origin = made.main("a")
    assert origin is not None
    assert (origin.kind, origin.reports) == ("statement", ("a", "b"))
    own_voice = evidence(release, Ref("a", "report", 0), cast([release, paper]), made)
    assert own_voice.claimant.name == "Interior Ministry of Ardania"


def test_a_release_of_a_state_alone_stands_for_itself() -> None:
    """Two desks of one state that name nobody are two origins, both of the state."""
    made = found(
        report("a", rest="Ardania is closed.", outlet=Outlet("Desk", None, "ARD", "government")),
        report("b", rest="The army of ardania fired.", outlet=Outlet("Army", None, "ARD", "government")),
    )
    assert [one.reports for one in made] == [("a",), ("b",)]


def test_one_agency_on_one_story() -> None:
    """What two desks wrote from one agency's report is one origin with it, though neither kept its sentences."""
    wire = Outlet("Kest News Agency", None, "KES", "agency")
    story = (
        "Lorries with grain crossed the river bridge at Harad after four weeks of closure, drivers and traders report"
    )
    other = "After four weeks of closure traders and drivers report grain lorries at Harad, which crossed the river"
    apart = "Bread prices in the capital rose sharply as bakers complained of scarce flour and costly transport fuel"
    again = (
        "Traders and drivers report: after closure of four weeks, at Harad on the bridge lorries crossed, grain in them"
    )
    credit = "\n\nWith inputs from Kest News Agency"
    made = found(
        report("a", rest=f"{story}.", outlet=wire),
        report("b", rest=f"{other}.{credit}", outlet=Outlet("Harad Post")),
        report("c", rest=f"{apart}.{credit}", outlet=Outlet("Sea Post")),
        report("d", rest=f"{again}.{credit} and our correspondent", outlet=Outlet("Hill Post")),
    )
    assert made.main("a") == made.main("b")
    assert made.main("a") not in (made.main("c"), made.main("d"))


def test_copies_share_an_origin() -> None:
    """Near-copies of one text count once, and the line says so."""
    story = "Lorries with grain crossed the river bridge at Harad after four weeks, drivers say, as snow fell all day. "
    more = "Traders had waited in the cold for the army to clear the last mines under the eastern ramp of the old one."
    given_readings = [report(name, rest=story + more) for name in "abcd"] + [report("e", OPEN)]
    made = found(*given_readings)
    assert independence(given_readings, made) == "5 outlets, 2 origins"
    assert independence(given_readings[:1], made) == "1 outlet, 1 origin"
    origin = made.main("d")
    assert origin is not None
    assert (origin.kind, origin.reports) == ("agency text", ("a", "b", "c", "d"))


def test_passages_rest_on_what_others_have_too() -> None:
    """A statement that two own reports carry is an origin of its own for the passages, not for the reports."""
    one = report("a", ("front", "it had mined the road"), ("tv", "two lorries had burnt in the night"), OPEN)
    other = report("b", ("sources", "the army had left"), ("wire", "shops were shut all day long"), OPEN)
    made = found(one, other)
    assert origin_of(made, Ref("a", "statement", 2)) == origin_of(made, Ref("b", "statement", 2))
    assert origin_of(made, Ref("a", "statement", 0)) == origin_of(made, Ref("a", "report", 0))
    passage = made.of(Ref("a", "statement", 2))
    assert passage is not None
    assert (passage.reports, passage.also) == ((), ("a", "b"))


def test_taken_from_several_media_it_is_a_compilation() -> None:
    """A report that takes from three other media or more is a compilation."""
    made = found(report("a", ("tv", "it rained"), ("wire", "it snowed"), ("paper", "it hailed in the hills")))
    origin = made.main("a")
    assert origin is not None
    assert origin.kind == "compilation"


def test_unknown_reports_stand_for_themselves() -> None:
    """A report of which no origin is known is its own."""
    assert origin_of((), Ref("x", "event", 3)) == "x"


def test_the_linked_reports() -> None:
    """On what people read in the 44 linked reports none are joined wrongly, and 90 % of the pairs of one origin."""
    measured = score(found(*map(reading_of, linked())), load())
    assert measured["precision"] == 100.0
    assert measured["recall"] >= 90.0


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_laws(chance: random.Random) -> None:
    """Every report has exactly one origin, and ids differ, in whatever order the reports come."""
    wire, desk = Outlet("Kest Wire", kind="agency"), Outlet("Desk", None, "ARD", "government")
    base = [
        report("a", OPEN, outlet=desk),
        report("b", OPEN, day=date(2031, 3, 7)),
        report("c", OPEN, ("front", "it had mined the road"), day=date(2031, 3, 7), told="2031-03-06"),
        report("d", ("sources", "the army had left"), OPEN, outlet=wire),
        report("e", ("voice", "the governor was held"), rest="Snow fell.\n\nWith inputs from Kest Wire"),
        report("f", ("ministry", "the governor was held"), outlet=wire),
    ]
    made = found(*base)
    mixed = base[:]
    chance.shuffle(mixed)
    assert tuple(found(*mixed)) == tuple(made)
    assert sorted(name for one in made for name in one.reports) == list("abcdef")
    assert len({one.id for one in made}) == len(made)
