"""What a training step sees, and what becomes of several readers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from corpus.load import load, read_file  # noqa: E402
from corpus.problems import Problems  # noqa: E402
from training.examples import example  # noqa: E402
from training.mean import mean  # noqa: E402
from training.train import SINGLES, WORDS, groups  # noqa: E402

if TYPE_CHECKING:
    from training.examples import Example


CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    reports = [one for letter in "abc" for one in read_file(CORPUS / f"train/rec-{letter}.yaml", Problems())]
    return [example(gold) for gold in [*reports, *load("sentences")[:150]]]


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_an_epoch_sees_every_text_once(examples: list[Example], size: float) -> None:
    steps = list(groups(examples, np.random.default_rng(3), size))
    seen = [one.id for parts in steps for part in parts for one in part]
    assert sorted(seen) == sorted(one.id for one in examples)
    assert max(len(singles) for _, singles in steps) == min(150, size * SINGLES)
    assert all(sum(len(one.words) for one in pile[:-1]) < size * WORDS for pile, _ in steps)


def test_a_mean_lies_between() -> None:
    first, second = ({"w": torch.full((2,), value), "n": torch.tensor(7)} for value in (1.0, 5.0))
    assert mean([first, second], [3.0, 1.0])["w"].tolist() == [2.0, 2.0]
    assert mean([first, second], [1.0, 1.0])["n"].item() == 7
