"""Who is behind an outlet."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from parley.codebook import outlet_kinds
from parley.config import load
from parley.errors import Malformed, NotFound
from parley.linking.outlets import House, Outlets
from parley.linking.outlets_credits import agencies, alike
from parley.linking.related import related
from parley.reading.sentences import sentences
from parley.record import Outlet, Reading, Related, Report

OURS = Outlets.ours()


def of(text: str, outlet: Outlet | None = None, name: str = "r") -> Reading:
    report = Report(name, text, outlet=outlet)
    return Reading(report, sentences(report))


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        (Outlet("Reuters"), "Reuters"),
        (Outlet(None, "www.dawn.com"), "Dawn"),
        (Outlet("CNN", "edition.cnn.com"), "CNN"),
        (Outlet("the guardian"), "The Guardian"),
        (Outlet("Hurriyet"), "Hürriyet"),
        (Outlet("The Nation", None, "PAK"), "The Nation"),
        (Outlet("NTV", None, "TUR"), "NTV Turkey"),
    ],
)
def test_found_by_site_or_name(outlet: Outlet, name: str) -> None:
    """By the site or a part of it, else by the name without article, accents and case."""
    house = OURS.of(outlet)
    assert house is not None
    assert house.name == name


def test_an_unknown_outlet_is_what_the_report_says() -> None:
    """A state stands behind its own media and offices, also of those that are in no table."""
    assert OURS.of(Outlet("Hewad Post", None, "AFG", "state-media")) == House(
        "Hewad Post", "state-media", "AFG", state="AFG"
    )
    assert OURS.of(Outlet("Hewad Post", None, "AFG", "newspaper")) == House("Hewad Post", "newspaper", "AFG")
    assert OURS.of(Outlet()) is None
    assert OURS.of(None) is None


def test_the_table_is_sound() -> None:
    """Kinds and countries are those of the codebook, and no two houses have one site."""
    sites = Counter(site for house in OURS.houses for site in house.sites)
    assert [site for site, count in sites.items() if count > 1] == []
    assert {house.kind for house in OURS.houses} <= set(outlet_kinds())
    codes = {code for house in OURS.houses for code in (house.country, house.state) if code}
    assert all(len(code) == 3 and code.isupper() for code in codes)
    assert len({house.name for house in OURS.houses}) == len(OURS.houses) > 400


def test_a_name_that_two_have_says_nothing() -> None:
    """Without a country an ambiguous name is nobody's; with one it is that country's."""
    two = Outlets(
        [House("Post A", country="AAA", aliases=("Post",)), House("Post B", country="BBB", aliases=("Post",))]
    )
    assert two.named("Post") is None
    assert two.named("post", "BBB") == two.houses[1]


def test_a_users_own_file(tmp_path: Path) -> None:
    """Own outlets are added, and replace ours of the same name or site."""
    own = tmp_path / "outlets.yaml"
    own.write_text(
        "outlets:\n- {name: Hewad Post, owner: Kest Media, country: AFG}\n- {name: Reuters, owner: Nobody}\n", "utf-8"
    )
    outlets = Outlets.ours([own])
    for name, owner in (("Hewad Post", "Kest Media"), ("Reuters", "Nobody"), ("Dawn", "Dawn Media Group")):
        house = outlets.of(Outlet(name))
        assert house is not None
        assert house.owner == owner


def test_an_own_name_is_taken_from_ours(tmp_path: Path) -> None:
    """What a user calls somebody means that one from then on."""
    own = tmp_path / "outlets.yaml"
    own.write_text("outlets:\n- {name: Hill Agency, aliases: [AFP], sites: [afp.com]}\n", "utf-8")
    outlets = Outlets.ours([own])
    for outlet in (Outlet("AFP"), Outlet(None, "afp.com")):
        house = outlets.of(outlet)
        assert house is not None
        assert house.name == "Hill Agency"
    assert outlets.named("Agence France-Presse") is not None


def test_own_files_are_named_in_the_settings(tmp_path: Path) -> None:
    """In the section that docs/linking.md shows."""
    path = tmp_path / "parley.toml"
    path.write_text('[outlets]\nfiles = ["outlets.yaml"]\n', "utf-8")
    assert load(path).outlets == (tmp_path / "outlets.yaml",)


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("outlets:\n- {kind: agency}\n", ":2", "name is missing"),
        ("outlets:\n- {name: A}\n- {name: A}\n", ":3", "line 2 already"),
        ("outlets:\n- {name: A, state: Pakistan}\n", ":2", "does not fit"),
        ("outlets:\n- {name: A, kind: rag}\n", ":2", "does not fit"),
        ("outlets:\n- {name: A, sites: [https://a.com/]}\n", ":2", "no host"),
        ("outlets:\n- {name: A, boss: B}\n", ":2", "unknown field"),
        ("- A\n", ":1", "must begin with outlets:"),
        ("outlets: [\n", ":2", "no YAML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, where: str, said: str) -> None:
    """A fault names file and line."""
    own = tmp_path / "own.yaml"
    own.write_text(text, "utf-8")
    with pytest.raises(Malformed, match=said) as fault:
        Outlets.ours([own])
    assert f"own.yaml{where}" in str(fault.value)


def test_a_missing_file() -> None:
    """A file that is not there is said to be missing."""
    with pytest.raises(NotFound):
        Outlets.ours([Path("nowhere.yaml")])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("With inputs from Reuters", ("Reuters",)),
        ("(With inputs from AFP and AP. Headline by our desk.)", ("Agence France-Presse", "Associated Press")),
        ("Additional reporting by Reuters", ("Reuters",)),
        ("(Reporting by Colin Harwell; editing by Dana Petrov)", ()),
        ("(Additional reporting from Chaman; editing by R.T.)", ()),
        ("— Agencies", ("agencies",)),
        ("(With agency inputs.)", ("agencies",)),
        ("— Kest Press Agency", ("Kest Press Agency",)),
        ("— With additional input from our Harad bureau", ()),
        ("(AFP)", ("Agence France-Presse",)),
        ("-ENDS-", ()),
        ("Source: Xinhua", ("Xinhua",)),
    ],
)
def test_credit_lines(line: str, names: tuple[str, ...]) -> None:
    """Agencies are known by their names, by what they call themselves, or by being credited with inputs."""
    assert agencies(of(f"The bridge at Harad was closed on Monday, drivers said.\n\n{line}"), OURS) == names


def test_a_dateline_credits() -> None:
    """HARAD (AP) — the agency in the dateline wrote it."""
    assert agencies(of("HARAD, Ardania (AP) — The bridge was closed."), OURS) == ("Associated Press",)


def test_an_agencys_own_report() -> None:
    """An agency's report is that agency's."""
    assert agencies(of("The bridge was closed.", Outlet("Kest Wire", kind="agency")), OURS) == ("Kest Wire",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Meridian Press Agency", "MPA", True),
        ("Meridian Press", "Meridian Press Agency", True),
        ("Northgate", "Northgate News Agency", True),
        ("Meridian Press", "Crescent Wire", False),
    ],
)
def test_one_agency_under_two_names(one: str, other: str, same: bool) -> None:
    """With or without "Agency", or by its initials."""
    assert alike(one, other) is alike(other, one) is same


def test_related_outlets() -> None:
    """Outlets of one state or one owner, and one outlet's reports, are related; others are not."""
    told = [
        of("a", Outlet("Geo News"), "r1"),
        of("a", Outlet("The News International"), "r2"),
        of("a", Outlet("PTV"), "r3"),
        of("a", Outlet("Some Office", None, "PAK", "government"), "r4"),
        of("a", Outlet("Dawn"), "r5"),
        of("a", Outlet("Unknown Post"), "r6"),
        of("a", Outlet("Unknown Post"), "r7"),
    ]
    assert related(reversed(told), OURS) == (
        Related("Jang Group", ("Geo News", "The News International"), ("r1", "r2")),
        Related("PAK", ("PTV", "Some Office"), ("r3", "r4")),
        Related("Unknown Post", ("Unknown Post",), ("r6", "r7")),
    )
