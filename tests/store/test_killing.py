"""A record outlives whoever writes to it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
KILLS = 20


def test_a_record_that_was_killed_over_and_over_is_as_if_it_had_not_been() -> None:
    """The same command goes on where it was; what is there is whole. By hand: python -m tests.store.killing 100."""
    command = [sys.executable, "-m", "tests.store.killing", str(KILLS)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr[-2000:]
    assert "each as if it had not been killed" in ran.stdout
