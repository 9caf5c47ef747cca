"""`parley serve`: to whom it opens a record, and to whom not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pytest
from click.testing import CliRunner, Result

from parley.cli.main import commands
from parley.errors import AccountError
from parley.store import Store
from parley.store.users import add_user
from parley.web.running import is_loopback

PARLEY = (sys.executable, "-c", "from parley.cli import main; main()")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """An empty one."""
    path = tmp_path / "own.db"
    Store.open(str(path)).close()
    return path


def serve(record: Path, *options: str) -> Result:
    """The command, which has to end by itself."""
    return CliRunner().invoke(commands, ["serve", "--no-open", "--record", str(record), *options])


@pytest.mark.parametrize(
    "options", [("--host", "0.0.0.0"), ("--host", "::"), ("--hosts", "desk.example"), ("--behind-https",)]
)
def test_others_reach_only_a_record_with_users(record: Path, options: tuple[str, ...]) -> None:
    """Without any it does not even start, and says how to make one."""
    error = serve(record, *options).exception
    assert isinstance(error, AccountError)
    assert "it has no users" in str(error)
    assert f"parley user add NAME --role admin --record {record}" in str(error)


def test_the_command_line_says_so_in_a_line(record: Path) -> None:
    """With exit status 2 and no traceback."""
    words = [*PARLEY, "serve", "--record", str(record), "--host", "0.0.0.0"]
    came = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert came.returncode == 2
    assert came.stderr.startswith("error: 0.0.0.0: others would reach the record there")
    assert came.stderr.count("\n") == 1


@pytest.mark.parametrize("team", [False, True])
def test_a_record_is_open_to_its_owner_alone(record: Path, team: bool) -> None:
    """Straight away without users; with users everybody logs in, also on this machine."""
    if team:
        with Store.open(str(record)) as store:
            add_user(store, "ada", "admin", "four words of straw", now=datetime(2025, 11, 8, tzinfo=UTC))
    words = [*PARLEY, "serve", "--no-open", "--port", "0", "--record", str(record)]
    own = {**os.environ, "PARLEY_USER": "bo"}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=own) as running:
        assert running.stdout
        url = running.stdout.readline().split(" is open at ")[1].split()[0]
        try:
            answer = httpx2.get(f"{url}api/v1/record", timeout=60)
        finally:
            running.send_signal(signal.SIGINT)
    assert answer.status_code == (401 if team else 200)
    assert team or answer.json()["user"] == {"name": "bo", "role": "admin"}


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("127.8.9.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("", False)],
)
def test_what_this_machine_alone_reaches(host: str, own: bool) -> None:
    """Every address of its own, and nothing that has to be guessed."""
    assert is_loopback(host) == own
