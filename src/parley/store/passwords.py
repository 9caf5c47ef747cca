"""Passwords: which will do, and their hashes by argon2id with the parameters that argon2-cffi gives."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from parley.errors import AccountError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

__all__ = ["LEAST", "hash_of", "is_out_of_date", "refuse_weak", "verify"]

LEAST, MOST = 12, 1_000
"""Characters that a password has at least and at most."""


def refuse_weak(name: str, password: str) -> None:
    """Raises AccountError where a password will not do for somebody of that name."""
    if len(password) < LEAST:
        raise AccountError(name, "the password is too short", f"give it {LEAST} characters or more, as four words have")
    if len(password) > MOST:
        raise AccountError(name, "the password is too long", f"{MOST:,} characters are the most")
    if name.casefold() in (password.casefold(), password.casefold().strip()):
        raise AccountError(name, "the password is the name", "choose another")


def hash_of(password: str) -> str:
    """What is kept of a password: each time another, with the parameters in it. Takes some tenths of a second."""
    return _hasher().hash(_same(password))


def verify(kept: str | None, password: str) -> bool:
    """Whether it is the password of that hash; takes as long where there is no hash, so that nobody learns of it."""
    from argon2.exceptions import InvalidHashError, VerificationError

    if len(password) > MOST:
        return False
    try:
        _hasher().verify(kept or _nobodys(), _same(password))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def is_out_of_date(kept: str) -> bool:
    """Whether a hash was made with other parameters than one made now."""
    return _hasher().check_needs_rehash(kept)


def _same(password: str) -> bytes:
    """One sequence of bytes, however the keyboard puts accents."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


@lru_cache(1)
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


@lru_cache(1)
def _nobodys() -> str:
    return _hasher().hash(b"nobody's")
