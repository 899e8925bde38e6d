"""A scenario on paper or at the terminal: its story, what is known, what is expected, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from advisor._language import N_, _
from advisor.cases.case import Case
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.entries import Source
from advisor.knowledge.phrases import title_of
from advisor.knowledge.question import UNKNOWN, Question
from advisor.knowledge.question_kinds.actions import OUTCOME_WORDS
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of
from advisor.reports.outline import Outline
from advisor.reports.scenario_index import where_it_belongs
from advisor.reports.wording import ended, inside, joined
from advisor.scenarios.expectation_check import ExpectationOutcome
from advisor.scenarios.expectation_words import in_words
from advisor.scenarios.scenario import Scenario

_CAME = {**OUTCOME_WORDS, UNKNOWN: N_("what came of it is not known")}


def story_outline(scenario: Scenario) -> Outline:
    """Return a scenario's title and story, and nothing that gives the answer away."""
    outline = Outline()
    outline.add(0, scenario.title)
    outline.paragraph(scenario.narrative)
    add_terms(outline, scenario)
    return outline


def add_terms(outline: Outline, scenario: Scenario) -> None:
    """Add the words that are explained, if any are."""
    if scenario.terms:
        outline.add(0, _("Words explained"))
    for word, said in scenario.terms.items():
        outline.add(1, f"{word[:1].upper()}{word[1:]}: {said}")


def add_afterwards(outline: Outline, scenario: Scenario, knowledge: KnowledgeBase) -> None:
    """Add what was done in the end and what came of it, if that is told."""
    if scenario.afterwards:
        outline.add(0, _("What was done in the end, and what came of it"))
    for each in scenario.afterwards:
        where = work_cited(each.source, knowledge)
        outline.add(1, f"{ended(each.did)} {ended(each.came_of_it)} ({where})")
        if each.named:
            nearest = joined(inside(title_of(id_, knowledge)) for id_ in each.named)
            outline.add(
                2,
                _("Nearest to it here: {nearest}; {came}").format(
                    nearest=nearest, came=_(_CAME[each.outcome])
                ),
            )


def trainer_outline(scenario: Scenario, knowledge: KnowledgeBase) -> Outline:
    """Return everything about a scenario: for the trainer, not for those who are to find out."""
    outline = story_outline(scenario)
    outline.add(0, _("What it teaches"))
    outline.add(1, scenario.teaches)
    if belongs := where_it_belongs(scenario):
        outline.add(1, belongs)
    outline.add(1, _("Source: {scenario}").format(scenario=cited(scenario, knowledge)))
    if scenario.other_view:
        outline.add(
            1,
            _("The same partnership as somebody else sees it: scenario {other_view}").format(
                other_view=scenario.other_view
            ),
        )
    outline.add(0, _("What is known"))
    add_known(outline, scenario.case, knowledge)
    outline.add(0, _("What is expected, and why"))
    for _kind, each, sentence in in_words(scenario.expect, knowledge):
        outline.add(1, f"{ended(sentence)} {each.reason}")
    add_afterwards(outline, scenario, knowledge)
    if scenario.discuss:
        outline.add(0, _("To talk about"))
    for to_discuss in scenario.discuss:
        outline.add(1, to_discuss)
    return outline


def expected_outline(told: Iterable[tuple[str, Sequence[ExpectationOutcome]]]) -> Outline:
    """Return what was expected of a scenario and of each variation, and whether it is so."""
    outline = Outline()
    outline.add(0, _("WHAT WAS EXPECTED"))
    for with_, results in told:
        if with_:
            outline.add(1, _("with {changed}: ").format(changed=", ".join(with_.split(","))).strip())
        for result in results:
            said = _("as expected") if result.met else _("NOT SO: {instead}").format(instead=result.instead)
            outline.add(2 if with_ else 1, f"{result.expects}: {said}. {result.reason}")
    return outline


def add_known(outline: Outline, case: Case, knowledge: KnowledgeBase) -> None:
    """Add what is known of a case: each question that was answered, and what was said."""
    for question, said in answers_said(case, knowledge):
        outline.add(1, f"{question.prompt} {said}")


def answers_said(case: Case, knowledge: KnowledgeBase) -> Iterator[tuple[Question, str]]:
    """Yield each question that was answered with what was said, in plain words, in their order."""
    for question in knowledge.questions.values():
        said = said_of(question, case, knowledge)
        if said:
            yield question, said


def said_of(question: Question, case: Case, knowledge: KnowledgeBase) -> str:
    """Return what was said to a question, in plain words; nothing if it was not answered."""
    return " ".join(ended(f"{said[:1].upper()}{said[1:]}") for said in _said(question, case, knowledge))


def _said(question: Question, case: Case, knowledge: KnowledgeBase) -> Iterator[str]:
    kind = kind_of(question)
    if kind.in_actions:
        for action in case.actions:
            yield f"{title_of(action.id, knowledge)}: {kind.say(question, action.outcome)}"
        return
    answer = case.answers.get(question.id, {})
    if isinstance(answer, str):
        yield kind.say_whole(question, answer)
        return
    for value in sorted(dict.fromkeys(answer.values()), key=_place):  # equals stay in their order
        parts = knowledge.memo(parts_of)[question.id]
        rows = [part.text for part in parts if answer.get(part.key) == value]
        if rows:
            yield f"{kind.say(question, value)}: {'; '.join(row.rstrip('.') for row in rows)}"


def _place(value: str) -> int:
    """Return where a value stands among what is said to a list: what is so comes first, what is not last."""
    return {"yes": 0, "no": 2}.get(value, 1)


def cited(scenario: Scenario, knowledge: KnowledgeBase) -> str:
    """Return where a scenario comes from."""
    return work_cited(scenario.source, knowledge)


def work_cited(source: Source, knowledge: KnowledgeBase) -> str:
    """Return a work with the place in it and the page."""
    work = knowledge.works[source.work].title
    if source.page:
        return _("{work}, {at}, p. {page}").format(work=work, at=source.at, page=source.page)
    return f"{work}, {source.at}"
