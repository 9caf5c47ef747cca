"""From what the heads say of a cue to a statement."""

from __future__ import annotations

import numpy as np
import pytest

from parley.encoder.labels import Edge, Role
from parley.reading.settings import Settings
from parley.reading.statements import around, decode
from parley.record import Party, Report, Statement
from tests.reading.heads import judged, phrase, view_of


def contents(text: str, cue: str, source: str, span: str) -> list[str]:
    """What one source said according to heads that are sure of its span."""
    view = view_of(text, [source])
    answer = judged(view, cue, "cue", roles={source: Role.SOURCE}, edges={Edge.SAID_START: span})
    (statement,) = decode(answer, Settings()).statements
    return [piece.quote(view.reading.report) for piece in statement.content]


@pytest.mark.parametrize(
    ("text", "cue", "source", "span", "pieces"),
    [
        ("Kabul had agreed, Asif said.", "said", "Asif", "Kabul had agreed", ["Kabul had agreed"]),
        (
            "The talks, Asif said, are suspended.",
            "said",
            "Asif",
            "The talks, Asif said, are suspended",
            ["The talks", "are suspended"],
        ),
        (
            "“We came,” said the envoy, who smiled, “to listen.”",
            "said",
            "the envoy",
            "“We came,” said the envoy, who smiled, “to listen.”",
            ["“We came,”", "who smiled, “to listen.”"],
        ),
    ],
)
def test_content_stands_around_its_cue(text: str, cue: str, source: str, span: str, pieces: list[str]) -> None:
    """A content that its cue interrupts is two pieces, and the commas belong to neither."""
    assert contents(text, cue, source, span) == pieces


def test_a_content_ends_at_a_semicolon_beyond_which_somebody_else_is_quoted() -> None:
    """Two statements joined by a semicolon stay two."""
    text = "Islamabad said it had struck camps; Kabul said it had fired back."
    view = view_of(text, ["Islamabad", "Kabul"])
    answer = judged(view, "said", "cue", roles={"Islamabad": Role.SOURCE}, edges={Edge.SAID_START: text[15:-1]})
    second = int(np.flatnonzero([view.words.surface(i) == "said" for i in range(len(view.words))])[1])
    for name in ("word", "kind", "source"):
        one = getattr(answer.asked.anchors, name)
        object.__setattr__(answer.asked.anchors, name, np.append(one, second if name == "word" else one))
    scores = np.append(answer.roles, np.zeros_like(answer.roles), axis=0)
    scores[1, 1, Role.SOURCE] = 0.9
    object.__setattr__(answer, "roles", scores)
    for name in ("edges", "first"):
        one = getattr(answer.alone, name)
        object.__setattr__(answer.alone, name, np.concatenate([one, one]))
    first, second_said = decode(answer, Settings()).statements
    report = view.reading.report
    assert first.content[0].quote(report) == "it had struck camps"
    assert second_said.content[0].quote(report) == "it had fired back"


def test_what_goes_on_beyond_the_cue_is_picked_up() -> None:
    """Where the edges give only the first piece, the taggers bring in the second."""
    text = "If they did, Tveit said, it would be the first paper to change hands."
    view = view_of(text, ["Tveit"])
    first, last = phrase(view, "it would be the first paper to change hands")
    view.signals.tags["said"][first : last + 1, 1] = 0.9
    answer = judged(view, "said", "cue", roles={"Tveit": Role.SOURCE}, edges={Edge.SAID_START: "If they did"})
    (statement,) = decode(answer, Settings()).statements
    pieces = [piece.quote(view.reading.report) for piece in statement.content]
    assert pieces == ["If they did", "it would be the first paper to change hands"]


def test_joint_speakers_are_a_statement_each() -> None:
    """Two sources of one content make two statements."""
    text = "Qatar and Türkiye said the truce holds."
    view = view_of(text, ["Qatar", "Türkiye"])
    roles = {"Qatar": Role.SOURCE, "Türkiye": Role.SOURCE}
    answer = judged(view, "said", "cue", roles=roles, edges={Edge.SAID_START: "the truce holds"})
    found = decode(answer, Settings()).statements
    assert [s.source and s.source.actor for s in found] == ["a0", "a1"]
    assert found[0].content == found[1].content


def test_a_source_that_nobody_names_is_left_open() -> None:
    """No speaker is made up."""
    view = view_of("It was said that the truce holds.")
    answer = judged(view, "said", "cue", edges={Edge.SAID_START: "the truce holds"})
    (statement,) = decode(answer, Settings()).statements
    assert statement.source is None


def test_the_innermost_statement_is_the_one_around_a_word() -> None:
    """An event stands in the smallest content that covers it."""
    report = Report("r", "He said that she said that they left.")
    outer = Statement(0, Party("he"), None, (report.span(8, 36),), "indirect")
    inner = Statement(0, Party("she"), None, (report.span(22, 36),), "indirect")
    starts, ends = np.array([(32, 36), (13, 16), (0, 2)]).T
    assert around([outer, inner], starts, ends) == [1, 0, None]
