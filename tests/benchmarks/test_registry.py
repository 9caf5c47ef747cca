"""Registry ids in the linked reports."""

import yaml

from benchmarks import registry
from benchmarks.floors import FLOORS, load, slack
from benchmarks.measures import headline


def test_every_canonical_actor_is_in_the_map() -> None:
    """And nobody else is."""
    links = yaml.safe_load(registry.LINKS.read_text("utf-8"))
    ids = yaml.safe_load(registry.IDS.read_text("utf-8"))
    assert ids.keys() == {actor["id"] for actor in links["actors"]}


def test_annotated_actors_keep_their_ids() -> None:
    """The figures that need no model stay above their floors."""
    floors = load(FLOORS)["registry"].figures
    for name, row in registry.measure(shipped=False).items():
        assert headline(row) >= floors[name] - slack(row), name
