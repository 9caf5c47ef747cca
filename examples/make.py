"""Make the example articles from the corpus.

python -m examples.make

What agencies and governments send out becomes text with `key: value` lines at its head; what newspapers, broadcasters
and blogs publish becomes a web page, with all that stands around an article there.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from string import Template

from corpus.load import LINKED, load
from corpus.standoff import Report

HERE = Path(__file__).parent
FOLDER = HERE / "istanbul"
SENT_OUT = frozenset({"agency", "government", "state-media"})
HEADER = ("id", "title", "outlet", "site", "country", "kind", "published", "dateline")
AUTHOR = "Our Correspondent"
CREDITS = {
    "Meridian Press": ("ist-07", "ist-08", "pakoct-10", "pakoct-11", "pakoct-12"),
    "Crescent Wire": ("pakoct-18", "pakoct-19", "pakoct-20"),
}
ALSO = (
    "Smog blankets plains as schools switch to late hours",
    "Petrol prices to stay unchanged for the fortnight",
    "Museum of the old city opens its doors to night visitors",
    "Young striker signs first contract with home club",
    "How to keep winter vegetables fresh for longer",
)


def articles() -> Iterator[tuple[str, str]]:
    """The name and content of every example file."""
    for number, report in enumerate(sorted(load("train", sets=LINKED), key=_when)):
        outlet = _outlet(report)
        name = f"{report['published']}-{outlet['site'].split('.')[0]}"
        if outlet["kind"] in SENT_OUT:
            yield f"{name}.txt", as_text(report)
        else:
            yield f"{name}.html", as_page(report, ALSO[number % len(ALSO)])


def as_text(report: Report) -> str:
    """The report below a header."""
    outlet = _outlet(report)
    fields: Mapping[str, str | None] = {
        **outlet,
        "id": report["id"],
        "title": report["title"],
        "outlet": outlet["name"],
        "published": report["published"],
        "dateline": report["dateline"],
    }
    header = "".join(f"{key}: {fields[key]}\n" for key in HEADER if fields.get(key))
    return f"{header}\n{report['text']}\n"


def as_page(report: Report, also: str) -> str:
    """The report as its outlet's web page."""
    outlet = _outlet(report)
    template = "broadcaster" if outlet["kind"] == "broadcaster" else "newspaper"
    fields = {
        "title": report["title"] or "",
        "outlet": outlet["name"],
        "site": outlet["site"],
        "url": f"https://{outlet['site']}/{report['published'].replace('-', '/')}/{report['id']}",
        "published": report["published"],
        "day": f"{date.fromisoformat(report['published']):%d %B %Y}",
        "author": AUTHOR,
        "also": also,
    }
    page = Template((HERE / "pages" / f"{template}.html").read_text("utf-8"))
    return page.substitute(
        {name: html.escape(value) for name, value in fields.items()},
        paragraphs="\n".join(f"  <p>{paragraph}</p>" for paragraph in _paragraphs(report, also)),
        headline=json.dumps(fields["title"], ensure_ascii=False),
    )


def _paragraphs(report: Report, also: str) -> Iterator[str]:
    """The text's paragraphs, with a dateline, a link to another story and a credit where the outlet sets them."""
    for number, paragraph in enumerate(report["text"].split("\n\n")):
        if number == 0 and report["dateline"]:
            yield f"{html.escape(report['dateline'])}: {html.escape(paragraph)}"
        else:
            yield html.escape(paragraph)
        if number == 1:
            yield f'Also read: <a href="/2">{html.escape(also)}</a>'
    yield from (f"(With inputs from {agency})" for agency, ids in CREDITS.items() if report["id"] in ids)


def _outlet(report: Report) -> dict[str, str]:
    return {key: value or "" for key, value in (report["outlet"] or {}).items()}


def _when(report: Report) -> tuple[str, str]:
    return report["published"], report["id"]


def main() -> None:
    """The command."""
    for old in FOLDER.glob("20*"):
        old.unlink()
    for name, content in articles():
        (FOLDER / name).write_text(content, "utf-8")


if __name__ == "__main__":
    main()
