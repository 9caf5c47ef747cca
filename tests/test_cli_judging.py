"""Judging a record at the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from parley import cli
from parley.asking import open_record
from parley.cli import NOTHING_READ, READ
from parley.keeping import findings_of
from parley.record import Record
from parley.store import Store
from tests.linking.judging.made import READINGS, renumbered

ATTACK, OTHER, GUNS = "incident:a#e0", "incident:d#e0", "demand:c#e1"
DAY = datetime(2031, 3, 30, tzinfo=UTC)
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record of a few reports, which the commands find in the environment; Ann judges it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARLEY_RECORD", "talks.db")
    monkeypatch.setenv("PARLEY_USER", "ann")
    _fill(tmp_path / "talks.db")
    return tmp_path / "talks.db"


def _fill(path: Path) -> None:
    with Store.open(str(path)) as store:
        for one in READINGS:
            store.add(one.report, findings_of(one), model="by hand", at=DAY)


@pytest.fixture
def judge(place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `parley judge …`; gives the exit status and all that was written."""

    def run(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["parley", "judge", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        written = capfd.readouterr()
        return int(ended.value.code or 0), written.out + written.err

    return run


def record_of(path: Path) -> Record:
    """The record as it is now."""
    with open_record(str(path)) as opened:
        return opened.record


def made(judge: Run, *arguments: str) -> str:
    """Judges, and gives the id of the judgement."""
    status, said = judge(*arguments)
    assert status == READ, said
    return said.split()[0]


def test_what_is_judged_is_in_the_record_until_it_is_undone(judge: Run, place: Path) -> None:
    """By user and time, with the reason; undoing gives the record as it was."""
    before = record_of(place)
    merged = made(judge, "merge", ATTACK, OTHER, "--why", "one night")
    made(judge, "reject", "c#e1", "--user", "ben")
    assert [one.id for one in record_of(place).incidents] == [ATTACK]
    assert GUNS not in {one.id for one in record_of(place).demands}
    status, said = judge("log")
    first, second = said.splitlines()
    assert status == READ
    assert f"{merged}  ann  merge {ATTACK} with {OTHER}  (one night)" in first
    assert "ben  reject c#e1" in second
    rejected = second.split()[2]
    made(judge, "undo", merged, rejected)
    assert record_of(place) == before
    assert judge("log")[1].count("[undone]") == 2
    assert len(judge("log", "--json")[1].splitlines()) == 4


def test_every_verb_judges(judge: Run, place: Path) -> None:
    """Several ids at once where they are judged one by one; a part of an id will do."""
    assert judge("accept", "a#e0", "b#s0", "talks:", GUNS)[1].count("accept") == 4
    made(judge, "correct", "d#e0", "--field", "type", "--value", "AID")
    made(judge, "correct", ATTACK, "--field", "killed", "--value", "12-40")
    made(judge, "name", "talks:", "--value", "Border talks")
    made(judge, "resolve", "dispute:", "--value", "later-update")
    made(judge, "fulfil", GUNS, "--value", "1")
    made(judge, "split", ATTACK, "b#e0")
    made(judge, "split", "nth-north", "sth-south")
    made(judge, "split", OTHER, ATTACK)
    record = record_of(place)
    assert record.talks[0].name == "Border talks"
    assert [one.kind for one in record.disputes] == ["later-update"]
    assert record.demands[-1].moves[-1].degree == 1
    assert [one.id for one in record.incidents][:2] == [ATTACK, "incident:b#e0"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("reject", "incident:zzz"), "incident:zzz: nothing in the record has this id"),
        (("reject", "a#e9"), "a#e9: report a has no such event"),
        (("reject", "zz#e1"), "zz#e1: the record has no report zz"),
        (("reject", "demand:"), "demand:: may be 2 things: demand:b#e1, demand:c#e1"),
        (("reject", "vale"), "a kind of thing (actor) that has no reject"),
        (("correct", "a#e0", "--field", "mood", "--value", "x"), "allowed: type, reality, talks, aspect"),
        (("correct", "a#e0", "--field", "type", "--value", "WAR"), "ASSAULT"),
        (("correct", "a#e0", "--field", "actors", "--value", "East"), "East: is no actor of report a"),
        (("merge", ATTACK, GUNS), f"{GUNS}: is no incident"),
        (("split", ATTACK, "d#e0"), f"d#e0: is no part of {ATTACK} (its parts: a#e0, b#e0)"),
        (("resolve", "dispute:", "--value", "true"), "conflict, later-update, different-scope, open"),
        (("fulfil", GUNS, "--value", "4"), "0 none, 1 minimal, 2 intermediate, 3 full"),
        (("name", "talks:", "--value", " "), "needs a name (add --value NAME)"),
        (("undo", "j0"), "j0: no judgement has this id"),
        (("import", "gone.jsonl"), "gone.jsonl: there is no such file"),
    ],
)
def test_what_cannot_be_judged_is_told(judge: Run, arguments: tuple[str, ...], said: str) -> None:
    """It names what was given and what is allowed, and nothing is kept, of several ids none."""
    status, written = judge(*arguments)
    assert (status, said in written) == (NOTHING_READ, True), written
    assert "Traceback" not in written
    assert judge("reject", "a#e0", "a#e9")[0] == NOTHING_READ
    assert judge("log")[1] == "nobody has judged anything\n"


def test_two_logs_are_put_together(judge: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever comes first; what contradicts is shown, and nothing is lost."""
    _fill(place.with_name("bens.db"))
    made(judge, "accept", ATTACK)
    made(judge, "export", "ann.jsonl")
    monkeypatch.setenv("PARLEY_RECORD", "bens.db")
    made(judge, "reject", ATTACK, "--user", "ben")
    made(judge, "export", "ben.jsonl")
    _, said = judge("import", "ann.jsonl")
    assert said.startswith("ann.jsonl: 1 judgement added\ncontradiction: ann decided accept incident:a#e0")
    assert judge("import", "ann.jsonl")[1].startswith("ann.jsonl: 0 judgements added, 1 there already\n")
    monkeypatch.setenv("PARLEY_RECORD", "talks.db")
    assert "contradiction" in judge("import", "ben.jsonl")[1]
    assert record_of(place) == record_of(place.with_name("bens.db"))
    assert judge("log")[1].count("[contradicts j") == 2
    made(judge, "export", "both.jsonl")
    monkeypatch.setenv("PARLEY_RECORD", "bens.db")
    made(judge, "export", "again.jsonl")
    assert place.with_name("both.jsonl").read_text() == place.with_name("again.jsonl").read_text()


def test_a_broken_log_is_not_taken_in(judge: Run, place: Path) -> None:
    """Not even its good lines; nor one whose lines were edited."""
    made(judge, "accept", ATTACK)
    made(judge, "export", "log.jsonl")
    file = place.with_name("log.jsonl")
    line = file.read_text()
    file.write_text(line.replace('"id": "j', '"id": "k') + "{}\n")
    status, said = judge("import", "log.jsonl")
    assert (status, "log.jsonl, line 2: is no judgement" in said) == (NOTHING_READ, True)
    file.write_text(line.replace("accept", "reject"))
    assert "is another judgement here" in judge("import", "log.jsonl")[1]
    assert len(judge("log")[1].splitlines()) == 1


def test_judgements_outlive_another_reading(judge: Run, place: Path) -> None:
    """They hold for the same words, whatever number they have now; those that lost theirs are shown."""
    made(judge, "reject", "a#e0")
    lost = made(judge, "accept", "d#e0")
    assert judge("log", "--changed")[1] == "every judgement stands on the words it was made on\n"
    with Store.open(str(place)) as store:
        for one in READINGS:
            again = replace(one, events=()) if one.report.id == "d" else renumbered(one)
            store.add(one.report, findings_of(again), model="another", at=DAY)
    told = {ref for one in record_of(place).incidents for ref in map(str, one.members)}
    assert "a#e1" not in told
    assert "b#e1" in told
    _, said = judge("log", "--changed")
    assert [line.split()[2] for line in said.splitlines()] == [lost]
    assert "[nothing is read there any more]" in said
    assert len(judge("log")[1].splitlines()) == 2


def test_words_that_are_gone_from_an_edited_article_are_told(judge: Run, place: Path) -> None:
    """The judgement stays in the log."""
    made(judge, "accept", "a#e0")
    first = READINGS[0].report
    edited = replace(first, text=first.text.replace("North bombed South", "Rockets hit the North"))
    with Store.open(str(place)) as store:
        store.add(
            edited,
            findings_of(replace(READINGS[0], report=edited, events=(), sentences=(), statements=())),
            model="by hand",
            at=DAY,
        )
    assert "[its words are gone]" in judge("log", "--changed")[1]


def test_a_degree_of_fulfilment_is_told_as_the_account_of_who_judged(judge: Run) -> None:
    """Nothing is stated without somebody who says so."""
    made(judge, "fulfil", GUNS, "--value", "2")
    for command in (("show", GUNS), ("demands",)):
        shown = CliRunner().invoke(cli.commands, command, standalone_mode=False).output
        assert any("fulfilled" in line and "judged by ann" in line for line in shown.splitlines()), shown


def test_a_rejected_report_stays_out_when_it_is_edited(judge: Run, place: Path) -> None:
    """As long as it begins as it did."""
    made(judge, "reject", "b")
    edited = replace(READINGS[1].report, text=READINGS[1].report.text + " at dawn")
    with Store.open(str(place)) as store:
        assert (
            store.add(edited, findings_of(replace(READINGS[1], report=edited)), model="by hand", at=DAY) == "revision"
        )
    assert record_of(place).reports == ("a", "c", "d")


def test_what_rests_on_what_was_rejected_since_is_told(judge: Run, place: Path) -> None:
    """The dispute that was resolved is none without one of its values."""
    resolved = made(judge, "resolve", "dispute:", "--value", "open")
    rejected = made(judge, "reject", "b#e0")
    assert [line.split()[2] for line in judge("log", "--changed")[1].splitlines()] == [resolved]
    made(judge, "undo", rejected)
    assert judge("log", "--changed")[1] == "every judgement stands on the words it was made on\n"
    made(judge, "reject", "dispute:")
    assert judge("log", "--changed")[1] == "every judgement stands on the words it was made on\n"
