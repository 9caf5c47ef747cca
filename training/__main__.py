"""From the corpus to the weights under src/parley/encoder: `make train`.

Stages, each of which leaves a file behind; a run that was cut off goes on with the first stage whose file is missing,
and within a stage with its last epoch. Delete `build/training` to begin anew.

1. actors     the weights of who is who (`src/parley/reading/actors.json`)
2. syntax     the encoder learns clauses from treebanks (where ../shared lies beside the project; else from the base)
3. first      a reader learns from the corpus
4. second …   it goes on, each time slower, and learns also what it makes by itself of the texts that are annotated only
              in part; of the third there are several, and their mean is what ships
5. export     ONNX, in eight bits; calibrated on dev; and what the eight bits cost there
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BUILD = Path("build/training")
PARTS = ("train", "sentences", "statements")
PARTLY = ("sentences", "statements")
FIRST = 12
"""Epochs of the first reader."""
SHIPPED = Path("src/parley/encoder")


@dataclass(frozen=True, slots=True)
class Stage:
    """How a reader goes on: its epochs, its rate as a share of the first one's, and how many go on side by side, each
    with a seed of its own, to be averaged."""

    name: str
    epochs: int
    rate: float
    branches: int = 1


LATER = (Stage("second", 5, 0.6), Stage("third", 3, 0.5, branches=2))


def stages() -> Iterator[tuple[str, Path, list[str]]]:
    """Each stage's name, the file it leaves, and the module and arguments that make it."""
    texts = [str(BUILD / "corpus" / f"{part}.jsonl") for part in PARTS]
    yield "corpus", BUILD / "corpus/dev.jsonl", ["corpus.check", "--quiet", "--jsonl", str(BUILD / "corpus")]
    yield "actors", BUILD / "actors", ["training.actors"]
    start: list[str] = []
    if Path("../shared/data/ud_english_ewt").is_dir():
        yield "syntax", BUILD / "syntax.pt", ["training.syntax", str(BUILD / "syntax.pt")]
        start = ["--start", str(BUILD / "syntax.pt")]
    reader = BUILD / "first/reader.pt"
    learn = ["training.train", str(reader.parent), *start, "--seed", "1", "--epochs", str(FIRST), "--corpus", *texts]
    yield "first", reader, learn
    for stage in LATER:
        yield from _later(stage, reader)
        reader = BUILD / f"{stage.name}.pt"
    yield "export", BUILD / "onnx/vocab.txt", ["training.export", str(reader), str(BUILD / "onnx")]
    yield "calibrate", BUILD / "calibrated", ["training.calibrate", str(BUILD / "onnx")]
    yield "rounding", BUILD / "rounded", ["training.rounding", str(reader), str(BUILD / "onnx")]


def _later(stage: Stage, before: Path) -> Iterator[tuple[str, Path, list[str]]]:
    """What a reader makes of the texts that are annotated in part, how it goes on, and the mean of its branches."""
    texts, partly = ([str(BUILD / "corpus" / f"{part}.jsonl") for part in parts] for parts in (PARTS, PARTLY))
    taught = BUILD / f"taught-{stage.name}.npz"
    teach = ["training.teach", str(taught), "--readers", str(before), "--corpus", *partly]
    yield f"teach {stage.name}", taught, teach
    found = [BUILD / f"{stage.name}-{number}" / "reader.pt" for number in range(1, stage.branches + 1)]
    for seed, reader in enumerate(found, 2):
        learn = ["training.train", str(reader.parent), "--reader", str(before), "--rate", str(stage.rate)]
        learn += ["--seed", str(seed), "--epochs", str(stage.epochs), "--corpus", *texts, "--teacher", str(taught)]
        yield reader.parent.name, reader, learn
    out = BUILD / f"{stage.name}.pt"
    yield f"mean {stage.name}", out, ["training.mean", str(out), *map(str, found)]


def main() -> None:
    """Run what is missing, then put the model into the package."""
    BUILD.mkdir(parents=True, exist_ok=True)
    for name, left, command in stages():
        if left.exists():
            print(f"{name}: there already ({digest(left)})")
            continue
        print(f"{name} …", flush=True)
        subprocess.run([sys.executable, "-m", *command], check=True)
        if not left.exists():
            left.touch()
        print(f"{name}: done ({digest(left)})", flush=True)
    for path in sorted((BUILD / "onnx").iterdir()):
        (SHIPPED / path.name).write_bytes(path.read_bytes())
    print(f"The model lies under {SHIPPED}; `make bench` measures it.")


def digest(path: Path) -> str:
    """The first digits of a file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


if __name__ == "__main__":
    main()
