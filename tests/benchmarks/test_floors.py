"""The floors under accuracy."""

from pathlib import Path

import pytest

from benchmarks import accuracy, floors, measures
from benchmarks.floors import FLOORS, Floors, Lowered, load, pinned, save, shortfalls
from benchmarks.measures import Measured
from benchmarks.tally import Row


def measured(data: str = "abc", **figures: float) -> Measured:
    """Figures over 200 cases each."""
    rows: dict[str, Row] = {name: {"f1": figure, "gold": 200} for name, figure in figures.items()}
    return Measured("dev", data, rows)


def test_a_figure_under_its_floor_is_told() -> None:
    """By its name, its value and the floor; a rounding's worth less is let pass."""
    kept = Floors("abc", {"events": 75.0, "actors": 62.0})
    assert list(shortfalls(measured(events=74.6, actors=61.0), kept)) == ["dev: actors is 61.0, its floor 62.0"]


def test_one_case_of_few_is_let_pass() -> None:
    """Of twenty cases, one is five points."""
    few = Measured("dev", "abc", {"killed": {"f1": 71.0, "gold": 20}})
    assert list(shortfalls(few, Floors("abc", {"killed": 75.0}))) == []
    assert list(shortfalls(few, Floors("abc", {"killed": 76.5}))) != []


def test_other_data_do_not_count() -> None:
    """A floor says nothing about data that have changed since."""
    (told,) = shortfalls(measured("new", events=80.0), Floors("abc", {"events": 75.0}))
    assert "pin them again" in told


def test_a_figure_that_is_no_longer_measured_is_told() -> None:
    """Leaving a figure out is no way under its floor."""
    assert list(shortfalls(measured(), Floors("abc", {"events": 75.0}))) == [
        "dev: events has a floor and was not measured"
    ]


def test_pinning_raises_floors() -> None:
    """A better figure is the new floor; one that is less by a rounding leaves it where it is."""
    raised = pinned(measured("new", events=80.0, actors=61.8), Floors("abc", {"events": 75.0, "actors": 62.0}))
    assert raised == Floors("new", {"events": 80.0, "actors": 62.0})


@pytest.mark.parametrize("worse", [measured(events=70.0), measured(actors=90.0)])
def test_pinning_refuses_to_lower_a_floor(worse: Measured) -> None:
    """Neither a lower figure nor a missing one gets by without a reason."""
    with pytest.raises(Lowered, match="--lower REASON"):
        pinned(worse, Floors("abc", {"events": 75.0}))


def test_a_lowered_floor_keeps_the_reason() -> None:
    """From what to what, and why."""
    lowered = pinned(measured(events=70.0), Floors("abc", {"events": 75.0}), "the encoder is half as large")
    assert lowered.figures == {"events": 70.0}
    assert lowered.lowered == ("events 75.0 → 70.0: the encoder is half as large",)


def test_figures_over_few_cases_are_not_pinned() -> None:
    """One case would move them by more than they tell."""
    few = Measured("dev", "abc", {"criteria": {"f1": 50.0, "gold": 4}})
    assert pinned(few, None).figures == {}


def test_floors_come_back(tmp_path: Path) -> None:
    """What is saved is loaded."""
    kept = {"dev": Floors("abc", {"events": 75.0}, ("why",))}
    save(kept, tmp_path / "floors.json")
    assert load(tmp_path / "floors.json") == kept


def test_the_command_fails_under_a_floor(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 1, and which figure it was."""
    monkeypatch.setattr(floors, "load", lambda: {"dev": Floors("abc", {"events": 75.0})})
    monkeypatch.setattr(accuracy, "MEASURES", {"dev": lambda: measured(events=10.0)})
    assert accuracy.main(["--only", "dev"]) == 1
    assert "dev: events is 10.0, its floor" in capsys.readouterr().err
    assert accuracy.main(["--only", "dev", "--pin"]) == 1
    assert "events 75.0 → 10.0" in capsys.readouterr().err


def test_dev_accuracy_keeps_its_floors() -> None:
    """The committed weights read the dev reports at least as well as is pinned."""
    assert list(shortfalls(measures.dev(), load(FLOORS)["dev"])) == []
