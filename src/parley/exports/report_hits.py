"""Reports that were found by their words, with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from parley.exports import wording
from parley.exports.columns import indented
from parley.exports.record_desk import FAINT, HEAD, as_day, plural
from parley.exports.record_json import Json
from parley.store import Found, Hit

__all__ = ["hit_json", "hit_lines", "marked"]

MARK = "bold yellow"
_IN = 4

Pair = tuple[int, int]


def hit_lines(found: Found, width: int) -> Iterator[Text]:
    """Two or three lines a report: title, outlet, day and id; then the words where they stand."""
    if not found.hits:
        yield Text("nothing found", FAINT)
        return
    for hit in found.hits:
        yield from indented(_head(hit), width, 0)
        yield from indented(_shown(hit), width, _IN)
    shown = len(found.hits)
    more = f", {shown:,} of them shown: --limit N shows more" if shown < found.total else ""
    yield Text(f"{plural(found.total, 'report')}{more}", FAINT)


def hit_json(found: Found) -> Iterator[Json]:
    """One object a report; marks are `[start, end)` in characters of the report's text, or of its title."""
    for hit in found.hits:
        report = hit.report
        yield {
            "report": report.id,
            "title": report.title,
            "outlet": report.outlet.name if report.outlet else None,
            "published": report.published.isoformat() if report.published else None,
            "score": round(hit.score, 4),
            "snippet": [hit.snippet.start, hit.snippet.end],
            "words": hit.snippet.quote(report),
            "marks": [[one.start, one.end] for one in hit.marks],
            "title_marks": [list(pair) for pair in hit.in_title],
            "total": found.total,
        }


def _head(hit: Hit) -> Text:
    report = hit.report
    title = marked(report.title, hit.in_title, HEAD) if report.title else Text(wording.headline(report), HEAD)
    outlet = (report.outlet and (report.outlet.name or report.outlet.site)) or ""
    about = " · ".join(part for part in (wording.shown(outlet), as_day(report.published)) if part)
    return Text.assemble(title, "  ", about, "  ", (wording.shown(report.id), FAINT))


def _shown(hit: Hit) -> Text:
    """The snippet on one line."""
    report, start = hit.report, hit.snippet.start
    words = hit.snippet.quote(report)
    shown = marked(words, [(one.start - start, one.end - start) for one in hit.marks])
    return Text.assemble("… " if start else "", shown, " …" if hit.snippet.end < len(report.text) else "")


def marked(words: str, marks: Iterable[Pair], style: str = "") -> Text:
    """The words with some of them marked; what breaks a line is a space, so that nothing moves."""
    text = Text(wording.shown(words).replace("\n", " ").replace("\t", " "), style)
    for start, end in marks:
        text.stylize(MARK, start, end)
    return text
