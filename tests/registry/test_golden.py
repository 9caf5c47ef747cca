"""Two hundred look-ups, by sort, with traps."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from parley.registry import Asked, Registry, who

TABLE = Path(__file__).with_name("golden.tsv")


class Case(NamedTuple):
    """A line of the table."""

    sort: str
    asked: Asked
    who: str | None
    kept: str | None
    side: str | None


def read(line: str) -> Case:
    """A case from its line."""
    sort, words, *more = line.split("\t")
    context, found, kept, side = (*more, "", "", "", "")[:4]
    known = dict(part.split("=") for part in context.split())
    on = date.fromisoformat(known["on"]).isoformat() if "on" in known else None
    office = known["office"].replace("_", " ") if "office" in known else None
    asked = Asked(words, known.get("kind"), known.get("country"), office, on, place="place" in known)
    return Case(sort, asked, None if found == "-" else found, kept or None, side or None)


CASES = [read(line) for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The shipped registry."""
    return Registry.open()


def test_there_are_two_hundred() -> None:
    """As many as are promised, and every id in them exists."""
    assert len(CASES) >= 200
    ids = {id_ for case in CASES for id_ in (case.who, case.kept, case.side) if id_}
    known = Registry.open()
    assert [id_ for id_ in sorted(ids) if known.entry(id_) is None] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.sort}:{case.asked.words}")
def test_who_is_meant(case: Case, registry: Registry) -> None:
    """The right one, or rightly nobody; where it stays open, those who may be meant are kept, each with a reason."""
    answer = who(registry, case.asked)
    assert (answer.entry.id if answer.entry else None) == case.who, answer.candidates
    assert all(one.why for one in answer.candidates)
    if case.kept:
        assert case.kept in {one.registry for one in answer.candidates}
    if case.side:
        assert answer.side
        assert answer.side.id == case.side
