"""Whatever goes wrong is said with the way out, and nothing is lost."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from parley.errors import (
    Busy,
    NewerRecord,
    NoRecord,
    NotARecord,
    NotWritable,
    StoreError,
    Unreachable,
)
from parley.store import Store, opening
from tests.store.filing import OTHER, TEXT, file, held, report

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with one report in it, closed."""
    path = tmp_path / "parley.db"
    with Store.open(str(path)) as store:
        file(store, report(TEXT, "a"))
    return path


def many(number: int) -> list[str]:
    """Texts of some length."""
    return [f"{n} " + " ".join(f"word{n}-{m}" for m in range(400)) for n in range(number)]


def test_a_record_that_is_not_there(tmp_path: Path) -> None:
    """Is made only by those who add to it, and only in a folder that is there."""
    with pytest.raises(NoRecord, match=r"there is no record .*parley add"):
        Store.open(str(tmp_path / "r.db"), create=False)
    assert not (tmp_path / "r.db").exists()
    with pytest.raises(NoRecord, match="there is no folder"):
        Store.open(str(tmp_path / "nowhere" / "r.db"))


@pytest.mark.parametrize("where", ["mysql://me:secret@db/x", "postgresql", "sqlite://", "://"])
def test_a_place_that_is_none(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is refused without telling the password; a word without :// is a file."""
    monkeypatch.chdir(tmp_path)
    if "://" not in where:
        Store.open(where).close()
        assert Path(where).exists()
        return
    with pytest.raises(StoreError, match="postgresql://USER@HOST/NAME") as refused:
        Store.open(where)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "content", [b"Not a database at all. " * 100, b"\x00" * 5000, b"SQLite format 3\x00" + b"x" * 5000]
)
def test_a_file_that_is_no_record(content: bytes, tmp_path: Path) -> None:
    """Is named as such and stays as it is."""
    path = tmp_path / "r.db"
    path.write_bytes(content)
    with pytest.raises(NotARecord, match="put back a copy"):
        Store.open(str(path))
    assert path.read_bytes() == content


def test_a_damaged_record(path: Path) -> None:
    """Says so when the damage is met, and how to save what can be saved."""
    with Store.open(str(path)) as store:
        file(store, *map(report, many(20)))
    with path.open("r+b") as record:
        record.seek(4096 * 4)
        record.write(os.urandom(4096 * 20))
    with pytest.raises(NotARecord, match=r"is damaged.*recover"), Store.open(str(path)) as store:
        list(store.kept(superseded=True))


def test_a_database_of_another_program(tmp_path: Path) -> None:
    """Is left alone."""
    path = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmark (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(NotARecord, match="of another program"):
        Store.open(str(path))
    assert path.read_bytes() == before


def test_tables_of_another_program(database: str) -> None:
    """In PostgreSQL, too."""
    url = database
    with Store.open(url) as store, store.engine.begin() as connection:
        connection.execute(text("DROP TABLE parley_version"))
    with pytest.raises(NotARecord, match="a database of its own"):
        Store.open(url)


def test_a_record_of_a_later_version(where: str) -> None:
    """Is not touched; an update is asked for."""
    with Store.open(where) as store:
        file(store, report(TEXT))
        with store.engine.begin() as connection:
            connection.execute(text("UPDATE parley_version SET version_num = '0999'"))
    with pytest.raises(NewerRecord, match=r"0999.*pip install --upgrade"):
        Store.open(where)


@contextmanager
def as_nobody() -> Iterator[None]:
    """With no more rights than anybody has."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def read_only(path: Path) -> Iterator[Path]:
    """The record in a folder that all may read and none may write to."""
    folder = Path(tempfile.mkdtemp())
    copy = folder / "parley.db"
    shutil.copy(path, copy)
    copy.chmod(0o444)
    folder.chmod(0o555)
    yield copy
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_read_only_record_can_be_read(read_only: Path) -> None:
    """But not added to; that is said."""
    with as_nobody(), Store.open(str(read_only), create=False) as store:
        assert [one.id for one in store.reports()] == ["a"]
        with pytest.raises(NotWritable, match="is read-only"):
            file(store, report(OTHER))


def test_a_record_in_a_read_only_folder_cannot_be_made(read_only: Path) -> None:
    """Nor one that nobody may read be opened."""
    with as_nobody(), pytest.raises(NotWritable, match="cannot be opened or made"):
        Store.open(str(read_only.with_name("new.db")))


FILLING = """
import resource, signal, sys
from parley.errors import NotWritable
from parley.store import Store
from tests.store.filing import file, report
from tests.store.test_faults import many
store = Store.open(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    for text in many(400):
        file(store, report(text))
        print("kept", flush=True)
except NotWritable as error:
    print(error)
"""


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """What was kept before is whole, and more can be kept when there is room again."""
    path, room = tmp_path / "parley.db", 600_000
    command = [sys.executable, "-c", FILLING, str(path), str(room)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONPATH": "src:."})
    *kept, error = ran.stdout.splitlines()
    assert "look whether there is room on it" in error
    assert 0 < len(kept) < 400
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    with Store.open(str(path)) as store:
        assert [len(one.text) > 1000 for one in store.reports()] == [True] * len(kept)
        assert file(store, *map(report, many(400))).count("known") == len(kept)


def test_no_room_left(path: Path) -> None:
    """As SQLite says it where it knows."""
    with Store.open(str(path)) as store:
        with store.engine.connect() as connection:
            connection.connection.cursor().execute("PRAGMA max_page_count = 40")
        with pytest.raises(NotWritable, match=r"no room left on the disk: .*the same command"):
            file(store, *map(report, many(100)))
        before = held(store)
    with Store.open(str(path)) as store:
        assert held(store) == before
        assert all(kept.findings for kept in store.kept())


def test_two_who_write_at_once_take_turns(where: str) -> None:
    """Both finish, each report is there once, and neither made the tables twice."""
    reports = list(map(report, many(30)))

    def fill(order: int) -> int:
        with Store.open(where) as store:
            return file(store, *reports[::order]).count("new")

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(fill, (1, -1))) == len(reports)
    with Store.open(where) as store:
        assert len(list(store.reports())) == store.summary().reports == len(reports)


def test_who_waits_too_long_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That another program is at it."""
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, Store.open(str(path)) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="another program has been writing"):
            file(store, report(OTHER))
        assert len(list(store.reports())) == 1, "reading goes on meanwhile"
        other.execute("ROLLBACK")
        assert file(store, report(OTHER)) == ["new"]


def test_who_waits_too_long_for_postgres_is_told(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same."""
    with Store.open(database) as first:
        monkeypatch.setattr(opening, "PATIENCE", 1)
        with (
            Store.open(database) as second,
            opening.writing(first.engine),
            pytest.raises(Busy, match="another program"),
        ):
            file(second, report(OTHER))


def test_a_server_that_is_not_there() -> None:
    """Is said to be down, without the password."""
    with pytest.raises(Unreachable, match=r"postgresql://me:\*\*\*@127.0.0.1:9/x.*start the server") as down:
        Store.open("postgresql://me:secret@127.0.0.1:9/x")
    assert "secret" not in str(down.value)


def test_a_database_that_is_not_there(database: str) -> None:
    """Is to be made by hand."""
    with pytest.raises(Unreachable, match=r"does not exist|createdb"):
        Store.open(f"{database}_not")


TERMINATE = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE pid <> pg_backend_pid() AND datname = current_database()
"""


def test_a_server_that_dies_meanwhile(database: str) -> None:
    """Takes nothing with it that was kept."""
    with Store.open(database) as store, Store.open(database) as other:
        file(store, report(TEXT))
        with other.engine.connect() as connection:
            connection.execute(text(TERMINATE))
        with pytest.raises(Unreachable, match=r"does not answer.*the same command"):
            file(store, report(OTHER))
        assert file(store, report(TEXT), report(OTHER)) == ["known", "new"]


def test_without_its_package_postgres_is_asked_for(tmp_path: Path) -> None:
    """By the name under which it is installed."""
    code = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from parley.store import Store\n"
        "Store.open('postgresql://me@127.0.0.1:9/x')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'parley-record[postgres]'" in ran.stderr.splitlines()[-1]
