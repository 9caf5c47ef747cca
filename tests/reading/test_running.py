"""Quotations that run over several sentences."""

from __future__ import annotations

from parley.reading.quotes import spoken
from parley.reading.running import announces, run_on, snap
from parley.reading.sentences import sentences
from parley.record import Party, Report, Span, Statement

TEXT = (
    "“We came to listen,” the envoy said. “We heard nothing new. Perhaps tomorrow we shall.”\n\n"
    "The minister of state for the region, Selim Okar, said:\n\n"
    "I welcome the agreement that was reached yesterday between the two governments. It is a first step."
)


def report() -> Report:
    """The sample."""
    return Report("r", TEXT)


def quote(words: str) -> Span:
    """Where some words stand."""
    return report().span(TEXT.index(words), TEXT.index(words) + len(words))


def test_a_content_goes_on_to_the_end_of_its_quotation() -> None:
    """What the edges cut short is mended by the marks, with the marks."""
    read = sentences(report())
    said = snap(quote("“We came to"), report(), spoken(TEXT), read[0], quote("said"))
    assert said.quote(report()) == "“We came to listen,”"


def test_a_content_with_its_cue_inside_is_left_alone() -> None:
    """A quotation never swallows the cue that introduces it."""
    text = "He told them “to go home”."
    plain = Report("r", text)
    content = plain.span(text.index("to go"), text.index("to go") + 5)
    assert snap(content, plain, spoken(text), sentences(plain)[0], plain.span(3, 7)).quote(plain) == "“to go home”"
    other = plain.span(0, 7)
    assert snap(other, plain, spoken(text), sentences(plain)[0], plain.span(3, 7)) == other


def test_a_colon_at_the_end_of_a_sentence_announces_what_follows() -> None:
    """The words before such a cue are not its content."""
    read = sentences(report())
    last = next(s for s in read if s.span.quote(report()).endswith("said:"))
    cue = report().span(TEXT.index("said:"), TEXT.index("said:") + 4)
    assert announces(cue, report(), last)
    assert not announces(quote("said"), report(), read[0])


def test_speech_below_an_announcement_is_followed_sentence_by_sentence() -> None:
    """Each sentence is a statement of its own, without a cue, by the one who was announced."""
    read = sentences(report())
    number = next(n for n, s in enumerate(read) if s.span.quote(report()).endswith("said:"))
    lead = Statement(number, Party("okar", quote("Selim Okar")), None, (quote("minister of state"),), "indirect")
    found = run_on([], report(), read, spoken(TEXT), {number: lead})
    assert [s.content[0].quote(report()) for s in found] == [
        "I welcome the agreement that was reached yesterday between the two governments.",
        "It is a first step.",
    ]
    assert {(s.source and s.source.actor, s.source and s.source.span, s.cue, s.how) for s in found} == {
        ("okar", None, None, "direct")
    }


def test_a_quotation_that_nobody_is_known_to_speak_is_left_open() -> None:
    """Without a source there is nobody to follow."""
    read = sentences(report())
    silent = Statement(0, None, quote("said"), (quote("“We came to listen,”"),), "direct")
    assert run_on([silent], report(), read, spoken(TEXT), {}) == [silent]


def test_whoever_is_announced_speaks_all_that_follows() -> None:
    """A speaker guessed for a sentence gives way to the one whom the colon announces."""
    read = sentences(report())
    number = next(n for n, s in enumerate(read) if s.span.quote(report()).endswith("said:"))
    lead = Statement(number, Party("okar", quote("Selim Okar")), None, (quote("minister of state"),), "indirect")
    guess = Statement(number + 1, Party("region"), None, (quote("I welcome the agreement"),), "direct")
    found = run_on([guess], report(), read, spoken(TEXT), {number: lead})
    assert {s.source and s.source.actor for s in found} == {"okar"}
