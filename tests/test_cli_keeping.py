"""Keeping a record at the command line."""

import json
import sys
from pathlib import Path

import pytest

from parley import cli
from parley.cli import NOTHING_READ, PARTLY_READ, READ

TEXT = "title: Round to resume\noutlet: Harbour Wire\npublished: 2031-03-06\n\nThe talks go on, the minister said."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with one report in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARLEY_RECORD", raising=False)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(TEXT)
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit status of a command."""
    monkeypatch.setattr(sys, "argv", ["parley", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def test_reports_are_added_once(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """And the line at the end says what was done."""
    assert run(monkeypatch, "add", "articles") == READ
    assert capfd.readouterr() == ("parley.db: 1 added, 1 reports in all\n", "")
    assert run(monkeypatch, "add", "articles") == READ
    assert capfd.readouterr().out == "parley.db: 0 added, 1 there already, 1 reports in all\n"
    assert run(monkeypatch, "reread") == READ
    assert capfd.readouterr().out == "parley.db: 0 reports read again, of 1\n"


def test_a_new_version_of_a_report_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """It revises the one that was there; the record may be named in the environment."""
    monkeypatch.setenv("PARLEY_RECORD", "talks.db")
    run(monkeypatch, "add", "articles")
    (folder / "articles" / "one.txt").write_text(TEXT.replace("minister", "foreign minister"))
    capfd.readouterr()
    assert run(monkeypatch, "add", "articles") == READ
    expected = "talks.db: 1 added, 1 of them new versions of reports that were there, 2 reports in all\n"
    assert capfd.readouterr().out == expected


def test_what_fails_is_listed_until_it_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """With its reason; the rest is kept."""
    (folder / "articles" / "two.txt").write_text(" ")
    assert run(monkeypatch, "add", "articles") == PARTLY_READ
    assert run(monkeypatch, "add", "articles") == PARTLY_READ
    assert "1 there already, 1 not read (parley failures)" in capfd.readouterr().out
    assert run(monkeypatch, "failures") == READ
    said = "articles/two.txt: is empty (give a file that holds a report) ["
    out = capfd.readouterr().out
    assert out.startswith(said)
    assert out.endswith("UTC, 2 times]\n")
    assert run(monkeypatch, "failures", "--json") == READ
    listed = json.loads(capfd.readouterr().out)
    assert (listed["source"], listed["step"], listed["times"]) == ("articles/two.txt", "sources", 2)
    (folder / "articles" / "two.txt").write_text("It is over, he said.")
    assert run(monkeypatch, "add", "articles") == READ
    capfd.readouterr()
    assert run(monkeypatch, "failures") == READ
    assert capfd.readouterr().out == "parley.db: everything given was read\n"


def test_a_record_that_is_not_there_is_not_made_by_asking(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The way out is said, without a traceback."""
    for command in ("failures", "reread"):
        assert run(monkeypatch, command) == NOTHING_READ
        expected = "error: parley.db: there is no record (make one: parley add PATH…, or name it: --record FILE)\n"
        assert capfd.readouterr().err == expected
    assert not (folder / "parley.db").exists()


def test_a_record_that_refuses_ends_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """With status 2, before anything is read."""
    (folder / "notes.db").write_text("Not a database. " * 300)
    assert run(monkeypatch, "add", "articles", "--record", "notes.db") == NOTHING_READ
    assert capfd.readouterr().err.startswith("error: notes.db: is not a record, or damaged")


def test_nothing_that_can_be_read(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Is status 2, too."""
    assert run(monkeypatch, "add", "nowhere") == NOTHING_READ
    assert capfd.readouterr().err == "error: nowhere: nothing is there (check the path)\n"
