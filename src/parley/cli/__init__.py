"""The command line: one file a family of commands."""

from parley.cli.main import commands, main
from parley.cli.statuses import INTERRUPTED, NOTHING_READ, PARTLY_READ, PIPE_CLOSED, READ

__all__ = ["INTERRUPTED", "NOTHING_READ", "PARTLY_READ", "PIPE_CLOSED", "READ", "commands", "main"]
