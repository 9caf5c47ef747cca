"""Who is who inside a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.load import load
from parley.reading.actors import identify
from parley.record import Actor, Mention, Outlet, Report, Sentence

OUTLET = Outlet("Harbour Wire", "harbourwire.example", "TUR", "agency")


def read(marked: str) -> tuple[Report, Mapping[str, Actor], tuple[Mention, ...]]:
    """Read a text in which [mentions] stand in brackets; a sentence ends in a full stop and a space."""
    spans: list[tuple[int, int]] = []
    text = ""
    for part in re.split(r"(\[[^\]]*\])", marked):
        words = part.strip("[]") if part.startswith("[") else part
        if part.startswith("["):
            spans.append((len(text), len(text) + len(words)))
        text += words
    report = Report("r", text, title="Talks resume", outlet=OUTLET)
    return report, *identify(report, sentences(report), spans)


def sentences(report: Report) -> list[Sentence]:
    """Sentences by full stops and line breaks."""
    edges = sorted({0, *(match.end() for match in re.finditer(r"\.[”\"]? |\n+", report.text)), len(report.text)})
    return [Sentence(report.span(start, end), 0) for start, end in pairwise(edges) if start < end]


def together(marked: str) -> list[list[str]]:
    """The mentions of each actor."""
    report, _, mentions = read(marked)
    groups: dict[str, list[str]] = {}
    for mention in mentions:
        groups.setdefault(mention.actor, []).append(mention.span.quote(report))
    return list(groups.values())


@pytest.mark.parametrize(
    ("marked", "groups"),
    [
        pytest.param(
            "[Defence Minister Selim Okar] arrived on Monday. [Okar] said the talks would go on. [The minister] left.",
            [["Defence Minister Selim Okar", "Okar", "The minister"]],
            id="a person by name, surname and office",
        ),
        pytest.param(
            "[Salif Okar] met [Selim Okar] on Monday.",
            [["Salif Okar"], ["Selim Okar"]],
            id="two people of one surname",
        ),
        pytest.param(
            "[The Tehreek-e-Taliban Pakistan] ([TTP]) claimed the attack. [The TTP] said [it] would go on.",
            [["The Tehreek-e-Taliban Pakistan", "TTP", "The TTP", "it"]],
            id="an acronym that is given",
        ),
        pytest.param(
            "[The Front for the Liberation of Azawad] refused. [The FLA] gave no reason.",
            [["The Front for the Liberation of Azawad", "The FLA"]],
            id="an acronym that is not given",
        ),
        pytest.param(
            "[Pakistan] closed the crossing. [Islamabad] gave no reason. [Kabul] protested.",
            [["Pakistan", "Islamabad"], ["Kabul"]],
            id="a state by its capital",
        ),
        pytest.param(
            "[Its chief negotiator], [Fadimata welet Ousmane], said [she] would stay.",
            [["Its chief negotiator", "Fadimata welet Ousmane", "she"]],
            id="an apposition",
        ),
        pytest.param(
            "“[I] saw nothing,” said [Haleem Bangash], a farmer. “Then [I] ran,” [he] added.",
            [["I", "Haleem Bangash", "I", "he"]],
            id="the speaker of a quotation",
        ),
        pytest.param(
            "“[We] want peace,” said [FPA] spokesman [Mossa ag Haballa].",
            [["We"], ["FPA"], ["Mossa ag Haballa"]],
            id="a speaker is not the side he speaks for",
        ),
        pytest.param(
            "[Three officials] said the talks were over. [A diplomat] denied it.",
            [["Three officials"], ["A diplomat"]],
            id="unnamed sources stay apart",
        ),
        pytest.param(
            "[Mauritania's foreign ministry] rejected it. [The ministry] summoned the envoy, and [it] asked for proof.",
            [["Mauritania's foreign ministry", "The ministry", "it"]],
            id="the ministry",
        ),
    ],
)
def test_who_is_who(marked: str, groups: list[list[str]]) -> None:
    """Mentions of one actor come together, others stay apart."""
    assert together(marked) == groups


def actor(marked: str, words: str) -> Actor:
    """The actor that a mention with these words is."""
    report, actors, mentions = read(marked)
    return next(actors[mention.actor] for mention in mentions if mention.span.quote(report) == words)


def test_a_state_has_its_name_and_code() -> None:
    """A capital stands for the state."""
    assert actor("[Islamabad] said no.", "Islamabad") == Actor("pakistan", "Pakistan", "state", "PAK")


def test_a_minister_acts_for_a_state() -> None:
    """The words tell name, office and side."""
    okar = actor(
        "[Pakistan's defence minister Khawaja Asif] met [Pakistan]'s allies.",
        "Pakistan's defence minister Khawaja Asif",
    )
    assert okar == Actor("asif", "Khawaja Asif", "person", "PAK", "defence minister", "pakistan")


def test_a_side_that_is_only_named_by_its_people() -> None:
    """A state that no mention names is an actor all the same: whose side they are on can be found."""
    _, actors, _ = read("[Lebanese soldiers] fired at the post.")
    assert actors["lebanon"] == Actor("lebanon", "Lebanon", "state", "LBN")
    assert [one.acts_for for one in actors.values() if one.kind == "military"] == ["lebanon"]


def test_both_sides_have_members() -> None:
    """A collective names who belongs to it."""
    marked = "[Russia] and [Ukraine] met on Monday. [Both sides] agreed to go on."
    assert set(actor(marked, "Both sides").members) == {"russia", "ukraine"}


def test_the_unnamed_have_no_name() -> None:
    """Nobody is given a name that the report does not give."""
    source = actor("[Two security sources] said so on Monday.", "Two security sources")
    assert (source.name, source.kind, source.acts_for) == (None, "anonymous", None)


def test_a_given_kind_counts() -> None:
    """What another step knows of a kind is believed."""
    report = Report("r", "Ganda Lassal denied it.")
    actors, _ = identify(report, sentences(report), [(0, 12)], ["armed_group"])
    assert [one.kind for one in actors.values()] == ["armed_group"]


def test_confidence_is_kept_and_a_span_given_twice_is_one_mention() -> None:
    """Each mention keeps how sure the reader was of it."""
    report = Report("r", "Kabul protested.")
    _, mentions = identify(report, sentences(report), [(0, 5), (0, 5)], confidences=[0.5, 0.75])
    assert [(mention.span.quote(report), mention.confidence) for mention in mentions] == [("Kabul", 0.75)]


WORDS = st.sampled_from(
    "the Afghan side , Selim Okar said . they we “ ” it Kabul minister of his Front's army (TTP) 12 \n\n é".split(" ")
)


@st.composite
def marked_reports(draw: st.DrawFn) -> tuple[Report, list[tuple[int, int]]]:
    """A text, arbitrary or of words that news is made of, and spans in it."""
    text = draw(st.text(min_size=1) | st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places), max_size=12))
    return Report("r", text), [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]


@given(marked_reports())
def test_laws(given_report: tuple[Report, list[tuple[int, int]]]) -> None:
    """Every span is one mention with one known actor, and the same report is read the same way again."""
    report, spans = given_report
    actors, mentions = identify(report, sentences(report), spans)
    assert sorted((mention.span.start, mention.span.end) for mention in mentions) == sorted(set(spans))
    assert {mention.actor for mention in mentions} <= set(actors)
    assert all(one.id == name for name, one in actors.items())
    linked = [name for one in actors.values() for name in (one.acts_for, *one.members) if name]
    assert set(linked) <= set(actors)
    assert all(one.acts_for != one.id for one in actors.values())
    assert identify(report, sentences(report), list(reversed(spans))) == (actors, mentions)


def overlap(pairs: Iterable[tuple[list[str], list[str]]]) -> float:
    """B-cubed F1 over reports, each as (actors as annotated, actors as found)."""
    right, found, number = 0.0, 0.0, 0
    for gold, system in pairs:
        for wanted, told in zip(gold, system, strict=True):
            shared = sum((wanted, told) == pair for pair in zip(gold, system, strict=True))
            right += shared / system.count(told)
            found += shared / gold.count(wanted)
            number += 1
    precision, recall = right / number, found / number
    return 2 * precision * recall / (precision + recall)


def test_accuracy_on_dev() -> None:
    """With the annotated mentions given, who is who stays above its floor."""
    pairs = []
    for gold in load("dev"):
        report = Report(gold["id"], gold["text"], gold["title"], Outlet(**(gold["outlet"] or {})))
        lines = [Sentence(report.span(*span), 0) for span in gold["sentences"]]
        whose = {(mention["span"][0], mention["span"][1]): mention["actor"] for mention in gold["mentions"]}
        _, mentions = identify(report, lines, list(whose))
        pairs.append(([whose[m.span.start, m.span.end] for m in mentions], [m.actor for m in mentions]))
    assert overlap(pairs) > 0.865
