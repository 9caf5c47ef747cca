"""Other languages: the catalogue holds every text, and a translation of it is what pages show."""

from __future__ import annotations

import io
from gettext import GNUTranslations

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from playwright.sync_api import Page

from docs.catalogue import CATALOGUE, catalogue
from docs.screenshots import pages
from parley.web import translation
from tests.web.serving import Site

RECORD = ".process h2, .results h2, article h2, details.link summary, .member label, [data-group], th[scope=row]"
"""Heads that are names, words or days of the record."""


def test_the_catalogue_is_up_to_date() -> None:
    """`make docs` writes it again."""
    assert CATALOGUE.read_bytes() == catalogue()


@pytest.fixture
def strange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language in which every text stands in brackets."""
    with CATALOGUE.open("rb") as file:
        known = read_po(file, locale="cy")
    for message in known:
        one, several = (message.id, message.id) if isinstance(message.id, str) else message.id
        if one:
            forms = (f"⟦{one}⟧", *[f"⟦{several}⟧"] * (known.num_plurals - 1))
            message.string = forms if message.pluralizable else forms[0]
    compiled = io.BytesIO()
    write_mo(compiled, known)
    compiled.seek(0)
    monkeypatch.setattr(translation, "_FOUND", GNUTranslations(compiled))


def test_pages_are_in_the_language_of_a_catalogue(strange: None, page: Page, site: Site) -> None:
    """Their language is named, and no head, label or button is left in English."""
    left = []
    for name, address in pages(site.live.index).items():
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == "cy"
        heads = page.locator("h2, th, label, button, summary, nav a, legend").and_(page.locator(f":not({RECORD})"))
        for text in heads.all_text_contents():
            if any(letter.isalpha() for letter in text) and "⟦" not in text:
                left.append(f"{name}: {' '.join(text.split())[:60]}")
    assert not left, "\n".join(left)
