"""What a trainer gives out on paper: for each reader a page, made from a scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from advisor.advice.reasoner import Reasoner
from advisor.reports.handout_answers import answers_handout
from advisor.reports.handout_cards import cards_handout, other_side_handout
from advisor.reports.handout_participants import choices_handout, discuss_handout, participant_handout
from advisor.reports.handout_trainer import trainer_handout
from advisor.reports.outline import Outline
from advisor.scenarios.scenario import Scenario

HANDOUTS: Mapping[str, Callable[[Scenario, Reasoner], Outline]] = {
    "participants": participant_handout,
    "choices": choices_handout,
    "cards": cards_handout,
    "other-side": other_side_handout,
    "discuss": discuss_handout,
    "answers": answers_handout,
    "trainer": trainer_handout,
}


def handout(reader: str, scenario: Scenario, advisor: Reasoner, full: bool = False) -> Outline:
    """Return what is for one reader, of those that `HANDOUTS` names; `full` lengthens the trainer's."""
    if reader == "trainer":
        return trainer_handout(scenario, advisor, full)
    return HANDOUTS[reader](scenario, advisor)
