"""Asking the registry at the command line."""

import json
import sys
from pathlib import Path

import pytest

from parley import cli
from parley.cli import NOTHING_READ, PARTLY_READ, READ


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit status of a command."""
    monkeypatch.setattr(sys, "argv", ["parley", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def test_who_somebody_is(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Name and id, the reason, and for whom they act."""
    assert run(monkeypatch, "who", "the Pakistani defence minister", "--on", "2025-10-28") == READ
    out = capfd.readouterr().out
    assert out.startswith("Khawaja Muhammad Asif (pak-khawaja-asif)\n")
    assert "Minister of Defence since 2024-03-11" in out
    assert "→ Pakistan\n" in out


def test_who_stays_open(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """All who may be meant, and a status that tells scripts."""
    assert run(monkeypatch, "who", "Congo") == PARTLY_READ
    out = capfd.readouterr().out
    assert "(cod)" in out
    assert "(cog)" in out
    assert run(monkeypatch, "who", "Nobody Of That Name") == PARTLY_READ
    assert "nobody in the registry" in capfd.readouterr().out


def test_who_as_json(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """The same as one object; the side of an unnamed body, too."""
    assert run(monkeypatch, "who", "Afghan delegation", "--json") == PARTLY_READ
    assert json.loads(capfd.readouterr().out) == {
        "asked": "Afghan delegation",
        "on": None,
        "found": None,
        "candidates": [],
        "side": "afg",
    }
    assert run(monkeypatch, "who", "Pakistan", "--json") == READ
    found = json.loads(capfd.readouterr().out)["found"]
    assert found["codes"] == {"iso2": "PK", "iso3": "PAK", "cow": "770", "gw": "770"}


def test_actors_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """From parley.toml in the working directory; a mistake in them is named, without a traceback."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "parley.toml").write_text('[registry]\nfiles = ["mine.yaml"]\n')
    (tmp_path / "mine.yaml").write_text("actors:\n- id: ard-front\n  name: Northern Front\n  kind: armed_group\n")
    assert run(monkeypatch, "who", "Northern Front") == READ
    assert "(ard-front)" in capfd.readouterr().out
    (tmp_path / "mine.yaml").write_text("actors:\n- id: ard-front\n  name: Northern Front\n  kind: wizards\n")
    assert run(monkeypatch, "who", "Northern Front") == NOTHING_READ
    assert capfd.readouterr().err.startswith("error: mine.yaml:4: kind: 'wizards' does not fit")


def test_a_day_that_is_none(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """Said with the way out."""
    assert run(monkeypatch, "who", "Pakistan", "--on", "yesterday") == NOTHING_READ
    assert "write it as 2025-11-08" in capfd.readouterr().err
