"""A change in the words of the questionnaire means the same as in its ids."""

from __future__ import annotations

import pytest

from advisor.cases.case import Case
from advisor.cases.edits import Edit, changed
from advisor.errors import EditError
from advisor.explanation.changes_meant import changes_meant
from advisor.knowledge.facts import Fact
from advisor.knowledge.questions import asked_things


def test_each_option_is_meant_by_its_question_and_its_text_or_its_number(knowledge):
    for question in knowledge.questions.values():
        for number, option in enumerate(question.options if question.kind == "choice" else (), 1):
            meant = [Edit(question.id, option.id)]
            assert changes_meant(f"{question.prompt}={option.text}", knowledge) == meant
            assert changes_meant(f"{question.id}={number}", knowledge) == meant
            assert changes_meant(f"{question.id}={option.id}", knowledge) == meant


def test_each_item_of_a_list_is_meant_by_its_text_or_told_to_be_one_of_several(knowledge):
    several = 0
    for (kind, id_), asked in asked_things(knowledge).items():
        if kind == "item":
            try:
                found = changes_meant(f"{asked.part.text.upper()}=yes", knowledge)
            except EditError as error:
                several += "say which" in error.told()
            else:
                assert found == [Edit.of(Fact(kind, id_, "yes"))]
    assert several < 10


def test_what_is_in_ids_stays_as_it_is(knowledge):
    assert changes_meant("trust=openly,contact=none", knowledge) == [
        Edit("trust", "openly"),
        Edit("contact", "none"),
    ]
    with pytest.raises(EditError):
        changes_meant("=", knowledge)


def test_a_short_word_never_takes_an_answer_that_says_more(knowledge):
    """ "Now and then" begins with no, and "Yes, the hard things too" says more than yes."""
    may_mean = {"no": {"no", "none", "no-change"}, "yes": {"yes"}, "none": {"none", "no"}}
    for question in knowledge.questions.values():
        for word, means in may_mean.items() if question.kind == "choice" else ():
            try:
                found = changes_meant(f"{question.id}={word}", knowledge)
            except EditError as error:
                told, found = error.told(), []
            assert {edit.value for edit in found} <= means
            assert found or all(option.id in told for option in question.options)


@pytest.mark.parametrize("said", ["contact=now", "trust=ye", "the tru=openly", "trust=n", "trust=n/a"])
def test_no_word_is_cut_and_nothing_is_guessed(knowledge, said):
    if said == "contact=now":  # a whole word, and the beginning of one answer
        assert changes_meant(said, knowledge) == [Edit("contact", "now-and-then")]
    else:
        with pytest.raises(EditError):
            changed(Case(), changes_meant(said, knowledge), knowledge)


def test_several_changes_in_words_stand_behind_each_other(knowledge):
    trust = knowledge.questions["trust"].options[-1]  # with a comma in it
    meant = [Edit("trust", trust.id), Edit("contact", "none")]
    assert changes_meant(f"trust={trust.text},how are you in touch=1", knowledge) == meant
    with pytest.raises(EditError) as raised:
        changes_meant("trust=1,trust=2", knowledge)
    assert "there twice" in raised.value.told()
