"""Looking back from a case to earlier ones of the same voice: what counts, what became of the first steps."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from advisor import Action, Advisor, Case
from advisor.advice.last_time import Since, as_it_was, carried
from advisor.knowledge.facts import OUTCOMES
from advisor.knowledge.kinds import TRIED_KINDS
from advisor.pages import advice_page, as_html
from advisor.progress import look_back
from advisor.reports import advice_outline, as_text, schema, screen_outline
from advisor.scenarios.loader import scenario_paths

ADVISOR = Advisor(engine="columnar")
KNOWLEDGE = ADVISOR.knowledge
MARCH, JUNE, AUGUST = (datetime.date(2026, month, 2) for month in (3, 6, 8))
LOOSE = {"contact": "now-and-then", "history": "drifted", "acquaintance": "names", "trust": "careful"}
TIGHT = {"contact": "regular", "history": "drifted", "acquaintance": "well", "trust": "openly"}
EARLIER = Case(partnership="Ours", date=MARCH, answers=LOOSE)
LATER = Case(partnership="Ours", date=AUGUST, answers=TIGHT)
FIRST = next(step for step in ADVISOR.advise(EARLIER).plan if step.when == "first")


def action(outcome="helped", id_=FIRST.id, kind=FIRST.kind, **more):
    return Action(kind=kind, id=id_, outcome=outcome, **more)


def with_actions(case, *actions):
    return replace(case, actions=actions)


def since(case=LATER, earlier=EARLIER):
    return ADVISOR.advise(case, earlier=earlier).since


class TestWhatCounts:
    def test_what_was_tried_before_counts_too(self):
        case = carried(LATER, with_actions(EARLIER, action("worse")))
        assert case.actions == (action("worse"),)

    def test_what_the_later_case_says_of_the_same_thing_counts_alone(self):
        earlier = with_actions(EARLIER, action("worse", date=MARCH), action("helped", "convening"))
        case = carried(with_actions(LATER, action("helped")), earlier)
        assert case.actions == (action("helped", "convening"), action("helped"))

    def test_a_copy_of_the_earlier_file_counts_nothing_twice(self):
        earlier = with_actions(EARLIER, action("no-change", note="Nobody came."))
        assert carried(replace(earlier, date=AUGUST), earlier).actions == earlier.actions

    def test_that_nothing_else_was_tried_takes_nothing_back(self):
        case = replace(LATER, answers={**TIGHT, "tried": "not-applicable"})
        assert carried(case, with_actions(EARLIER, action("worse"))).actions

    def test_too_early_to_say_is_not_said_for_longer_than_half_a_year(self):
        earlier = with_actions(EARLIER, action("too-early", date=MARCH))
        assert carried(LATER, earlier).actions
        assert not carried(replace(LATER, date=datetime.date(2026, 12, 1)), earlier).actions

    def test_how_it_was_on_its_day_leaves_out_what_was_noted_afterwards(self):
        case = with_actions(EARLIER, action(date=MARCH), action("worse", "convening", date=JUNE))
        assert as_it_was(case).actions == (action(date=MARCH),)


class TestTheFirstStepsOfLastTime:
    def test_each_is_there_and_nothing_is_noted_of_it(self):
        first = [step.id for step in ADVISOR.advise(EARLIER).plan if step.when == "first"]
        assert [(step.id, step.outcome) for step in since().steps] == [(id_, None) for id_ in first]

    @pytest.mark.parametrize("outcome", OUTCOMES)
    def test_what_is_noted_of_it_in_either_file_is_told(self, outcome):
        noted = action(outcome, date=JUNE, note="Two came.")
        for case, earlier in (
            (with_actions(LATER, noted), EARLIER),
            (LATER, with_actions(EARLIER, noted)),
        ):
            step = since(case, earlier).steps[0]
            assert (step.outcome, step.date, step.note) == (outcome, "2026-06-02", "Two came.")

    def test_what_was_known_on_the_day_itself_is_no_news(self):
        known = action("helped", "postcards-to-ponder", "tool")
        assert all(step.outcome is None for step in since(LATER, with_actions(EARLIER, known)).steps)

    def test_they_are_those_of_the_day_whatever_was_noted_since(self):
        noted = with_actions(EARLIER, action("worse", date=JUNE))
        assert [step.id for step in since(LATER, noted).steps] == [step.id for step in since().steps]


class TestWhatIsGivenBeside:
    def test_what_has_moved_is_told_with_where_it_stood(self):
        moved = next(each for each in since().moved if each.factor == "relational-nourishment")
        assert (moved.moved, moved.before, moved.now) == ("on", "emerging", "confident")
        back = look_back(ADVISOR, replace(EARLIER, date=AUGUST), [replace(LATER, date=MARCH)])
        assert ("moved", "relational-nourishment", "back") in back.beside

    def test_a_move_from_a_stage_that_is_not_sure_or_on_other_questions_is_one_perhaps(self):
        earlier, later = ADVISOR.advise(EARLIER), ADVISOR.advise(LATER)
        sure = {
            (was.id): (was.sure, now.sure) for was, now in zip(earlier.factors, later.factors, strict=True)
        }
        for moved in since().moved:
            assert moved.perhaps == (moved.moved != "same" and "tentative" in sure[moved.factor])
        other = replace(EARLIER, questionnaire="our-town 2 (9 questions) 00000000")
        now = replace(LATER, questionnaire="integrated-working 0.1.0 (65 questions) 5f0c2a1b")
        assert all(moved.perhaps for moved in since(now, other).moved if moved.moved != "same")

    def test_how_it_went_lately_is_observed(self):
        looked = look_back(ADVISOR, LATER, [with_actions(EARLIER, action("worse", date=JUNE))])
        assert ("observed", "worse-lately", "yes") in looked.beside
        assert ("observed", "helped-lately", "no") in looked.beside
        assert ("observed", "tried-lately", "yes") in looked.beside

    def test_what_is_noted_after_the_day_is_never_taken_for_nothing(self):
        noted = action("helped", date=datetime.date(2026, 9, 1))
        old = action("helped", "convening", "intervention", date=datetime.date(2025, 1, 1))
        looked = look_back(ADVISOR, with_actions(LATER, old, noted), [EARLIER])
        assert ("observed", "helped-lately", "yes") in looked.beside
        assert not any(fact.id == "tried-lately" for fact in looked.beside)
        looked = look_back(ADVISOR, with_actions(LATER, old), [EARLIER])
        assert ("observed", "tried-lately", "no") in looked.beside

    def test_a_slide_that_comes_again_takes_four_days_to_tell(self):
        days = [datetime.date(2025, month, 1) for month in (1, 4, 7)]
        answers = [TIGHT, LOOSE, TIGHT]
        line = [replace(EARLIER, date=day, answers=said) for day, said in zip(days, answers, strict=True)]
        looked = look_back(ADVISOR, replace(LATER, answers=LOOSE), line)
        assert ("observed", "gone-back-again", "yes") in looked.beside
        looked = look_back(ADVISOR, replace(LATER, answers=LOOSE), line[2:])
        assert not any(fact.id == "gone-back-again" for fact in looked.beside)

    def test_what_was_tried_two_files_ago_still_counts(self):
        oldest = replace(EARLIER, date=datetime.date(2025, 3, 1))
        oldest = with_actions(oldest, action("worse", "convening", "intervention"))
        advised = ADVISOR.advise(LATER, earlier=(oldest, EARLIER))
        assert ("convening", "worse") in [(each["id"], each["outcome"]) for each in advised.case["actions"]]

    def test_the_engines_agree(self):
        earlier = with_actions(EARLIER, action("worse", date=JUNE))
        one, other = (
            Advisor(KNOWLEDGE, name).advise(LATER, earlier=earlier) for name in ("experta", "columnar")
        )
        assert (one.plan, one.since, one.beside) == (other.plan, other.since, other.beside)
        assert one.firings == other.firings


class TestTheForms:
    def test_json_has_it_only_where_there_is_an_earlier_case_and_as_the_schema_says(self):
        assert "since" not in json.loads(ADVISOR.advise(LATER).as_json())
        found = json.loads(ADVISOR.advise(LATER, earlier=EARLIER).as_json())["since"]
        assert list(found) == ["date", "steps", "moved"]
        assert list(found["steps"][0]) == ["kind", "id", "title", "short", "outcome", "date", "note"]
        described = schema("advice", KNOWLEDGE)
        assert "since" in described["properties"]
        assert "since" not in described["required"]

    def test_a_screen_and_two_ask_for_what_is_missing(self):
        advised = ADVISOR.advise(LATER, earlier=EARLIER)
        for outline in (screen_outline, advice_outline):
            said = " ".join(as_text(outline(advised, KNOWLEDGE, case_name="now.yaml")).split())
            assert f"advisor log now.yaml {FIRST.id}" in said
            assert (
                "moved on: how people get on and feel about each other (perhaps: was loose, now tight)"
                in said.casefold()
            )

    @pytest.mark.parametrize("scenario", ["health-visitors", "hot-quarrel", "everything-at-its-worst"])
    def test_the_one_screen_stays_one(self, scenario):
        case = replace(ADVISOR.read_case(f"scenario:{scenario}"), partnership="Ours", date=AUGUST)
        advised = ADVISOR.advise(case, earlier=EARLIER)
        assert as_text(screen_outline(advised, KNOWLEDGE)).count("\n") <= 29

    def test_an_earlier_case_that_says_nothing_gives_no_part(self):
        advised = ADVISOR.advise(LATER, earlier=Case(partnership="Ours", date=MARCH))
        assert advised.since == Since("2026-03-02", (), ())
        assert "last time" not in as_text(screen_outline(advised, KNOWLEDGE)).casefold()


@pytest.mark.parametrize("id_", sorted(scenario_paths(KNOWLEDGE))[::5])
def test_without_an_earlier_case_no_form_says_anything_of_it(id_):
    case = ADVISOR.read_case(f"scenario:{id_}")
    advised, other = ADVISOR.advise(case), ADVISOR.advise(case, earlier=())
    assert advised.as_json() == other.as_json()
    assert '"since"' not in advised.as_json()
    assert advised.beside == ()
    for form in (screen_outline, advice_outline):
        assert "SINCE LAST TIME" not in as_text(form(advised, KNOWLEDGE))
    assert 'id="since"' not in as_html(advice_page(advised, KNOWLEDGE))


ACTIONS = st.builds(
    lambda thing, outcome, date: Action(kind=thing[0], id=thing[1], outcome=outcome, date=date),
    st.sampled_from([(kind, id_) for kind in TRIED_KINDS for id_ in KNOWLEDGE.ids_of(kind)[:3]]),
    st.sampled_from(OUTCOMES),
    st.none() | st.sampled_from([MARCH, JUNE, AUGUST]),
)


@given(st.lists(ACTIONS, max_size=6), st.lists(ACTIONS, max_size=6))
def test_the_later_word_on_a_thing_is_the_last_and_nothing_else_is_lost(before, after):
    case = carried(with_actions(LATER, *after), with_actions(EARLIER, *before))
    named = {each.id for each in after}
    assert [each for each in case.actions if each.id in named] == after
    assert [each for each in case.actions if each.id not in named] == [
        each for each in before if each.id not in named
    ]
    assert carried(case, with_actions(EARLIER, *before)) == case
