"""A YAML file read so that whatever is wrong in it can be named by its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from parley.errors import Malformed, NotFound

__all__ = ["Fields", "open_yaml"]

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
NOTHING = frozenset({"tag:yaml.org,2002:null"})


@dataclass(frozen=True, slots=True)
class Fields:
    """One mapping of a file; every complaint is a Malformed with file and line."""

    file: str
    node: yaml.MappingNode

    def fault(self, node: yaml.Node, problem: str, hint: str) -> Malformed:
        """The complaint about a node, for raising."""
        return Malformed(f"{self.file}:{node.start_mark.line + 1}", problem, hint)

    def only(self, known: Iterable[str]) -> None:
        """Refuse names that are not known, and names given twice."""
        seen: set[str] = set()
        for key, _ in self.node.value:
            if key.value not in known:
                raise self.fault(key, f"unknown field {key.value!r}", f"known are {', '.join(known)}")
            if key.value in seen:
                raise self.fault(key, f"{key.value} is given twice", "keep one of the two")
            seen.add(key.value)

    def at(self, name: str) -> yaml.Node | None:
        """What stands under a name; None for nothing."""
        node = next((value for key, value in self.node.value if key.value == name), None)
        return None if node is None or node.tag in NOTHING else node

    def text(self, name: str) -> str | None:
        """A word or line."""
        node = self.at(name)
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            raise self.fault(node, f"{name} must be a text", f"write {name}: some words")
        return str(node.value).strip() or None

    def needed(self, name: str) -> str:
        """A text that must be there."""
        found = self.text(name)
        if found is None:
            raise self.fault(self.node, f"{name} is missing", f"add {name}: …")
        return found

    def matching(self, name: str, pattern: re.Pattern[str], hint: str) -> str | None:
        """A text that must look a certain way."""
        found, node = self.text(name), self.at(name)
        if found is not None and node is not None and not pattern.fullmatch(found):
            raise self.fault(node, f"{name}: {found!r} does not fit", hint)
        return found

    def date(self, name: str) -> str | None:
        """An ISO day, month or year."""
        return self.matching(name, DATE, "write a date as 2024-03-11, 2024-03 or 2024")

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        node = self.at(name)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode) or any(not isinstance(n, yaml.ScalarNode) for n in node.value):
            raise self.fault(node, f"{name} must be a list of texts", f"write {name}: [one, another]")
        return tuple(str(one.value).strip() for one in node.value)

    def children(self, name: str) -> Iterator[Fields]:
        """A list of mappings."""
        node = self.at(name)
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            raise self.fault(node, f"{name} must be a list", f"write {name}: and below it lines that begin with a dash")
        for child in node.value:
            if not isinstance(child, yaml.MappingNode):
                raise self.fault(child, f"an entry of {name} must have named fields", "write field: value")
            yield Fields(self.file, child)

    def child(self, name: str) -> Fields | None:
        """A mapping."""
        node = self.at(name)
        if node is None:
            return None
        if not isinstance(node, yaml.MappingNode):
            raise self.fault(node, f"{name} must have named fields", "write field: value")
        return Fields(self.file, node)


def open_yaml(path: Path, begins: str = "actors: or processes:", see: str = "docs/registry.md") -> Fields:
    """The top of a file; raises NotFound, or Malformed with the line where it is no YAML."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(path.read_text("utf-8"), loader)
    except FileNotFoundError as problem:
        raise NotFound(str(path), "there is no such file", "correct its name in parley.toml") from problem
    except (OSError, UnicodeDecodeError) as problem:
        raise Malformed(str(path), f"cannot be read as text ({problem})", "save it as UTF-8") from problem
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise Malformed(
            f"{path}:{line}", f"no YAML: {problem.problem}", "look at this line and the one above"
        ) from problem
    except yaml.YAMLError as problem:
        raise Malformed(str(path), f"no YAML: {problem}", "save it as UTF-8 without control characters") from problem
    if not isinstance(node, yaml.MappingNode):
        raise Malformed(f"{path}:1", f"must begin with {begins}", f"see {see}")
    return Fields(str(path), node)
