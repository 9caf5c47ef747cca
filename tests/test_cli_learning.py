"""`parley learn` at the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus import check
from corpus.load import read_file
from corpus.problems import Problems
from parley import cli
from parley.cli import NOTHING_READ, READ
from parley.keeping import findings_of
from parley.store import Store
from tests.linking.judging.made import READINGS

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `parley …` beside a record of a few reports; gives the exit status and what was written."""
    monkeypatch.chdir(tmp_path)
    with Store.open("talks.db") as store:
        for one in READINGS:
            store.add(one.report, findings_of(one), model="by hand", at=datetime(2031, 3, 30, tzinfo=UTC))

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["parley", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return int(ended.value.code or 0), *capfd.readouterr()

    monkeypatch.setenv("PARLEY_USER", "ann")
    monkeypatch.setenv("PARLEY_RECORD", "talks.db")
    return run


def test_what_was_judged_is_written_as_the_corpus_wants_it(run: Run, tmp_path: Path) -> None:
    """Our own checker finds nothing wrong; the reports lie there as they were judged."""
    run("judge", "accept", "b", "incident:a#e0")
    run("judge", "correct", "a#e0", "--field", "reality", "--value", "hedged")
    run("judge", "reject", "a#e1")
    status, out, err = run("learn", "--from", "talks.db", "--out", "learned.yaml")
    assert (status, out) == (
        READ,
        "learned.yaml: 2 reports, 1 of them as a whole; findings judged one by one: 1 right, 1 wrong; 1 left out\n",
    )
    assert "accept incident:a#e0: is about what reports say together" in err
    assert check.main([str(tmp_path / "learned.yaml"), "--quiet"]) == 0
    first, second = read_file(tmp_path / "learned.yaml", Problems())
    assert [(one["type"], one["reality"]) for one in first["events"]] == [("ASSAULT", "hedged")]
    assert [first["text"][slice(*span)] for span in first["open"]["no_events"]] == ["opened"]
    assert (len(second["statements"]), len(second["events"]), second["open"]["sentences"]) == (2, 2, [])


def test_without_a_file_it_is_written_here(run: Run) -> None:
    """And nothing but the YAML on standard output."""
    run("judge", "accept", "d#e0")
    status, out, err = run("learn")
    assert (status, out.splitlines()[:2]) == (READ, ["# What people judged of readings, by parley learn: ann", "id: d"])
    assert err == "learned: 1 report, 0 of them as a whole; findings judged one by one: 1 right, 0 wrong\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "talks.db: nobody has judged what a report says (judge findings: parley judge accept, reject, correct)"),
        (("--from", "gone.db"), "there is no record"),
    ],
)
def test_where_there_is_nothing_it_says_so(run: Run, arguments: tuple[str, ...], said: str) -> None:
    """In a line, with the way out."""
    status, out, err = run("learn", *arguments)
    assert (status, out, said in err) == (NOTHING_READ, "", True), err
