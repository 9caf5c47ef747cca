"""A fresh record in either database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from parley.store import Store

SERVER = os.environ.get("PARLEY_TEST_POSTGRES")
_numbers = count()


@pytest.fixture
def database() -> Iterator[str]:
    """The URL of an empty PostgreSQL database; skips where no server was given."""
    if SERVER is None:
        if os.environ.get("CI"):
            pytest.fail("the checks must run beside a PostgreSQL: .ci/with-postgres")
        pytest.skip("no PostgreSQL: .ci/with-postgres make test")
    url = make_url(SERVER)
    admin = create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    name = f"record_{os.getpid()}_{next(_numbers)}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        yield url.set(database=name).render_as_string()
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a record can be made."""
    if request.param == "postgres":
        url: str = request.getfixturevalue("database")
        return url
    return str(tmp_path / "parley.db")


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """An empty record."""
    with Store.open(where) as store:
        yield store
