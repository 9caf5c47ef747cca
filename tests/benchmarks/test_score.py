"""The scorer."""

import copy
import json
import random
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from benchmarks.score import main, score
from corpus.load import load
from corpus.standoff import Event, Party, Report, bare, write_lines

SHARED = Path(__file__).parents[2].parent / "shared"


def event(start: int, kind: str = "AGREE", reality: str = "actual", actors: list[Party] | None = None) -> Event:
    """An event with a trigger of five characters."""
    return {
        "sentence": 0,
        "trigger": [start, start + 5],
        "type": kind,
        "mode": [],
        "talks": None,
        "aspect": None,
        "reality": reality,
        "statement": None,
        "actors": actors or [],
        "recipients": [],
        "content": [],
        "condition": [],
        "criteria": [],
        "place": [],
        "when": [],
        "killed": [],
        "injured": [],
        "held": [],
    }


def report(*events: Event) -> Report:
    """A report of a hundred letters with two mentions of one actor and one of another."""
    made = bare("r", "x" * 100, "wire")
    made["mentions"] = [
        {"span": [0, 5], "actor": "a", "sentence": 0},
        {"span": [50, 55], "actor": "a", "sentence": 0},
        {"span": [90, 95], "actor": "b", "sentence": 0},
    ]
    made["events"] = list(events)
    return made


def test_a_perfect_reading_is_right_everywhere() -> None:
    """What is annotated scores 100 against itself, but for one actor whom a report never mentions."""
    gold = load("dev")
    rows = score(gold, copy.deepcopy(gold)).rows()
    wrong = {name: row for name, row in rows.items() if row.get("f1", row.get("accuracy")) != 100}
    assert wrong.keys() == {"actors", "facts"}
    assert wrong["actors"]["r"] == 100.0


def test_no_reading_finds_nothing() -> None:
    """A report without a reading counts as missed, not as left out."""
    rows = score([report(event(10))], []).rows()
    assert rows["events"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "gold": 1, "system": 0}


def test_a_trigger_that_overlaps_is_matched_and_its_type_asked() -> None:
    """One of two events is found, with another type."""
    rows = score([report(event(10), event(30))], [report(event(12, "REJECT"))]).rows()
    assert (rows["events"]["p"], rows["events"]["r"]) == (100.0, 50.0)
    assert rows["events typed"]["f1"] == 0.0
    assert rows["reality"] == {"accuracy": 100.0, "of": 1}


def test_a_party_counts_where_it_is_the_same_actor() -> None:
    """Another mention of the same actor is right, one of another actor is not."""
    gold = report(event(10, actors=[{"actor": "a", "span": [0, 5]}]))
    same = report(event(10, actors=[{"actor": "a", "span": [50, 55]}]))
    other = report(event(10, actors=[{"actor": "b", "span": [90, 95]}]))
    assert score([gold], [same]).rows()["actors"]["f1"] == 100.0
    assert score([gold], [other]).rows()["actors"]["f1"] == 0.0


def test_a_party_whom_the_report_never_mentions_is_not_asked_for() -> None:
    """The reader cannot know of them."""
    gold = report(event(10, actors=[{"actor": "unheard", "span": None}]))
    assert score([gold], [report(event(10))]).rows()["actors"]["gold"] == 0


def test_who_is_who_is_scored_over_shared_mentions() -> None:
    """All in one cluster: precision (2/3 · 2 + 1/3) / 3 = 5/9, recall 1."""
    system = report()
    for mention in system["mentions"]:
        mention["actor"] = "one"
    assert score([report()], [system]).rows()["who is who (B3)"] == {"f1": 71.4}


def test_contents_are_matched_by_the_characters_they_share() -> None:
    """Six of ten characters: matched at 0.5, not at 0.8."""
    sides = []
    for end in (10, 6):
        made = report()
        made["statements"] = [
            {
                "sentence": 0,
                "source": {"actor": "a", "span": [0, 5]},
                "cue": None,
                "content": [[0, end]],
                "how": "indirect",
                "via": [],
                "to": [],
                "when": [],
            }
        ]
        sides.append(made)
    rows = score(sides[:1], sides[1:]).rows()
    assert rows["statements@0.5"]["f1"] == 100.0
    assert rows["statements@0.8"]["f1"] == 0.0
    assert rows["source"] == {"accuracy": 100.0, "of": 1}


def test_slots_may_say_more_than_where_they_stand() -> None:
    """A figure with its integers is scored by its span."""
    gold, system = report(event(10)), report(event(10))
    gold["events"][0]["killed"] = [[20, 30]]
    system["events"][0]["killed"] = cast("list[list[int]]", [{"span": [20, 30], "low": 12, "high": None}])
    assert score([gold], [system]).rows()["killed"]["f1"] == 100.0


def blur(reports: list[Report], seed: int) -> list[Report]:
    """Readings with mistakes of every kind."""
    chance = random.Random(seed)
    blurred = copy.deepcopy(reports)
    for reading in blurred:
        reading["mentions"] = [found for found in reading["mentions"] if chance.random() < 0.8]
        reading["statements"] = [found for found in reading["statements"] if chance.random() < 0.8]
        reading["events"] = [found for found in reading["events"] if chance.random() < 0.8]
        for mention in reading["mentions"]:
            if chance.random() < 0.2:
                mention["actor"] = chance.choice(sorted(reading["actors"]))
        for statement in reading["statements"]:
            statement["content"] = [
                [start, max(start + 1, end - chance.randrange(60))] for start, end in statement["content"]
            ]
            statement["how"] = chance.choice(["direct", "indirect", statement["how"]])
            if chance.random() < 0.2:
                statement["source"] = {"actor": statement["source"]["actor"], "span": None}
        for found in reading["events"]:
            blur_event(found, reading, chance)
    return blurred


def blur_event(found: Event, reading: Report, chance: random.Random) -> None:
    """One event with mistakes."""
    if chance.random() < 0.2:
        found["trigger"] = [offset + chance.randrange(4) for offset in found["trigger"] or [0, 1]]
    if chance.random() < 0.3:
        found["type"] = chance.choice(["AGREE", "TALKS", "ASSAULT"])
        found["reality"] = chance.choice(["actual", "planned", "denied"])
        found["talks"] = chance.choice([None, "stalled", found["talks"]])
    if chance.random() < 0.3:
        found["actors"], found["recipients"] = found["recipients"], found["actors"]
        found["place"] = [[start, end + 3] for start, end in found["place"]]
    found["statement"] = chance.choice([None, found["statement"], found["statement"]])
    for time in found["when"]:
        time["date"] = chance.choice([None, time["date"]])


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared scorer is only on the project's own machines")
@pytest.mark.parametrize("seed", range(4))
def test_the_figures_are_those_of_the_shared_scorer(seed: int) -> None:
    """The same readings get the same table."""
    shared = cast(
        "Callable[[object, object], dict[str, object]]", runpy.run_path(str(SHARED / "corpus" / "score.py"))["score"]
    )
    gold = load("dev")
    system = blur(gold, seed)[seed:]
    scores = score(gold, system)
    expected = shared({r["id"]: r for r in gold}, {r["id"]: r for r in system})
    assert {**scores.rows(), "by type": scores.by_type()} == expected


def test_the_command_prints_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a table, or as one JSON object."""
    path = tmp_path / "gold.jsonl"
    write_lines(path, load("dev"))
    assert main([str(path), str(path)]) == 0
    assert "statements@0.5         p 100.0  r 100.0  f1 100.0  gold 192  system 192" in capsys.readouterr().out
    assert main([str(path), str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["by type"]["AGREE"]["gold"] == 71
