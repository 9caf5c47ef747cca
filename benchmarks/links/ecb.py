"""Event coreference across documents on ECB+, gold mentions; docs/linking.md has the protocol.

python -m benchmarks.links.ecb [FOLDER]      the test topics
python -m benchmarks.links.ecb --dev [FOLDER]
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.links.coreference import Clusters, conll
from benchmarks.links.ecb_texts import DEV, TEST, Text, texts
from benchmarks.tally import Row
from parley.linking.casting import cast
from parley.linking.incidents.accounts import accounts
from parley.linking.incidents.matching import Matcher
from parley.linking.incidents.pairs import judge_of
from parley.record import Ref

FOLDER = Path(__file__).parents[3] / "shared/data/ecbplus"
WEIGHTS = Path(__file__).with_name("ecb_weights.toml")


def gold(given: Sequence[Text]) -> Clusters:
    """The annotated clusters, those of one mention included."""
    found: dict[str, set[Ref]] = defaultdict(set)
    for text in given:
        for index, cluster in enumerate(text.clusters):
            found[cluster].add(Ref(text.reading.report.id, "event", index))
    return [frozenset(members) for members in found.values()]


def system(given: Sequence[Text]) -> Clusters:
    """What Parley joins, of all texts together: it is not told which of them are of one topic."""
    casting = cast([text.reading for text in given])
    matcher = Matcher(judge_of(WEIGHTS.read_text("utf-8")))
    for text in given:
        matcher.add(text.reading.report.id, accounts(text.reading, casting))
    return [
        frozenset(ref for number in cluster for ref in matcher.told[number].refs)
        for cluster in set(matcher.cluster.values())
    ]


def rows(given: Sequence[Text]) -> dict[str, Row]:
    """MUC, B-cubed, CEAF over entities, and the mean of their F1."""
    told = gold(given)
    found = conll(told, system(given))
    of = sum(map(len, told))
    made: dict[str, Row] = {}
    for name, score in found.items():
        if isinstance(score, float):
            made[name] = {"f1": round(100 * score, 1), "gold": of}
        else:
            p, r, f1 = (round(100 * value, 1) for value in (score.precision, score.recall, score.f1))
            made[name] = {"p": p, "r": r, "f1": f1, "gold": of}
    return made


def main() -> None:
    """The command."""
    told = [one for one in sys.argv[1:] if one != "--dev"]
    given = texts(Path(told[0]) if told else FOLDER, DEV if "--dev" in sys.argv else TEST)
    for name, row in rows(given).items():
        print(name, row)


if __name__ == "__main__":
    main()
