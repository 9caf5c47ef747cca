"""From the corpus to the weights under src/parley/encoder: `make train`.

Stages, each of which leaves a file behind; a run that was cut off goes on with the first stage whose file is missing,
and within a stage with its last epoch. Delete `build/training` to begin anew.

1. actors     the weights of who is who (`src/parley/reading/actors.json`)
2. syntax     the encoder learns clauses from treebanks (where ../shared lies beside the project; else from the base)
3. first      a reader learns from the corpus
4. second     it goes on, and now learns also what it makes by itself of the texts that are annotated only in part
5. third      the same once more, slower
6. mean       between the second and the third, nearer to the third
7. export     ONNX, smoothed, int8; calibrated on dev
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

BUILD = Path("build/training")
PARTS = ("train", "sentences", "statements")
PARTLY = ("sentences", "statements")
EPOCHS = {"first": 14, "second": 10, "third": 5}
RATES = {"second": 0.6, "third": 0.4}
"""Of the later stages, as shares of the first one's."""
SHIPPED = Path("src/parley/encoder")


def stages() -> Iterator[tuple[str, Path, list[str]]]:
    """Each stage's name, the file it leaves, and the module and arguments that make it."""
    texts = [str(BUILD / "corpus" / f"{part}.jsonl") for part in PARTS]
    partly = [str(BUILD / "corpus" / f"{part}.jsonl") for part in PARTLY]
    yield "corpus", BUILD / "corpus/dev.jsonl", ["corpus.check", "--quiet", "--jsonl", str(BUILD / "corpus")]
    yield "actors", BUILD / "actors", ["training.actors"]
    start: list[str] = []
    if Path("../shared/data/ud_english_ewt").is_dir():
        yield "syntax", BUILD / "syntax.pt", ["training.syntax", str(BUILD / "syntax.pt")]
        start = ["--start", str(BUILD / "syntax.pt")]
    first = str(BUILD / "first")
    learn = ["training.train", first, *start, "--seed", "1", "--epochs", str(EPOCHS["first"]), "--corpus", *texts]
    yield "first", BUILD / "first/reader.pt", learn
    taught = str(BUILD / "taught.npz")
    yield "teach", Path(taught), ["training.teach", taught, "--readers", f"{first}/reader.pt", "--corpus", *partly]
    before = first
    for seed, stage in enumerate(("second", "third"), 2):
        out = str(BUILD / stage)
        learn = ["training.train", out, "--reader", f"{before}/reader.pt", "--rate", str(RATES[stage])]
        learn += ["--seed", str(seed), "--epochs", str(EPOCHS[stage]), "--corpus", *texts, "--teacher", taught]
        yield stage, BUILD / stage / "reader.pt", learn
        before = out
    mean = str(BUILD / "mean.pt")
    yield "mean", Path(mean), ["training.mean", mean, f"{BUILD}/second/reader.pt", f"{BUILD}/third/reader.pt"]
    export = ["training.export", mean, str(BUILD / "onnx")]
    yield "export", BUILD / "onnx/vocab.txt", export
    yield "calibrate", BUILD / "calibrated", ["training.calibrate", str(BUILD / "onnx")]


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
