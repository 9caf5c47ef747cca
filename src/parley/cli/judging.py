"""Commands by which people judge a record: `parley judge …`."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.answering import Question, opened
from parley.cli.options import with_config, with_record
from parley.cli.output import pipe_may_close
from parley.cli.statuses import READ

if TYPE_CHECKING:
    from parley.asking.bench import Asked, Bench, Entry
    from parley.linking.judging import Contradiction
    from parley.record import Judgement

__all__ = ["judge", "login"]

_TOLD = {
    "changed": "the words round it are others now",
    "orphaned": "its words are gone",
    "unread": "nothing is read there any more",
    "gone": "what it is about is not in the record",
}


@dataclass(frozen=True, slots=True)
class Said:
    """Who judges which record, and why."""

    question: Question
    user: str
    why: str | None


@click.group()
def judge() -> None:
    """Judge what the record says. The log is only ever added to: what was read stays, and everything can be undone."""


def _with_record(command: Callable[..., int]) -> Callable[..., int]:
    """`--record` and `--config`, which the command gets as `question`."""

    @wraps(command)
    def run(record: str, config: Path | None, **options: object) -> int:
        return command(question=Question(record, config, False), **options)

    return with_record(with_config(run))


def _with_said(command: Callable[..., int]) -> Callable[..., int]:
    """`--why` and `--user` besides, which the command gets as `said`."""

    @wraps(command)
    def run(question: Question, user: str | None, why: str | None, **options: object) -> int:
        return command(said=Said(question, user or login(), why), **options)

    named = click.option("--user", envvar="PARLEY_USER", metavar="NAME", help="Who judges; else your login.")
    reason = click.option("--why", metavar="TEXT", help="The reason, for those who read the log.")
    return reason(named(_with_record(run)))


def login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in a container
        raise click.UsageError("nobody knows who judges: --user NAME, or PARLEY_USER") from None


_some = click.argument("ids", nargs=-1, required=True, metavar="ID…")
_one = click.argument("target", metavar="ID")
_value = click.option("--value", required=True, metavar="V", help="What it is to be.")


@judge.command()
@_some
@_with_said
def accept(ids: tuple[str, ...], said: Said) -> int:
    """Note that somebody looked and found it right."""
    return _judge(said, "accept", ids)


@judge.command()
@_some
@_with_said
def reject(ids: tuple[str, ...], said: Said) -> int:
    """Take a finding, a report, an incident, demand, dispute or talks out of the record."""
    return _judge(said, "reject", ids)


@judge.command()
@_one
@click.option("--field", required=True, metavar="F", help="Which field; a wrong one is answered by those there are.")
@_value
@_with_said
def correct(target: str, field: str, value: str, said: Said) -> int:
    """Set a field of an event, a statement, an actor, or of anything in the record."""
    return _judge(said, "correct", (target,), field, value)


@judge.command()
@_some
@_with_said
def merge(ids: tuple[str, ...], said: Said) -> int:
    """Make one of several incidents, demands, actors or talks."""
    return _judge(said, "merge", ids[:1], others=ids[1:])


@judge.command()
@_one
@click.argument("parts", nargs=-1, required=True, metavar="FINDING…")
@_with_said
def split(target: str, parts: tuple[str, ...], said: Said) -> int:
    """Split findings (a1#e3) off an incident or demand: they become one of their own. Of two whole incidents, demands
    or actors it says that they are not one."""
    return _judge(said, "split", (target,), others=parts)


@judge.command()
@_one
@_value
@_with_said
def name(target: str, value: str, said: Said) -> int:
    """Name talks, an actor or an incident."""
    return _judge(said, "name", (target,), value=value)


@judge.command()
@_one
@_value
@_with_said
def resolve(target: str, value: str, said: Said) -> int:
    """Say what a dispute is: conflict, later-update, different-scope or open."""
    return _judge(said, "resolve", (target,), value=value)


@judge.command()
@_one
@_value
@_with_said
def fulfil(target: str, value: str, said: Said) -> int:
    """Say how far a demand was fulfilled: 0 none, 1 minimal, 2 intermediate, 3 full."""
    return _judge(said, "fulfil", (target,), value=value)


@judge.command()
@_some
@_with_said
def undo(ids: tuple[str, ...], said: Said) -> int:
    """Undo judgements, by their ids in the log; an undo can be undone, too."""
    return _judge(said, "undo", ids)


@judge.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a judgement, one a line.")
@click.option("--changed", is_flag=True, help="Only those whose evidence changed or is gone.")
@_with_record
def log(question: Question, as_json: bool, changed: bool) -> int:
    """List all that was decided, with what was undone and where people contradict each other."""
    with _bench(question) as bench, pipe_may_close():
        shown = [one for one in bench.log() if not changed or not (one.undone or one.standing == "stands")]
        for one in shown:
            click.echo(_as_json(one) if as_json else _as_line(one))
        if not shown and not as_json:
            click.echo(
                "every judgement stands on the words it was made on" if changed else "nobody has judged anything"
            )
    return READ


@judge.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.jsonl")
@_with_record
def export(question: Question, file: Path) -> int:
    """Write the log to a file, for another record of the same reports."""
    with _bench(question) as bench:
        lines = list(bench.lines())
        file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        click.echo(f"{file}: {_counted(len(lines))}")
    return READ


@judge.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.jsonl")
@_with_record
def import_(question: Question, file: Path) -> int:
    """Add another person's log; where the two contradict each other, both stay and the later decision stands."""
    with _bench(question) as bench:
        taken = bench.take_in(file)
        known = f", {taken.known:,} there already" if taken.known else ""
        click.echo(f"{file}: {_counted(taken.new)} added{known}")
        for one in taken.contradictions:
            click.echo(_contradicted(one))
    return READ


@contextmanager
def _bench(question: Question) -> Iterator[Bench]:
    from parley.asking.bench import Bench

    with opened(question) as record:
        yield Bench(record, _now)


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - when somebody judged


def _judge(
    said: Said,
    verb: str,
    ids: Sequence[str],
    field: str | None = None,
    value: str | None = None,
    *,
    others: tuple[str, ...] = (),
) -> int:
    from parley.asking.bench import Asked

    asked: list[Asked] = [Asked(verb, id_, others, field, value, said.why) for id_ in ids]
    with _bench(said.question) as bench:
        for one in bench.judge(asked, said.user):
            click.echo(f"{one.id}  {_words(one)}")
    return READ


def _counted(number: int) -> str:
    return f"{number:,} judgement{'' if number == 1 else 's'}"


def _words(one: Judgement) -> str:
    """What was decided: "merge incident:a1#e3 with incident:b2#e0"."""
    joint = {"merge": " with ", "split": " off: "}.get(one.verb, " ")
    what = f"{one.target}{joint}{', '.join(one.others)}" if one.others else one.target
    set_ = f": {one.field} = {one.value}" if one.field else f": {one.value}" if one.value else ""
    return f"{one.verb} {what}{set_}"


def _as_line(one: Entry) -> str:
    judged = one.judgement
    notes = [
        f"({judged.why})" if judged.why else "",
        "[undone]" if one.undone else "",
        f"[{_TOLD[one.standing]}]" if one.standing in _TOLD else "",
        f"[contradicts {', '.join(one.against)}]" if one.against else "",
    ]
    words = (f"{judged.at:%Y-%m-%d %H:%M}", judged.id, judged.user, _words(judged), *notes)
    return "  ".join(word for word in words if word)


def _as_json(one: Entry) -> str:
    from parley.linking.judging import to_line

    shape: dict[str, object] = json.loads(to_line(one.judgement))
    del shape["passages"]
    told = {"undone": one.undone, "standing": one.standing, "contradicts": list(one.against)}
    return json.dumps(shape | told, ensure_ascii=False)


def _contradicted(one: Contradiction) -> str:
    return (
        f"contradiction: {one.overruled.user} decided {_words(one.overruled)} ({one.overruled.id}); "
        f"{one.stands.user} decided {_words(one.stands)} ({one.stands.id}), which is later and stands"
    )
