"""Reports into a record, and readings out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from parley.keeping import Filed, Keeper, findings_of, reading, readings, restored
from parley.pipeline import default
from parley.record import Failure, Reading, Report
from parley.sources import Input
from parley.store import Kept, Store
from tests.builders import readings as any_reading
from tests.store.filing import NOON, OTHER, TEXT, report


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    """Reads with the weights that ship, into an empty record."""
    with Store.open(str(tmp_path / "parley.db")) as store:
        yield Keeper(store, default(), lambda: NOON)


@given(any_reading())
@settings(max_examples=50)
def test_any_reading_comes_back_as_it_was(read: Reading) -> None:
    """With all that was found."""
    assert restored(Kept(read.report, findings_of(read), "one", None, True, NOON)) == read


def test_what_is_kept_is_what_was_read(keeper: Keeper) -> None:
    """But for probabilities, which are kept to four digits."""
    one = report(TEXT, "a")
    assert list(keeper.file([Input("a.txt", one)])) == [Filed("a.txt", one, "new")]
    kept = reading(keeper.store, "a")
    assert kept
    (read,) = default().read_many([one])
    assert isinstance(read, Reading)
    assert findings_of(kept) == findings_of(read)
    assert list(readings(keeper.store)) == [kept]
    assert reading(keeper.store, "b") is None


def test_what_is_there_is_not_read_again(keeper: Keeper) -> None:
    """The caller is told, in between what is read."""
    inputs = [Input(name, report(text)) for name, text in (("a", TEXT), ("b", OTHER), ("a again", TEXT))]
    first = list(keeper.file(inputs))
    assert [one.added for one in first if isinstance(one, Filed)] == ["new", "new", "known"]
    known: list[str] = []
    assert list(keeper.file(inputs, known.append)) == []
    assert known == ["a", "b", "a again"]


def test_what_fails_is_noted_under_the_name_of_its_input(keeper: Keeper) -> None:
    """Whether it could not be made a report or not be read."""
    broken = Failure("x", "sources", ValueError("broken"))
    filed = list(keeper.file([Input("x", broken), Input("a", report(TEXT))]))
    assert [isinstance(one, Failure) for one in filed] == [True, False]
    assert [(one.source, one.reason) for one in keeper.store.failures()] == [("x", "broken")]
    list(keeper.file([Input("x", report(OTHER))]))
    assert list(keeper.store.failures()) == []


def test_a_new_reader_reads_what_is_kept(keeper: Keeper) -> None:
    """Beside the readings of the old one."""
    for one in (report(TEXT, "a"), report(OTHER, "b")):
        keeper.store.add(one, "{}", model="old", at=NOON)
    list(keeper.file([Input("c", Report("c", "The talks go on."))]))
    assert [one.name for one in keeper.reread() if isinstance(one, Filed)] == ["a", "b"]
    assert list(keeper.reread()) == []
    assert {kept.model for kept in keeper.store.kept()} == {keeper.reader}
    assert len(list(readings(keeper.store, "old"))) == 2
