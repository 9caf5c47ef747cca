"""Reading the data files that lie beside the code."""

from __future__ import annotations

import tomllib
from importlib.resources import files

__all__ = ["load"]


def load(name: str) -> dict[str, object]:
    """The content of a TOML file of the codebook."""
    return tomllib.loads(files("parley.codebook").joinpath(name).read_text(encoding="utf-8"))
