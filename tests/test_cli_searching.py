"""Searching a record at the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parley import cli
from parley.cli import PARTLY_READ, READ
from parley.errors import NoRecord
from parley.keeping import findings_of
from parley.record import Outlet, Reading, Report
from parley.store import Store
from tests.builders import SAMPLE, sample_reading

Ask = Callable[..., Result]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two reports."""
    path = tmp_path_factory.mktemp("record") / "r.db"
    text = "Nothing\nhappened\u202e in Harad, said police."
    later = Reading(Report("later", text, outlet=Outlet("Gulf Post"), published=date(2031, 3, 8)))
    with Store.open(str(path)) as store:
        for one in (sample_reading(), later):
            store.add(one.report, findings_of(one), model="by hand", at=datetime(2031, 3, 9, tzinfo=UTC))
    return path


@pytest.fixture
def ask(kept: Path) -> Ask:
    """Asks it."""

    def ask(*arguments: str) -> Result:
        command = ["search", *arguments, "--record", str(kept)]
        return CliRunner().invoke(cli.commands, command, standalone_mode=False)

    return ask


def found(result: Result) -> list[str]:
    """The reports that are found, sorted."""
    return sorted(json.loads(line)["report"] for line in result.output.splitlines())


def test_lines_show_the_words(ask: Ask) -> None:
    """With title, outlet, day and id; plain, on one line, and nothing in them runs the other way."""
    shown = ask("harad", "nothing")
    assert shown.return_value == READ
    assert shown.output == (
        "Nothing  Gulf Post · 8 Mar 2031  later\n    Nothing happened\ufffd in Harad, said police.\n1 report\n"
    )


def test_objects_say_where_the_words_are(ask: Ask) -> None:
    """In characters of the text and of the title."""
    (line,) = ask('"return to talks"', "--json").output.splitlines() or [""]
    shown = json.loads(line)
    assert shown["report"] == SAMPLE.id
    title = SAMPLE.title or ""
    assert [title[start:end] for start, end in shown["title_marks"]] == ["return to talks"]
    (line,) = ask("harad front", "--json").output.splitlines()
    assert [SAMPLE.text[start:end] for start, end in json.loads(line)["marks"]] == ["Front", "Harad"]


def test_what_the_shell_took_away_is_put_back(ask: Ask) -> None:
    """A word with spaces in it was a phrase; a whole line is one line; -h… is a word."""
    assert found(ask("said police", "--json")) == [SAMPLE.id, "later"]
    assert found(ask("police said", "harad", "--json")) == [SAMPLE.id]
    assert found(ask("harad", "-happened", "--json")) == [SAMPLE.id]
    assert found(ask("harad -happened", "--json")) == [SAMPLE.id]


def test_options_choose(ask: Ask) -> None:
    """By outlet and day; the newest first where that is asked."""
    assert found(ask("police", "--outlet", "gulf", "--json")) == ["later"]
    assert found(ask("police", "--to", "2031-03-06", "--json")) == [SAMPLE.id]
    newest = ask("police", "--newest", "--json", "--limit", "1").output
    assert (json.loads(newest)["report"], json.loads(newest)["total"]) == ("later", 2)
    assert "2 reports, 1 of them shown" in ask("police", "--limit", "1").output


def test_nothing_found_is_said(ask: Ask) -> None:
    """By the status, too; without a record there is nothing to search."""
    nothing = ask("zebra")
    assert (nothing.return_value, nothing.output) == (PARTLY_READ, "nothing found\n")
    missing = CliRunner().invoke(cli.commands, ["search", "x", "--record", "nowhere.db"], standalone_mode=False)
    assert isinstance(missing.exception, NoRecord)


@pytest.mark.parametrize("kind", ["statements", "events", "actors", "incidents", "demands"])
def test_what_was_read_is_searched(ask: Ask, kind: str) -> None:
    """As lines and as objects; the same number of both."""
    typed = {
        "statements": "okar evidence",
        "events": "killed",
        "actors": "okar",
        "incidents": "killed",
        "demands": "evidence",
    }
    lines, objects = ask(typed[kind], "--in", kind), ask(typed[kind], "--in", kind, "--json")
    assert (lines.return_value, objects.return_value) == (READ, READ)
    assert "\x1b" not in lines.output
    ids = [json.loads(one)["id"] for one in objects.output.splitlines()]
    assert ids
    assert all(one in lines.output for one in ids)
    assert ask("zebra", "--in", kind).output == "nothing found\n"
