"""Which pairs the heads judge, and what is seen of each."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from parley.encoder.labels import CUE
from parley.encoder.links import (
    AFTER,
    BEFORE,
    EDGE_SIZES,
    LEAD,
    LINK_SIZES,
    Anchors,
    Candidates,
    Sort,
    edges,
    groups,
    links,
)
from parley.encoder.words import Words, split


def words_of(sentences: int, size: int = 4) -> Words:
    """A text of equal sentences."""
    one = "word " * (size - 1) + "end."
    text = " ".join([one] * sentences)
    spans = [(i * (len(one) + 1), i * (len(one) + 1) + len(one)) for i in range(sentences)]
    return split(text, spans, [0] * sentences)


def ints(*values: int) -> np.ndarray:
    """An array of integers."""
    return np.array(values, dtype=np.int64)


def test_parties_are_sought_around_and_in_the_lead_and_slots_only_here() -> None:
    """A trigger looks for mentions some sentences back and on, and in the lead; for places in its own sentence."""
    words = words_of(20)
    first = np.searchsorted(words.sentence, np.arange(20))
    mention, place = np.full(20, Sort.MENTION), np.full(20, Sort.PLACE)
    both = Candidates(np.tile(first, 2), np.tile(first, 2), np.concatenate([mention, place]), np.full(40, -1))
    anchor = Anchors(ints(int(first[10])), ints(3), ints(-2))
    seen = links(words, anchor, both, anchor.word).other.tolist()
    assert [i for i in seen if i < 20] == [*range(LEAD + 1), *range(10 - BEFORE, 10 + AFTER + 1)]
    assert [i for i in seen if i >= 20] == [30]


def test_the_source_of_a_statement_is_seen_by_its_events_and_never_by_its_cue() -> None:
    """What the cue's own head has to find must not be among what it is told."""
    words = words_of(1)
    given_ = Candidates(ints(0, 2), ints(0, 2), ints(0, 0), ints(0, 1))
    for kind, told in ((CUE, [0, 0]), (3, [1, 2])):
        pairs = links(words, Anchors(ints(3), ints(kind), ints(1)), given_, ints(3))
        assert pairs.looks[:, 8].tolist() == told


def test_pairs_of_one_actor_share_a_group_and_cues_keep_theirs() -> None:
    """Two mentions of one actor belong together, for events and for cues apart; of nobody known each to itself."""
    words = words_of(1, 8)
    found = Candidates(ints(0, 1, 2, 3), ints(0, 1, 2, 3), np.full(4, Sort.MENTION), ints(1, 1, -1, -1))
    asked = Anchors(ints(4, 5, 6), ints(3, 4, CUE), ints(-2, -2, -2))
    pairs = links(words, asked, found, asked.word)
    told = dict(
        zip(
            zip(pairs.anchor.tolist(), pairs.other.tolist(), strict=True),
            groups(asked, found, pairs)[1].tolist(),
            strict=True,
        )
    )
    assert told[0, 0] == told[0, 1] == told[1, 0]
    assert told[0, 2] == told[1, 2] != told[0, 3]
    assert told[2, 0] == told[2, 1] != told[0, 0]
    assert sorted(set(told.values())) == list(range(6))


@given(st.data())
def test_looks_stay_inside_their_tables(data: st.DataObject) -> None:
    """Whatever the text, each look is a row of the table that embeds it."""
    words = words_of(data.draw(st.integers(1, 12)), data.draw(st.integers(1, 60)))
    at = st.integers(0, len(words) - 1)
    anchors = sorted(data.draw(st.sets(at, min_size=1, max_size=4)))
    phrases = sorted(data.draw(st.sets(at, min_size=1, max_size=6)))
    kinds = ints(*(data.draw(st.integers(0, CUE + 1)) for _ in anchors))
    sorts = ints(*(data.draw(st.integers(0, 4)) for _ in phrases))
    found = Candidates(ints(*phrases), ints(*phrases), sorts, ints(*(data.draw(st.integers(-1, 2)) for _ in phrases)))
    asked = Anchors(ints(*anchors), kinds, ints(*(data.draw(st.integers(-2, len(phrases) - 1)) for _ in anchors)))
    for pairs, sizes in ((links(words, asked, found, asked.word), LINK_SIZES), (edges(words, asked), EDGE_SIZES)):
        assert (pairs.looks >= 0).all()
        assert (pairs.looks < np.array(sizes)).all()


def test_an_anchor_is_compared_with_every_word_of_its_sentence_in_order() -> None:
    """Edges are sought in the anchor's own sentence."""
    words = words_of(3, 3)
    pairs = edges(words, Anchors(ints(5, 9), ints(0, 1), ints(-2, -2)))
    here = [np.flatnonzero(words.sentence == words.sentence[w]).tolist() for w in (5, 9)]
    assert [pairs.other[pairs.anchor == i].tolist() for i in (0, 1)] == here
