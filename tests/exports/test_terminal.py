import io
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from rich.cells import cell_len
from rich.console import Console

from parley.exports.marking import marked_text
from parley.exports.terminal import report_lines, to_text
from parley.exports.wording import shown
from parley.record import Party, Reading, Report, Statement
from tests.builders import SAMPLE, annotated, quote, readings, sample_reading

BRACKETS = re.compile(r"[\[\]‹›_*⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉]")


def test_the_report_is_marked_in_its_own_words() -> None:
    marked = marked_text(sample_reading(), plain=True).plain
    assert marked == (
        "ISTANBUL: [The Northern Front]¹ _said_¹ on Thursday that ‹it would *return*₁ to the talks if [the army] left "
        "Harad›¹.\n\n‹At least 12 people were *killed*₂ there on 4 March›², [police]² _said_². ‹“We *asked*₃ for "
        "evidence and got none,”›³ [Selim Okar]³ _told_³ [Harbour TV]. Also read: Weather"
    )
    assert BRACKETS.sub("", marked) == SAMPLE.text


def test_colours_stand_for_the_brackets_on_a_screen() -> None:
    marked = marked_text(sample_reading(), plain=False)
    assert "[" not in marked.plain
    styled = {(marked.plain[span.start : span.end], span.style) for span in marked.spans}
    assert ("The Northern Front", "bold cyan") in styled
    assert ("the army", "cyan") in styled
    assert ("said", "magenta") in styled
    assert ("return", "bold yellow") in styled
    assert ("it would return₁ to the talks if the army left Harad", "italic") in styled
    assert ("Also read: Weather", "dim") in styled


def test_marks_of_the_same_words_are_nested() -> None:
    reading = annotated("train/ist-a.yaml")[0]
    assert "_*denied*₈_⁴ that" in marked_text(reading, plain=True).plain


@given(readings())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_reading_can_be_shown_and_its_text_stays_as_it_is(reading: Reading) -> None:
    marked = marked_text(reading, plain=True).plain
    assert BRACKETS.sub("", marked) == BRACKETS.sub("", shown(reading.report.text))
    to_text(reading, width=60)


def test_control_characters_of_a_report_do_not_reach_the_screen() -> None:
    report = Report("r", "Talks \x1b[2J go on.\x07", title="\x1b]0;title\x07")
    assert not {"\x1b", "\x07"} & set(to_text(Reading(report)))


LISTS = """\
Statements
   source                         cue         certainty  content
1  Northern Front                 said        planned    it would return to the talks if the army left Harad
                                  2031-03-06
2  “police”                       said        actual     At least 12 people were killed there on 4 March
3  Selim Okar (Ardania), to       told        actual     “We asked for evidence and got none,”
   Harbour TV

Events
   event           who → whom             where  when        figures      whose word
1  AGREE return    Northern Front                                         Northern Front¹
   planned · talks: resumed · if: the army left Harad
2  ASSAULT killed  ? → unnamed civilians  there  2031-03-04  killed ≥ 12  “police”²
   actual · incident · firearms
3  REQUEST asked   –                                                      Selim Okar³
   actual · demand · what: evidence
"""


def test_statements_and_events_are_aligned_lists() -> None:
    shown = to_text(sample_reading(), width=108)
    assert shown[shown.index("Statements") :].rstrip() == LISTS.rstrip()


def test_the_head_names_title_outlet_day_place_and_id() -> None:
    first, second, *_ = to_text(sample_reading()).splitlines()
    assert first == "Front may return to talks"
    assert second == "Harbour Wire · 6 March 2031 · ISTANBUL · gulf-007"


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    for reading in annotated("train/ist-a.yaml"):
        lines = to_text(reading, width=width).splitlines()
        assert max(map(cell_len, lines)) <= width
        assert not any(line.endswith(" ") for line in lines)


def test_columns_that_hold_nothing_are_left_out() -> None:
    shown = to_text(Reading(SAMPLE, statements=sample_reading().statements, events=sample_reading().events[2:]))
    assert "whose word" in shown
    assert "figures" not in shown


def test_a_reading_without_findings_says_so() -> None:
    shown = to_text(Reading(Report("r", "Weather.")))
    assert "No statements" in shown
    assert "No events" in shown
    assert "no date" in shown


def test_a_statement_inside_another_names_it() -> None:
    source = Party("police", quote("police"))
    outer = Statement(1, source, quote("said"), (quote("At least 12 people were killed there"),), "indirect")
    inner = Statement(1, None, None, (quote("12 people"),), "direct", within=0)
    shown = to_text(Reading(SAMPLE, statements=(outer, inner)))
    assert "inside ¹" in shown
    assert "source not named" in shown


def test_a_side_is_found_by_walking_acts_for() -> None:
    assert "Andrabi (Pakistan)" in to_text(annotated("train/ist-a.yaml")[0])


def test_actors_who_act_for_each_other_are_shown_all_the_same() -> None:
    reading = sample_reading()
    circle = {**reading.actors, "ardania": replace(reading.actors["ardania"], acts_for="okar")}
    assert "Selim Okar (Ardania)" in to_text(replace(reading, actors=circle))


def test_a_party_left_unsaid_is_called_by_the_words_that_name_it_elsewhere() -> None:
    police = Party("police")
    reading = replace(sample_reading(), events=(replace(sample_reading().events[0], actors=(police,)),))
    assert "AGREE return  “police”" in to_text(reading)


def test_a_screen_gets_colour_codes() -> None:
    console = Console(file=io.StringIO(), width=100, force_terminal=True, color_system="standard")
    with console.capture() as captured:
        for line in report_lines(sample_reading(), width=100, plain=False):
            console.print(line)
    assert "\x1b[1;36mThe Northern Front\x1b[0m" in captured.get()
