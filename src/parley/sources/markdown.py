"""Markdown: its words without its marks, a blank line between paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.record import Report
from parley.sources.decoding import decode, plain
from parley.sources.fields import make_report
from parley.sources.header import split_header

if TYPE_CHECKING:
    from markdown_it.token import Token

_SPACING = {"softbreak": " ", "hardbreak": "\n"}
_WORDS = frozenset({"text", "code_inline"})


def read_markdown(raw: bytes, source: str) -> Report:
    """The report of a Markdown file; its first heading is the title where the header gives none."""
    from markdown_it import MarkdownIt

    fields, text = split_header(plain(decode(raw, source)))
    blocks = list(_blocks(MarkdownIt("commonmark").enable("table").parse(text)))
    if fields.title is None and blocks and blocks[0][0] == "h1":
        fields = replace(fields, title=blocks.pop(0)[1])
    return make_report(source, "\n\n".join(words for _, words in blocks), fields)


def _blocks(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """The tag round each stretch of words, and the words."""
    tag = ""
    for token in tokens:
        if token.type == "inline":
            words = _words(token).strip()
            if words:
                yield tag, words
        elif token.type in ("fence", "code_block"):
            yield "pre", token.content.rstrip("\n")
        elif token.nesting == 1:
            tag = token.tag


def _words(inline: Token) -> str:
    return "".join(
        child.content if child.type in _WORDS else _SPACING.get(child.type, "") for child in inline.children or []
    )
