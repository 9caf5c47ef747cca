"""What an annotated text teaches."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.load import read_file
from corpus.problems import Problems

pytest.importorskip("torch")

PARTLY = """
id: gulf-008
published: 2031-03-06
partial: true
actors: {okar: {name: Okar, kind: person}}
text:
- s: "Okar said the army attacked Harad, and talks may be held."
  who: {Okar: okar}
  does:
  - {word: attacked, type: ASSAULT, reality: actual, said: "?"}
  no_does: held
  no_says: said
"""


def test_of_a_text_annotated_in_part_only_that_part_is_known(tmp_path: Path) -> None:
    """The trigger, its neighbours not; the words that are none; and no actor's kind."""
    from training.examples import UNKNOWN, example

    path = tmp_path / "gulf.yaml"
    path.write_text(PARTLY, "utf-8")
    problems = Problems()
    (gold,) = read_file(path, problems)
    assert problems.found == []
    made = example(gold)
    words = [made.words.surface(number) for number in range(len(made.words))]
    known = {word: tag for word, tag in zip(words, made.tags["trigger"].tolist(), strict=True) if tag != UNKNOWN}
    assert set(known) == {"attacked", "held"}
    assert known["held"] == 0
    assert made.tags["anchor"].tolist().count(UNKNOWN) == len(words) - 1
    assert made.anchors.source.tolist() == [-1]
    assert set(made.kinds.tolist()) <= {UNKNOWN}
