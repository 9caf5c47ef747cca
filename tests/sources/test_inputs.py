import io
import json
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.errors import Malformed, NotFound, NotText, OtherLanguage, TooLarge
from parley.record import Failure, Report
from parley.sources import count_reports, read_inputs, read_reports
from tests.sources.test_language import OTHERS

TEXT = "The minister said on Thursday that the talks in Istanbul were over."


class StdIn(io.TextIOWrapper):
    """Standard input that gives these bytes."""

    def __init__(self, raw: bytes) -> None:
        super().__init__(io.BufferedReader(io.BytesIO(raw)))


def failure_of(path: Path, *, any_language: bool = False) -> Failure:
    [found] = read_reports([str(path)], any_language=any_language)
    assert isinstance(found, Failure)
    assert found.source == str(path)
    return found


def texts(found: Iterator[Report | Failure]) -> list[str]:
    return [one.text if isinstance(one, Report) else type(one.error).__name__ for one in found]


@pytest.mark.parametrize(
    ("raw", "error", "said"),
    [
        (b"", NotText, "is empty"),
        (b" \n\n", NotText, "is empty"),
        (b"%PDF-1.7 ...", NotText, "is a PDF, not text (make text of it first, as with: pdftotext"),
        (b"\x89PNG\r\n\x1a\n0000", NotText, "is a PNG image, not text"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", NotText, "is a JPEG image, not text"),
        (b"RIFF0000WEBPVP8 ", NotText, "is a WebP image, not text"),
        (b"PK\x03\x04\x14\x00", NotText, "is a ZIP archive or an Office document"),
        (b"\x1f\x8b\x08\x00", NotText, "is a gzip archive"),
        (bytes(range(256)) * 4, NotText, "is binary data, not text"),
        (
            b"The talks \x93will go on\x94.",
            NotText,
            "is not valid UTF-8: byte 10 (0x93) (if it is in an older encoding",
        ),
        (b"\xff\xfeT\x00a", NotText, "is not valid UTF-16: byte 4"),
        (b"title: A\npublished: soon\n\nText.", Malformed, "published: 'soon' is no date"),
        (OTHERS["de"].encode(), OtherLanguage, "is in German"),
    ],
)
def test_bad_input_is_one_clear_line_that_names_it(tmp_path: Path, raw: bytes, error: type, said: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(raw)
    failure = failure_of(path)
    assert isinstance(failure.error, error)
    assert str(failure).startswith(f"{path}: {said}")
    assert "\n" not in str(failure)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Türkiye said “no”.".encode(encoding))
    assert texts(read_reports([str(tmp_path / "a.txt")])) == ["Türkiye said “no”."]


def test_other_languages_are_read_on_request(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OTHERS["de"])
    [report] = read_reports([str(tmp_path / "a.txt")], any_language=True)
    assert isinstance(report, Report)
    assert report.language == "de"


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    failure = failure_of(tmp_path / "no.txt")
    assert isinstance(failure.error, NotFound)


def test_fifty_megabytes_of_text_are_refused_before_they_are_all_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    failure = failure_of(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(failure.error, TooLarge)
    assert "give one report a file" in str(failure)
    assert peak < 45_000_000


def test_a_text_of_many_characters_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The talks go on. " * 300_000)
    assert isinstance(failure_of(path).error, TooLarge)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert "Permission denied" in str(failure_of(path))


def test_a_folder_is_searched_through_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("c.txt", "a.md", "b/b.txt", "b/a.TXT", "README.md", "notes.pdf", ".hidden/x.txt", ".x.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}")
    (tmp_path / "d.jsonl").write_text(json.dumps({"text": "Four."}) + "\n\n" + json.dumps({"text": "Five."}))
    names = [found.name.removeprefix(f"{tmp_path}/") for found in read_inputs([str(tmp_path)])]
    assert names == ["a.md", "b/a.TXT", "b/b.txt", "c.txt", "d.jsonl:1", "d.jsonl:3"]


def test_a_folder_without_reports(tmp_path: Path) -> None:
    failure = failure_of(tmp_path)
    assert isinstance(failure.error, NotFound)
    assert ".html" in str(failure)


def test_what_fails_stands_in_its_place_and_the_rest_is_read(tmp_path: Path) -> None:
    for name, raw in {"a.txt": b"One.", "b.txt": b"", "c.html": b"<html></html>", "d.txt": b"Four."}.items():
        (tmp_path / name).write_bytes(raw)
    assert texts(read_reports([str(tmp_path), "nowhere"])) == ["One.", "NotText", "NotText", "Four.", "NotFound"]


def test_a_file_of_unknown_suffix_is_known_by_its_beginning(tmp_path: Path) -> None:
    article = f"<!DOCTYPE html><html><body><article><p>{TEXT}</p><p>They were held again.</p></article></body></html>"
    for name, written in {"page": article, "lines": '{"text": "One."}', "notes.log": "Two."}.items():
        (tmp_path / name).write_text(written)
    paths = [str(tmp_path / name) for name in ("page", "lines", "notes.log")]
    assert texts(read_reports(paths)) == [f"{TEXT}\n\nThey were held again.", "One.", "Two."]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"title: A\n\nThe text.", ["The text."]),
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (b"{Agencies} A text in braces.", ["{Agencies} A text in braces."]),
        (b"", ["NotText"]),
    ],
)
def test_standard_input_is_text_or_json_lines(raw: bytes, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", StdIn(raw))
    assert texts(read_reports(["-"])) == expected


def test_json_lines_are_read_in_constant_memory(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    line = json.dumps({"text": "The talks were over. " * 250}) + "\n"
    path.write_text(line * 300)
    tracemalloc.start()
    count = sum(isinstance(report, Report) for report in read_reports([str(path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 300
    assert peak < 1_000_000


def test_reports_are_counted_before_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    assert count_reports([str(tmp_path), str(tmp_path / "a.txt"), "nowhere"]) == 5
    assert count_reports([str(tmp_path), "-"]) is None
