"""A situation report as a Word document."""

from __future__ import annotations

import io
import re

from docx import Document
from docx.document import Document as Page

from parley.exports import wording
from parley.exports.record_brief import Brief, Cited, Item, Section

__all__ = ["to_docx"]

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_docx(brief: Brief) -> bytes:
    """The document; the same report gives the same words in it."""
    page = Document()
    page.core_properties.title = _clean(brief.title)[:255]
    page.core_properties.author = "Parley"
    page.add_heading(_clean(brief.title), 0)
    page.add_paragraph(_clean(brief.covers))
    for section in brief.sections:
        _section(page, section)
    page.add_paragraph().add_run(_clean(brief.note)).italic = True
    held = io.BytesIO()
    page.save(held)
    return held.getvalue()


def _section(page: Page, section: Section) -> None:
    page.add_heading(_clean(section.heading), 1)
    if not section.items:
        page.add_paragraph(_clean(section.empty))
    for item in section.items:
        _item(page, item)
        for cite in item.cites:
            _cite(page, cite)
    if section.more:
        page.add_paragraph(_clean(section.more))


def _item(page: Page, item: Item) -> None:
    line = page.add_paragraph(style="List Bullet")
    line.add_run(_clean(item.head)).bold = True
    told = f" ({item.told})" if item.told else ""
    line.add_run(_clean(f" · {item.text}{told}"))


def _cite(page: Page, cite: Cited) -> None:
    line = page.add_paragraph(style="List Bullet 2")
    who = "" if cite.where.startswith(f"{cite.who},") else f"{cite.who}, in "
    line.add_run(_clean(f"{who}{cite.where}: "))
    line.add_run(_clean(wording.quoted(cite.words))).italic = True


def _clean(text: str) -> str:
    """Without characters that XML does not allow."""
    return _NOT_XML.sub("\ufffd", text)
