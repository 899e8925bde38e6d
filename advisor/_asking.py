"""An advisor that can be asked back: why, why not, what if, rather than what, and what all hangs on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias, overload

from advisor._given import PATH, TEXT, Wanted, an_object, each_of, takes
from advisor._language import N_
from advisor.advice.model import Advice
from advisor.advice.reasoner import Consultation, Reasoner
from advisor.cases.case import Case
from advisor.cases.edits import Edit
from advisor.cases.given import case_of
from advisor.knowledge.facts import Fact

if TYPE_CHECKING:
    from advisor.explanation import Contrast, Future, Sensitivity, StageSettled, Why, WhyNot

GivenCase: TypeAlias = Case | Mapping[str, object]  # plain data has the keys of a case file
ItemsChanged: TypeAlias = Mapping[str, str | None]  # each to the other answer, or None to take it away
GivenChanges: TypeAlias = str | Mapping[str, str | ItemsChanged | None] | Iterable[Edit]


def _are_changes(given: object) -> bool:
    """Return whether something may be changes; what may be gone through once only is not looked into yet."""
    if isinstance(given, Mapping):
        return all(isinstance(name, str) for name in given)
    return isinstance(given, Iterable)


A_CASE = Wanted(N_("a case, or several"), lambda given: isinstance(given, (Case, Mapping)))
FACTS = Wanted(N_("a list of facts"), an_object(Fact).or_several().fits)
WHERE_A_CASE_IS = Wanted(
    N_("a case, its plain data, or the name of its file"),
    lambda given: A_CASE.fits(given) or PATH.fits(given),
)
CHANGES = Wanted(N_("a mapping of questions to other answers, or text such as trust=openly"), _are_changes)
EDIT = Wanted(CHANGES.words, an_object(Edit).fits)


class Asking(Reasoner):
    """Answers questions about its own advice, by the names that the advice itself uses."""

    def consult(self, case: GivenCase, beside: Collection[Fact] = ()) -> Consultation:
        """Return the advice for `case` with what it rests on, for who asks more of the same case.

        `CaseError` if it has answers that no question knows, `AdvisorError` as `advise` says.
        """
        return super().consult(self._case(case), beside)

    @takes(name=TEXT)
    def why(self, case: GivenCase | Advice, name: str) -> Why:
        """Return why something is advised or was found, down to the answers.

        `name` is an id, a title or the beginning of one, or the number of a step in the plan. `case` may be
        an advice that was given already. `UnknownIdError` if nothing is meant by the name, or nothing of it
        was concluded in this case.
        """
        from advisor.explanation import why

        advice = self._advice(case)
        return why(advice, self._named(name, advice), self.knowledge)

    @takes(name=TEXT)
    def why_not(self, case: GivenCase | Consultation, name: str) -> WhyNot:
        """Return why something is not advised or was not found, and the smallest changes that would bring it.

        `name` is as for `why`. Of a factor it is what holds it where it stands; `FACTOR=STAGE` asks for
        another stage than the next. `case` may be what `consult` gave already. `UnknownIdError` if nothing is
        meant by it, nothing could conclude it, or it is so already.
        """
        from advisor.explanation import why_not

        consulted = self._consulted(case)
        about, equals, stage = name.partition("=")
        kinds = ("factor",) if equals else ()
        return why_not(self, consulted, self._named(about, consulted.advice, kinds) + equals + stage)

    @takes(changes=CHANGES)
    def what_if(self, case: GivenCase | Consultation, changes: GivenChanges) -> Future:
        """Return what would change if some answers were others; the case stays as it is.

        `changes` map a question, or QUESTION.ITEM, to the other answer, or to None to take it away; or a
        question to such a mapping of its items, of which those that are not named stay. Or they are written
        as `trust=openly,contact=regular`. `EditError` if there is no such question or item, `CaseError` if it
        has no such answer.
        """
        from advisor.explanation import what_if

        edits = self._edits(changes)
        consulted = self._consulted(case)
        return what_if(self, consulted.case, edits, consulted.advice)

    @takes(one=TEXT, other=TEXT)
    def contrast(self, case: GivenCase | Advice, one: str, other: str) -> Contrast:
        """Return why one thing rather than another: what decides between the two. Names are as for `why`."""
        from advisor.explanation import contrast

        advice = self._advice(case)
        return contrast(advice, self._named(one, advice), self._named(other, advice), self.knowledge)

    @overload
    def settle(self, case: GivenCase, factor: None = None) -> Sensitivity: ...
    @overload
    def settle(self, case: GivenCase, factor: str) -> StageSettled: ...
    @takes(factor=TEXT.or_none())
    def settle(self, case: GivenCase, factor: str | None = None) -> Sensitivity | StageSettled:
        """Return what is certain of a case, what is still open, and what would decide it.

        With a `factor` it is which answers, each alone, decide where that stands. `UnknownIdError` if there
        is no such factor.
        """
        from advisor.explanation import sensitivity, stage_settled

        case = self._case(case)
        if factor is None:
            return sensitivity(self, case)
        return stage_settled(self, case, self._named(factor, self.advise(case), ("factor",)))

    def _case(self, case: GivenCase) -> Case:
        """Return a case as such; `CaseError` with all faults of plain data."""
        return case_of(case, self.knowledge) if isinstance(case, Mapping) else case

    def _edits(self, changes: GivenChanges) -> list[Edit]:
        """Return changes as edits; `InputError` if there is anything else among them."""
        from advisor.explanation.changes_meant import changes_meant

        if isinstance(changes, str):
            return changes_meant(changes, self.knowledge)
        if isinstance(changes, Mapping):
            return [edit for name, value in changes.items() for edit in _of_question(name, value)]
        return each_of("what_if", "changes", changes, EDIT)

    def _consulted(self, case: GivenCase | Consultation) -> Consultation:
        return case if isinstance(case, Consultation) else self.consult(case)

    def _advice(self, case: GivenCase | Advice) -> Advice:
        return case if isinstance(case, Advice) else self.advise(self._case(case))

    def _named(self, name: str, advice: Advice, kinds: Collection[str] = ()) -> str:
        from advisor.advice.naming import named

        return named(name, self.knowledge, advice, kinds)


def _of_question(name: str, value: str | ItemsChanged | None) -> list[Edit]:
    if isinstance(value, Mapping):
        return [Edit(f"{name}.{item}", said) for item, said in value.items()]
    return [Edit(name, value)]
