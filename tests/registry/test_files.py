"""Files of actors: a user's own, with what may be wrong in them, and the packed one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.errors import Malformed, NotFound, RegistryError
from parley.registry import Asked, Entry, Registry, Tenure, who
from parley.registry.own import load_all
from parley.registry.shelf import Loose, Packed, pack

GOOD = """\
actors:
- id: ard-front
  name: Northern Front
  kind: armed_group
  acronyms: [NFA]
- id: ard-selim-okar
  name: Selim Okar
  kind: official
  acts_for: ard-front
  offices:
  - {title: Spokesman of the Northern Front, body: ard-front, from: 2024-03, to: null, source: its page}
processes:
- id: round-1
  name: Round one
  sides: {Front: [ard-front], Pakistan: [pak]}
"""


def saved(folder: Path, text: str) -> Path:
    """A file of a user's."""
    path = folder / "actors.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_good_file(tmp_path: Path) -> None:
    """Its actors, offices and processes are there, beside ours."""
    registry = Registry.open([saved(tmp_path, GOOD)])
    answer = who(registry, Asked("spokesman of the NFA", on="2025-01-01"))
    assert answer.entry
    assert answer.entry.id == "ard-selim-okar"
    assert registry.entry("pak")
    assert [process.id for process in registry.processes] == ["round-1"]


def test_our_entries_can_be_added_to(tmp_path: Path) -> None:
    """An id of ours keeps what is not given."""
    path = saved(tmp_path, "actors:\n- id: pak-khawaja-asif\n  aliases: [the Sialkot man]\n")
    registry = Registry.open([path])
    answer = who(registry, Asked("the Sialkot man"))
    assert answer.entry
    assert answer.entry.country == "PAK"
    assert any(tenure.title == "Minister of Defence" for tenure in answer.entry.offices)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("actors:\n- id: a\n  name: A\n  kind: wizard\n", 4, "kind"),
        ("actors:\n- id: A b\n  name: A\n  kind: state\n", 2, "id"),
        ("actors:\n- id: a\n  kind: state\n", 2, "name is missing"),
        ("actors:\n- id: a\n  name: A\n  kind: state\n  alias: [B]\n", 5, "unknown field 'alias'"),
        ("actors:\n- id: a\n  name: A\n  kind: state\n  aliases: B\n", 5, "list of texts"),
        ("actors:\n- id: a\n  name: A\n  kind: state\n  country: Pakistan\n", 5, "country"),
        ("actors:\n- id: a\n  name: A\n  kind: state\n- id: a\n  name: B\n  kind: state\n", 5, "given twice"),
        ("actors:\n- id: a\n  name: A\n  kind: official\n  offices:\n  - {title: X, from: soon}\n", 6, "from"),
        ("actors:\n- id: a\n  name: A\n  kind: person\n  offices:\n  - {title: X, from: 2024, to: 2023}\n", 6, "ends"),
        ("actors:\n- id: a\n  name: A\n  kind: state\n  acts_for: nowhere-at-all\n", 2, "nobody is called"),
        ("actors:\n- {id: a, name: A, kind: party, acts_for: b}\n- {id: b, name: B, kind: party, acts_for: a}\n", 2,
         "acts for itself"),
        ("actors:\n- just a text\n", 2, "named fields"),
        ("processes:\n- id: p\n  name: P\n  sides: {One: [pak]}\n", 2, "two sides"),
        ("actors: [\n", 2, "no YAML"),
        ("- a list\n", 1, "must begin with"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, said: str, tmp_path: Path) -> None:
    """File, line, what is wrong, and a way out."""
    path = saved(tmp_path, text)
    with pytest.raises(Malformed) as wrong:
        Registry.open([path])
    assert wrong.value.source == f"{path}:{line}"
    assert said in wrong.value.problem
    assert wrong.value.hint


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """As it was asked for."""
    with pytest.raises(NotFound):
        load_all([tmp_path / "none.yaml"])


def test_a_damaged_registry_is_refused(tmp_path: Path) -> None:
    """With its name."""
    path = tmp_path / "registry.bin"
    for content in (b"", b"something else", b"PARLEY-WHO-1\n\xff"):
        path.write_bytes(content)
        with pytest.raises(RegistryError, match=r"registry\.bin"):
            Packed(path)


NAMES = st.sampled_from(["Mira", "Mira Tosh", "Ünal “the Elder”", "al-Tosh", "M23", "北", "a\nb"])
TENURES = st.builds(
    Tenure,
    NAMES,
    st.none() | st.just("x"),
    st.none() | st.just("2020-01"),
    st.none() | st.just("2022"),
    NAMES,
    st.none() | st.just("2025-12"),
)
ENTRIES = st.builds(
    Entry,
    id=st.sampled_from("a b c d-e f-g-h".split()),
    name=NAMES,
    kind=st.sampled_from(["official", "state", "party"]),
    country=st.none() | st.just("PAK"),
    aliases=st.lists(NAMES, max_size=3).map(tuple),
    acronyms=st.lists(NAMES, max_size=2).map(tuple),
    offices=st.lists(TENURES, max_size=2).map(tuple),
    codes=st.just((("iso2", "PK"),)),
)


@given(entries=st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.id))
def test_what_is_packed_is_what_comes_out(entries: list[Entry], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every entry, and by every key what a dictionary gives."""
    path = tmp_path_factory.mktemp("packed") / "registry.bin"
    path.write_bytes(pack(entries))
    packed, loose = Packed(path), Loose(entries)
    assert list(packed.all()) == entries
    for entry in entries:
        for key in (f"i{entry.id}", *(f"n{name}" for name in entry.names())):
            assert list(packed.get(key)) == list(loose.get(key))


def test_the_shipped_registry_is_small_and_whole() -> None:
    """At most 12 MB; every id that an entry points to is there, and no chain goes round."""
    path = Path(__file__).parents[2] / "src" / "parley" / "registry" / "registry.bin"
    assert path.stat().st_size <= 12_000_000
    entries = {entry.id: entry for entry in Packed(path).all()}
    assert len(entries) > 30_000
    pointed = {id_ for entry in entries.values() for id_ in (entry.acts_for, entry.faction_of, entry.rules) if id_}
    pointed |= {tenure.body for entry in entries.values() for tenure in entry.offices if tenure.body}
    assert sorted(pointed - entries.keys()) == []
    for entry in entries.values():
        seen: set[str] = set()
        at: Entry | None = entry
        while at and at.acts_for:
            assert at.id not in seen
            seen.add(at.id)
            at = entries[at.acts_for]
