"""YAML as annotators write it: an entry on a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import yaml

__all__ = ["Flow", "Row", "few", "to_yaml"]

Row = dict[str, object]
_WIDTH = 140


class Flow(Row):
    """A mapping that is written on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes nothing by reference."""

    def ignore_aliases(self, data: object) -> bool:
        """Whatever it is."""
        return True


def _flow(dumper: _Dumper, data: Flow) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)


_Dumper.add_representer(Flow, _flow)


def to_yaml(documents: Iterable[Mapping[str, object]]) -> str:
    """Documents as one file."""
    texts = (
        yaml.dump(dict(one), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH) for one in documents
    )
    return "---\n".join(texts)


def few(wordings: Iterable[str]) -> str | list[str] | None:
    """One as it is, several as a list, none as nothing."""
    found = list(wordings)
    return found[0] if len(found) == 1 else found or None
