"""The corpus as a whole."""

import shutil
from pathlib import Path
from typing import get_args

import pytest

from corpus import check, links, load
from corpus.problems import Problems
from corpus.standoff import Report, read_lines, write_lines

Whole = tuple[Problems, dict[str, list[Report]]]


@pytest.fixture(scope="module")
def whole() -> Whole:
    """The corpus, checked once."""
    return check.check(load.HERE)


def test_the_corpus_is_right(whole: Whole) -> None:
    """The check finds nothing, and finds all parts filled."""
    problems, parts = whole
    assert [str(problem) for problem in problems.found] == []
    least = {"train": 208, "dev": 24, "sentences": 2150, "statements": 1801}
    assert [part for part in get_args(load.Part) if len(parts[part]) < least[part]] == []


def test_every_span_lies_in_its_sentence(whole: Whole) -> None:
    """Triggers and mentions stand in the sentence that they are given for."""
    _, parts = whole
    for report in parts["dev"] + parts["train"]:
        for mention in report["mentions"]:
            start, end = report["sentences"][mention["sentence"]]
            assert start <= mention["span"][0] < mention["span"][1] <= end
        for event in report["events"]:
            start, end = report["sentences"][event["sentence"]]
            assert event["trigger"]
            assert start <= event["trigger"][0] < event["trigger"][1] <= end


def test_json_lines_come_back(tmp_path: Path) -> None:
    """What is written is read again."""
    reports = load.load("dev")
    write_lines(tmp_path / "dev.jsonl", reports)
    assert list(read_lines(tmp_path / "dev.jsonl")) == reports


def test_a_corpus_with_a_mistake_is_not_loaded(tmp_path: Path) -> None:
    """Nobody trains on what the check refuses."""
    folder = tmp_path / "dev"
    folder.mkdir()
    text = (load.HERE / "dev" / "dev-a.yaml").read_text("utf-8")
    (folder / "dev-a.yaml").write_text(text.replace("reality: actual", "reality: factual", 1), "utf-8")
    with pytest.raises(load.CorpusError, match="'factual' is not one of the labels"):
        load.load("dev", tmp_path)


SPOILT = [
    ("reports: [pakoct-10, pakoct-11", "reports: [pakoct-10, pakoct-99", "'pakoct-99' is in no report"),
    ("pakoct-01/afghanistan,", "pakoct-01/atlantis,", "'pakoct-01/atlantis' is in no report"),
    ("pakoct-03/afghanistan,", "pakoct-02/afghanistan,", "'pakoct-02/afghanistan' is under seen twice"),
    ("- id: qatar", "- id: pakistan", "this id is given twice"),
    ("- {report: pakoct-01,", "- {report: pakoct-02,", "origins: pakoct-01 has 0"),
    ("  differ:", "  difference:", "no field is called 'difference'"),
    ("move: repeated", "move: reheated", "'reheated' is not one of the labels"),
    ("ist-03:5:insisting", "ist-03:5:listing", "'ist-03:5:listing' is in no report"),
    ("acts_for: pakistan-military", "acts_for: pakistan-navy", "'pakistan-navy' is no actor"),
]


def test_links_that_lead_nowhere_are_told(tmp_path: Path, whole: Whole) -> None:
    """References, names, labels and ids of the links are checked, and every mistake is noted."""
    text = (load.HERE / "links.yaml").read_text("utf-8")
    for before, after, _ in SPOILT:
        assert before in text
        text = text.replace(before, after, 1)
    path = tmp_path / "links.yaml"
    path.write_text(text, "utf-8")
    linked = [report for report in whole[1]["train"] if report["id"].startswith(load.LINKED)]
    problems = Problems()
    links.check(path, linked, problems)
    found = "\n".join(map(str, problems.found))
    assert [complaint for *_, complaint in SPOILT if complaint not in found] == []


def test_the_command_tells_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 1 and a line with the place; JSON Lines are written where asked."""
    for part in get_args(load.Part):
        (tmp_path / part).mkdir()
    shutil.copy(load.HERE / "statements" / "a1-a.txt", tmp_path / "statements" / "a1-a.txt")
    shutil.copy(load.HERE / "statements" / "a1-a.txt", tmp_path / "statements" / "a9-a.txt")
    monkeypatch.setattr(load, "HERE", tmp_path)
    assert check.main(["--quiet", "--jsonl", str(tmp_path / "out")]) == 1
    assert "statements: a9-a-1: the same text as a1-a-1" in capsys.readouterr().out
    assert (tmp_path / "out" / "statements.jsonl").exists()
