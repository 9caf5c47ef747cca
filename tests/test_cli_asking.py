"""The commands that ask a record, from the outside."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from parley import cli
from parley.cli import READ
from parley.errors import ParleyError
from parley.keeping import findings_of
from parley.record import Outlet, Reading, Report
from parley.store import Store
from tests.builders import SAMPLE, sample_reading

Ask = Callable[..., Result]
LISTS = ("status", "timeline", "demands", "disputes", "incidents", "actors", "sources")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two reports."""
    path = tmp_path_factory.mktemp("record") / "r.db"
    later = Reading(Report("later", "Nothing happened.", outlet=Outlet("Gulf Post"), published=date(2031, 3, 8)))
    with Store.open(str(path)) as store:
        for one in (sample_reading(), later):
            store.add(one.report, findings_of(one), model="by hand", at=datetime(2031, 3, 9, tzinfo=UTC))
    return path


@pytest.fixture
def ask(kept: Path) -> Ask:
    """Asks it."""

    def ask(*arguments: str) -> Result:
        return CliRunner().invoke(cli.commands, [*arguments, "--record", str(kept)], standalone_mode=False)

    return ask


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_lines_or_json(ask: Ask, name: str) -> None:
    """One object a line; plain where no screen is."""
    lines, objects = ask(name), ask(name, "--json")
    assert (lines.return_value, objects.return_value) == (READ, READ)
    assert "\x1b" not in lines.output
    assert all(isinstance(json.loads(line), dict) for line in objects.output.splitlines())


@pytest.mark.parametrize("name", ["incidents", "demands", "disputes"])
def test_of_a_list_so_much_is_shown_as_is_asked_for(ask: Ask, name: str) -> None:
    """All of it in a pipe."""
    assert ask(name).output == ask(name, "--most", "0").output
    assert ask(name, "--most", "1").return_value == READ


def test_filters_choose(ask: Ask) -> None:
    """Many at once."""
    asked = ("incidents", "--json", "--actor", "police", "--type", "attack", "--from", "2031-03-04")
    (found,) = map(json.loads, ask(*asked).output.splitlines())
    assert found["id"] == "incident:gulf-007#e1"
    assert found["slots"]["killed"][0]["evidence"][0]["outlet"] == "Harbour Wire"
    assert ask("incidents", "--json", "--min-origins", "2").output == ""


def test_what_is_new(ask: Ask) -> None:
    """By day, or by when it was filed."""
    new = ask("changes", "--since", "2031-03-07", "--json").output
    assert [json.loads(line)["about"] for line in new.splitlines()] == ["later"]
    assert ask("changes", "--since", "2031-03-10T00:00", "--filed").output == "nothing is new\n"


def test_a_thing_and_a_report_are_shown(ask: Ask) -> None:
    """By a part of the id."""
    assert "At least 12 people were killed there on 4 March, police said." in " ".join(
        ask("show", "incident:gulf-007#e1").output.split()
    )
    assert json.loads(ask("show", "incident:gulf-007#e1", "--json").output)["is"] == "incident"
    assert "*killed*" in ask("report", "007").output
    assert json.loads(ask("report", "007", "--json").output)["id"] == SAMPLE.id


@pytest.mark.parametrize(("form", "begins"), [("--md", b"# Situation report"), ("--html", b"<!DOCTYPE html>")])
def test_a_brief_is_written(ask: Ask, tmp_path: Path, form: str, begins: bytes) -> None:
    """On the screen or into a file, the same."""
    out = tmp_path / "brief"
    assert ask("brief", "--since", "2031-03-01", form, "--out", str(out)).output == ""
    assert out.read_bytes().startswith(begins)
    assert ask("brief", "--since", "2031-03-01", form).output.encode() == out.read_bytes()


def test_a_brief_for_word(ask: Ask) -> None:
    """Into a pipe."""
    held = ask("brief", "--since", "2031-03-01", "--docx").stdout_bytes
    assert Document(io.BytesIO(held)).paragraphs[0].text.startswith("Situation report")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("show", "xyzzy"), "nothing in the record is called so"),
        (("report", "xyzzy"), "no report of the record has this id"),
        (("timeline", "--from", "soon"), "--from: 'soon' is no date"),
        (("changes", "--since", "soon"), "--since: 'soon' is no date"),
    ],
)
def test_a_wrong_question_is_explained(ask: Ask, asked: tuple[str, ...], said: str) -> None:
    """In a line, with the way out."""
    failed = ask(*asked).exception
    assert isinstance(failed, ParleyError)
    assert said in str(failed)


def test_no_record_is_made_by_asking(tmp_path: Path) -> None:
    """A slip of the pen leaves no file."""
    asked = ["status", "--record", str(tmp_path / "none.db")]
    assert CliRunner().invoke(cli.commands, asked, standalone_mode=False).exception
    assert list(tmp_path.iterdir()) == []
