"""Write docs/data-model.md from the dataclasses themselves.

python -m docs.data_model
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator
from pathlib import Path

from parley import record

PAGE = Path(__file__).with_name("data-model.md")
HEAD = """# The data model

What Parley holds of one report, and of many. `parley.read` gives a `Reading`; everything else about one report
hangs on it. The second half, from `Record` on, is what many readings say together. All are frozen dataclasses of
`parley.record` and can be compared, pickled and used as they are; the JSON form of a reading is
[reading.schema.json](reading.schema.json).

Three kinds of sureness are kept apart. *Reality* (and a hedged *cue*) is how sure the **source** is. *Confidence* is
how sure the **reader** is that it read the words rightly, a probability. How many independent origins say so is a
matter of several reports and not of one.

The labels (types, reality, talks, aspect) are defined, with examples, in [the guidelines](../corpus/GUIDELINES.md).

This page is made from the code by `python -m docs.data_model`.
"""
ORDER = (
    "Reading Report Outlet Span Sentence Actor Candidate Mention Party Statement Event Figure Place PlaceCandidate "
    "When Provenance Failure "
    "Record Ref Claimant Evidence Version Reason Link Canon Copies Origin Related Incident Point Toll "
    "Talks Round Truce StatusClaim BoardRow Demand Move Dispute Judgement Passage Annotation LeftOut Change"
).split()


def page() -> str:
    """The whole page."""
    return HEAD + "".join(_section(name) for name in ORDER)


def _section(name: str) -> str:
    noun = getattr(record, name)
    rows = "".join(_row(field) for field in dataclasses.fields(noun))
    return f"\n## {name}\n\n{inspect.getdoc(noun)}\n\n| field | type | default |\n|---|---|---|\n{rows}{_methods(noun)}"


def _row(field: dataclasses.Field[object]) -> str:
    kind = str(field.type).replace("|", "\\|")
    return f"| `{field.name}` | `{kind}` | {_default(field)} |\n"


def _default(field: dataclasses.Field[object]) -> str:
    if field.default_factory is not dataclasses.MISSING:
        return f"`{field.default_factory()}`"
    return "" if field.default is dataclasses.MISSING else f"`{field.default}`"


def _methods(noun: type) -> str:
    lines = "".join(_method_lines(noun))
    return f"\n{lines}" if lines else ""


def _method_lines(noun: type) -> Iterator[str]:
    for name, method in vars(noun).items():
        if inspect.isfunction(method) and not name.startswith("_"):
            signature = str(inspect.signature(method)).replace("(self, ", "(").replace("(self)", "()").replace("'", "")
            said = " ".join((inspect.getdoc(method) or "").split())
            yield f"- `{name}{signature}`: {said}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
