"""A rule that recommends may say what to do and how to begin for the reason that it gives."""

from __future__ import annotations

import pytest

from advisor import Advisor, Case, KnowledgeError
from advisor.knowledge.scaffold import start_knowledge
from tests.support.one_shift import ONE_SHIFT

RULE = """\
  - id: give
    title: You are in touch
    when: {answer: contact, in: [regular, none]}
    then: {recommend: giving, strength: STRENGTH}
    because: You have it to give.
    basis: judgement
    source: {work: our-practice, at: T}
"""
OWN = "    short: Give them an hour\n    first-step: Ring on Monday.\n"
WRITE = "{when: {answer: contact, is: none}, short: Write, first-step: Write to them.}"
OTHERWISE = f"    said-otherwise:\n      - {WRITE}\n"


@pytest.fixture
def step(tmp_path):
    """Return what gives the step for the shift, by these lines in the rule and for this contact."""

    def told(lines, contact="regular"):
        folder = tmp_path / "kb"
        start_knowledge(folder, empty=True)
        (folder / "more.yaml").write_text(ONE_SHIFT + RULE.replace("STRENGTH", "strong") + lines)
        advice = Advisor(folder).advise(Case(answers={"contact": contact}))
        return next((step.short, step.text) for step in advice.plan if step.id == "giving")

    return told


def test_a_reason_without_a_first_step_is_told_with_that_of_what_it_recommends(step):
    assert step("") == ("Give something.", "Give.")


def test_a_reason_with_a_first_step_is_told_with_its_own(step):
    assert step(OWN) == ("Give them an hour", "Ring on Monday.")


@pytest.mark.parametrize("own", ["", OWN])
def test_a_first_step_is_said_otherwise_also_where_the_rule_has_none(own, step):
    assert step(own + OTHERWISE, "none") == ("Write", "Write to them.")


def test_a_rule_that_recommends_nothing_has_no_first_step(tmp_path):
    start_knowledge(tmp_path / "kb", empty=True)
    rule = ONE_SHIFT + RULE.replace("recommend: giving, strength: STRENGTH", "withhold: giving") + OWN
    (tmp_path / "kb/more.yaml").write_text(rule)
    with pytest.raises(KnowledgeError, match=r"'first-step' of a rule that recommends nothing; leave it out"):
        Advisor(tmp_path / "kb")
