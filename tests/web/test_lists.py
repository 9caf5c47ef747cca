"""Lists that are ready to be filtered, and whose words outlets print."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.exports.record_desk import Desk
from parley.exports.record_filter import Filter
from parley.exports.record_incidents import told_on
from parley.record import (
    Claimant,
    Demand,
    Dispute,
    Evidence,
    Incident,
    Record,
    Ref,
    Report,
    Span,
    StatusClaim,
    Talks,
)
from parley.web.lists import Listing
from parley.web.months import chart_of
from parley.web.sieve import Sieve
from parley.web.views import Named, grounds, slot_words, value_names
from parley.web.voices import OTHERS, UNNAMED, VOICE, Voices
from tests.web.serving import Site

WORDS = st.sampled_from(("pak", "Afgh", "asif", "ISTANBUL", "daily", "news", "attack", "killed", "nobody", "talks"))
ASKED = st.builds(
    Filter,
    talks=st.none() | WORDS,
    actor=st.none() | WORDS,
    side=st.none() | WORDS,
    outlet=st.none() | WORDS,
    kind=st.none() | WORDS,
    since=st.none() | st.dates(date(2025, 10, 1), date(2025, 11, 1)),
    until=st.none() | st.dates(date(2025, 10, 15), date(2025, 11, 15)),
    origins=st.integers(1, 4),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=ASKED)
def test_a_sieve_keeps_what_its_filter_keeps(site: Site, asked: Filter) -> None:
    """Whatever is asked for; the sieve only looks names up once."""
    desk, lists = site.live.desk, site.live.index.lists
    listings: tuple[Listing[Incident] | Listing[Demand] | Listing[Dispute], ...]
    listings = (lists.incidents, lists.demands, lists.disputes)
    for listing in listings:
        sieve = Sieve(asked, desk, listing.people)
        for one in listing.chosen(Filter(), "most"):
            assert sieve.keeps(one.facets, one.outlets, one.origins) == asked.keeps(one.facets, desk), one.id


@pytest.mark.parametrize("order", ["newest", "oldest", "most", "origins"])
def test_every_order_has_every_thing_once(site: Site, order: str) -> None:
    """No order loses anything, and days that are not known come last."""
    found = site.live.index.lists.incidents.chosen(Filter(), order)
    assert sorted(one.id for one in found) == sorted(one.id for one in site.live.desk.record.incidents)
    known = [bool(one.day) for one in found]
    assert order not in ("newest", "oldest") or known == sorted(known, reverse=True)


def test_incidents_stand_in_the_order_of_the_days_that_are_shown(site: Site) -> None:
    """The day of each, else that on which it is first told."""
    found = site.live.index.lists.incidents.chosen(Filter(), "oldest")
    shown = [(one.thing.when or told_on(one.thing) or "~").partition("/")[0] for one in found]
    assert shown == sorted(shown)
    assert len(set(shown)) > 5


def _claim(number: int, claimant: Claimant) -> StatusClaim:
    ref = Ref("r", "event", number)
    told = Evidence(ref, Span("r", number, number + 1), claimant, date(2025, 11, 1), "o")
    return StatusClaim("talks:a+b", "talks:a+b", "talks", "opened", "actual", (claimant,), "report", told.day, (told,))


def test_whose_words_an_outlet_prints_is_counted_by_side() -> None:
    """A side by its id, others, the unnamed on whichever side, the outlet itself; a place once."""
    source, outlet = Claimant("a", "a source", named=False), Claimant("outlet:r", "r")
    speakers = (Claimant("a", "A"), source, Claimant("c", "C"), outlet)
    claims = tuple(_claim(number, speaker) for number, speaker in enumerate((*speakers, speakers[0])))
    record = Record(reports=("r",), talks=(Talks("talks:a+b", "A – B", ("a", "b")),), claims=(*claims, claims[0]))
    head = Report("r", "")
    voices = Voices(Desk(record, {"r": head}, lambda _: head))
    assert voices.spread("r") == Counter({"a": 2, UNNAMED: 1, OTHERS: 1, VOICE: 1})
    assert voices.spread_of_all == voices.spread("r")


def test_words_of_an_actor_stand_once_with_all_that_rests_on_them(site: Site) -> None:
    """However many findings were read in the same words."""
    for actor in site.live.desk.record.actors:
        spans = [one.evidence.span for one in site.live.index.voices.of(actor)]
        assert len(spans) == len(set(spans))


def test_months_without_anything_are_drawn_and_days_without_a_month_are_not() -> None:
    """From the first month to the last, at most 24, the highest column as high as the drawing."""
    chart = chart_of({"a": ["2025-10-31", "2025-12-01/2025-12-05", "2025", "2021/2025-10"], "b": ["2025-12"]})
    assert [month.name for month in chart.months] == ["Oct 2025", "Nov 2025", "Dec 2025"]
    assert [month.counts for month in chart.months] == [(1, 0), (0, 0), (1, 1)]
    assert max(bar.height for bar in chart.bars) == chart.height
    assert len(chart_of({"a": ["1990-01-01", "2025-01-01"]}).months) == 24
    assert chart_of({"a": []}).months == ()


def test_slots_values_and_grounds_are_in_words(site: Site) -> None:
    """Ids as names, days as people write them; the weightiest ground first."""
    assert slot_words("killed (pak, civilians)", site.live.desk) == "killed (Pakistan, civilians)"
    assert slot_words("where", site.live.desk) == "where"
    assert slot_words("whether pak broke it", site.live.desk) == "whether Pakistan broke it"
    value = value_names("who mediated", "qat+tur", site.live.desk)
    assert [one.name for one in value] == ["Qatar", "Türkiye"]
    assert value_names("who began", "not pak", site.live.desk) == (Named("not Pakistan"),)
    assert value_names("when", "2025-10-24/2025-10-25", site.live.desk) == (Named("24–25 Oct 2025"),)
    links = [link for one in site.live.desk.record.incidents for link in one.links]
    weights = [abs(float(one.weight.replace("−", "-"))) for one in grounds(links[0].reasons)]
    assert weights == sorted(weights, reverse=True)
