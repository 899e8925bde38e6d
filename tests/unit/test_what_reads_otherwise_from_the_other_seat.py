"""Questions as they read from the other seat: 'we' is 'they' there; some cannot be told from it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from advisor import Advisor, KnowledgeError
from advisor.cases.check import checked
from advisor.comparison._mirrored import has_sides, mirrored
from advisor.knowledge.scaffold import start_knowledge
from tests.support.amount import examples
from tests.support.strategies import cases

KNOWLEDGE = Advisor().knowledge
QUESTION = """\
questions:
  - id: lead
    kind: choice
    prompt: Who leads?
    why: It matters.
    SIDES
    options:
      - {id: us, text: We do}
      - {id: them, text: They do}
      - {id: both, text: Both}
"""


def test_what_is_us_from_one_seat_is_them_from_the_other():
    said: dict[str, str | dict[str, str]] = {
        "initiative": "us",
        "whose-ties": {"their-duty": "yes", "our-money": "no"},
        "trust": "careful",
        "keenness": "keen",
        "their-contribution": {"joint-sessions": "yes", "train-us": "yes"},
        "presence": "visit",
        "power": "dont-know",
    }
    assert mirrored(said, KNOWLEDGE) == {
        "initiative": "them",
        "whose-ties": {"our-duty": "yes", "their-money": "no"},
        "trust": "careful",
        "their-contribution": {"joint-sessions": "yes"},
        "power": "dont-know",
    }


@given(cases(KNOWLEDGE))
@settings(max_examples=examples(60), deadline=None)
def test_turned_twice_answers_are_what_they_were_without_what_cannot_be_told(case):
    once = mirrored(case.answers, KNOWLEDGE)
    twice = mirrored(once, KNOWLEDGE)
    assert mirrored(twice, KNOWLEDGE) == once
    for id_, answer in twice.items():
        if isinstance(answer, dict):
            assert answer.items() <= case.answers[id_].items()
        else:
            assert answer == case.answers[id_]
    assert {id_: case.answers[id_] for id_ in twice if not has_sides(id_, KNOWLEDGE)} == {
        id_: answer for id_, answer in case.answers.items() if not has_sides(id_, KNOWLEDGE) and answer != {}
    }
    checked(type(case)(answers=once), KNOWLEDGE)


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        ("mirror: {us: them}", "'them' is not turned back; write both: {us: them, them: us}"),
        ("mirror: {us: us}", "not turned back"),
        ("mirror: {us: then, then: us}", "'lead' has no 'then'; did you mean 'them'?"),
        ("one-sided: [bath]", "'lead' has no 'bath'; did you mean 'both'?"),
        ("mirror: {us: them, them: us}\n    one-sided: [us]", "is said to have none"),
        ("about: self\n    one-sided: [us]", "for a choice or a checklist that is about both sides"),
    ],
)
def test_a_mirror_that_does_not_lead_back_is_refused(tmp_path, sides, said):
    start_knowledge(tmp_path / "kb", empty=True)
    (tmp_path / "kb/more.yaml").write_text(QUESTION.replace("SIDES", sides))
    with pytest.raises(KnowledgeError) as caught:
        Advisor(tmp_path / "kb")
    assert said in str(caught.value)


def test_of_each_answer_that_is_called_by_a_side_it_is_said_how_it_reads_from_the_other():
    open_ = {
        part.id
        for question in KNOWLEDGE.questions.values()
        if question.about is None and question.kind in ("choice", "checklist")
        for part in question.options or question.items
        if part.id.partition("-")[0] in ("their", "theirs", "them", "our", "ours", "mine", "us")
        and part.id not in (*question.mirror, *question.one_sided)
    }
    assert open_ == set()
