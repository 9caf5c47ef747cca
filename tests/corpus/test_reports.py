"""Annotated reports in YAML."""

from pathlib import Path

import pytest

from corpus.problems import Problems
from corpus.reports import read_file
from corpus.standoff import Report

REPORT = """
id: gulf-007
outlet: {name: Harbour Wire, site: harbourwire.example, country: TUR, kind: agency}
published: 2031-03-06
title: "Ardania and front to meet"
dateline: ISTANBUL
style: wire
places: {Istanbul: TUR}
actors:
  ardania: {name: Ardania, kind: state, country: null}
  minister: {name: Selim Okar, kind: person, of: ardania}
text:
- s: "Ardania will send a team to Istanbul on Friday, Okar said."
  p: true
  who: {Ardania: ardania, Okar: minister}
  says:
  - {by: Okar, cue: said, what: "Ardania … Friday", how: indirect}
  does:
  - {word: send, type: AGREE, by: Ardania, reality: planned, where: Istanbul, when: "on Friday=2031-03-07", said: 0}
- s: "At least 12 people died in Thursday's attack."
  does:
  - {word: attack, type: ASSAULT, reality: actual, killed: At least 12 people, said: prev}
"""


def read(tmp_path: Path, text: str) -> tuple[list[Report], list[str]]:
    """The reports of a file and what is wrong with them."""
    path = tmp_path / "gulf.yaml"
    path.write_text(text, "utf-8")
    problems = Problems()
    return list(read_file(path, problems)), [str(problem) for problem in problems.found]


def test_a_report_becomes_stand_off(tmp_path: Path) -> None:
    """Every span is given in characters of the joined text."""
    (report,), problems = read(tmp_path, REPORT)
    assert problems == []
    text = report["text"]
    send, attack = report["events"]
    assert [text[start:end] for start, end in report["sentences"]] == [
        "Ardania will send a team to Istanbul on Friday, Okar said.",
        "At least 12 people died in Thursday's attack.",
    ]
    assert text[slice(*send["place"][0])] == "Istanbul"
    assert text[slice(*attack["killed"][0])] == "At least 12 people"
    assert send["when"][0]["date"] == "2031-03-07"
    assert send["statement"] == attack["statement"] == 0
    assert text[slice(*report["statements"][0]["content"][0])] == "Ardania will send a team to Istanbul on Friday"
    assert report["published"] == "2031-03-06"


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        (
            "type: AGREE",
            "type: AGREED",
            "gulf.yaml: gulf-007: sentence 0: does 'send': type 'AGREED' is not one of the",
        ),
        ("reality: actual", "reality: real", "sentence 1: does 'attack': reality 'real' is not one of the labels"),
        ("where: Istanbul", "where: Ankara", "sentence 0: does 'send': 'Ankara' does not stand in the sentence"),
        ("by: Okar", "by: Selim", "sentence 0: says: 'Selim' is not under who"),
        ("by: Okar, ", "", "sentence 0: says: by is missing"),
        ("of: ardania", "of: ardonia", "gulf-007: actor minister: of 'ardonia' is no actor"),
        ("Okar: minister", "Okar: okar", "sentence 0: who 'Okar': 'okar' is no actor"),
        ("said: 0", "said: 3", "said 3 is no statement"),
        ("how: indirect", "how: free", "sentence 0: says: how 'free' is not one of the labels"),
        ("reality: actual", "reality: actual, mode: arial", "does 'attack': mode 'arial' is not one of the labels"),
        ("style: wire", "style: wiry", "gulf-007: style 'wiry' is not one of the labels"),
        ("killed:", "dead:", "no field is called 'dead'"),
        ("type: ASSAULT", "type: TALKS", "TALKS needs talks"),
        ("  says:\n", "  says: [not so\n", "gulf.yaml: "),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, before: str, after: str, complaint: str) -> None:
    """A mistake is noted with file, report and sentence, and the file is read on."""
    assert before in REPORT
    _, problems = read(tmp_path, REPORT.replace(before, after))
    assert any(complaint in problem for problem in problems), problems


def test_a_broken_report_does_not_hide_the_next(tmp_path: Path) -> None:
    """The other reports of the file are still read."""
    reports, problems = read(tmp_path, REPORT.replace("type: AGREE", "type: 7") + "---\njust words\n---" + REPORT)
    assert [report["id"] for report in reports] == ["gulf-007", "gulf-007"]
    assert len(problems) == 2


def test_what_is_annotated_in_part_says_what_is_known(tmp_path: Path) -> None:
    """The sentence, the event of nobody knows whose words, and the words that are nothing."""
    part = REPORT.replace('- s: "At least', '- partial: true\n  no_says: died\n  s: "At least').replace("prev", '"?"')
    (report,), problems = read(tmp_path, part)
    assert problems == []
    text, open_ = report["text"], report["open"]
    assert (open_["sentences"], open_["unattributed"], open_["no_events"]) == ([1], [1], [])
    assert [text[slice(*span)] for span in open_["no_statements"]] == ["died"]
    assert report["events"][1]["statement"] is None
    (report,), _ = read(tmp_path, REPORT.replace("style: wire", "partial: true"))
    assert report["open"]["sentences"] == [0, 1]


@pytest.mark.parametrize("field", ["no_does: died", "no_says: died"])
def test_where_all_is_annotated_nothing_is_told_to_be_nothing(tmp_path: Path, field: str) -> None:
    """It would say what is known already, or was meant for another sentence."""
    _, problems = read(tmp_path, REPORT + f"  {field}\n")
    assert ["where the sentence is not partial" in problem for problem in problems] == [True]
    _, problems = read(tmp_path, REPORT.replace("prev", '"?"'))
    assert ["said '?' is no statement" in problem for problem in problems] == [True]
