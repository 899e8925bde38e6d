"""The advice on one screen: what fits, what is always whole, and what is left for the longer page."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import example, given, settings

from advisor import Advisor, Case
from advisor.reports import as_markdown, as_text, screen_outline
from advisor.reports.advice_room import rooms, shorter_below
from advisor.reports.advice_screen import LINES
from advisor.reports.outline import Point, Table
from advisor.reports.outline_on_paper import OnPaper
from advisor.reports.wording import inside
from tests.command.run import ROOT
from tests.support.amount import examples
from tests.support.strategies import cases

SHIPPED = Advisor(engine="columnar")
KNOWLEDGE = SHIPPED.knowledge
NAMES = [
    *(f"scenario:{path.stem}" for path in sorted((ROOT / "knowledge" / "scenarios").glob("*.yaml"))),
    *(str(path) for path in sorted((ROOT / "tests" / "unseen").glob("*.yaml"))),
]
WIDTHS = (40, 80, 100)


def advised(name):
    return SHIPPED.advise(SHIPPED.read_case(name))


def screen(advice, width=100, **how):
    return as_text(screen_outline(advice, KNOWLEDGE, **how), width)


def flat(text):
    return " ".join(text.split())


def holds_the_first_step_whole(advice, text):
    if not any(step.when == "first" for step in advice.plan):
        return
    step = advice.plan[0]
    item = next(each for each in advice.recommendations() if each.id == step.id)
    said = [item.title, step.short, f"Why: {advice.firing(step.reason).because}", f"Begin: {step.text}"]
    said += [f"Who leads: {step.led_by.rstrip('.')}"] if step.led_by else []
    for each in said:
        assert flat(each) in text
    assert text.index("1. ") < text.index("More: ")


@pytest.mark.parametrize("name", NAMES)
def test_it_fits_on_100_columns_and_30_lines_with_the_line_to_type_on_and_is_never_wider(name):
    advice = advised(name)
    assert screen(advice, case_name=name).count("\n") <= LINES == 29
    for width in WIDTHS:
        assert max(map(len, screen(advice, width, case_name="my-case.yaml").splitlines())) <= width


@pytest.mark.parametrize("name", NAMES)
def test_the_first_step_is_whole_and_still_in_sight_at_the_end_on_80_columns_and_24_lines(name):
    advice = advised(name)
    text = screen(advice, 80, case_name="my-case.yaml")
    holds_the_first_step_whole(advice, flat(text))
    if any(step.when == "first" for step in advice.plan):
        assert any(line.startswith("  1. ") for line in text.splitlines()[-23:])


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_said_twice_and_no_id_stands_in_brackets(name):
    outline = screen_outline(advised(name), KNOWLEDGE)
    said = [block.text for block in outline.blocks if not isinstance(block, Table | OnPaper)]
    assert len(said) == len(set(said))
    assert "[" not in " ".join(said)
    whose = [text for text in said if text.startswith("* The view")]
    assert len(whose) == any(text.endswith("*") for text in said)


LONGEST_FIRST_STEP_UNDER_AN_ALERT = {
    "child-at-risk": "maybe",
    "disagreement": "open-dispute",
    "managers": "behind-it",
    "power": "called-equals",
}


@settings(max_examples=examples(40))
@given(case=cases(KNOWLEDGE))
@example(case=SHIPPED.read_case(str(ROOT / "tests" / "support" / "much-under-an-alert.yaml")))
@example(case=Case(answers=LONGEST_FIRST_STEP_UNDER_AN_ALERT))
def test_any_case_fits_and_has_its_alerts_first_and_its_first_step_whole(case):
    case = replace(case, partnership=case.partnership[:200], respondent=case.respondent[:200])
    advice = SHIPPED.advise(case)
    text = screen(advice)
    assert text.count("\n") <= LINES
    holds_the_first_step_whole(advice, flat(text))
    for number, alert in enumerate(advice.alerts):
        assert flat(alert.turn_to) in flat(text)
        assert number or text.startswith(alert.title)


@pytest.mark.parametrize("answers", [{}, {"contact": "none"}, {"child-at-risk": "yes"}])
def test_who_has_said_little_reads_what_to_answer_first_and_how(answers):
    text = screen(SHIPPED.advise(Case(answers=answers)), case_name="my case.yaml")
    assert text.count("\n") <= LINES
    if "contact" in answers:
        assert "1. " in text
    else:
        assert "To answer them: advisor interview 'my case.yaml'" in text
        assert "--show" not in text


def test_where_it_stands_begins_with_her_words_and_has_those_of_the_study_behind():
    text = screen(advised("scenario:health-visitors"))
    assert "How people get on and feel about each other: tight (relational nourishment)\n" in text
    assert "Place, times and being around: in between (geographical synchronicity)\n" in text


def test_a_note_stands_in_short_beside_what_it_speaks_of():
    note = "We ring only when something has gone wrong, and then it is never the same person who answers us"
    advice = SHIPPED.advise(Case(answers={"contact": "none"}, notes={"contact": note}))
    text = screen(advice)
    lines = text.splitlines()
    (place,) = [number for number, line in enumerate(lines) if "You wrote (" in line]
    assert f"({inside(KNOWLEDGE.questions['contact'].title)}): " in lines[place]
    quoted = lines[place].partition('"')[2].removesuffix('..."')
    assert note.startswith(f"{quoted} ")
    assert "Strangers (possible)" in lines[place - 1]


def test_of_two_notes_the_one_on_the_answer_that_names_the_situation_stands_beside_it():
    notes = {"trust": "we are careful", "broken-promise": "they took the room back"}
    answers = {"contact": "now-and-then", "trust": "bluntly", "broken-promise": "by-others"}
    text = screen(SHIPPED.advise(Case(answers=answers, notes=notes)))
    assert "they took the room back" in text
    assert "we are careful" not in text


@pytest.mark.parametrize("name", NAMES)
def test_what_is_likely_is_not_hidden_behind_what_is_only_possible(name):
    advice = advised(name)
    likely = [each.title for each in advice.patterns if each.fit == "likely"]
    text = flat(screen(advice)).casefold()
    assert not likely or any(title.rstrip(".").casefold() in text for title in likely)


def test_each_room_holds_no_more_than_the_one_before():
    found = list(rooms())
    assert len({*found}) == len(found) > 3
    for before, after in itertools.pairwise(found):
        assert before.patterns >= after.patterns
        assert before.steps >= after.steps
        assert before.begins >= after.begins
        assert before.notes >= after.notes
    assert all(each.patterns == 2 and each.begins < 3 for each in shorter_below(found[0]))


def test_a_long_name_is_cut_at_a_word():
    case = Case(partnership="A long name " * 5000, respondent="x" * 5000, answers={"contact": "none"})
    text = screen(SHIPPED.advise(case))
    first = text.splitlines()[0]
    assert first.endswith("...")
    assert text.count("\n") <= LINES


def test_a_long_path_makes_more_lines_and_never_wider_ones():
    text = screen(advised("scenario:talking-shop"), case_name="/a/" + "folder/" * 40 + "my case.yaml")
    assert max(map(len, text.splitlines())) <= 100
    assert text.count("\n") <= LINES
    assert "1. Process managing" in text


def test_markdown_has_the_same_words():
    advice = advised("scenario:talking-shop")
    outline = screen_outline(advice, KNOWLEDGE)
    assert len([block for block in outline.blocks if isinstance(block, Point)]) > 4
    assert "# Early years forum" in as_markdown(outline)
    assert f"1. Process managing: {advice.plan[0].short}" in as_markdown(outline)


def test_a_title_that_breaks_off_keeps_its_dots_and_takes_no_full_stop():
    well = {"contact": "regular", "trust": "openly", "follow-through": "mostly", "output": "good"}
    found = screen(SHIPPED.advise(Case(answers={**well, "disagreement": "worked-out"})))
    assert "I value that you ...\n" in found
