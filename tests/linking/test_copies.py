"""Which reports are copies of one text."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.links.copies import score
from benchmarks.links.gold import linked
from benchmarks.links.match import load
from benchmarks.readings import as_report
from parley.linking.copies import copies, grouped, links
from parley.linking.shingles import Shingles, prose, shingles
from parley.record import Outlet, Reading, Report
from tests.linking.made_copies import EDITS, edited, of, originals, reworded

QUOTE = (
    "“We will not go back to the table until the last prisoner is home, and nobody in this valley should expect us to "
    "sign a paper that the other side has broken three times since the spring,” "
)


@pytest.fixture(scope="module")
def texts() -> list[Reading]:
    return originals(("tlk-",))[:20]


@pytest.mark.parametrize("name", EDITS)
def test_desks_edits_are_seen_through(name: str, texts: list[Reading]) -> None:
    """A text that was cut, thinned, put in another order, merged or reworded is a copy of its original; no other is."""
    made = [edited(text, EDITS[name], name, seed) for seed, text in enumerate(texts)]
    found = {one.reports for one in copies([*texts, *made])}
    meant = {tuple(sorted((a.report.id, b.report.id))) for a, b in zip(texts, made, strict=True)}
    assert found == meant


def test_many_desks_one_text(texts: list[Reading]) -> None:
    """All copies of one text are one group, although two of them may share little."""
    made = [edited(texts[0], edit, name, 1) for name, edit in EDITS.items()]
    (group,) = copies([texts[0], *made, *texts[1:]])
    assert set(group.reports) == {texts[0].report.id, *(one.report.id for one in made)}


def press_conference(name: str, before: str, after: str) -> Reading:
    return of(
        Report(name, f"{before}\n\n{QUOTE}{after}\n\n{QUOTE.replace('table', 'hall')}", published=date(2031, 3, 6))
    )


def test_two_own_reports_of_one_press_conference() -> None:
    """The same words between quotation marks make no copy: both reporters heard them."""
    one = press_conference(
        "one",
        "The mayor of Harad came out of the town hall a little after noon and spoke to the crowd from the steps, "
        "flanked by two of his deputies, while drivers sounded their horns along the river road for the miners.",
        "he told reporters, before he was led away by guards through a side door.",
    )
    other = press_conference(
        "other",
        "Negotiations over the northern mines look doomed after Selim Okar, who heads the municipality, ruled out any "
        "new meeting with the company; trading in its shares was halted in the capital within minutes of his remarks.",
        "Okar said in answer to this newspaper, adding that letters to the company had gone unanswered.",
    )
    assert copies([one, other]) == ()


def test_a_shared_paragraph_of_background_is_not_enough(texts: list[Reading]) -> None:
    """An agency's own two reports share a paragraph that reminds readers what it is about."""
    background = texts[2].report.text.split("\n\n")[0]
    one, other = (Report(r.report.id, r.report.text + "\n\n" + background) for r in texts[:2])
    assert copies([of(one), of(other)]) == ()


def test_the_agency_that_is_credited(texts: list[Reading]) -> None:
    """Credit lines name the agency, by its name or its initials; the fullest name is kept."""
    text = texts[0].report.text
    made = [
        Report("a", text + "\n\nWith inputs from Harbour Press Agency (HPA)"),
        Report("b", text + "\n\n(With inputs from HPA. Except for the headline, this story has not been edited.)"),
        Report("c", text + "\n\n— Agencies"),
    ]
    (group,) = copies(map(of, made))
    assert group.agency == "Harbour Press Agency"
    assert group.reports == ("a", "b", "c")


def test_the_order_is_that_of_publication(texts: list[Reading]) -> None:
    """The first to publish names the group, whatever the ids are; reports without a day come last."""
    text = texts[0].report.text
    made = [
        Report("a", text),
        Report("b", text, published=date(2031, 3, 7)),
        Report("c", text, outlet=Outlet("Harbour Wire"), published=date(2031, 3, 6)),
    ]
    (group,) = copies(map(of, made))
    assert (group.id, group.reports) == ("copies/c", ("c", "b", "a"))


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_arrival_does_not_matter(chance: random.Random) -> None:
    """The same readings give the same groups; a report that comes later adds exactly its own links."""
    base = _some()
    mixed = base[:]
    chance.shuffle(mixed)
    assert copies(mixed) == copies(base)
    *before, last = mixed
    index = Shingles(before)
    found = links(index)
    index.add(last)
    found += links(index, len(before))
    assert grouped(found, {one.report.id: one for one in base}) == copies(base)


def _some() -> list[Reading]:
    sentence = "The {} of Harad said on day {} that grain, salt and oil would reach the {} by the river road before {}."
    words = ["mayor", "judge", "baker", "clerk", "miller"]
    text = " ".join(sentence.format(a, n, b, a) for n, (a, b) in enumerate((a, b) for a in words for b in words[:2]))
    parts = [text, text[:500], text[300:], " ".join(reversed(text.split()))]
    return [of(Report(str(n), part)) for n, part in enumerate([*parts, *reworded(parts[:1], random.Random(1))])]


def test_quotations_and_boilerplate_are_not_counted() -> None:
    """What is compared is the reporter's own prose."""
    own = "He spoke for an hour in the rain. " * 12
    found = prose(of(Report("r", f"{own}“No deal,” he said.\n\nAlso read: Weather")))
    assert "No deal" not in found
    assert "Weather" not in found
    assert shingles(found).size


def test_the_linked_reports() -> None:
    """From their raw text the copies among the 44 linked reports are exactly those that people found."""
    measured = score(copies(of(as_report(report)) for report in linked()), load())
    assert (measured["exact"], measured["precision"], measured["agency"]) == (100.0, 100.0, 100.0)


@pytest.mark.parametrize("text", ["", "One two", "«»“”"])
def test_texts_without_words_are_no_copies(text: str) -> None:
    """Nothing has nothing in common with nothing."""
    assert copies([of(Report(name, text)) for name in "ab"]) == ()
