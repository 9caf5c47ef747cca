"""What the pages show is what the commands print."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from docs.outputs import BLOCK, PAGES, content, filled

LIKE = 0.7
"""The share of lines that is the same on every machine: processors round the model's small integers differently."""


def test_a_page_without_blocks_stays_as_it_is() -> None:
    """Only what follows a comment is filled."""
    page = "# A page\n\n```console\n$ make demo\n```\n"
    assert filled(page) == page


def test_a_block_is_filled_with_its_first_and_last_lines() -> None:
    """And says that something is left out."""
    page = "<!-- output (shown: count, first: 2, last: 1): seq 9 -->\n```console\nold\n```\n"
    assert filled(page) == page.replace("old\n", "$ count\n1\n2\n…\n9\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_show_what_is_printed(page: Path) -> None:
    """Filled again by python -m docs.outputs."""
    for block in BLOCK.finditer(page.read_text("utf-8")):
        shown, printed = block["held"].splitlines(), content(block).splitlines()
        assert SequenceMatcher(None, shown, printed).ratio() >= LIKE, block["command"]


def test_the_tutorial_shows_the_program_that_it_runs() -> None:
    """Word for word."""
    program = (Path(__file__).parents[2] / "docs" / "states.py").read_text("utf-8")
    assert f"```python\n{program}```\n" in PAGES[1].read_text("utf-8")
