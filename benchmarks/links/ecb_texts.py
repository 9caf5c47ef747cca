"""The ECB+ corpus as readings: gold event mentions with the people, places and times of their sentences.

Cybulska and Vossen 2014, annotation CC BY 3.0. Mentions are those of the validated sentences
(ECBplus_coreference_sentences.csv); topics 36 to 45 are the test.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from parley.linking.incidents.words import stems
from parley.record import Actor, Event, Party, Place, Reading, Report, Sentence, Span, When

DEV = frozenset((2, 5, 12, 18, 21, 23, 34, 35))
TEST = frozenset(range(36, 46))
TRAIN = frozenset(range(1, 36)) - DEV

Tokens = Mapping[str, tuple[int, Span]]
"""By id the sentence and place of each token."""


SENTENCES = "ECBplus_coreference_sentences.csv"
"""Which sentences are annotated whole."""


@dataclass(frozen=True, slots=True)
class Text:
    """A reading, and the gold cluster of each of its events."""

    reading: Reading
    clusters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked phrase: its tag (ACTION_OCCURRENCE, HUMAN_PART_PER …), its words, and the id of what it is, if any."""

    id: str
    tag: str
    sentence: int
    span: Span


def texts(folder: Path, topics: Iterable[int]) -> list[Text]:
    """The texts of these topics, in the order of their names."""
    wanted = _validated(folder / SENTENCES)
    return [_text(path, wanted[path.stem]) for path in files(folder, topics) if path.stem in wanted]


def files(folder: Path, topics: Iterable[int]) -> list[Path]:
    """The files of these topics."""
    return [path for topic in sorted(topics) for path in sorted((folder / "ECB+" / str(topic)).glob("*.xml"))]


def _validated(path: Path) -> Mapping[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as lines:
        for topic, file, number in list(csv.reader(lines))[1:]:
            found[f"{topic}_{file}"].add(int(number))
    return found


def _text(path: Path, wanted: set[int]) -> Text:
    root = ElementTree.parse(path).getroot()
    report, sentences, tokens = _report(path.stem, root)
    chains = dict(_chains(path.stem, root))
    marked = [one for one in _marked(root, tokens) if one.sentence in wanted]
    acts = sorted((one for one in marked if "ACTION" in one.tag), key=lambda one: (one.sentence, one.span))
    heads = {one: _head(one.span.quote(report)) for one in marked if one.tag.startswith("HUMAN")}
    people = {one: head for one, head in heads.items() if head}
    # As bodies, since the casting joins those by their names alone.
    actors = {name: Actor(name, name, "company") for name in people.values()}
    events = tuple(_event(act, marked, people) for act in acts)
    clusters = tuple(chains.get(act.id, f"{path.stem}/{act.id}") for act in acts)
    return Text(Reading(report, sentences, actors, events=events), clusters)


def _report(name: str, root: ElementTree.Element) -> tuple[Report, tuple[Sentence, ...], Tokens]:
    rows: dict[int, list[ElementTree.Element]] = defaultdict(list)
    for token in root.iter("token"):
        rows[int(token.get("sentence", "0"))].append(token)
    at, pieces, tokens, sentences = 0, [], {}, []
    for number in range(max(rows) + 1):
        first = at
        for token in rows[number]:
            word = token.text or "_"
            tokens[token.get("t_id", "")] = (number, Span(name, at, at + len(word)))
            pieces.append(word)
            at += len(word) + 1
        sentences.append(Sentence(Span(name, first, max(at - 1, first + 1)), number))
        if not rows[number]:
            pieces.append("_")
            at += 2
    return Report(name, " ".join(pieces)), tuple(sentences), tokens


def _chains(name: str, root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """By the id of each marked phrase the id of what it is, across documents or, failing that, in this one."""
    for relation in root.iterfind("Relations/*"):
        if relation.tag not in ("INTRA_DOC_COREF", "CROSS_DOC_COREF"):
            continue
        chain = relation.get("note") if relation.tag == "CROSS_DOC_COREF" else f"{name}/r{relation.get('r_id')}"
        for source in relation.iter("source"):
            yield source.get("m_id", ""), chain or ""


def _marked(root: ElementTree.Element, tokens: Tokens) -> Iterator[Marked]:
    for mark in root.iterfind("Markables/*"):
        anchors = [tokens[anchor.get("t_id", "")] for anchor in mark.iter("token_anchor")]
        if anchors:
            spans = [span for _, span in anchors]
            whole = Span(spans[0].report, min(s.start for s in spans), max(s.end for s in spans))
            yield Marked(mark.get("m_id", ""), str(mark.tag), anchors[0][0], whole)


def _head(words: str) -> str | None:
    """The last word before "of" and its like, which mostly is the family name or the noun; None for pronouns."""
    first = re.split(r" (?:of|in|from|for|at|who|,|'s) ", f" {words} ")[0]
    found = sorted(stems(first), key=lambda one: first.lower().rfind(one[:4]))
    return found[-1] if found else None


def _event(act: Marked, marked: Iterable[Marked], people: Mapping[Marked, str]) -> Event:
    """Who is named before the trigger is held to act and who is named after it to suffer: the corpus marks no roles."""
    beside = [one for one in marked if one.sentence == act.sentence]
    parties = [(Party(people[one], one.span), one.span.start < act.span.start) for one in beside if one in people]
    return Event(
        sentence=act.sentence,
        trigger=act.span,
        type="SAYING" if "REPORTING" in act.tag else "ACT",
        reality="denied" if act.tag.startswith("NEG_") else "actual",
        actors=tuple(party for party, before in parties if before),
        recipients=tuple(party for party, before in parties if not before),
        place=tuple(Place(one.span) for one in beside if one.tag.startswith("LOC")),
        when=tuple(When(one.span, None, "unknown") for one in beside if one.tag.startswith("TIME")),
    )
