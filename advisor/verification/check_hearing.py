"""A check of hearing: each answer moves something in the advice, by itself or beside what scenarios say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor._language import _
from advisor.cases.facts import initial_facts
from advisor.inference.circuit.evaluator import Evaluator, evaluator_for
from advisor.inference.circuit.gates import Gate, Program
from advisor.inference.circuit.ranking import advised
from advisor.inference.circuit.trials import Counterfactual, columns_of
from advisor.knowledge.complaints import Complaint
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import NOT_APPLICABLE, UNKNOWN
from advisor.knowledge.questions import asked_things, values_of_answers
from advisor.knowledge.rules import Cautions, ComesFirst, NeedsHelp, Raises, Recommends, Withholds
from advisor.scenarios.scenario import tellings
from advisor.verification.checks import check
from advisor.verification.subject import Subject, facts_in

HOW = (Withholds, Cautions, ComesFirst, NeedsHelp, Raises)


@check("warning")
def unheard_answers(subject: Subject) -> Iterator[Complaint]:
    """Each answer that rules read moves the advice: alone, or in the place of what a scenario says."""
    asked = asked_things(subject.knowledge)
    for fact in unheard(subject):
        question = asked[fact[:2]].question.id
        word = fact.value if fact.kind == "answer" else fact.id.rpartition(".")[2]
        what = _("'{id}' as '{value}' moves nothing, alone or beside what the scenarios say").format(
            id=fact.id, value=fact.value
        )
        yield question, word, what, _("write a rule for what it means by itself, or do not ask")


def unheard(subject: Subject, alone: bool = False) -> list[Fact]:
    """Return the answers that move nothing, in the order of the questionnaire; with `alone`, by themselves.

    Of a knowledge base that extends another only the answers to its own questions are looked at.
    What moves is a finding, a stage, a pattern, an alert, what is advised or held back, or how: with what
    care, behind what, led by whom. Answers that no condition of a rule looks at are not among them:
    `unread-answers` tells of those that nothing reads, and others choose the words that are told.
    """
    looked_at = {fact for test in subject.tests.values() for fact in facts_in(test)}
    changes = [change for change in _changes(subject) if change.fact in looked_at]
    if not changes:
        return []
    evaluator = evaluator_for(subject.knowledge)
    outcomes = list(dict.fromkeys(_outcomes(evaluator)))
    program = evaluator.circuit.program(outcomes)
    left = _still([], changes, outcomes, program)
    told = (each for scenario in subject.scenarios for each in tellings(scenario, subject.knowledge))
    for each in () if alone else told:
        if left:
            left = _still(initial_facts(each.case, subject.knowledge), left, outcomes, program)
    return [change.fact for change in left]


def _changes(subject: Subject) -> list[Counterfactual]:
    knowledge = subject.knowledge
    asked = asked_things(knowledge)
    return [
        Counterfactual(Fact(*key, value))
        for key, values in values_of_answers(knowledge).items()
        if key[0] != "tried" and knowledge.is_own(asked[key].question.id)
        for value in values
        if value != NOT_APPLICABLE
    ]


def _outcomes(evaluator: Evaluator) -> list[Gate]:
    """Return the gates of all that an answer can move; a reason for something only where it is advised."""
    circuit = evaluator.circuit
    things = {
        id_: advised(evaluator, id_) for id_ in evaluator.knowledge.ids(evaluator.knowledge.kinds.advisable)
    }
    said: list[Gate] = []
    for (about, id_), steps in evaluator.about.items():
        if about is Recommends and id_ in things:
            said += [circuit.both(things[id_], step.fires) for step in steps]
        elif about in HOW:
            said += [step.fires for step in steps]
    return [*evaluator.concluded.values(), *things.values(), *said]


def _still(
    known: Sequence[Fact], changes: list[Counterfactual], outcomes: list[Gate], program: Program
) -> list[Counterfactual]:
    """Return the changes after which every outcome is as it is without them; all are tried at once.

    What a case says already is tried by leaving it out.
    """
    tried = [
        Counterfactual(change.fact._replace(value=UNKNOWN)) if change.fact in known else change
        for change in changes
    ]
    everywhere = (1 << len(tried) + 1) - 1
    where = [1 << place for place in range(1, len(tried) + 1)]
    cells = program.run(columns_of(known, tried, where, everywhere), 0, everywhere)
    moved = 0
    for gate in outcomes:
        column = cells[program.cell_of[gate]]
        moved |= column ^ (everywhere if column & 1 else 0)
    return [change for place, change in enumerate(changes, 1) if not moved >> place & 1]
