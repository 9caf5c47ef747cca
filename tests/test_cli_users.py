"""Managing users at the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from click import Choice
from click.testing import CliRunner, Result

from parley import cli
from parley.cli import READ
from parley.cli.users import user
from parley.errors import AccountError, NoRecord
from parley.store import passwords
from parley.store.roles import ROLES

WORD = "four words of straw"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command with a line on standard input; hashes are made in no time."""
    monkeypatch.setattr(passwords, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))

    def run(*arguments: str, typed: str = WORD) -> Result:
        record = ("--record", str(tmp_path / "r.db"))
        return CliRunner().invoke(
            cli.commands, ["user", *arguments, *record], input=f"{typed}\n", standalone_mode=False
        )

    return run


def test_the_roles_offered_are_those_that_there_are() -> None:
    types = [option.type for option in user.commands["add"].params if option.name == "role"]
    assert [list(one.choices) for one in types if isinstance(one, Choice)] == [list(ROLES)]


def test_users_are_made_and_listed(run: Run, tmp_path: Path) -> None:
    """In a record that is made for them where there is none."""
    assert run("add", "Ada", "--role", "admin").output == f"Ada: admin of {tmp_path / 'r.db'}\n"
    assert run("add", "bo").return_value == READ
    assert run("disable", "BO").output == "bo: may log in no more\n"
    lines = run("list").output.splitlines()
    assert [line.split()[:2] for line in lines] == [["Ada", "admin"], ["bo", "reviewer"]]
    assert "disabled" in lines[1]
    found = [json.loads(line) for line in run("list", "--json").output.splitlines()]
    assert [(one["name"], one["role"], one["disabled"] is None) for one in found] == [
        ("Ada", "admin", True),
        ("bo", "reviewer", False),
    ]
    assert run("enable", "bo").output == "bo: may log in again\n"
    assert run("role", "bo", "reader").output.startswith("bo: reader of ")
    assert run("password", "bo", typed="another four words").output == "bo: has another password, and logs in again\n"


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (("add", "ADA"), WORD, "there is a user of that name"),
        (("add", "bo"), "short", "too short"),
        (("add", "four words of straw"), "Four Words of Straw", "the password is the name"),
        (("password", "ada"), "", "too short"),
        (("password", "eve"), WORD, "there is no user of that name"),
        (("role", "ada", "reader"), WORD, "is the only admin"),
        (("disable", "ada"), WORD, "is the only admin"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, arguments: tuple[str, ...], typed: str, said: str) -> None:
    """In a line, which `main` ends with status 2."""
    run("add", "ada", "--role", "admin")
    error = run(*arguments, typed=typed).exception
    assert isinstance(error, AccountError)
    assert said in str(error)


def test_the_first_user_is_an_admin(run: Run) -> None:
    """Else nobody could ever keep the users in the app; it is said how, and others are what is asked for."""
    error = run("add", "eve", "--role", "reader").exception
    assert isinstance(error, AccountError)
    assert "the first is to be an admin" in str(error)
    assert "parley user add NAME --role admin" in error.hint
    assert run("add", "ada").output.startswith("ada: admin of ")
    assert run("add", "bo").output.startswith("bo: reviewer of ")
    assert run("add", "eve", "--role", "reader").output.startswith("eve: reader of ")


def test_without_users(run: Run, tmp_path: Path) -> None:
    """There may be a record or none; asking makes none."""
    assert isinstance(run("list").exception, NoRecord)
    assert not (tmp_path / "r.db").exists()
    run("add", "eve", typed="short")
    assert "no users" in run("list").output


def test_a_password_is_asked_for_twice_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not shown; where the two differ it is asked for again."""
    monkeypatch.setattr("parley.cli.users._is_typed", lambda: True)
    made = run("add", "ada", typed=f"{WORD}\nfour words of hay\n{WORD}\n{WORD}")
    assert made.return_value == READ
    assert "do not match" in made.output
    assert WORD not in made.output
