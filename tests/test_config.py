"""A user's settings."""

from pathlib import Path

import pytest

from parley import config
from parley.errors import Malformed, NotFound


def test_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a file everything is as shipped."""
    monkeypatch.chdir(tmp_path)
    assert config.load() == config.Config()


def test_files_lie_beside_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the working directory is."""
    path = tmp_path / "parley.toml"
    path.write_text('[registry]\nfiles = ["actors.yaml"]\n')
    assert config.load(path).registry == (tmp_path / "actors.yaml",)
    monkeypatch.chdir(tmp_path)
    assert config.load().registry == (Path("actors.yaml"),)


def test_places_of_ones_own(tmp_path: Path) -> None:
    """Beside the actors."""
    path = tmp_path / "parley.toml"
    path.write_text('[gazetteer]\nfiles = ["places.yaml"]\n')
    assert config.load(path) == config.Config(gazetteer=(tmp_path / "places.yaml",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[registry\n", "line 1"),
        ("[registery]\n", "registery"),
        ("[registry]\nfile = []\n", "'file'"),
        ('[registry]\nfiles = "actors.yaml"\n', "list of file names"),
    ],
)
def test_what_is_wrong_is_said(text: str, said: str, tmp_path: Path) -> None:
    """A slip of the pen is no setting."""
    path = tmp_path / "parley.toml"
    path.write_text(text)
    with pytest.raises(Malformed) as wrong:
        config.load(path)
    assert said in str(wrong.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """Where it was asked for."""
    with pytest.raises(NotFound, match="settings"):
        config.load(tmp_path / "settings.toml")
