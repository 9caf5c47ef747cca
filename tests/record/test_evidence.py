"""What a line of the record rests on."""

from __future__ import annotations

import pytest

from parley.record import Claimant, Evidence, Ref, Span, Version


@pytest.mark.parametrize(
    ("ref", "text"),
    [
        (Ref("ist-09", "event", 3), "ist-09#e3"),
        (Ref("ist-09", "statement", 0), "ist-09#s0"),
        (Ref("ist-09", "report", 0), "ist-09"),
    ],
)
def test_a_reference_is_written_shortly(ref: Ref, text: str) -> None:
    """Report, kind and index."""
    assert str(ref) == text


def test_a_version_that_nobody_claims_is_no_version() -> None:
    """Every line leads to words."""
    with pytest.raises(ValueError, match="nobody claims"):
        Version("12", ())


def test_a_version_counts_its_origins_once() -> None:
    """Two outlets that print one agency's text are one origin."""
    claimant = Claimant("outlet:Khaleej", "Khaleej")
    same = [Evidence(Ref(r, "event", 0), Span(r, 0, 3), claimant, None, "agency-1") for r in ("a", "b")]
    assert Version("12", tuple(same)).origins == {"agency-1"}
    assert claimant.own_voice
    assert not Claimant("tur", "Türkiye").own_voice
