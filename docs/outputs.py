"""Put into the pages what the commands in them really print.

python -m docs.outputs

A block to fill follows a comment that names the command; how it is shown, where that is another, and how many of its
first and last lines are wanted stand in brackets:

<!-- output (shown: make demo, first: 12, last: 6): .venv/bin/parley demo examples/istanbul -->
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *(ROOT / "docs" / f"{name}.md" for name in ("tutorial", "asking", "learning")))
BLOCK = re.compile(
    r"(?P<comment><!-- output(?: \((?P<wanted>[^)\n]*)\))?: (?P<command>[^\n]+?) -->\n)"
    r"```console\n(?P<held>.*?)```\n",
    re.DOTALL,
)
GAP = "…"


def filled(page: str) -> str:
    """The page with every block as its command prints it now."""
    return BLOCK.sub(lambda block: f"{block['comment']}```console\n{content(block)}```\n", page)


def content(block: re.Match[str]) -> str:
    """What a block should hold: the command as it is typed, and what it prints."""
    wanted = dict(part.split(": ", 1) for part in (block["wanted"] or "").split(", ") if part)
    lines = run(block["command"])
    first, last = int(wanted.get("first", len(lines))), int(wanted.get("last", 0))
    if first + last < len(lines):
        lines = [*lines[:first], GAP, *lines[len(lines) - last :]]
    return "".join(f"{line}\n" for line in [f"$ {wanted.get('shown', block['command'])}", *lines])


def run(command: str) -> list[str]:
    """The lines that a command prints, with the environment that this runs in as `.venv`."""
    programs = os.path.relpath(Path(sys.executable).parent, ROOT)
    typed = command.replace(".venv/bin", programs)
    done = subprocess.run(
        typed, shell=True, cwd=ROOT, capture_output=True, text=True, check=True, env=os.environ | {"COLUMNS": "100"}
    )
    printed = done.stdout.replace(programs, ".venv/bin")
    return [line.rstrip() for line in printed.rstrip().splitlines()]


def main() -> None:
    """The command."""
    for page in PAGES:
        page.write_text(filled(page.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
