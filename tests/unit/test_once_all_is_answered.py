"""Once each question is answered, be it with don't know, what comes first is settled, and stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor import Interview
from advisor.cases.questions import parts_not_asked
from advisor.interview.decided_lead import About, lead_is_settled, say_the_same
from advisor.knowledge.question import UNKNOWN
from advisor.knowledge.questions import parts_of
from tests.command.run import advisor as command

LEAD_SETTLED = ("among-the-clinicians", "four-employers-one-corridor", "two-bids-on-one-table")
STORIES = (*LEAD_SETTLED, "health-visitors", "hot-quarrel")  # of which bounds alone cannot tell


def closed(case, knowledge):
    """Return the case with don't know to all that was not asked."""
    answers = dict(case.answers)
    for question in knowledge.questions.values():
        if question.kind == "actions":
            continue
        parts = knowledge.memo(parts_of)[question.id]
        for part in parts_not_asked(question.id, case, knowledge):
            if not part.key or len(parts) == len(parts_not_asked(question.id, case, knowledge)):
                answers[question.id] = UNKNOWN
            else:
                answers[question.id] = {**answers.get(question.id, {}), part.key: UNKNOWN}
    return replace(case, answers=answers)


@pytest.mark.parametrize("story", STORIES)
def test_the_stages_are_settled_and_which_situation_leads(advisor, story):
    knowledge = advisor.knowledge
    case = closed(advisor.read_case(f"scenario:{story}"), knowledge)
    interview = Interview(advisor, case, "all")
    settled, advice = interview.settled, interview.advice()
    assert settled.stages == {factor.id: factor.stage for factor in advice.factors}
    about = settled._about
    leads = lead_is_settled(settled.certain, about, knowledge)
    assert leads == (story in LEAD_SETTLED), advice.leading
    assert settled.everything == (settled.plan_begins and len(settled.stages) == 4)


def test_two_things_share_a_sentence_or_they_do_not(knowledge):
    rules = [rule for rule in knowledge.rules if rule.because][:2]
    about = {"one": About(supports=[rules[0]]), "two": About(supports=[rules[1]])}
    assert not say_the_same(("one", "two"), about)
    about["two"] = About(supports=[rules[0]])
    assert say_the_same(("one", "two"), about)


@pytest.mark.parametrize("more", [(), ("--full",)])
def test_settle_tells_of_one_factor_which_answers_would_move_it(more):
    told = command("settle", "scenario:health-visitors", "operational-cohesion", *more)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Day to day work, referrals and information: in between" in told.stdout
    assert "then it would stand at" in told.stdout
    assert ("with --full" in told.stdout) <= (not more)


def test_settle_says_where_no_answer_by_itself_would_move_it(tmp_path):
    path = tmp_path / "my-case.yaml"
    path.write_text("format: 1\nanswers: {}\n", encoding="utf-8")
    told = command("settle", str(path), "operational-cohesion").stdout
    assert "No other answer, by itself, would move it" in told
