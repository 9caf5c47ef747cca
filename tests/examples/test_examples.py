"""The bundled reports."""

import pytest

from corpus.load import LINKED, load
from examples.make import FOLDER, articles
from parley.record import Report
from parley.sources import read_inputs


def test_the_files_are_what_the_corpus_makes() -> None:
    """Whoever changes the corpus makes the examples again: python -m examples.make."""
    files = {path.name: path.read_text("utf-8") for path in FOLDER.iterdir() if path.name != "README.md"}
    assert files == dict(articles())


def test_there_are_enough_of_both_forms() -> None:
    """At least thirty reports, as text and as pages."""
    names = [name for name, _ in articles()]
    assert len(names) >= 30
    assert min(sum(name.endswith(suffix) for name in names) for suffix in (".txt", ".html")) >= 10


def test_the_readme_says_that_they_are_not_news() -> None:
    """Nobody should quote them."""
    assert "They are not news" in (FOLDER / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def read() -> dict[str, Report]:
    """Every example as Parley takes it in."""
    found = {given.name: given.report for given in read_inputs([str(FOLDER)])}
    assert all(isinstance(report, Report) for report in found.values())
    return {name: report for name, report in found.items() if isinstance(report, Report)}


def test_every_article_comes_whole_out_of_its_file(read: dict[str, Report]) -> None:
    """Each paragraph of the corpus is in one of the texts, and menus, cookies and footers are in none."""
    texts = [report.text for report in read.values()]
    together = "\n\n".join(texts)
    for report in load("train", sets=LINKED):
        assert [part for part in report["text"].split("\n\n") if part not in together] == []
    assert not any(word in together.lower() for word in ("cookie", "all rights reserved", "most read", "log in to"))


def test_title_outlet_and_day_come_out_of_every_file(read: dict[str, Report]) -> None:
    """From the header of a text, from the metadata of a page."""
    corpus = {report["title"]: report for report in load("train", sets=LINKED)}
    for report in read.values():
        source = corpus[report.title]
        assert report.outlet
        assert source["outlet"]
        assert report.outlet.name == source["outlet"]["name"]
        assert str(report.published) == source["published"]
