"""The codebook: that it says what the corpus and the annotators' labels say, and the crosswalk's traps."""

from collections.abc import Iterable
from time import process_time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import labels
from corpus.load import load
from parley import codebook
from parley.codebook import plover
from parley.record import How

VOCABULARIES = {
    "types": (codebook.types(), labels.TYPES),
    "talks": (codebook.talks(), labels.TALKS),
    "reality": (codebook.reality(), labels.REALITY),
    "aspects": (codebook.aspects(), labels.ASPECTS - {"none"}),
    "actor kinds": (codebook.actor_kinds(), labels.ACTOR_KINDS),
    "how": (codebook.how(), labels.QUOTING),
    "how of the record": (codebook.how(), get_args(How)),
}
SLIPS = {("AGREE", "phone")}
"""Modes in the corpus that their type does not have."""
CODED_ELSEWHERE = {("SANCTION", "convict"): "ACCUSE", ("RETREAT", "resign"): "CONCEDE"}
"""Modes whose CAMEO code the crosswalk gives to another type."""

CROSSWALK = {
    "0312": ("AGREE", None),
    "036": ("AGREE", None),
    "042": ("CONSULT", "visit"),
    "0871": ("RETREAT", "ceasefire"),
    "085": ("RETREAT", None),
    "1321": ("THREATEN", None),
    "1712": ("ASSAULT", "destroy"),
    "175": ("ASSAULT", None),
    "164": ("SANCTION", "withdraw"),
    "03": ("AGREE", None),
    "19": ("ASSAULT", None),
    "1949": ("ASSAULT", "heavy-weapons"),
}


@pytest.mark.parametrize(("ours", "theirs"), VOCABULARIES.values(), ids=VOCABULARIES.keys())
def test_vocabularies(ours: tuple[str, ...], theirs: Iterable[str]) -> None:
    """Each vocabulary is the one that annotators choose from."""
    assert len(set(ours)) == len(ours)
    assert set(ours) == set(theirs)


@pytest.mark.parametrize("part", ["train", "dev", "sentences"])
def test_modes_of_the_corpus(part: str) -> None:
    """Every mode that the corpus uses belongs to its type."""
    used = {
        (event["type"], mode)
        for report in load(part)  # type: ignore[arg-type]
        for event in report["events"]
        for mode in event["mode"]
    }
    assert used
    assert {(name, mode) for name, mode in used if mode not in codebook.modes(name)} <= SLIPS


def test_scores() -> None:
    """Cooperation scores above nothing, conflict at most nothing; ACCUSE is no cooperation, as the manual misprints."""
    for name in codebook.types():
        low, quad = codebook.score(name), codebook.quad(name)
        assert (low is None) == (quad is None) == (name == "TALKS")
        for mode in codebook.modes(name):
            value = codebook.score(name, [mode])
            assert value is not None
            assert value > 0 if quad and quad.endswith("cooperation") else value <= 0.5
    assert codebook.score("ACCUSE") == -3
    assert codebook.score("ASSAULT", ["firearms", "drone"]) == -9.5
    assert codebook.score("THREATEN", ["ban"]) == codebook.score("THREATEN")


def test_quad_codes() -> None:
    """Sanctions are material conflict, demands verbal."""
    codes = {name: codebook.quad_code(name) for name in ("CONCEDE", "RETREAT", "REQUEST", "SANCTION", "TALKS")}
    assert codes == {"CONCEDE": 1, "RETREAT": 2, "REQUEST": 3, "SANCTION": 4, "TALKS": None}


@pytest.mark.parametrize(("code", "expected"), CROSSWALK.items(), ids=CROSSWALK.keys())
def test_crosswalk(code: str, expected: tuple[str, str | None]) -> None:
    """A code is read by its own line, or by that of the code above it."""
    found = codebook.cameo_to_plover(code)
    assert found is not None
    assert (found.type, found.mode) == expected


@pytest.mark.parametrize("code", ["", "01", "021", "x", "99"])
def test_no_crosswalk(code: str) -> None:
    """Statements, appeals and what is no code stand for no event."""
    assert codebook.cameo_to_plover(code) is None


def test_crosswalk_labels() -> None:
    """The crosswalk uses only types, modes and contexts of the codebook, and goes both ways."""
    for name in codebook.types():
        for code in codebook.plover_to_cameo(name):
            line = codebook.cameo_to_plover(code)
            assert line is not None
            assert line.code == code
            assert line.mode is None or line.mode in codebook.modes(name)
            assert set(line.contexts) <= set(codebook.contexts())
            assert line.mode is None or code in codebook.plover_to_cameo(name, line.mode)
    assert sum(len(codebook.plover_to_cameo(name)) for name in codebook.types()) == 256


def test_codes_for_events() -> None:
    """The code that an event is given leads back to its type."""
    for name in codebook.types():
        for mode in (None, *codebook.modes(name)):
            code = codebook.cameo_code(name, [mode] if mode else [])
            line = codebook.cameo_to_plover(code) if code else None
            assert (line.type if line else "TALKS") == CODED_ELSEWHERE.get((name, mode or ""), name)


def test_glosses() -> None:
    """Every label has a meaning, and an unknown one has none."""
    assert codebook.gloss("reality", "denied")
    assert all(codebook.event_type(name).gloss for name in codebook.types())
    with pytest.raises(KeyError):
        codebook.gloss("reality", "certain")


@given(st.text(alphabet="0123456789", max_size=5))
def test_any_code(code: str) -> None:
    """Whatever line is found for a code is of its own branch."""
    found = codebook.cameo_to_plover(code)
    assert found is None or found.code[:2] == code[:2]


def test_quick() -> None:
    """All of it is read within a moment, on first use."""
    plover._file.cache_clear()
    plover._types.cache_clear()
    start = process_time()
    codebook.types()
    assert process_time() - start < 0.1
