"""What cities are called in English news where GeoNames puts another name first: what is meant first by that name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gazetteer_build.rows import Row
from parley.gazetteer.folding import fold

_FILE = Path(__file__).with_name("english.tsv")


def prefer(rows: Sequence[Row], countries: dict[str, str]) -> None:
    """Mark the English names; `countries` gives the alpha-3 code of each alpha-2 code.

    The most peopled place of the country that is called so is meant, or the one of the third column, which then gets
    the name. Raises ValueError where there is none.
    """
    wanted = [line.split("\t") for line in _FILE.read_text("utf-8").splitlines()]
    best: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.entry.kind in ("place", "capital"):
            for name in row.called:
                key = (row.entry.countries[0] if row.entry.countries else "", fold(name))
                if key not in best or best[key].entry.population < row.entry.population:
                    best[key] = row
    missing = []
    for code, name, *known in wanted:
        found = best.get((countries[code], fold((known or [name])[0])))
        if found:
            found.called[name] = "known"
        else:
            missing.append(f"{name} ({code})")
    if missing:
        raise ValueError("no such place in GeoNames: " + ", ".join(missing))
