"""Annotated texts as what the heads should have answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.standoff import closed
from parley.encoder import labels
from parley.encoder.labels import CUE, FIGURES, RUN, TYPES, Edge, Role
from parley.encoder.links import Anchors, Candidates, Pairs, Sort, edges, links, sort_of
from parley.encoder.windows import Window, windows
from parley.encoder.words import Ints, Words, split
from training.batches import vocabulary

Floats = NDArray[np.float32]
Gold = Mapping[str, Any]
"""A stand-off report as `python -m corpus.check --jsonl` writes it."""

BREAK = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[A-Z“\"‘])")
UNKNOWN = -100


@dataclass(slots=True)
class Example:
    """A text and its targets; UNKNOWN wherever the annotation says nothing.

    `tags`: for each tagger one class a word. `labels`: for each trigger its kind, reality, talks, aspect; `modes`: t
    × modes.
    `roles`: for each link and Role 0, 1 or UNKNOWN. `edges`: for each anchor and Edge the word that is it (its
    position among the pairs of that anchor, or -1 for none); `criteria`: for each edge pair 0, 1 or UNKNOWN. `kinds`:
    for each candidate its actor's kind. `taught`: what a teacher's taggers say, n × classes of all TAGS, or None."""

    id: str
    style: str
    words: Words
    windows: list[Window]
    tags: dict[str, Ints]
    anchors: Anchors
    candidates: Candidates
    links: Pairs
    roles: Ints
    edges: Pairs
    targets: Ints
    criteria: Ints
    triggers: Ints
    labels: Ints
    modes: Ints
    kinds: Ints
    taught: Floats | None = None


@dataclass(slots=True)
class _Builder:
    """What is gathered from one annotated text on the way to an Example."""

    gold: Gold
    words: Words
    tags: dict[str, Ints]
    candidates: list[tuple[int, int, int]] = field(default_factory=list)
    actor: list[str | None] = field(default_factory=list)
    kind: list[int] = field(default_factory=list)
    anchors: list[tuple[int, int, int]] = field(default_factory=list)
    roles: list[list[tuple[Role, int]]] = field(default_factory=list)
    unsaid: list[list[tuple[Role, str]]] = field(default_factory=list)
    edge: list[dict[Edge, int]] = field(default_factory=list)
    criterion: list[list[tuple[int, int]]] = field(default_factory=list)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last word of a stretch of characters; None where it holds no whole word."""
        first = int(np.searchsorted(self.words.starts, start, side="left"))
        last = int(np.searchsorted(self.words.ends, end, side="right")) - 1
        return (first, last) if first <= last else None

    def candidate(self, span: tuple[int, int], sort: Sort, actor: str | None = None) -> int:
        """The number of a candidate, added if it is new."""
        if sort == Sort.MENTION:
            sort = sort_of(self.words, *span)
        key = (*span, int(sort))
        if key in self.candidates:
            return self.candidates.index(key)
        self.candidates.append(key)
        self.actor.append(actor)
        kind = (self.gold["actors"].get(actor) or {}).get("kind") if actor else None
        self.kind.append(labels.KINDS.index(kind) if kind in labels.KINDS and self.whole else UNKNOWN)
        return len(self.candidates) - 1

    @property
    def full(self) -> bool:
        """Whether everything about an event or statement is annotated."""
        return self.gold["style"] not in ("sentence", "statement")

    @property
    def whole(self) -> bool:
        """Whether all mentions are annotated, and who they are; a few sentences apart."""
        return self.full and len(open_of(self.gold)["sentences"]) < len(self.gold["sentences"])


def open_of(gold: Gold) -> Gold:
    """What is not annotated in a text, as `corpus.standoff.Open` has it."""
    return gold.get("open") or closed()


def sentences_of(gold: Gold) -> tuple[list[tuple[int, int]], list[int]]:
    """Sentences and the paragraph of each."""
    text = gold["text"]
    spans = [tuple(s) for s in gold["sentences"]]
    if gold["style"] == "statement":
        cuts = [0, *(m.end() for m in BREAK.finditer(text)), len(text)]
        spans = [(a, a + len(text[a:b].rstrip())) for a, b in pairwise(cuts) if text[a:b].strip()]
    paragraphs, number = [], 0
    for index, (start, _) in enumerate(spans):
        number += index > 0 and "\n\n" in text[spans[index - 1][1] : start]
        paragraphs.append(number)
    return spans, paragraphs


def example(gold: Gold, taught: Floats | None = None) -> Example:
    """Everything that one annotated text teaches, and what a teacher makes of its words.

    Mentions that only the teacher sees become candidates: the annotation of a single sentence says which parties its
    event has, and so that the others are none."""
    spans, paragraphs = sentences_of(gold)
    words = split(gold["text"], spans, paragraphs)
    blank = UNKNOWN if gold["style"] in ("sentence", "statement") else 0
    told = UNKNOWN if gold["style"] == "statement" else 0
    fills = {"mention": blank, "place": told, "when": told, "figure": told, "anchor": 0, "trigger": told, "said": 0}
    if gold["style"] == "sentence":
        fills["anchor"] = fills["said"] = UNKNOWN
    build = _Builder(gold, words, {name: np.full(len(words), fill) for name, fill in fills.items()})
    _open(build)
    _mentions(build)
    statements = _statements(build)
    _events(build, statements)
    if taught is not None:
        _add_taught(build, taught)
    found = _finish(build)
    found.taught = taught
    return found


def _open(build: _Builder) -> None:
    """Nothing is known of the sentences that are annotated in part, but which words are no trigger or cue."""
    told = open_of(build.gold)
    inside = np.isin(build.words.sentence, told["sentences"])
    for tags in build.tags.values():
        tags[inside] = UNKNOWN
    for name, tag in (("no_events", "trigger"), ("no_statements", "anchor")):
        for span in filter(None, (build.span(*offsets) for offsets in told[name])):
            build.tags[tag][span[0]] = 0


def _add_taught(build: _Builder, taught: Floats) -> None:
    """The teacher's mentions that touch none of the annotation's, as candidates of nobody known."""
    inside = taught[:, 1] + taught[:, 2] > 0.6
    begins = inside & ((taught[:, 1] > taught[:, 2]) | ~np.append(False, inside[:-1]))
    starts = np.flatnonzero(begins)
    for first in starts.tolist():
        rest = np.flatnonzero(~inside[first + 1 :] | begins[first + 1 :])
        last = first + (int(rest[0]) if len(rest) else len(inside) - 1 - first)
        if not any(c[0] <= last and first <= c[1] for c in build.candidates if c[2] <= Sort.PRONOUN):
            build.candidate((first, last), Sort.MENTION)


def _mark(tags: Ints, span: tuple[int, int], begins: int = 1) -> None:
    """Tag a span; where its neighbours are unknown they are known to be outside it."""
    first, last = span
    tags[first], tags[first + 1 : last + 1] = begins, begins + 1
    for neighbour in (first - 1, last + 1):
        if 0 <= neighbour < len(tags) and tags[neighbour] == UNKNOWN:
            tags[neighbour] = 0


def _mentions(build: _Builder) -> None:
    found = [(build.span(*m["span"]), m["actor"]) for m in build.gold["mentions"]]
    kept = [(s, a) for s, a in found if s]
    for span, actor in sorted(kept, key=lambda item: (item[0][0] - item[0][1], item[0])):
        inside = any(c[0] <= span[0] and span[1] <= c[1] for c in build.candidates if c[2] <= Sort.PRONOUN)
        if not inside:
            build.candidate(span, Sort.MENTION, actor)
            _mark(build.tags["mention"], span)


def _statements(build: _Builder) -> dict[int, int]:
    """Add an anchor for each cue and each run; from the statement's index to its anchor's."""
    anchor_of: dict[int, int] = {}
    known: dict[int, int] = {}
    for index, statement in enumerate(build.gold["statements"]):
        pieces = [p for c in statement["content"] for p in _pieces(build, *c)]
        for number, group in enumerate(_by_sentence(build.words, pieces)):
            cue = build.span(*statement["cue"]) if statement["cue"] else None
            here = cue is not None and build.words.sentence[cue[0]] == build.words.sentence[group[0][0]]
            word, kind = (cue[0], CUE) if cue and here else (group[0][0], RUN)
            if word in known:
                anchor = known[word]
                build.edge[anchor][Edge.SAID_END] = max(build.edge[anchor][Edge.SAID_END], group[-1][1])
                build.edge[anchor][Edge.SAID_START] = min(build.edge[anchor][Edge.SAID_START], group[0][0])
            else:
                anchor = known[word] = _anchor(build, word, kind)
                build.edge[anchor] = {Edge.SAID_START: group[0][0], Edge.SAID_END: group[-1][1]}
                build.tags["anchor"][word] = 1 + (kind == RUN)
            for first, last in group:
                build.tags["said"][first : last + 1] = 1
            _sources(build, anchor, statement)
            if number == 0:
                anchor_of[index] = anchor
    return anchor_of


def _pieces(build: _Builder, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch of characters as spans of words that each lie in one sentence."""
    span = build.span(start, end)
    if span:
        owner = build.words.sentence[span[0] : span[1] + 1]
        for cut in np.split(np.arange(span[0], span[1] + 1), np.flatnonzero(np.diff(owner)) + 1):
            yield int(cut[0]), int(cut[-1])


def _by_sentence(words: Words, pieces: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    groups: dict[int, list[tuple[int, int]]] = {}
    for piece in pieces:
        groups.setdefault(int(words.sentence[piece[0]]), []).append(piece)
    return list(groups.values())


def _anchor(build: _Builder, word: int, kind: int) -> int:
    build.anchors.append((word, kind, -2))
    build.roles.append([])
    build.unsaid.append([])
    build.edge.append({})
    build.criterion.append([])
    return len(build.anchors) - 1


def _sources(build: _Builder, anchor: int, statement: Gold) -> None:
    parties = [(Role.SOURCE, statement["source"])]
    parties += [(Role.TO, p) for p in statement["to"]] + [(Role.VIA, p) for p in statement["via"]]
    for role, party in parties:
        _party(build, anchor, role, party)
    source = statement["source"]["span"]
    number = build.span(*source) if source else None
    word, kind, _ = build.anchors[anchor]
    if number:
        if build.gold["style"] == "statement":
            _mark(build.tags["mention"], number)
        build.anchors[anchor] = (word, kind, build.candidate(number, Sort.MENTION, statement["source"]["actor"]))
    else:
        build.anchors[anchor] = (word, kind, -1)
    _times(build, anchor, statement["when"])


def _party(build: _Builder, anchor: int, role: Role, party: Gold) -> None:
    span = build.span(*party["span"]) if party["span"] else None
    if span:
        build.roles[anchor].append((role, build.candidate(span, Sort.MENTION, party["actor"])))
    elif party["actor"]:
        build.unsaid[anchor].append((role, party["actor"]))


def _times(build: _Builder, anchor: int, whens: Iterable[Gold]) -> None:
    for when in whens:
        span = build.span(*when["span"])
        if span:
            build.roles[anchor].append((Role.WHEN, build.candidate(span, Sort.WHEN)))
            _mark(build.tags["when"], span)


def _events(build: _Builder, statements: Mapping[int, int]) -> None:
    unattributed = set(open_of(build.gold)["unattributed"])
    for number, event in enumerate(build.gold["events"]):
        trigger = build.span(*event["trigger"]) if event["trigger"] else None
        if not trigger:
            continue
        anchor = _anchor(build, trigger[0], TYPES.index(event["type"]))
        build.tags["trigger"][trigger[0]] = 1 + TYPES.index(event["type"])
        spoken = statements.get(event["statement"]) if event["statement"] is not None else None
        own_voice = -1 if number in unattributed else -2
        source = build.anchors[spoken][2] if spoken is not None else own_voice
        build.anchors[anchor] = (*build.anchors[anchor][:2], source)
        for role, name in ((Role.ACTOR, "actors"), (Role.RECIPIENT, "recipients")):
            for party in event[name]:
                _party(build, anchor, role, party)
        _times(build, anchor, event["when"])
        _slots(build, anchor, event)


def _slots(build: _Builder, anchor: int, event: Gold) -> None:
    for span in filter(None, (build.span(*s) for s in event["place"])):
        build.roles[anchor].append((Role.PLACE, build.candidate(span, Sort.PLACE)))
        _mark(build.tags["place"], span)
    for number, name in enumerate(FIGURES):
        for span in filter(None, (build.span(*s) for s in event[name])):
            build.roles[anchor].append((Role.FIGURE, build.candidate(span, Sort.FIGURE)))
            _mark(build.tags["figure"], span, 1 + 2 * number)
    here = build.words.sentence[build.anchors[anchor][0]]
    for name, start, end in (
        ("content", Edge.CONTENT_START, Edge.CONTENT_END),
        ("condition", Edge.CONDITION_START, Edge.CONDITION_END),
    ):
        pieces = [p for c in event[name] for p in _pieces(build, *c) if build.words.sentence[p[0]] == here]
        if pieces:
            build.edge[anchor] |= {start: min(p[0] for p in pieces), end: max(p[1] for p in pieces)}
    build.criterion[anchor] = [s for s in (build.span(*c) for c in event["criteria"]) if s]


def _finish(build: _Builder) -> Example:
    anchors = Anchors(*_columns(build.anchors, 3))
    candidates = Candidates(*_columns(build.candidates, 3), _numbered(build))
    link, edge = links(build.words, anchors, candidates, anchors.word), edges(build.words, anchors)
    targets, criteria = _edge_targets(build, edge)
    triggers = [(i, e) for i, e in enumerate(_triggers(build))]
    cut = windows(build.words, vocabulary()[0], vocabulary()[1])
    events = [e for _, e in triggers]
    return Example(
        build.gold["id"], build.gold["style"], build.words, cut, build.tags, anchors, candidates, link,
        _role_targets(build, link), edge, targets, criteria,
        np.array([i for i, a in enumerate(build.anchors) if a[1] < CUE], dtype=np.int64),
        np.array([_labels(e) for e in events], dtype=np.int64).reshape(-1, 3),
        np.array([_modes(e) for e in events], dtype=np.float32).reshape(-1, len(labels.MODES)),
        np.array(build.kind, dtype=np.int64),
    )  # fmt: skip


def _numbered(build: _Builder) -> Ints:
    """A number for the actor of each candidate; in single texts nobody knows how often an actor is mentioned."""
    order = {actor: number for number, actor in enumerate(dict.fromkeys(a for a in build.actor if a))}
    return np.array([order[a] if a and build.whole else -1 for a in build.actor], dtype=np.int64)


def _triggers(build: _Builder) -> list[Gold]:
    return [e for e in build.gold["events"] if e["trigger"] and build.span(*e["trigger"])]


def _labels(event: Gold) -> tuple[int, int, int]:
    return (
        labels.REALITY.index(event["reality"]),
        labels.TALKS.index(event["talks"] or "none"),
        labels.ASPECT.index(event["aspect"] or "none"),
    )


def _modes(event: Gold) -> list[float]:
    return [float(mode in event["mode"]) for mode in labels.MODES]


def _columns(rows: list[tuple[int, int, int]], width: int) -> Ints:
    return np.array(rows, dtype=np.int64).reshape(-1, width).T


def _role_targets(build: _Builder, link: Pairs) -> Ints:
    """1 for what is annotated, 0 for what is not, UNKNOWN where another mention of the same actor is the one
    annotated."""
    sorts = np.array([c[2] for c in build.candidates] or [0])
    out = np.full((len(link.anchor), len(Role)), UNKNOWN)
    for row, (anchor, other) in enumerate(zip(link.anchor.tolist(), link.other.tolist(), strict=True)):
        word, kind, _ = build.anchors[anchor]
        here = build.words.sentence[build.candidates[other][0]] == build.words.sentence[word]
        for role in _asked(kind, int(sorts[other]), bool(here), build):
            out[row, role] = _role_target(build, anchor, other, role)
    return out


def _asked(kind: int, sort: int, here: bool, build: _Builder) -> Iterable[Role]:
    """The roles that a pair is judged for."""
    if sort == Sort.WHEN:
        return [Role.WHEN]
    if sort in (Sort.PLACE, Sort.FIGURE):
        return [] if kind >= CUE else [Role.PLACE if sort == Sort.PLACE else Role.FIGURE]
    if kind >= CUE:
        others = [Role.TO, Role.VIA] if build.full and here else []
        return [Role.SOURCE, *others] if here or kind == RUN else []
    if not here:
        return [Role.UNSAID_ACTOR, Role.UNSAID_RECIPIENT]
    return [Role.ACTOR, Role.RECIPIENT]


PLAIN = {Role.UNSAID_ACTOR: Role.ACTOR, Role.UNSAID_RECIPIENT: Role.RECIPIENT}


def _role_target(build: _Builder, anchor: int, other: int, role: Role) -> int:
    plain = PLAIN.get(role, role)
    if (plain, other) in build.roles[anchor]:
        return 1
    actor = build.actor[other]
    if actor and (plain, actor) in build.unsaid[anchor]:
        return 1
    same = actor and any(r == plain and build.actor[o] == actor for r, o in build.roles[anchor])
    return UNKNOWN if same else 0


def _edge_targets(build: _Builder, edge: Pairs) -> tuple[Ints, Ints]:
    targets = np.full((len(build.anchors), len(Edge) - 1), UNKNOWN)
    criteria = np.full(len(edge.anchor), UNKNOWN)
    first = np.searchsorted(edge.anchor, np.arange(len(build.anchors)))
    for anchor, (_, kind, _) in enumerate(build.anchors):
        asked = (Edge.SAID_START, Edge.SAID_END) if kind >= CUE else tuple(Edge)[2:6] if build.full else ()
        for name in asked:
            word = build.edge[anchor].get(name)
            targets[anchor, name] = -1 if word is None else int(word - edge.other[first[anchor]])
        if kind < CUE and build.full:
            mine = edge.anchor == anchor
            criteria[mine] = 0
            for start, end in build.criterion[anchor]:
                criteria[mine & (edge.other >= start) & (edge.other <= end)] = 1
    return targets, criteria
