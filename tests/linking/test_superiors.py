"""For whom the actors of the registry act."""

from __future__ import annotations

from parley.linking.casting import Casting
from parley.linking.superiors import superiors
from parley.record import Canon
from parley.registry import Registry

DAYS = {"report": "2025-10-28"}


def placed(*actors: Canon) -> Casting:
    """A casting of these, as the registry places them on 28 October 2025."""
    found, rules = superiors({actor.id: actor for actor in actors}, Registry.open(), DAYS)
    return Casting(found, rules=rules)


def known(id_: str, kind: str, country: str | None = None) -> Canon:
    return Canon(id_, id_, kind, (("report", "x"),), country, registry=id_)


def test_a_minister_is_on_the_side_of_his_state() -> None:
    """By way of his ministry and his government, whom no report needs to mention."""
    casting = placed(known("pak-khawaja-asif", "person"))
    assert casting.actors["pak-khawaja-asif"].acts_for == "pak-ministry-of-defence"
    assert casting.side("pak-khawaja-asif") == "pak"


def test_an_authority_speaks_for_the_state_that_it_rules() -> None:
    """The Taliban's foreign minister and Afghanistan are one side; the authority stays an actor of its own."""
    casting = placed(known("afg-amir-khan-muttaqi", "person"), known("afg", "state", "AFG"))
    assert casting.side("afg-amir-khan-muttaqi") == casting.side("afg") == "afg"
    assert "afg-taliban-authorities" in casting.actors


def test_an_armed_group_is_a_side_of_its_own() -> None:
    """The TTP is not on Pakistan's side, nor on that of the Afghan Taliban."""
    casting = placed(known("ttp", "armed_group", "PAK"), known("pak", "state", "PAK"))
    assert casting.side("ttp") == "ttp"


def test_a_servant_of_a_state_of_whom_no_more_is_known_acts_for_it() -> None:
    """Border guards of a country are on its side; a merchant of it is not."""
    guards = Canon("guards", "border guards", "military", (("report", "g"),), "PAK")
    trader = Canon("trader", "trader", "person", (("report", "t"),), "PAK")
    casting = placed(guards, trader, known("pak", "state", "PAK"))
    assert casting.side("guards") == "pak"
    assert casting.side("trader") == "trader"
