"""Judgements as annotated reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.links.gold import reading_of
from corpus import standoff
from corpus.load import load, read_file
from corpus.problems import Problems
from parley.asking.learning import learn
from parley.errors import NotFound
from parley.exports.annotated import document
from parley.exports.annotated_yaml import to_yaml
from parley.keeping import findings_of
from parley.linking.judging import annotate, passages_of
from parley.record import Annotation, Judgement, LeftOut, Reading
from parley.record.judgement import Verb
from parley.store import Store

START = datetime(2031, 3, 10, 9, tzinfo=UTC)
FIELDS = {"type": "AID", "reality": "hedged", "aspect": "vow", "talks": "stalled", "actors": "none"}
FEW = settings(max_examples=25, deadline=None)


@lru_cache(1)
def golds() -> Sequence[standoff.Report]:
    """Some of our own annotated reports."""
    return load("train", sets=("fic-",))


def judgement(number: int, verb: Verb, target: str, field: str | None = None, value: str | None = None) -> Judgement:
    """The judgement of that number on what people read."""
    at = START + timedelta(minutes=number)
    return Judgement(f"j{number}", at, "ann", verb, target, field=field, value=value, reader="people")


def judged(read: Reading, log: Sequence[Judgement]) -> tuple[Annotation, ...]:
    """What a log says of a reading; nothing of it is left out."""
    passages = {one.id: passages_of(one, {read.report.id: read}) for one in log}
    found, left = annotate(log, passages, lambda report, reader: read if report == read.report.id else None)
    assert not left
    return found


def again(made: Annotation, folder: Path) -> standoff.Report:
    """An annotation as the corpus reads what was written of it: all, and without a fault.

    But one of two speakers of the same words cannot be told to be wrong.
    """
    written = document(made)
    assert all("carries another" in one.why for one in written.left)
    path = folder / "learned.yaml"
    path.write_text(to_yaml([written.fields]), "utf-8")
    problems = Problems()
    (found,) = read_file(path, problems)
    assert problems.found == []
    return found


def plain(report: standoff.Report) -> Mapping[str, object]:
    """What is compared: all but what a reading has no place for."""
    actors = {name: {k: v for k, v in told.items() if v} for name, told in report["actors"].items()}
    return {**report, "actors": actors, "style": None, "places": {}}


@st.composite
def logs(draw: st.DrawFn) -> tuple[standoff.Report, list[Judgement]]:
    """A report, and judgements on its findings, none of them twice."""
    gold = draw(st.sampled_from(golds()))
    events = [f"{gold['id']}#e{number}" for number in range(len(gold["events"]))]
    statements = [f"{gold['id']}#s{number}" for number in range(len(gold["statements"]))]
    chosen = draw(st.lists(st.sampled_from(events + statements), unique=True, min_size=1, max_size=12))
    log = []
    for number, target in enumerate(chosen):
        verb = draw(st.sampled_from(["accept", "reject", "correct"]))
        how = ("how", "direct") if "#s" in target else draw(st.sampled_from(sorted(FIELDS.items())))
        log.append(judgement(number, cast("Verb", verb), target, *how if verb == "correct" else ()))
    return gold, log


def corrected(gold: standoff.Report, log: Sequence[Judgement]) -> standoff.Report:
    """The annotation as a person would correct it by hand; the findings keep their numbers."""
    events, statements = [dict(one) for one in gold["events"]], [dict(one) for one in gold["statements"]]
    for one in (one for one in log if one.verb == "correct"):
        kind, number = one.target.rpartition("#")[2][0], int(one.target.rpartition("#")[2][1:])
        found = (events if kind == "e" else statements)[number]
        found[str(one.field)] = [] if one.value == "none" else one.value
        if one.field == "type":
            found["mode"] = []
    return cast("standoff.Report", {**gold, "events": events, "statements": statements})


def without(gold: standoff.Report, gone: set[str]) -> standoff.Report:
    """The annotation without some findings; what stood in a statement that is gone stands in none."""
    kept = [n for n in range(len(gold["statements"])) if f"{gold['id']}#s{n}" not in gone]
    place = {old: new for new, old in enumerate(kept)}
    events = [
        {**one, "statement": place.get(one["statement"]) if one["statement"] is not None else None}
        for number, one in enumerate(gold["events"])
        if f"{gold['id']}#e{number}" not in gone
    ]
    statements = [gold["statements"][number] for number in kept]
    return cast("standoff.Report", {**gold, "events": events, "statements": statements})


@FEW
@given(logs())
def test_a_report_accepted_as_a_whole_comes_back_as_corrected(
    tmp_path_factory: pytest.TempPathFactory, drawn: tuple[standoff.Report, list[Judgement]]
) -> None:
    """From the corpus to a reading, judged, and back: every span, actor, statement and event."""
    gold, log = drawn
    wanted = without(corrected(gold, log), {one.target for one in log if one.verb == "reject"})
    if any(one["type"] == "TALKS" and not one["talks"] for one in wanted["events"]):
        return
    (made,) = judged(reading_of(gold), [*log, judgement(90, "accept", gold["id"])])
    assert plain(again(made, tmp_path_factory.mktemp("whole"))) == plain(wanted)


@FEW
@given(logs())
def test_of_other_reports_only_what_was_judged_comes_back(
    tmp_path_factory: pytest.TempPathFactory, drawn: tuple[standoff.Report, list[Judgement]]
) -> None:
    """The words that were looked at and are nothing are told; all else is open."""
    gold, log = drawn
    wanted = corrected(gold, log)
    right = {one.target for one in log if one.verb != "reject"}
    events = [one for number, one in enumerate(wanted["events"]) if f"{gold['id']}#e{number}" in right]
    wrong = [one["trigger"] for n, one in enumerate(gold["events"]) if f"{gold['id']}#e{n}" in {o.target for o in log}]
    wrong = [span for span in wrong if span not in [one["trigger"] for one in events]]
    (made,) = judged(reading_of(gold), log)
    found = again(made, tmp_path_factory.mktemp("part"))
    bare = [{**one, "statement": None} for one in events]
    assert [{**one, "statement": None} for one in found["events"]] == bare
    assert [one["content"] for one in found["statements"]] == [
        one["content"] for number, one in enumerate(wanted["statements"]) if f"{gold['id']}#s{number}" in right
    ]
    assert found["open"]["sentences"] == list(range(len(gold["sentences"])))
    assert sorted(found["open"]["no_events"]) == sorted(span for span in wrong if span)
    named = [party["span"] for one in events for party in (*one["actors"], *one["recipients"])]
    named += [party["span"] for one in found["statements"] for party in (one["source"], *one["via"], *one["to"])]
    assert all(one["span"] in named for one in found["mentions"])


def test_an_event_in_a_statement_that_nobody_judged_says_that_it_is_open() -> None:
    """It is not told as the paper's own."""
    gold = next(one for one in golds() if any(event["statement"] is not None for event in one["events"]))
    number = next(n for n, event in enumerate(gold["events"]) if event["statement"] is not None)
    (made,) = judged(reading_of(gold), [judgement(0, "accept", f"{gold['id']}#e{number}")])
    assert "said: '?'" in to_yaml([document(made).fields])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A record with one report as people read it."""
    store = Store.open(str(tmp_path / "talks.db"))
    read = reading_of(golds()[0])
    store.add(read.report, findings_of(read), model="people", at=START)
    return store


def keep(store: Store, *log: Judgement) -> None:
    """Judge."""
    read = reading_of(golds()[0])
    for one in log:
        store.judge(one, passages_of(one, {read.report.id: read}))


def test_what_another_reader_finds_was_judged_by_nobody(store: Store) -> None:
    """The reading counts that was judged, not the last one."""
    gold = golds()[0]
    keep(store, judgement(0, "accept", gold["id"]))
    before = learn(store)
    read = reading_of(gold)
    other = replace(read, events=tuple(replace(one, type="AID", modes=()) for one in read.events[:2]))
    store.add(read.report, findings_of(other), model="another", at=START + timedelta(days=1))
    assert learn(store) == before
    keep(store, replace(judgement(1, "reject", f"{gold['id']}#e0"), reader="another"))
    (left,) = learn(store).left
    assert left == LeftOut(
        f"j1 reject {gold['id']}#e0",
        "people reads it otherwise, whose reading was judged here later or as a whole; judge it again",
    )


def test_the_same_finding_of_another_reader_counts(store: Store) -> None:
    """Whatever its number there."""
    gold = golds()[0]
    read = reading_of(gold)
    first = replace(read.events[0], trigger=read.report.span(0, 1), type="AID")
    store.add(read.report, findings_of(replace(read, events=(first, *read.events))), model="another", at=START)
    said = replace(judgement(0, "reject", f"{gold['id']}#e1"), reader="another")
    store.judge(said)
    keep(store, judgement(1, "accept", gold["id"]))
    (made,) = learn(store).annotations
    assert {str(ref) for ref in made.wrong} == {f"{gold['id']}#e0"}


FIRST = judgement(0, "accept", "fic-01#e0")


@pytest.mark.parametrize(
    ("judged_so", "why"),
    [
        (replace(FIRST, reader=None), "does not say whose reading was judged; judge it again"),
        (
            replace(FIRST, reader=None, target="incident:x"),
            "is about what reports say together, not about the words of one",
        ),
        (replace(FIRST, reader="gone"), "what was judged was read by gone, whose reading this record has not"),
        (replace(FIRST, target="fic-01#e999"), "the words that were judged are not those that stand there here"),
    ],
)
def test_what_cannot_be_learned_from_is_told(store: Store, judged_so: Judgement, why: str) -> None:
    """With the reason, and where nothing else is there, as an error."""
    keep(store, judged_so)
    with pytest.raises(NotFound, match=why):
        learn(store)
    keep(store, judgement(1, "accept", "fic-01"))
    assert [one.why for one in learn(store).left] == [why]


def test_undone_is_as_if_it_had_never_been(store: Store) -> None:
    """And a report that was rejected teaches nothing."""
    keep(store, judgement(0, "accept", "fic-01#e0"))
    before = learn(store)
    keep(store, judgement(1, "reject", "fic-01#e1"), judgement(2, "undo", "j1"))
    assert learn(store) == before
    keep(store, judgement(3, "reject", "fic-01"))
    with pytest.raises(NotFound, match="the report was rejected"):
        learn(store)


def test_what_the_form_cannot_say_leaves_its_sentence_open() -> None:
    """A statement of nobody knows whom; what is written of the sentence stays."""
    read = reading_of(golds()[0])
    unsaid = (replace(read.statements[0], source=None), *read.statements[1:])
    written = document(Annotation(replace(read, statements=unsaid), whole=True))
    assert written.left == (LeftOut("fic-01#s0", "who says it is not known"),)
    rows = cast("list[dict[str, object]]", written.fields["text"])
    assert [number for number, row in enumerate(rows) if "partial" in row] == [read.statements[0].sentence]
