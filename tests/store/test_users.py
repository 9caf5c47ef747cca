"""Users, sessions and visits, in SQLite and in PostgreSQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select, update

from parley.errors import AccountError
from parley.store import Store, passwords, sessions
from parley.store.roles import ACTIONS, ROLES, may
from parley.store.sessions import LONGEST, SLIDING, WINDOW, LoggedIn, Refused, end_session, log_in, session_of
from parley.store.tables import account, attempt, session
from parley.store.users import (
    User,
    add_user,
    disable_user,
    enable_user,
    find_user,
    has_users,
    set_password,
    set_role,
    users,
)
from parley.store.visits import BREAK, last_visit
from tests.store.filing import NOON

WORD = "four words of straw"
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that are made in no time; one test makes a real one."""
    monkeypatch.setattr(passwords, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobodys.cache_clear()


def enter(store: Store, name: str = "ada", password: str = WORD, *, now: datetime = NOON, address: str = "::1") -> str:
    """The token of a session, or "wrong" or "wait"."""
    came = log_in(store, name, password, address=address, now=now)
    if isinstance(came, LoggedIn):
        return came.token
    return "wait" if came.wait else "wrong"


def test_roles_may_more_and_more() -> None:
    """Whatever a reader may do, an admin may, too."""
    allowed = [[action for action in ACTIONS if may(role, action)] for role in ROLES]
    assert allowed == [["read"], ["read", "judge", "add"], ["read", "judge", "add", "manage"]]


def test_a_user_is_known_in_any_case(store: Store) -> None:
    """But shown as the name was given."""
    assert not has_users(store)
    made = add_user(store, " Zoë ", "reviewer", WORD, now=NOON)
    assert made == User("Zoë", "reviewer", NOON) == find_user(store, "ZOE\u0308")
    assert has_users(store)
    with pytest.raises(AccountError, match="there is a user of that name"):
        add_user(store, "zoë", "reader", WORD, now=NOON)
    add_user(store, "ada", "admin", WORD, now=NOON)
    assert [one.name for one in users(store)] == ["ada", "Zoë"]
    assert find_user(store, "bo") is None


@pytest.mark.parametrize("name", ["", "  ", "x" * 65, "a\nb", "a\x00"])
def test_a_name_can_be_seen(store: Store, name: str) -> None:
    """And is not too long."""
    with pytest.raises(AccountError, match="is no name"):
        add_user(store, name, "reader", WORD, now=NOON)


@pytest.mark.parametrize(
    ("password", "problem"),
    [("too short", "too short"), ("Ada of the Harbour ", "is the name"), ("x" * 1001, "too long")],
)
def test_a_password_that_will_not_do(store: Store, password: str, problem: str) -> None:
    """Is refused when it is made, and when it is changed."""
    with pytest.raises(AccountError, match=problem):
        add_user(store, "Ada of the Harbour", "reader", password, now=NOON)
    add_user(store, "ada of the harbour", "reader", WORD, now=NOON)
    with pytest.raises(AccountError, match=problem):
        set_password(store, "ada of the harbour", password)


def test_what_is_kept_of_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is an argon2id hash of the parameters that the package gives; accents may be typed apart."""
    monkeypatch.undo()
    kept = passwords.hash_of("élan of four words")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert passwords.verify(kept, "e\u0301lan of four words")
    assert not passwords.verify(kept, "elan of four words")
    assert not passwords.verify("no hash", "élan of four words")


def test_a_session_lasts_while_it_is_used(store: Store) -> None:
    """For twelve hours after it was used last, for seven days in all."""
    add_user(store, "Ada", "reviewer", WORD, now=NOON)
    token = enter(store, "ADA")
    assert len(token) >= 43
    now = NOON
    while now < NOON + LONGEST:
        found = session_of(store, token, now=now)
        assert found
        assert found.name == "Ada"
        now += SLIDING - MINUTE
    assert session_of(store, token, now=now) is None
    other = enter(store)
    assert session_of(store, other, now=NOON + SLIDING) is None
    assert session_of(store, "nothing\ud800", now=NOON) is None


def test_nobody_who_reads_the_record_can_use_a_session(store: Store) -> None:
    """Its token is not there; and sessions that ended go when the next begins."""
    add_user(store, "ada", "reader", WORD, now=NOON)
    token = enter(store)
    with store.reading() as connection:
        (kept,) = connection.scalars(select(session.c.token))
    assert token not in kept
    assert session_of(store, kept, now=NOON) is None
    enter(store, now=NOON + LONGEST)
    with store.reading() as connection:
        assert len(connection.execute(select(session)).all()) == 1


def test_a_session_ends(store: Store) -> None:
    """By logging out, with another password, and where the user may come in no more."""
    add_user(store, "ada", "reader", WORD, now=NOON)
    first, second = enter(store), enter(store)
    end_session(store, first)
    assert (session_of(store, first, now=NOON), session_of(store, second, now=NOON) is None) == (None, False)
    set_password(store, "ADA", "another four words")
    assert session_of(store, second, now=NOON) is None
    assert enter(store) == "wrong"
    third = enter(store, password="another four words")
    disable_user(store, "ada", now=NOON)
    assert session_of(store, third, now=NOON) is None
    assert enter(store, password="another four words") == "wrong"
    assert enable_user(store, "ada").disabled is None
    assert session_of(store, third, now=NOON) is None
    assert session_of(store, enter(store, password="another four words"), now=NOON)


def test_a_role_counts_at_once(store: Store) -> None:
    """In sessions that are open, too."""
    add_user(store, "ada", "reader", WORD, now=NOON)
    token = enter(store)
    set_role(store, "ada", "admin")
    found = session_of(store, token, now=NOON)
    assert found
    assert found.role == "admin"


def test_one_admin_stays(store: Store) -> None:
    """Who can manage the others."""
    add_user(store, "ada", "admin", WORD, now=NOON)
    add_user(store, "bo", "admin", WORD, now=NOON)
    set_role(store, "bo", "reader")
    with pytest.raises(AccountError, match="is the only admin"):
        disable_user(store, "ada", now=NOON)
    with pytest.raises(AccountError, match="is the only admin"):
        set_role(store, "ada", "reviewer")
    set_role(store, "bo", "admin")
    assert disable_user(store, "ada", now=NOON).disabled == NOON
    with pytest.raises(AccountError, match="there is no user of that name"):
        set_role(store, "eve", "admin")
    with pytest.raises(AccountError, match="there is no user of that name"):
        set_password(store, "eve", WORD)


def test_who_fails_too_often_waits(store: Store) -> None:
    """By name or by address; whether there is such a user is not told."""
    add_user(store, "ada", "reader", WORD, now=NOON)
    for name in ("ada", "nobody"):
        tries = [enter(store, name, "wrong", now=NOON + number * MINUTE) for number in range(12)]
        assert tries == ["wrong"] * sessions.BY_NAME + ["wait"] * 2
    assert enter(store, now=NOON + 12 * MINUTE) == "wait", "even with the right password"
    refused = log_in(store, "ada", WORD, address="::1", now=NOON + 12 * MINUTE)
    assert refused == Refused(NOON + WINDOW - (NOON + 12 * MINUTE))
    assert len(enter(store, now=NOON + WINDOW)) > 40
    assert enter(store, "ada", "wrong", now=NOON + WINDOW) == "wrong", "it counts from nought again"
    for number in range(sessions.BY_ADDRESS):
        enter(store, f"somebody {number}", "wrong", address="203.0.113.7")
    assert enter(store, address="203.0.113.7") == "wait"
    assert len(enter(store, now=NOON + WINDOW, address="203.0.113.8")) > 40


def test_many_at_once_are_no_way_round(store: Store) -> None:
    """No more passwords are looked at than may fail."""
    add_user(store, "ada", "reader", WORD, now=NOON)
    with ThreadPoolExecutor(4) as pool:
        came = list(pool.map(lambda number: enter(store, "ada", f"guess {number}"), range(30)))
    assert came.count("wrong") == sessions.BY_NAME
    with store.reading() as connection:
        assert len(connection.execute(select(attempt)).all()) == sessions.BY_NAME


def test_a_hash_is_brought_up_to_date(store: Store) -> None:
    """When its password is known, after a log-in."""
    add_user(store, "ada", "reader", WORD, now=NOON)
    old = PasswordHasher(time_cost=2, memory_cost=8, parallelism=1).hash(WORD)
    with store.writing() as connection:
        connection.execute(update(account).values(password=old))
    assert len(enter(store)) > 40
    with store.reading() as connection:
        (kept,) = connection.scalars(select(account.c.password))
    assert not passwords.is_out_of_date(kept)
    assert len(enter(store)) > 40


def test_the_visit_before_is_that_of_another_day(store: Store) -> None:
    """And the same all through the visit; each user has their own."""
    assert last_visit(store, now=NOON) is None
    assert last_visit(store, now=NOON + 10 * MINUTE) is None
    again = NOON + 10 * MINUTE + BREAK
    for minutes in (0, 1, 50, 100):
        assert last_visit(store, now=again + minutes * MINUTE) == NOON + 10 * MINUTE
    assert last_visit(store, "Ada", now=again) is None
    assert last_visit(store, "ada", now=again + 2 * BREAK) == again
    assert last_visit(store, now=again + 100 * MINUTE + BREAK) == again + 100 * MINUTE
