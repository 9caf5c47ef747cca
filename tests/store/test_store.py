"""The laws of a record, in SQLite and in PostgreSQL."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.record import Failure, Judgement, Passage, Report
from parley.store import Revision, Store, key_of, tables
from parley.store.indexing import INDEX
from parley.store.upgrading import alembic_config
from tests.store.filing import NOON, OTHER, TEXT, file, held, ids, report

EDITED = TEXT.replace("Harad", "the valley of Harad")
SET = (
    report(TEXT, "a", 6),
    report(EDITED, "a", 7),
    report(TEXT.replace("said", "says"), "b", 5, title="Back to talks"),
    report(TEXT.replace("Thursday", "Friday"), "c", 8, url="https://wire.example/talks?utm_source=x"),
    report(OTHER, "d", None, url="http://www.wire.example/talks/"),
    report(OTHER + " Two more died.", "e", 2),
)
"""Versions of articles, by id, by address and by chance."""


def test_a_report_comes_back_as_it_was(store: Store) -> None:
    """With every field, and with what was read in it."""
    one = replace(report(TEXT, "a", title="Back", url="https://wire.example/1"), credits=("AFP", "AP"), language="en")
    assert file(store, one) == ["new"]
    kept = store.get("a")
    assert kept
    assert (kept.report, kept.findings, kept.model, kept.added) == (one, f'{{"of":{len(TEXT)}}}', "one", NOON)
    assert list(store.reports()) == [one] == [store.report("a")]
    assert store.has(key_of(one))


@given(st.lists(st.text(min_size=1), min_size=1, max_size=3, unique=True), st.text(min_size=1))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_kept(store: Store, texts: list[str], given: str) -> None:
    """With NUL, with half a surrogate pair, with whatever an id may hold."""
    reports = [Report(f"{number}{given}", text, title=given) for number, text in enumerate(texts)]
    file(store, *reports)
    assert {one.text for one in reports} <= {one.text for one in store.reports(superseded=True)}
    assert all(store.has(key_of(one)) for one in reports)


def test_half_a_character_and_none(store: Store) -> None:
    """What UTF-8 and PostgreSQL cannot hold comes back all the same."""
    odd = [Report(str(n), text) for n, text in enumerate(("a\x00b", "a\ud800b", '\ue000json:"a"'))]
    file(store, *odd)
    assert list(store.reports()) == odd


def test_the_same_report_twice_changes_nothing(store: Store) -> None:
    """Under whatever id and from whatever address it comes."""
    file(store, *SET)
    before = held(store)
    again = [replace(one, id=f"other-{one.id}", url=None) for one in SET]
    assert file(store, *again, *SET) == ["known"] * 12
    assert held(store) == before


def test_an_edited_article_revises_the_earlier_one(store: Store) -> None:
    """Both stay; the later day's is the present one."""
    assert file(store, report(EDITED, "a", 7), report(TEXT, "a", 6)) == ["new", "revision"]
    earlier = f"a~{key_of(report(TEXT, 'a', 6))[:8]}"
    assert list(store.revisions()) == [Revision(earlier, "a")]
    assert ids(store.reports()) == ["a"]
    assert ids(store.reports(superseded=True)) == [earlier, "a"]
    kept = store.get(earlier)
    assert kept
    assert not kept.current


def test_of_one_day_the_last_to_come_is_the_present_version(store: Store) -> None:
    """Nothing else tells which was written later."""
    first, second = report(TEXT, title="Back to talks"), report(EDITED, title="Back to talks")
    assert file(store, first, second) == ["new", "revision"]
    assert ids(store.reports()) == [second.id]
    assert store.latest(first.id) == second


def test_two_articles_of_one_id_are_two(store: Store) -> None:
    """Ids that count from 1 in every file join nothing."""
    assert file(store, report(TEXT, "1"), report(OTHER, "1")) == ["new", "new"]
    assert ids(store.reports()) == ["1", f"1~{key_of(report(OTHER))[:8]}"]


def test_an_unwieldy_id_is_replaced(store: Store) -> None:
    """By one made of the content."""
    one = report(TEXT, "x" * 5000)
    file(store, one)
    assert ids(store.reports()) == [key_of(one)]


def test_a_version_may_show_that_two_articles_were_one(store: Store) -> None:
    """Then all are versions of one."""
    one, two = report(TEXT, "a", 1), report(OTHER, "b", 2, url="https://wire.example/2")
    both = report(f"{TEXT} {OTHER}", "a", 3, url="https://wire.example/2")
    assert file(store, one, two, both) == ["new", "new", "revision"]
    assert len(list(store.revisions())) == 2
    assert [one.text for one in store.reports()] == [both.text]


@given(st.permutations(SET))
@settings(max_examples=6)
def test_the_order_of_reports_does_not_matter(tmp_path_factory: pytest.TempPathFactory, order: list[Report]) -> None:
    """For versions of different days; ids apart, where one was given twice."""
    with Store.open(str(tmp_path_factory.mktemp("order") / "r.db")) as store:
        file(store, *order)
        content = {kept.report.id: kept.report.text for kept in store.kept(superseded=True)}
        revisions = {(content[one.earlier], content[one.later]) for one in store.revisions()}
        present = [one.text for one in store.reports()]
    assert revisions == {
        (TEXT, EDITED),
        (OTHER, TEXT.replace("Thursday", "Friday")),
    }
    assert present == [
        OTHER + " Two more died.",
        TEXT.replace("said", "says"),
        EDITED,
        TEXT.replace("Thursday", "Friday"),
    ]


def test_readings_of_several_models_are_kept(store: Store) -> None:
    """The latest is given where none is named."""
    one, two = report(TEXT, "a"), report(OTHER, "b")
    file(store, one, two, model="old")
    assert store.unread("new") == ("a", "b")
    assert store.add(one, "{}", model="new", at=NOON) == "reread"
    assert store.add(one, "changed", model="new", at=NOON) == "known"
    assert store.unread("new") == ("b",)
    assert [(kept.report.id, kept.model) for kept in store.kept()] == [("a", "new"), ("b", "old")]
    assert [kept.report.id for kept in store.kept("new")] == ["a"]
    assert [kept.model for kept in store.kept("old")] == ["old", "old"]
    found = store.get("a", "new")
    assert found
    assert found.findings == "{}"


def test_failures_are_noted_once_and_settled(store: Store) -> None:
    """However often an input is tried; what was read after all is no failure any more."""
    for at in (NOON, NOON + timedelta(hours=1)):
        store.fail(Failure("a.txt", "sources", ValueError("is empty")), at=at)
    store.fail(Failure("b.txt", "events", ValueError("")), at=NOON)
    first, second = store.failures()
    assert (first.source, first.step, first.reason, first.times) == ("a.txt", "sources", "is empty", 2)
    assert second.reason == "ValueError"
    assert (first.first, first.last) == (NOON, NOON + timedelta(hours=1))
    store.settle("a.txt", at=NOON)
    store.settle("nothing", at=NOON)
    assert [one.source for one in store.failures()] == ["b.txt"]
    store.fail(Failure("a.txt", "sources", ValueError("is empty")), at=NOON)
    assert [one.times for one in store.failures()] == [3, 1]


def test_judgements_are_only_added_to(store: Store) -> None:
    """In the order of their moments; the same one twice is one."""
    late = Judgement("j2", NOON, "ada", "merge", "t1", ("t2",), why="same talks")
    early = Judgement("j1", NOON - timedelta(days=1), "bo", "correct", "a#e0", field="killed", value="5", quote="five")
    assert [store.judge(one) for one in (late, early, late)] == [True, True, False]
    assert list(store.judgements()) == [early, late]


def test_words_that_were_judged_are_found_in_a_later_version(store: Store) -> None:
    """And orphaned, but kept, where they are gone."""
    one = report(TEXT, "a", 6)
    file(store, one)
    passages = [
        Passage.of(one.span(TEXT.index(words), TEXT.index(words) + len(words)), one) for words in ("army", "Harad")
    ]
    store.judge(Judgement("j1", NOON, "ada", "accept", "a#e0"), passages)
    assert list(store.passages("j1").values()) == [one.span for one in passages]
    text = "On Thursday t" + TEXT[1:].replace("left Harad by", "left the city by")
    file(store, report(text, "a", 7))
    found, gone = store.passages("j1").values()
    assert found
    assert found.quote(next(store.reports())) == "army"
    assert gone is None


def test_a_summary_counts(store: Store) -> None:
    """What there is."""
    file(store, report(TEXT, "a", 6), report(EDITED, "a", 7), report(OTHER))
    store.fail(Failure("x", "sources", ValueError("no")), at=NOON)
    found = store.summary()
    assert (found.reports, found.revisions, found.readings, found.failures, found.judgements) == (3, 1, 3, 1, 0)


def test_the_tables_are_what_the_migrations_make(store: Store) -> None:
    """And the version is that of the last migration."""
    from alembic.script import ScriptDirectory

    def is_ours(name: str | None, kind: str, of: MutableMapping[str, str | None]) -> bool:
        return not (kind == "table" and name and name.startswith(INDEX))  # it has no place in SQLAlchemy's model

    with store.engine.connect() as connection:
        options = {"version_table": tables.VERSION_TABLE, "include_name": is_ours}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, tables.metadata) == []
        assert context.get_current_revision() == tables.VERSION
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == tables.VERSION


def test_a_record_is_opened_again(where: str, tmp_path: Path) -> None:
    """With all that was in it."""
    with Store.open(where) as store:
        file(store, *SET)
        before = held(store)
    with Store.open(where, create=False) as store:
        assert held(store) == before
