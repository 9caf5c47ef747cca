"""Where the data lie that is measured on, and what pins it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
"""Data of others, which the project does not contain; figures on it are measured only where it is there."""

DEV = tuple(sorted((ROOT / "corpus" / "dev").glob("*.yaml")))


def real_reports() -> list[Path]:
    """Real texts that others published, annotated as the corpus is."""
    return sorted((SHARED / "corpus" / "dev").glob("real-*.yaml"))


def plv_test() -> Path:
    """The test split of the PLOVER validation set."""
    return SHARED / "data" / "plv" / "PLV_test.tsv"


def polnear_test() -> list[Path]:
    """The annotation files of PolNeAR's test split, of the first annotator where an article has several."""
    first: dict[str, Path] = {}
    for path in sorted((SHARED / "data" / "polnear" / "data" / "test" / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rpartition("_")[0], path)
    return list(first.values())


def polnear_text(annotation: Path) -> Path:
    """The article that an annotation file is about."""
    return annotation.parents[1] / "text" / f"{annotation.stem.rpartition('_')[0]}.txt"


def tempeval() -> list[Path]:
    """The platinum texts of TempEval-3."""
    return sorted((SHARED / "data" / "timex" / "te3_platinum").glob("*.tml"))


def wikiwars() -> list[Path]:
    """The texts of WikiWars with their annotation inside."""
    return sorted((SHARED / "data" / "timex" / "wikiwars" / "keyinline").glob("*.xml"))


def date_specs() -> Path:
    """The folder of Recognizers-Text's cases of dates and times."""
    return SHARED / "data" / "date_specs" / "Specs" / "DateTime" / "English"


def digest(paths: Iterable[Path]) -> str:
    """The SHA-256 of the files' contents, one after the other."""
    sha = hashlib.sha256()
    for path in paths:
        sha.update(path.read_bytes())
    return sha.hexdigest()
