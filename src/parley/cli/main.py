"""What the `parley` command runs."""

from __future__ import annotations

import sys

import click

from parley import __version__
from parley.cli import asking, demo, judging, keeping, learning, reading, searching, serving, showing, users, who
from parley.cli.statuses import INTERRUPTED, NOTHING_READ, READ
from parley.errors import ParleyError


def main() -> None:
    """The commands below, and no traceback where a pipe closes or Ctrl-C is pressed."""
    try:
        status = commands.main(prog_name="parley", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (KeyboardInterrupt, click.Abort):
        status = INTERRUPTED
    except (ParleyError, OSError) as error:
        click.echo(f"error: {error}", err=True)
        status = NOTHING_READ
    sys.exit(status or READ)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="parley %(version)s")
def commands() -> None:
    """Read news reports of conflicts and their talks: who said what, who did what to whom, how sure the source is."""


for command in (
    reading.read,
    demo.demo,
    keeping.add,
    keeping.reread,
    keeping.failures,
    who.who,
    *asking.COMMANDS,
    *showing.COMMANDS,
    searching.search,
    judging.judge,
    users.user,
    learning.learn,
    serving.serve,
):
    commands.add_command(command)
