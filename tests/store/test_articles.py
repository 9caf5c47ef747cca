"""Which reports are versions of one article."""

import pytest

from parley.store.articles import address, alike
from tests.store.filing import OTHER, TEXT


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (None, None),
        ("https://wire.example", None),
        ("https://wire.example/", None),
        ("https://www.Wire.example/talks/", "wire.example/talks"),
        ("http://wire.example/talks#comments", "wire.example/talks"),
        ("https://wire.example/?id=7&utm_source=mail&fbclid=1", "wire.example?id=7"),
        ("https://wire.example/Talks", "wire.example/Talks"),
        ("http://[half", "http://[half"),
    ],
)
def test_an_address_is_without_what_does_not_tell_articles_apart(url: str | None, expected: str | None) -> None:
    """A front page is no article's address."""
    assert address(url) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (TEXT, TEXT.replace("Harad", "the valley"), True),
        (TEXT, f"{OTHER} {TEXT} {OTHER}", True),
        (TEXT, OTHER, False),
        ("Talks on", "Talks on", True),
        ("Talks on", "Talks off", False),
    ],
)
def test_texts_are_alike_that_share_their_words_in_order(one: str, other: str, expected: bool) -> None:
    """Whichever is asked first."""
    assert alike(one, other) is alike(other, one) is expected
