"""Which cases of dates are asked, and when an answer is right."""

import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.date_specs import FILES, Spec, read, right, scope, score

SAID = date(2016, 11, 7)


def spec(text: str, *values: tuple[str, str], kind: str = "date") -> Spec:
    """A case whose sentence is the expression."""
    days = tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in values)
    return Spec(text, text, 0, SAID, kind, days, open_ended=False)


DAY = ("2016-10-02", "2016-10-02")
SCOPES = {
    "october 2": True,
    "10/2": False,
    "before october 2": False,
    "fiscal year 2016": False,
    "week 10": False,
    "early october": False,
    "the next day": False,
    "from october 1 to october 2": True,
}


@pytest.mark.parametrize(("text", "asked"), SCOPES.items(), ids=SCOPES.keys())
def test_scope(text: str, asked: bool) -> None:
    """A case is asked unless a rule says why not."""
    assert (scope(spec(text, DAY)) is None) is asked


def test_right() -> None:
    """One of the values must be met; what a range names last may belong to it or not."""
    assert right(spec("october 2", DAY, ("2017-10-02", "2017-10-02")))
    assert not right(spec("october 3", DAY))
    assert right(spec("from october 1 to october 3", ("2016-10-01", "2016-10-02"), kind="daterange"))
    assert not right(spec("from october 1 to october 5", ("2016-10-01", "2016-10-02"), kind="daterange"))


def test_read_and_score(tmp_path: Path) -> None:
    """Cases of dates are read, others are not, and the share of right ones is taken of those in scope."""
    values = [{"timex": "XXXX-10-02", "type": "date", "value": "2016-10-02"}]
    result = {"Text": "october 2", "Start": 8, "TypeName": "datetimeV2.date", "Resolution": {"values": values}}
    time = {"Text": "7 am", "Start": 8, "TypeName": "datetimeV2.time", "Resolution": {"values": []}}
    context = {"ReferenceDateTime": "2016-11-07T00:00:00"}
    cases = [{"Input": "We left october 2", "Context": context, "Results": [result, time]}]
    for name in FILES:
        (tmp_path / f"{name}.json").write_text(json.dumps(cases if name == FILES[0] else []), "utf-8")
    specs = list(read(tmp_path))
    assert [one.text for one in specs] == ["october 2"]
    assert score(specs)["all"] == {"accuracy": 100.0, "of": 1}
