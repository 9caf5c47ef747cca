"""Registry ids of the actors of the 44 linked reports.

python -m benchmarks.registry [--gold] [--wrong]

Asked is every mention with a name in it (a capitalised word) whose actor links.yaml lists; registry_ids.yaml says who
that is in the registry, or that nobody is. Right is one of these ids, or rightly none; wrong is any other id; missed is
none where there is one. It is measured in two ways: on the annotated mentions and actors (names, kinds, offices and
whose they are, as annotated), and as shipped, where a mention that the reader does not find, span for span, counts as
one without an id. --wrong lists what is not right, --gold measures in the first way only. The reader was trained on the
44 reports. The registry was not made from them, but the questions that a reading puts to it were mended on what it
missed in them: read the figures as those of a development set.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.places import ROOT
from benchmarks.readings import as_report
from benchmarks.tally import Row, percent, ratio
from corpus import standoff
from corpus.load import LINKED, load
from parley.pipeline import read_many
from parley.reading.identities import Identifier
from parley.reading.names import designation
from parley.record import Actor, Failure, Mention, Reading, Report, Span
from parley.registry import Registry

IDS = Path(__file__).with_name("registry_ids.yaml")
LINKS = ROOT / "corpus" / "links.yaml"


@dataclass(frozen=True, slots=True)
class Asked:
    """One named mention: where it stands, its words, its canonical actor, and the ids that are right."""

    span: Span
    words: str
    actor: str
    right: tuple[str, ...]


def files() -> list[Path]:
    """What the figures rest on, but for the registry itself."""
    return [
        *sorted((ROOT / "corpus" / "train").glob("ist-*.yaml")),
        *sorted((ROOT / "corpus" / "train").glob("pakoct-*.yaml")),
        LINKS,
        IDS,
    ]


def asked_of(report: standoff.Report, canonical: Mapping[str, str], ids: Mapping[str, list[str]]) -> Iterator[Asked]:
    """The named mentions of a report."""
    for mention in report["mentions"]:
        actor = canonical.get(f"{report['id']}/{mention['actor']}")
        start, end = mention["span"]
        words = report["text"][start:end]
        if actor and designation(words).capitals:
            yield Asked(Span(report["id"], start, end), words, actor, tuple(ids[actor]))


def canonical_ids() -> Mapping[str, str]:
    """report/local-id → the canonical actor of links.yaml."""
    links = yaml.safe_load(LINKS.read_text("utf-8"))
    return {seen: actor["id"] for actor in links["actors"] for seen in actor["seen"]}


def annotated(report: standoff.Report) -> Reading:
    """The report with its annotated actors and mentions as the reader would give them."""
    bare = as_report(report)
    actors = {id_: _actor(id_, fields) for id_, fields in report["actors"].items()}
    mentions = tuple(Mention(bare.span(*one["span"]), one["actor"], one["sentence"]) for one in report["mentions"])
    return Reading(bare, actors=actors, mentions=mentions)


def _actor(id_: str, fields: Mapping[str, object]) -> Actor:
    def text(name: str) -> str | None:
        value = fields.get(name)
        return None if value is None else str(value)

    members = fields.get("members")
    return Actor(
        id_,
        text("name"),
        text("kind") or "other",
        text("country"),
        text("office"),
        text("of"),
        tuple(map(str, members)) if isinstance(members, list) else (),
    )


def score(readings: Iterable[Reading], asked: Mapping[str, list[Asked]], wrong: list[str]) -> Mapping[str, Row]:
    """Accuracy, and the share without a wrong id; what is not right is added to `wrong`."""
    counts: Counter[str] = Counter()
    for reading in readings:
        found = {mention.span: reading.actors[mention.actor] for mention in reading.mentions}
        for one in asked[reading.report.id]:
            actor = found.get(one.span)
            id_ = actor.registry if actor else None
            outcome = "right" if id_ in one.right or (id_ is None and not one.right) else "wrong" if id_ else "missed"
            counts[outcome] += 1
            counts["found"] += actor is not None
            counts["found right"] += actor is not None and outcome == "right"
            if outcome != "right":
                wrong.append(f"{outcome}\t{one.span.report}\t{one.words}\t{one.actor}\t{id_}\t{actor}")
    total = counts["right"] + counts["wrong"] + counts["missed"]
    return {
        "registry id": {"accuracy": percent(ratio(counts["right"], total)), "of": total},
        "no wrong id": {"accuracy": percent(ratio(total - counts["wrong"], total)), "of": total},
        "of mentions found": {
            "accuracy": percent(ratio(counts["found right"], counts["found"])),
            "of": counts["found"],
        },
    }


def measure(wrong: list[str] | None = None, shipped: bool = True) -> Mapping[str, Row]:
    """The rows of both ways."""
    notes: list[str] = [] if wrong is None else wrong
    gold = load("train", sets=LINKED)
    ids, canonical = yaml.safe_load(IDS.read_text("utf-8")), canonical_ids()
    asked = {report["id"]: list(asked_of(report, canonical, ids)) for report in gold}
    identifier = Identifier(Registry.open())
    rows = score((identifier.identify(annotated(report)) for report in gold), asked, notes)
    named = {f"{name}, annotated actors": row for name, row in rows.items()}
    if shipped:
        notes.append("as shipped")
        named |= score(_read(as_report(report) for report in gold), asked, notes)
    return named


def _read(reports: Iterable[Report]) -> Iterator[Reading]:
    for reading in read_many(reports):
        if isinstance(reading, Failure):
            raise reading.error
        yield reading


def main() -> int:
    """The command."""
    wrong: list[str] = []
    for name, row in measure(wrong, "--gold" not in sys.argv).items():
        print(f"{name:32}", "  ".join(f"{key} {value}" for key, value in row.items()))
    if "--wrong" in sys.argv:
        print("\n".join(wrong))
    return 0


if __name__ == "__main__":
    sys.exit(main())
