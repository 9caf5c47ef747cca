"""The documentation is true of the code."""

import re
from pathlib import Path

import click
import pytest

import parley
from docs import data_model
from parley.cli import commands

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "corpus/*.md", "examples/**/*.md", "training/*.md", "src/**/*.md")
    for path in ROOT.glob(pattern)
)
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def text(name: str) -> str:
    """A page of the repository."""
    return (ROOT / name).read_text("utf-8")


def test_the_data_model_is_that_of_the_code() -> None:
    """Made again by python -m docs.data_model."""
    assert data_model.PAGE.read_text("utf-8") == data_model.page()


@pytest.mark.parametrize("target", re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))
def test_every_make_target_is_documented(target: str) -> None:
    """In CONTRIBUTING, as it is typed."""
    assert f"`make {target}`" in text("CONTRIBUTING.md")


def test_no_make_target_goes_without_its_phrase() -> None:
    """`make help` lists all that are meant to be typed."""
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize("command", commands.commands.values(), ids=lambda command: str(command.name))
def test_every_command_and_option_is_documented(command: click.Command) -> None:
    """In docs/cli.md, as it is typed."""
    page = text("docs/cli.md")
    assert f"parley {command.name}" in page
    options = [name for parameter in command.params if isinstance(parameter, click.Option) for name in parameter.opts]
    assert [option for option in options if option not in page] == []


def test_every_public_name_is_documented() -> None:
    """In docs/library.md."""
    page = text("docs/library.md")
    assert [name for name in parley.__all__ if f"parley.{name}" not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the repository finds it."""
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
    local = [link for link in links if not link.startswith(("http://", "https://"))]
    assert [link for link in local if not (page.parent / link).exists()] == []


def test_the_readme_shows_every_room() -> None:
    """And no room that is not there."""
    block = re.search(r"```\nREADME\.md.*?```", text("README.md"), re.DOTALL)
    assert block
    shown = set(re.findall(r"^  ([\w.]+/?) ", block[0], re.MULTILINE))
    package = ROOT / "src" / "parley"
    rooms = {f"{path.name}/" for path in package.iterdir() if path.is_dir() and path.name != "__pycache__"}
    files = {path.name for path in package.glob("*.py")} - {"__init__.py", "__main__.py"}
    assert shown == rooms | files


def test_the_first_screen_has_both_commands() -> None:
    """What to type comes before everything else."""
    first = "\n".join(text("README.md").splitlines()[:60])
    assert "make demo" in first
    assert "make test" in first


def test_decisions_are_listed() -> None:
    """Each page is in the list of decisions."""
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text("utf-8")
    assert [page.name for page in folder.glob("0*.md") if f"({page.name})" not in listed] == []
