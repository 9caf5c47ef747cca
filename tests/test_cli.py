import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from parley import cli
from parley.cli import INTERRUPTED, NOTHING_READ, PARTLY_READ, PIPE_CLOSED, READ

ROOT = Path(__file__).parents[1]
TEXT = (
    "title: Round to resume\noutlet: Harbour Wire\npublished: 2031-03-06\n\n"
    "Ardania attacked the Northern Front on Tuesday, the defence minister said. At least 12 people were killed."
)


class Ran(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process."""

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["parley", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Ran(int(ended.value.code or 0), out.decode(), err.decode())

    return run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A small report in a file."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    return path


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", "from parley.cli import main; main()", *map(str, arguments)]


def test_a_report_is_shown_with_marks_and_lists(run: Run, report: Path) -> None:
    ran = run("read", report)
    assert ran.status == READ
    assert ran.out.startswith("Round to resume\nHarbour Wire · 6 March 2031")
    assert "Statements" in ran.out
    assert "Events" in ran.out
    assert "\x1b" not in ran.out
    assert ran.err == ""


def test_json_is_one_object_a_line_in_the_order_of_the_paths(run: Run, report: Path, tmp_path: Path) -> None:
    lines = tmp_path / "two.jsonl"
    lines.write_text(
        '{"id": "a", "published": "2031-03-06", "text": "Talks go on."}\n{"id": "b", "text": "It is over."}\n'
    )
    ran = run("read", "--json", lines, report)
    read = [json.loads(line) for line in ran.out.splitlines()]
    assert [one["id"] for one in read[:2]] == ["a", "b"]
    assert read[2]["title"] == "Round to resume"
    assert ran.status == READ


def test_a_report_without_a_date_is_read_with_a_warning(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The minister said on Thursday that talks go on.")
    ran = run("read", "--json", path)
    assert ran.status == READ
    assert ran.err.startswith(f"warning: {path}: no date, so “on Thursday” and the like stay unknown")
    assert json.loads(ran.out)["published"] is None


def test_many_reports_without_a_date_are_counted(run: Run, tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text("The minister said that talks go on.")
    ran = run("read", "--json", "--no-progress", tmp_path)
    assert ran.err.count("no date") == 3
    assert ran.err.endswith("warning: 5 more reports without a date\n")


def test_what_cannot_be_read_is_named_and_the_rest_is_read(run: Run, report: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    ran = run("read", "--json", pdf, report, "nowhere")
    assert ran.status == PARTLY_READ
    assert len(ran.out.splitlines()) == 1
    assert ran.err.splitlines() == [
        f"error: {pdf}: is a PDF, not text (make text of it first, as with: pdftotext FILE.pdf FILE.txt)",
        "error: nowhere: nothing is there (check the path)",
    ]


def test_the_status_is_2_when_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ran = run("read", tmp_path / "empty.txt", "nowhere")
    assert (ran.status, ran.out) == (NOTHING_READ, "")
    assert len(ran.err.splitlines()) == 2


def test_errors_without_end_are_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text("not JSON\n" * 1000)
    ran = run("read", path)
    assert ran.status == NOTHING_READ
    assert len(ran.err.splitlines()) == 21
    assert ran.err.endswith("error: 980 more inputs could not be read\n")


def test_another_language_is_refused_and_read_on_request(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "published: 2031-03-06\n\nDer Minister sagte am Donnerstag, die Gespräche seien ohne Ergebnis beendet."
    )
    refused, read = run("read", path), run("read", "--any-language", path)
    assert (refused.status, read.status) == (NOTHING_READ, READ)
    assert "is in German, and Parley reads English (--any-language" in refused.err
    assert "Der Minister" in without_brackets(read.out)


def without_brackets(text: str) -> str:
    return text.replace("[", "").replace("]", "")


def test_a_summary_says_how_fast_it_was(run: Run, report: Path, tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(TEXT)
    assert "6 reports read: " in run("read", "--json", tmp_path).err
    assert "words in" in run("read", "--json", tmp_path).err
    assert run("read", "--json", "--no-progress", tmp_path).err == ""
    assert run("read", "--json", report).err == ""


def test_the_demo_makes_a_fresh_record_and_says_what_to_type_next(
    run: Run, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(report.parent)
    for _ in range(2):
        ran = run("demo", report.name)
        assert ran.status == READ
        assert ran.out.startswith("build/demo.db: 1 added, 1 reports in all\n\n")
        assert "Told differently" in ran.out
        assert f"read {report.name}" in ran.out
    assert run("incidents", "--record", "build/demo.db").status == READ


def test_a_demo_without_its_reports_says_so(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("demo", "nowhere")
    assert (ran.status, ran.out) == (NOTHING_READ, "")
    assert ran.err == "error: nowhere: nothing is there (check the path)\n"


@pytest.mark.parametrize("arguments", [["read"], ["read", "--jason", "x"], ["fly"]])
def test_a_wrong_command_is_explained(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.status == NOTHING_READ
    assert ran.err.startswith("Usage: parley")


def test_every_command_and_option_is_documented(run: Run) -> None:
    documented = (ROOT / "docs" / "cli.md").read_text()
    for name, one in cli.commands.commands.items():
        assert f"`parley {name}" in documented
        for parameter in one.params:
            assert all(f"`{option}`" in documented for option in parameter.opts if option.startswith("--"))
    for status in (READ, PARTLY_READ, NOTHING_READ, INTERRUPTED, PIPE_CLOSED):
        assert f"| {status} |" in documented


def test_the_output_is_not_read_while_it_is_written(report: Path) -> None:
    with (report.parent / "out.jsonl").open("wb") as out:
        out.write(b'{"text": "Talks go on."}')
        out.flush()
        arguments = command("read", "--json", report.parent)
        ran = subprocess.run(arguments, stdout=out, stderr=subprocess.PIPE, text=True, timeout=20)
    assert ran.returncode == PARTLY_READ
    assert "out.jsonl: is the file that the output goes to (write it somewhere else)" in ran.stderr


def test_standard_input_is_read() -> None:
    ran = subprocess.run(command("read", "-"), input=TEXT.encode(), capture_output=True, check=True)
    assert ran.stdout.decode().startswith("Round to resume")


def test_the_version_is_told_at_once() -> None:
    started = time.monotonic()
    ran = subprocess.run(command("--version"), capture_output=True, check=True, text=True)
    assert ran.stdout.startswith("parley 0.")
    assert time.monotonic() - started < 1


def test_a_pipe_that_closes_ends_it_quietly(report: Path) -> None:
    running = subprocess.Popen(command("read", *[report] * 50), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait() == PIPE_CLOSED
    running.stderr.close()


def test_ctrl_c_ends_it_without_a_traceback(tmp_path: Path) -> None:
    pipe = tmp_path / "report.txt"
    os.mkfifo(pipe)
    # A job in the background of a shell, as the tests may be, hands on that Ctrl-C is ignored, but no handler.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        running = subprocess.Popen(command("read", pipe), stderr=subprocess.PIPE)
    finally:
        signal.signal(signal.SIGINT, before)
    with pipe.open("wb"):  # opens when the command has opened its end, and waits for a report
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
    assert running.returncode == INTERRUPTED
    assert b"Traceback" not in err


def test_a_screen_gets_colours_and_a_bar(report: Path, tmp_path: Path) -> None:
    shown = on_a_screen(command("read", report))
    assert "\x1b[1mRound to resume\x1b[0m" in shown
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("published: 2031-03-06\n\nTalks go on.")
    bar = on_a_screen(["sh", "-c", '"$0" "$@" > /dev/null', *command("read", "--json", tmp_path)])
    assert "reports" in bar
    assert "words/s" in bar


def on_a_screen(arguments: list[str]) -> str:
    """What a command writes to a terminal."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        arguments,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"},
    )
    os.close(theirs)
    written = b""
    while select.select([ours], [], [], 20)[0]:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        written += part
    running.wait()
    os.close(ours)
    return written.decode()
