"""A change in the words of the questionnaire means the same as in its ids."""

from __future__ import annotations

import pytest

from advisor.cases.edits import Edit
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
