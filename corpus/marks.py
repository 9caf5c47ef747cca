"""Sentences whose spans are marked in place, as in "[Norway] *pledged* 40 million kroner to {Malawi}"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.standoff import Offsets


@dataclass(frozen=True, slots=True)
class Marks:
    """Which characters open and close a span of which role: role → "[]", or "**" where both are the same."""

    pairs: Mapping[str, str]

    def unmark(self, marked: str) -> tuple[str, dict[str, list[Offsets]]]:
        """The sentence without its marks, and the spans of each role; marks do not nest."""
        opens = {pair[0]: role for role, pair in self.pairs.items()}
        closes = {pair[1] for pair in self.pairs.values()}
        spans: dict[str, list[Offsets]] = {role: [] for role in self.pairs}
        text, role, start = "", None, 0
        for character in marked:
            if role is not None and character == self.pairs[role][1]:
                if start == len(text):
                    raise ValueError(f"nothing stands between {self.pairs[role]!r}")
                spans[role].append([start, len(text)])
                role = None
            elif role is None and character in opens:
                role, start = opens[character], len(text)
            elif character in opens or character in closes:
                raise ValueError(f"stray or nested mark {character!r}")
            else:
                text += character
        if role is not None:
            raise ValueError(f"{self.pairs[role][0]!r} is not closed")
        return text, spans

    def mark(self, text: str, spans: Mapping[str, Sequence[Offsets]]) -> str:
        """What `unmark` turns back into that sentence and those spans, which share no character."""
        if held := sorted(set(text) & set("".join(self.pairs.values()))):
            raise ValueError(f"the sentence itself holds {held}")
        marked, done = "", 0
        for (start, end), role in sorted((span, role) for role, found in spans.items() for span in found):
            if start < done:
                raise ValueError("spans share characters")
            pair = self.pairs[role]
            marked += text[done:start] + pair[0] + text[start:end] + pair[1]
            done = end
        return marked + text[done:]
