"""A web page: its article and what its metadata say, by trafilatura."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Protocol, cast

from parley.errors import NotText
from parley.record import Report
from parley.sources.fields import Fields, make_outlet, make_report

# Only dates that the page's metadata state: a guess from its footer would be worse than none. The latest day is
# fixed, so that the same page gives the same report on whatever day it is read.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
_LEAST = 25
_SPACE = re.compile(r"\s+")
_EMPTY_LINE = re.compile(r"\n\s*\n")
_HOLDERS = frozenset({"list", "quote", "div"})


class _Element(Protocol):
    """What is used here of an lxml element."""

    tag: str
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator[_Element]: ...
    def __len__(self) -> int: ...
    def iter(self, tag: str) -> Iterator[_Element]: ...
    def itertext(self) -> Iterator[str]: ...


class _Article(Protocol):
    """What trafilatura gives of a page."""

    title: str | None
    author: str | None
    url: str | None
    hostname: str | None
    sitename: str | None
    date: str | None
    body: _Element | None


def read_page(raw: bytes, source: str, address: str | None = None) -> Report:
    """The article of an HTML page; raises NotText where it holds none. `address` is where it was, should it not say."""
    article = _extract(raw, address)
    text = _text(article) if article else ""
    if article is None or len(text) < _LEAST:
        raise NotText(source, "no article in the page", "save the article's own page, or give its text as .txt")
    return make_report(source, text, _fields(article))


def _extract(raw: bytes, address: str | None) -> _Article | None:
    from trafilatura import bare_extraction

    # It logs each page without an article; that is said by the error already.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(raw, url=address, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    return cast("_Article | None", found)


def _fields(article: _Article) -> Fields:
    return Fields(
        title=article.title,
        outlet=make_outlet({"name": article.sitename, "site": article.hostname}),
        published=article.date,
        url=article.url,
        author=article.author,
    )


def _text(article: _Article) -> str:
    """The article's paragraphs, a blank line between them, without the title at its head."""
    paragraphs = list(_paragraphs(article.body)) if article.body is not None else []
    if paragraphs and paragraphs[0] == article.title:
        paragraphs = paragraphs[1:]
    return "\n\n".join(paragraphs)


def _paragraphs(body: _Element) -> Iterator[str]:
    for block in body:
        if block.tag in _HOLDERS and len(block) and not (block.text or "").strip():
            yield from _paragraphs(block)
        elif block.tag == "table":
            yield from (" | ".join(map(_line, row)) for row in block.iter("row"))
        else:
            yield from _split(_words(block))
        yield from _split(block.tail or "")


def _words(block: _Element) -> str:
    """The block's words, with its line breaks."""
    for line_break in block.iter("lb"):
        line_break.tail = f"\n{line_break.tail or ''}"
    return "".join(block.itertext())


def _split(words: str) -> Iterator[str]:
    """The paragraphs that empty lines part, each on one line."""
    paragraphs = (_SPACE.sub(" ", part).strip() for part in _EMPTY_LINE.split(words))
    return (paragraph for paragraph in paragraphs if paragraph)


def _line(block: _Element) -> str:
    return _SPACE.sub(" ", _words(block)).strip()
