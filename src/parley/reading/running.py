"""Quotations: contents end where their marks do, and speech that runs over several sentences is followed to its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from parley.record import Report, Sentence, Span, Statement

__all__ = ["announces", "run_on", "snap"]

Offsets = tuple[int, int]

MARKS = "\"'“”‘’ ,"
"""What may stand between the edge of a content and the edge of the quotation that it is."""

BREAK = "\n\n "
"""At most so much stands between two paragraphs of one speech."""


def snap(content: Span, report: Report, quoted: Sequence[Offsets], sentence: Sentence, cue: Span | None) -> Span:
    """A content that begins a quotation goes on to the quotation's end, or to that of its sentence.

    One without a cue, which stands inside a quotation, is all that the sentence holds of it.
    """
    for start, end in quoted:
        within = max(start, sentence.span.start), min(end, sentence.span.end)
        begins = start <= content.start < end and not report.text[within[0] : content.start].strip(MARKS)
        if not (begins or (cue is None and start <= content.start and content.end <= end)):
            continue
        if cue is None or not within[0] <= cue.start < within[1]:
            return report.span(within[0], max(within[1], content.end))
    return content


def announces(cue: Span, report: Report, sentence: Sentence) -> bool:
    """Whether a cue only leads up to what follows its sentence ("the minister said:")."""
    rest = report.text[cue.end : sentence.span.end]
    return rest.strip() == ":" or (not rest and report.text[cue.end : cue.end + 1] == ":")


def run_on(
    said: Sequence[Statement],
    report: Report,
    sentences: Sequence[Sentence],
    quoted: Sequence[Offsets],
    announced: Mapping[int, Statement],
) -> list[Statement]:
    """The statements, and one without a cue for each further sentence of a quotation that one of them stands in.

    `announced` are statements without content of their own, by their sentence: they lead up to the speech that follows,
    and whoever they name speaks all of it.
    """
    out = list(said)
    owner, ended, lead = None, 0, False
    for start, end in quoted:
        announced_by = _announcement(report, sentences, start, announced)
        follows = start - ended <= len(BREAK)
        lead = announced_by is not None or (lead and follows)
        owners = [s for s in said if any(start <= piece.start < end for piece in s.content)]
        before = owner if follows else None
        spoken = next((s for s in owners if s.source), None)
        owner = announced_by or (before if lead else None) or spoken or before
        ended = end
        if owner is None:
            continue
        if lead and owner.source:
            speaker = replace(owner.source, span=None)
            out = [replace(s, source=speaker) if s in owners and s.cue is None else s for s in out]
        for number, content in _untold(out, report, sentences, (start, end)):
            source = replace(owner.source, span=None) if owner.source else None
            out.append(
                Statement(number, source, None, (content,), "direct", owner.via, owner.to, confidence=owner.confidence)
            )
    return sorted(out, key=lambda s: (s.sentence, s.content[0].start))


def _announcement(
    report: Report, sentences: Sequence[Sentence], start: int, announced: Mapping[int, Statement]
) -> Statement | None:
    """What leads up to the speech that begins at `start`: the sentence before it, where that ends in a colon."""
    before = [n for n, s in enumerate(sentences) if s.span.end <= start]
    if not before or not report.text[:start].rstrip().endswith(":"):
        return None
    return announced.get(before[-1])


def _untold(
    said: Sequence[Statement], report: Report, sentences: Sequence[Sentence], quotation: Offsets
) -> Iterator[tuple[int, Span]]:
    """The sentences that lie in a quotation, past its first words, and in which nothing is said yet."""
    start, end = quotation
    told = {s.sentence for s in said}
    for number, sentence in enumerate(sentences):
        first, last = max(start, sentence.span.start), min(end, sentence.span.end)
        whole = sentence.body and last - first > 0.8 * (sentence.span.end - sentence.span.start)
        if whole and number not in told:
            yield number, report.span(first, last)
