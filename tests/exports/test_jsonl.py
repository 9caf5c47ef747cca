import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from corpus import labels
from parley.exports.jsonl import to_dict, to_line
from parley.exports.restore import from_dict
from parley.record import Known, Reading, Report
from tests.builders import annotated, readings, sample_reading

ROOT = Path(__file__).parents[2]
SCORE = ROOT.parent / "shared" / "corpus" / "score.py"


@cache
def schema() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((ROOT / "docs" / "reading.schema.json").read_text())
    return read


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("reading", [sample_reading(), *annotated("dev/dev-a.yaml")], ids=lambda r: r.report.id)
def test_readings_match_the_published_schema(reading: Reading) -> None:
    Draft202012Validator(schema()).validate(json.loads(to_line(reading)))


def test_the_schema_refuses_what_is_not_in_it() -> None:
    shape: dict[str, Any] = json.loads(to_line(sample_reading()))
    for wrong in ({"id": 3}, {"style": "wire"}, {"sentences": [[1]]}, {"published": "yesterday"}):
        assert not Draft202012Validator(schema()).is_valid({**shape, **wrong})


def test_the_schema_has_the_labels_of_the_corpus() -> None:
    event = schema()["$defs"]["event"]["properties"]
    assert set(event["type"]["enum"]) == labels.TYPES
    assert set(event["talks"]["enum"]) == {*labels.TALKS, None}
    assert set(event["aspect"]["enum"]) == {*labels.ASPECTS, None} - {"none"}
    assert set(event["reality"]["enum"]) == labels.REALITY
    assert set(schema()["$defs"]["statement"]["properties"]["how"]["enum"]) == labels.QUOTING
    assert set(schema()["$defs"]["actor"]["properties"]["kind"]["enum"]) == labels.ACTOR_KINDS
    assert set(schema()["$defs"]["when"]["properties"]["known"]["enum"]) == set(get_args(Known))


@given(readings())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_reading_comes_back_from_its_json(reading: Reading) -> None:
    assert from_dict(json.loads(to_line(reading))) == reading


def test_every_span_of_the_json_quotes_the_text() -> None:
    shape = to_dict(sample_reading())
    text = shape["text"]
    [figure] = shape["events"][1]["killed"]
    start, end = figure["span"]
    assert (text[start:end], figure["low"], figure["high"]) == ("At least 12 people", 12, None)
    assert [text[a:b] for a, b in shape["statements"][2]["content"]] == ["“We asked for evidence and got none,”"]


def test_the_json_says_which_sentences_are_page_furniture_and_what_filled_each_section() -> None:
    shape = to_dict(sample_reading())
    assert (shape["paragraphs"], shape["boilerplate"]) == ([0, 1, 1, 1], [3])
    assert shape["origin"]["statements"] == {"step": "statements", "model": "parley-1"}


def test_a_text_that_no_encoding_holds_is_still_written() -> None:
    line = to_line(Reading(Report("r", "a\ud800b")))
    assert json.loads(line.encode())["text"] == "a\ud800b"


@pytest.mark.shared
@pytest.mark.skipif(not SCORE.exists(), reason="needs ../shared")
def test_the_shared_scorer_gives_an_annotation_as_a_reading_full_marks(tmp_path: Path) -> None:
    gold, system = tmp_path / "gold.jsonl", tmp_path / "system.jsonl"
    check = SCORE.with_name("check.py")
    yaml = SCORE.parent / "dev" / "dev-a.yaml"
    subprocess.run([sys.executable, check, "--jsonl", gold, yaml], check=True, capture_output=True)
    system.write_text("".join(to_line(reading) + "\n" for reading in annotated("dev/dev-a.yaml")))
    scored = subprocess.run([sys.executable, SCORE, gold, system, "--json"], check=True, capture_output=True)
    figures = [row for name, row in json.loads(scored.stdout).items() if name != "by type"]
    assert len(figures) > 20
    assert {row.get("f1", row.get("accuracy")) for row in figures if row.get("gold", 1)} == {100.0}
