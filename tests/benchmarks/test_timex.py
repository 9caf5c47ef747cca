"""Scores of time expressions, and their values in TimeML."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.timeml import tag, timeml
from benchmarks.timex import Document, Timex, read_timeml, read_wikiwars, score

DCT = '<DCT><TIMEX3 tid="t0" type="DATE" value="2013-03-22">March 22</TIMEX3></DCT>'
TIMEML = f"""<TimeML>{DCT}<TEXT>They <EVENT eid="e1">met</EVENT> on
<TIMEX3 tid="t1" value="2013-03-21">Thursday</TIMEX3> &amp; left.</TEXT></TimeML>"""
WIKIWARS = """<DOC><DATETIME><TIMEX2 val="2009">2009</TIMEX2></DATETIME><TEXT>A &amp; B met
<TIMEX2 val="1950-06-27">two days
after <TIMEX2 val="1950-06-25">25 June</TIMEX2></TIMEX2>.</TEXT></DOC>"""


def test_read_timeml(tmp_path: Path) -> None:
    """The text is that of its element, with the expressions inside and the day that heads it."""
    path = tmp_path / "a.tml"
    path.write_text(TIMEML, "utf-8")
    document = read_timeml(path)
    assert (document.text, document.written) == ("They met on\nThursday & left.", date(2013, 3, 22))
    assert document.timexes == (Timex(12, 20, "2013-03-21"),)


def test_read_wikiwars(tmp_path: Path) -> None:
    """Of expressions within each other only the outermost is asked for, and none of the heading."""
    path = tmp_path / "a.xml"
    path.write_text(WIKIWARS, "utf-8")
    document = read_wikiwars(path)
    assert document.text == "A & B met\ntwo days\nafter 25 June."
    assert document.timexes == (Timex(10, 32, "1950-06-27"),)


def test_score() -> None:
    """Relaxed asks for an overlap, strict for the same characters, value for an overlap and the same value."""
    gold = Document("a", "x" * 30, None, (Timex(0, 5, "1"), Timex(10, 15, "2"), Timex(20, 25, "3")))
    rows = score([gold], lambda document: [Timex(0, 5, "9"), Timex(11, 15, "2"), Timex(26, 28, "3")])
    assert [round(rows[name]["f1"]) for name in ("relaxed", "strict", "value")] == [67, 33, 33]


VALUES = {
    ("last week", "2013-03-11/2013-03-17"): "2013-W11",
    ("the weekend", "2013-03-16/2013-03-17"): "2013-W11-WE",
    ("the third quarter", "2012-07/2012-09"): "2012-Q3",
    ("last summer", "2012-06/2012-08"): "2012-SU",
    ("the 1970s", "1970/1979"): "197",
    ("the 19th century", "1800/1899"): "18",
    ("the end of 1958", "1958-12-31"): "1958",
    ("Friday morning", "2013-03-22"): "2013-03-22TMO",
    ("9:30 p.m. Friday", "2013-03-22"): "2013-03-22T21:30",
    ("1100 GMT", "2013-03-22"): "2013-03-22T11:00Z",
    ("three days", None): "P3D",
    ("several weeks", None): "PXW",
    ("every Friday", None): "XXXX-WXX-5",
    ("daily", None): "P1D",
    ("now", None): "PRESENT_REF",
    ("recently", None): "PAST_REF",
    ("the future", None): "FUTURE_REF",
}


@pytest.mark.parametrize(("given", "expected"), VALUES.items(), ids=[words for words, _ in VALUES])
def test_timeml(given: tuple[str, str | None], expected: str) -> None:
    """Our dates and durations under TimeML's names."""
    assert timeml(*given) == expected


def test_tag() -> None:
    """A text is tagged without a look at its annotation."""
    document = Document("a", "They met on Thursday for two days.", date(2013, 3, 22), ())
    assert list(tag(document)) == [Timex(12, 20, "2013-03-21"), Timex(25, 33, "P2D")]
