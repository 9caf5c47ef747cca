"""The laws of reading, with the weights that ship."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import parley
from parley.errors import Malformed, PipelineError
from parley.pipeline import Step, check, default
from parley.record import Event, Failure, Reading, Report, Span, Statement

TEXT = (
    "ISTANBUL, Nov 8 (Wire) - Pakistan's defence minister, Khawaja Asif, said on Friday that talks with the Afghan "
    "Taliban had ended without a deal. “There is no plan for a fourth round,” he told Geo News.\n\n"
    "At least five people were killed in Spin Boldak on Thursday, a hospital official said. Kabul denied that it had "
    "fired first and warned that any attack would be answered."
)


def spans_of(found: object) -> Iterator[Span]:
    """Every span inside a finding."""
    if isinstance(found, Span):
        yield found
    elif isinstance(found, tuple):
        for one in found:
            yield from spans_of(one)
    elif hasattr(found, "__dataclass_fields__"):
        for name in found.__dataclass_fields__:
            yield from spans_of(getattr(found, name))


def obeys(reading: Reading) -> None:
    """Raise AssertionError where a reading breaks a law."""
    report = reading.report
    for span in spans_of((reading.sentences, reading.mentions, reading.statements, reading.events)):
        assert span.quote(report) == report.text[span.start : span.end] != ""
    for mention in reading.mentions:
        assert mention.actor in reading.actors
        assert reading.sentences[mention.sentence].span.covers(mention.span)
    for statement in reading.statements:
        parties_are_known(statement, reading)
    for event in reading.events:
        parties_are_known(event, reading)


def parties_are_known(found: Statement | Event, reading: Reading) -> None:
    """Raise AssertionError where a party is nobody, or an index points nowhere."""
    if isinstance(found, Statement):
        parties = [*([found.source] if found.source else []), *found.via, *found.to]
        assert found.within is None or 0 <= found.within < len(reading.statements)
    else:
        parties = [*found.actors, *found.recipients]
        assert found.statement is None or 0 <= found.statement < len(reading.statements)
    assert all(party.actor in reading.actors for party in parties)
    assert 0 <= found.sentence < len(reading.sentences)
    assert 0 <= found.confidence <= 1


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The sample, read."""
    return parley.read(TEXT, published="2025-11-08", outlet="Harbour Wire")


def test_a_reading_finds_who_said_what_and_what_happened(reading: Reading) -> None:
    """The sample's statements and its deaths are found."""
    sources = {reading.actors[s.source.actor].name for s in reading.statements if s.source and s.source.span}
    assert any("Asif" in (name or "") for name in sources)
    killed = [f for e in reading.events for f in e.killed]
    assert [(f.low, f.high) for f in killed] == [(5, None)]
    assert any(e.type == "ASSAULT" and e.when and e.when[0].date == "2025-11-06" for e in reading.events)


def test_every_span_quotes_its_text(reading: Reading) -> None:
    """Each finding leads to the exact words that it rests on."""
    obeys(reading)


def test_the_same_text_gives_the_same_reading(reading: Reading) -> None:
    """Reading has no memory and no chance in it."""
    assert parley.read(TEXT, published=date(2025, 11, 8), outlet="Harbour Wire") == reading


def test_a_batch_is_read_as_one_by_one() -> None:
    """What stands beside a report does not change its reading, and the order is kept."""
    texts = [TEXT, "The army struck at dawn.", "", TEXT.replace("Pakistan", "Ardania"), "No news. " * 40]
    reports = [Report(str(number), text, published=date(2025, 11, 8)) for number, text in enumerate(texts)]
    together = list(parley.read_many(reports))
    assert together == [next(parley.read_many([report])) for report in reports]


def test_a_failure_passes_through_in_its_place() -> None:
    """What could not be read before the pipeline stays where it was."""
    failure = Failure("broken.txt", "sources", ValueError("no"))
    found = list(parley.read_many([Report("a", "He left."), failure, Report("b", "She stayed.")]))
    assert [isinstance(f, Failure) for f in found] == [False, True, False]


def test_every_finding_says_where_it_comes_from(reading: Reading) -> None:
    """Each field names its step, and the model's version where the model was asked."""
    assert reading.origins["events"].model == default().model.version
    assert reading.origins["sentences"].model == "rules"


def test_without_a_date_relative_dates_stay_unknown() -> None:
    """Nothing falls back to a date that was not given."""
    undated = parley.read(TEXT)
    whens = [w for e in undated.events for w in e.when]
    thursdays = [w for w in whens if "Thursday" in w.span.quote(undated.report)]
    assert thursdays
    assert {(w.date, w.known) for w in thursdays} == {(None, "unknown")}
    assert {w.known for w in whens} <= {"unknown", "stated"}


def test_a_date_that_is_none_is_refused() -> None:
    """A wrong date is said, not guessed at."""
    with pytest.raises(Malformed, match="2025-11-08"):
        parley.read(TEXT, published="yesterday")


def test_boilerplate_is_kept_and_read_as_nothing() -> None:
    """What is not the article stays in the text, and nothing is found in it."""
    text = TEXT + "\n\nAlso read: Army kills 12 militants in raid\n\nSubscribe to our newsletter"
    found = parley.read(text, published="2025-11-08")
    start = text.index("Also read")
    assert found.report.text == text
    assert all(m.span.end <= start for m in found.mentions)
    assert all(e.trigger.end <= start for e in found.events)


def test_a_very_long_sentence_is_read_to_its_end() -> None:
    """Text is read in windows, with nothing cut off."""
    text = "The convoy carried flour, " + "salt, oil, " * 400 + "and then gunmen killed six soldiers near Harad."
    found = parley.read(text, published="2025-11-08")
    assert any(e.trigger.quote(found.report) == "killed" for e in found.events)


def test_steps_must_come_in_an_order_that_works() -> None:
    """A step that needs what nothing before it gives is refused before anything is read."""
    step = Step("events", ("mentions",), ("events",), lambda view: view)
    with pytest.raises(PipelineError, match="mentions"):
        check([step])


def test_a_step_that_fails_is_named_and_stops_nothing_else() -> None:
    """The report that broke comes back as a failure with its step."""
    pipeline = default()
    bad = Report("bad", "He left.", published="no date")  # type: ignore[arg-type]
    worse = replace(bad, text=None)  # type: ignore[arg-type]
    found = list(pipeline.read_many([worse, Report("good", "He left.")]))
    assert isinstance(found[0], Failure)
    assert found[0].step == "sentences"
    assert isinstance(found[1], Reading)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300) | st.lists(st.sampled_from([*TEXT.split(), "“", "”", "\n\n"]), max_size=60).map(" ".join))
def test_any_text_can_be_read(text: str) -> None:
    """No text brings the reader down, and every law holds on it."""
    obeys(parley.read(text, published="2025-11-08"))
