"""Findings in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.exports.wording import quoted


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("he would go", "“he would go”"),
        ("“We will go,”", "“We will go,”"),
        ('"We will go"', '"We will go"'),
        ("“We will go” at once", "“‘We will go’ at once”"),
        ('to "go" at once', "“to ‘go’ at once”"),
        ("“We will go” and “stay”", "“‘We will go’ and ‘stay’”"),
        ("“We will go …", "“We will go …”"),
        ("will go,”", "“will go,”"),
        ("", "“”"),
    ],
)
def test_a_quotation_has_one_pair_of_marks(said: str, shown: str) -> None:
    """Whatever marks its words bring."""
    assert quoted(said) == shown


@given(st.text('ab “”"‘’«»…', max_size=12))
def test_what_is_quoted_is_not_quoted_again(said: str) -> None:
    """One pair is enough."""
    assert quoted(quoted(said)) == quoted(said)
