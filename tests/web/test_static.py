"""What is shipped with the web app."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

VENDOR = Path("src/parley/web/static/vendor")


def test_files_of_others_are_as_they_were_published() -> None:
    """Each has the digest that is written down, and none lies there unnamed."""
    lines = (line.split("  ") for line in (VENDOR / "digests.txt").read_text().splitlines())
    told = {name: digest for digest, name in lines}
    files = {path.name: path for path in VENDOR.iterdir() if path.suffix in (".js", ".json")}
    assert {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items()} == told
    readme = (VENDOR / "README.md").read_text()
    assert [name for name in files if name not in readme] == []
