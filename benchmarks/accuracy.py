"""Measure accuracy and hold it against the floors.

python -m benchmarks.accuracy [--only NAME]… [--json] [--pin [--lower REASON]]

Exit status 1 where a figure lies under its floor. --pin moves the floors to what was measured, up or not at all; down
only with --lower and the reason.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from benchmarks import floors
from benchmarks.floors import Floors
from benchmarks.measures import MEASURES, Measured, available, headline

TITLES = {
    "dev": "corpus/dev: 24 reports",
    "registry": "registry ids in the 44 linked reports, of named mentions",
    "links": "links.yaml: the record of 44 reports, from raw text (on which the reader was trained)",
    "links-annotated": "links.yaml: the record of the same reports as people read them",
    "ecb+": "ECB+ test topics: events of one happening, annotated mentions",
    "real": "real texts of others",
    "plv": "PLV test, as shipped: macro-F1 of root codes",
    "places": "toponyms with gold spans: accuracy within 161 km",
    "polnear": "PolNeAR test, as shipped: contents by least overlap",
    "tempeval": "TempEval-3 platinum: time expressions, by rules alone",
    "wikiwars": "WikiWars test: time expressions, by rules alone",
    "date-specs": "Recognizers-Text: values of date expressions in scope",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    options = _parser().parse_args(arguments)
    known = floors.load()
    measured = [MEASURES[name]() for name in options.only or available()]
    if options.pin or options.lower:
        return _pin(measured, known, options.lower)
    if options.json:
        print(json.dumps({each.name: asdict(each) for each in measured}))
    else:
        for each in measured:
            _show(each, known.get(each.name))
    missed = [line for each in measured if each.name in known for line in floors.shortfalls(each, known[each.name])]
    for line in missed:
        print(line, file=sys.stderr)
    return 1 if missed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.accuracy", description="Measure accuracy against the floors.")
    parser.add_argument("--only", action="append", choices=sorted(MEASURES), help="measure only this; may be repeated")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--pin", action="store_true", help="move the floors to what is measured")
    parser.add_argument("--lower", metavar="REASON", help="let floors sink, and keep the reason")
    return parser


def _pin(measured: Sequence[Measured], known: dict[str, Floors], reason: str | None) -> int:
    try:
        known |= {each.name: floors.pinned(each, known.get(each.name), reason) for each in measured}
    except floors.Lowered as refusal:
        print(refusal, file=sys.stderr)
        return 1
    floors.save(known)
    print(f"pinned {', '.join(each.name for each in measured)} in {floors.FLOORS.name}")
    return 0


def _show(measured: Measured, known: Floors | None) -> None:
    table = Table(title=TITLES[measured.name], title_justify="left", box=None, pad_edge=False)
    table.add_column("figure")
    for column in ("P", "R", "F1 or accuracy", "floor", "cases"):
        table.add_column(column, justify="right")
    for name, row in measured.rows.items():
        floor = known.figures.get(name) if known else None
        cells = (row.get("p"), row.get("r"), headline(row), floor, row.get("gold", row.get("of")))
        table.add_row(name, *("" if cell is None else str(cell) for cell in cells))
    console = Console(width=100)
    console.print(table)
    if measured.by_type:
        by_type = (f"{name} {row['f1']} ({row['gold']})" for name, row in measured.by_type.items())
        console.print("by type: " + ", ".join(by_type), highlight=False)
    console.print()


if __name__ == "__main__":
    sys.exit(main())
