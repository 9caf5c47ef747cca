"""A situation report as Markdown, and as one HTML page that needs nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt

from parley.exports import wording
from parley.exports.record_brief import Brief, Cited, Item, Section

__all__ = ["to_html", "to_markdown"]

_MARKS = re.compile(r"([\\`*_\[\]<>#|])")
_STYLE = """
body { font: 16px/1.5 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #222; }
h1, h2 { font-family: Helvetica, Arial, sans-serif; line-height: 1.2; }
h2 { border-bottom: 1px solid #ccc; padding-bottom: .2em; margin-top: 2em; }
li { margin: .5em 0; } li li { color: #555; font-size: 90%; margin: .2em 0; } em { color: #222; }
@media print { body { margin: 0; max-width: none; } }
"""


def to_markdown(brief: Brief) -> str:
    """The report in CommonMark."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield from (f"# {_plain(brief.title)}", "", _plain(brief.covers))
    for section in brief.sections:
        yield from _section(section)
    yield from ("", "---", "", f"*{_plain(brief.note)}*")


def _section(section: Section) -> Iterator[str]:
    yield from ("", f"## {_plain(section.heading)}", "")
    if not section.items:
        yield _plain(section.empty)
    for item in section.items:
        yield _item(item)
        yield from (f"  - {_cited(cite)}" for cite in item.cites)
    if section.more:
        yield from ("", f"{_plain(section.more)}")


def _item(item: Item) -> str:
    told = f" ({_plain(item.told)})" if item.told else ""
    return f"- **{_plain(item.head)}** · {_plain(item.text)}{told}"


def _cited(cite: Cited) -> str:
    where = _plain(cite.where)
    if cite.url and re.fullmatch(r"https?://[^\s<>()]+", cite.url):
        where = f"[{where}]({cite.url})"
    who = "" if cite.where.startswith(f"{cite.who},") else f"{_plain(cite.who)}, in "
    return f"{who}{where}: *{_plain(wording.quoted(cite.words))}*"


def _plain(text: str) -> str:
    """Words of others, in which nothing is markup."""
    return _MARKS.sub(r"\\\1", text)


def to_html(brief: Brief) -> str:
    """The report as a page with its style inside."""
    body = MarkdownIt("commonmark", {"html": False}).render(to_markdown(brief))
    title = brief.title.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
