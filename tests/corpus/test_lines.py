"""Files with one annotated text a line."""

from pathlib import Path

import pytest

from corpus import sentences, statements
from corpus.problems import Problems


def test_a_sentence_line_holds_one_event() -> None:
    """Labels come from the fields, spans from the marks."""
    report = sentences.read_line(
        "s-1",
        "ASSAULT/drone+aerial | hedged | incident | - | [Rebels] reportedly *struck* {a convoy} at <Arda> ~on Friday~",
    )
    (event,) = report["events"]
    assert (event["type"], event["mode"], event["reality"]) == ("ASSAULT", ["drone", "aerial"], "hedged")
    assert (event["aspect"], event["talks"]) == ("incident", None)
    words = [report["text"][slice(*party["span"] or [])] for party in event["actors"] + event["recipients"]]
    assert words == ["Rebels", "a convoy"]
    assert report["text"] == "Rebels reportedly struck a convoy at Arda on Friday"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("AGREE | actual | - | [A] *b*", "five fields"),
        ("AGREE/aerials | actual | - | - | [A] *b*", "'aerials'"),
        ("ARGUE | actual | - | - | [A] *b*", "'ARGUE'"),
        ("AGREE | true | - | - | [A] *b*", "'true'"),
        ("AGREE | actual | - | - | [A] b", "one trigger"),
        ("AGREE | actual | - | - | [A] *b c*", "one word"),
        ("- | - | - | - | [A] b", "without an event"),
        ("- | - | - | - | A  b", "stray spaces"),
    ],
)
def test_a_sentence_line_in_another_form_is_refused(line: str, complaint: str) -> None:
    """The error says what is amiss."""
    with pytest.raises(ValueError, match=complaint):
        sentences.read_line("s-1", line)


@pytest.mark.parametrize(
    ("line", "how"),
    [
        ('{"We stay,"} *said* [Okar].', "direct"),
        ("{They would stay}, [Okar] *said*.", "indirect"),
        ('[Okar] *said* {they would "never" leave}.', "mixed"),
        ('{"We stay,"} [Okar] *said*. {"We fight."}', "direct"),
    ],
)
def test_a_statement_line_tells_how_it_quotes(line: str, how: str) -> None:
    """The quotation marks of the content decide."""
    (statement,) = statements.read_line("a-1", line)["statements"]
    assert statement["how"] == how


@pytest.mark.parametrize("line", ["[Okar] *said* so.", "{a} *b* *c*", "[a] [b] {c}"])
def test_a_statement_line_in_another_form_is_refused(line: str) -> None:
    """One statement a line, with content."""
    with pytest.raises(ValueError, match=r"without content|at most"):
        statements.read_line("a-1", line)


def test_a_wrong_line_is_told_by_its_number(tmp_path: Path) -> None:
    """The other lines are still read, comments and blank lines are not."""
    path = tmp_path / "a.txt"
    path.write_text("# about\n\n{They left}, [he] *said*.\n{They left\n", "utf-8")
    problems = Problems()
    found = list(statements.read_file(path, problems))
    assert [report["id"] for report in found] == ["a-3"]
    assert str(problems.found[0]).startswith("a.txt: line 4: '{' is not closed")
