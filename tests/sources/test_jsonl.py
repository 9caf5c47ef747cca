import io
import json
from datetime import date

import pytest

from parley.errors import InputError
from parley.record import Outlet, Report
from parley.sources import decoding, jsonl
from parley.sources.jsonl import read_lines

FULL = {
    "id": "gulf-007",
    "title": "Round to resume",
    "outlet": {"name": "Harbour Wire", "site": "harbourwire.example", "country": "TUR", "kind": "agency"},
    "published": "2031-03-06",
    "dateline": "ISTANBUL",
    "url": "https://harbourwire.example/1",
    "text": "Talks\r\ngo on.",
    "style": "wire",
}


def read(*lines: str) -> list[tuple[str, Report | InputError]]:
    return list(read_lines(io.BytesIO("\n".join(lines).encode()), "a.jsonl"))


def the_report(line: str) -> Report:
    [(_, report)] = read(line)
    assert isinstance(report, Report)
    return report


def test_every_field_is_taken_and_unknown_ones_are_passed_over() -> None:
    report = the_report(json.dumps(FULL))
    assert (report.id, report.title, report.dateline) == ("gulf-007", "Round to resume", "ISTANBUL")
    assert report.outlet == Outlet("Harbour Wire", "harbourwire.example", "TUR", "agency")
    assert (report.published, report.url) == (date(2031, 3, 6), "https://harbourwire.example/1")
    assert report.text == "Talks\ngo on."


def test_only_the_text_is_needed() -> None:
    report = the_report('{"text": "Talks go on.", "title": null, "outlet": null}')
    assert (report.text, report.title, report.outlet, report.published) == ("Talks go on.", None, None, None)
    assert len(report.id) == 16


def test_an_id_that_is_a_number_keeps_its_digits_and_an_outlet_may_be_a_name() -> None:
    report = the_report('{"id": 17, "outlet": "Harbour Wire", "text": "Talks go on."}')
    assert (report.id, report.outlet) == ("17", Outlet("Harbour Wire"))


def test_lone_surrogates_are_replaced_so_that_offsets_stay() -> None:
    assert the_report('{"text": "a\\ud800b"}').text == "a\ufffdb"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"text": "a"', "broken JSON at column"),
        ("{", "broken JSON at column"),
        ("Talks go on.", "broken JSON at column 1"),
        ('["text"]', "is not a JSON object"),
        ("[" * 100_000, "broken JSON"),
        ('{"title": "a"}', "has no field `text`"),
        ('{"text": null}', "has no field `text`"),
        ('{"text": 3}', "field `text` must be a string, not 3"),
        ('{"text": " "}', "has no text"),
        ('{"text": "a", "published": "soon"}', "published: 'soon' is no date"),
        ('{"text": "a", "published": 2031}', "field `published` must be a string, not 2031"),
        ('{"text": "a", "outlet": ["b"]}', "field `outlet` must be an object"),
        ('{"text": "a", "outlet": {"name": 3}}', "field `name` must be a string"),
        ('{"text": "a", "id": true}', "field `id` must be a string, not true"),
    ],
)
def test_a_wrong_line_is_named_and_the_others_are_read(line: str, problem: str) -> None:
    (_, first), (name, wrong), (_, last) = read('{"text": "One."}', "", line, '{"text": "Two."}')
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert name == "a.jsonl:3"
    assert str(wrong).startswith(f"a.jsonl:3: {problem}")


def test_an_endless_line_is_too_large_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "RAW_LIMIT", 50)
    (_, wrong), (name, right) = read('{"text": "' + "a" * 500 + '"}', '{"text": "Two."}')
    assert "too large" in str(wrong)
    assert (name, isinstance(right, Report)) == ("a.jsonl:2", True)


def test_a_report_longer_than_the_limit_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "TEXT_LIMIT", 50)
    [(_, wrong)] = read(json.dumps({"text": "a" * 51}))
    assert "too large: 51 characters in one report" in str(wrong)
