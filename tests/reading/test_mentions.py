"""Titles cut short and the names that they stand before."""

from __future__ import annotations

import pytest

from parley.encoder.words import split
from parley.reading.mentions import joined


@pytest.mark.parametrize(
    ("text", "found", "named"),
    [
        ("They asked Spc. Lorraine Walsh of it.", ["Spc", "Lorraine Walsh"], ["Spc. Lorraine Walsh"]),
        ("Lt. Gen. Asim Munir came.", ["Lt", "Gen", "Asim Munir"], ["Lt. Gen. Asim Munir"]),
        ("It was read to him. Kabul was silent.", ["him", "Kabul"], ["him", "Kabul"]),
        ("He told Omar. He left.", ["Omar", "He"], ["Omar", "He"]),
        ("The men met Soldiers. Baghdad knew.", ["Soldiers", "Baghdad"], ["Soldiers", "Baghdad"]),
    ],
)
def test_a_title_cut_short_is_part_of_the_name(text: str, found: list[str], named: list[str]) -> None:
    """Within a sentence only, whatever the sentences are: here the whole text is one."""
    words = split(text, [(0, len(text))], [0])
    spans = [(text.index(one), text.index(one) + len(one)) for one in found]
    phrases = [
        tuple(i for i, (a, b) in enumerate(zip(words.starts, words.ends, strict=True)) if start <= a and b <= end)
        for start, end in spans
    ]
    told = joined(words, [((one[0], one[-1]), 1 - number / 10) for number, one in enumerate(phrases)])
    assert [text[words.starts[first] : words.ends[last]] for (first, last), _ in told] == named
    assert told[0][1] == 1 - (len(found) - 1 if len(named) == 1 else 0) / 10


def test_sentences_keep_names_apart() -> None:
    text = "He told Omar. Kabul left."
    words = split(text, [(0, 13), (14, 25)], [0, 0])
    assert len(joined(words, [((2, 2), 0.9), ((4, 4), 0.9)])) == 2
