"""How a round ended: what those say of it who do not say the same, however long after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line
from parley.linking.talks.named import Named
from parley.record import Dispute, StatusClaim

__all__ = ["results"]

RESULTS = {"ended-deal": ("a deal", "no deal"), "ended-no-deal": ("no deal", None)}
"""Of a state what it comes to, and what its denial does."""
CLAIMED = frozenset("actual hedged denied".split())


def results(talks: Sequence[Named], claims: Sequence[StatusClaim], book: Book) -> Iterator[Dispute]:
    """One dispute for each round of which some say that it brought a deal and others that it brought none."""
    by_about: dict[str, list[StatusClaim]] = defaultdict(list)
    for claim in claims:
        if _result(claim):
            by_about[claim.about].append(claim)
    for about in [about for named in talks for about in named.rounds]:
        values: dict[str, list[Line]] = defaultdict(list)
        for claim in by_about[about]:
            values[_result(claim) or ""].extend(book.lines(one.ref for one in claim.evidence))
        found = book.dispute(about, "result", values)
        if found:
            yield found


def _result(claim: StatusClaim) -> str | None:
    told, denied = RESULTS.get(claim.state, (None, None))
    return None if claim.reality not in CLAIMED else denied if claim.reality == "denied" else told
