"""What a caller hands over is looked at: another type is an error with the name of its place."""

from __future__ import annotations

from typing import Any

import pytest

from advisor import Advice, Advisor, Case, InputError, Interview, Question, UnknownIdError
from advisor.advice import meeting_for, named
from advisor.cases import Edit, anonymised, likeness, name_key, questionnaire_of, read_case, sector_named
from advisor.reports import schema, shown_outline

SHIPPED = Advisor(engine="columnar")
CASE = Case(answers={"contact": "none", "acquaintance": "hardly"})
ADVICE = SHIPPED.advise(CASE)
KNOWLEDGE = SHIPPED.knowledge
ROW = {"contact": "regular"}
COLUMN = {"contact": ["regular"]}

# What a call is given, by the name of its argument: a number and an object fit none of them.
CALLS: dict[str, Any] = {
    "beside": lambda odd: SHIPPED.advise(CASE, odd),
    "earlier": lambda odd: SHIPPED.advise(CASE, earlier=odd),
    "other": lambda odd: SHIPPED.case_in(ROW, odd),
    "other ": lambda odd: SHIPPED.advise_many(COLUMN, odd),
    "other  ": lambda odd: SHIPPED.read_case(CASE.as_dict(), odd),
    "sector": lambda odd: SHIPPED.totals(COLUMN, sector=odd),
    "date": lambda odd: SHIPPED.totals(COLUMN, date=odd),
    "where": SHIPPED.portfolio,
    "tables": lambda odd: SHIPPED.portfolio(".", odd),
    "cases": SHIPPED.compare,
    "case": SHIPPED.read_case,
    "paths": SHIPPED.progress,
    "partnership": lambda odd: SHIPPED.progress(".", partnership=odd),
    "name": lambda odd: SHIPPED.why(CASE, odd),
    "name ": lambda odd: SHIPPED.why_not(CASE, odd),
    "one": lambda odd: SHIPPED.contrast(CASE, odd, "visioning"),
    "factor": lambda odd: SHIPPED.settle(CASE, odd),
    "changes": lambda odd: SHIPPED.what_if(CASE, odd),
    "changes ": lambda odd: SHIPPED.what_if(CASE, {odd: "openly"}),
    "width": lambda odd: ADVICE.as_text(width=-odd if odd == 1 else odd),
    "knowledge": ADVICE.as_text,
    "indent": lambda odd: ADVICE.as_json([odd]),  # type: ignore[arg-type]  # that is the point
    "id_": ADVICE.firing,
    "advisor": lambda odd: Interview.from_dict(odd, {}),
    "question": lambda odd: SHIPPED.interview(CASE).answer(odd, "none"),
    "question ": lambda odd: SHIPPED.interview(CASE).answer_to(odd),
    "id_ ": KNOWLEDGE.entry,
    "id_  ": KNOWLEDGE.rule,
    "id_   ": KNOWLEDGE.options_of,
    "kinds": KNOWLEDGE.ids,
    "kinds ": lambda odd: KNOWLEDGE.has("visioning", odd),
    "text": lambda odd: named(odd, KNOWLEDGE),
    "advice": lambda odd: meeting_for(odd, KNOWLEDGE),
    "which": lambda odd: shown_outline(ADVICE, KNOWLEDGE, odd),
    "what": lambda odd: schema(odd, KNOWLEDGE),
    "word": sector_named,
    "name  ": name_key,
    "name   ": lambda odd: likeness("A", odd),
    "case ": anonymised,
    "knowledge ": questionnaire_of,
    "path": lambda odd: read_case(odd, KNOWLEDGE),
}


class Once:
    """Several things that are given out once: as a cursor, say, which is no iterator itself."""

    def __init__(self, things):
        self._left = iter(things)

    def __iter__(self):
        yield from self._left


@pytest.mark.parametrize("odd", [1, 1.5, object()], ids=["number", "fraction", "object"])
@pytest.mark.parametrize("argument", CALLS)
def test_another_type_is_refused_by_the_name_of_its_place_and_never_shown(argument, odd):
    with pytest.raises(InputError, match=type(odd).__name__) as error:
        CALLS[argument](odd)
    assert [fault.path for fault in error.value.faults] == [(argument.strip(),)]
    assert error.value.code == "invalid-input"
    assert repr(odd) not in error.value.told() or odd == 1


@pytest.mark.parametrize("odd", [0, -1, True, float("nan"), None, "80"])
def test_a_width_is_a_number_of_columns(odd):
    with pytest.raises(InputError, match=r"width: .*; give a whole number, 1 or more"):
        ADVICE.as_text(width=odd)


@pytest.mark.parametrize("read", [Advice.from_json, Advice.from_dict])
def test_what_is_neither_text_nor_data_is_no_advice(read):
    with pytest.raises(InputError, match="of the type 'int'"):
        read(3)


@pytest.mark.parametrize("ask", [KNOWLEDGE.kind, KNOWLEDGE.entry, KNOWLEDGE.of_kind, KNOWLEDGE.ids_of])
def test_what_cannot_be_looked_up_is_refused_too(ask):
    with pytest.raises(InputError, match="give text"):
        ask(["visioning"])


def test_what_a_caller_may_hand_over_is_taken_as_before():
    edits = SHIPPED.what_if(CASE, {"contact": None}).edits
    assert SHIPPED.what_if(CASE, edits) == SHIPPED.what_if(CASE, iter(edits))
    assert SHIPPED.advise(CASE, frozenset(), earlier=[CASE]).plan
    once: Any = Once([CASE])
    assert SHIPPED.advise(CASE, earlier=once) == SHIPPED.advise(CASE, earlier=[CASE])
    assert ADVICE.as_text(width=1)
    assert ADVICE.as_json(None)


@pytest.mark.parametrize("mixed", [["trust=openly"], [Edit("trust", "openly"), 5], ({"trust": "openly"},)])
@pytest.mark.parametrize("handed_over", [lambda mixed: mixed, iter, Once], ids=["list", "iterator", "once"])
def test_changes_are_gone_through_once_and_each_is_looked_at(mixed, handed_over):
    with pytest.raises(InputError, match=r"what_if, changes: .* cannot be used; give a mapping"):
        SHIPPED.what_if(CASE, handed_over(mixed))
    edits = [Edit("trust", "openly"), Edit("contact", None)]
    assert SHIPPED.what_if(CASE, handed_over(edits)).edits == tuple(edits)


def test_a_lone_name_is_one_name_and_no_list_of_letters():
    interview = SHIPPED.interview(CASE)
    assert KNOWLEDGE.ids("rule") == KNOWLEDGE.ids_of("rule") == KNOWLEDGE.ids(["rule"])
    assert KNOWLEDGE.has("visioning", "intervention")
    assert named("visioning", KNOWLEDGE, kinds="intervention") == "visioning"
    assert interview.decisive("trust") == interview.decisive(["trust"])
    assert interview.first_step_hangs_on("trust") == interview.first_step_hangs_on(["trust"])
    with pytest.raises(UnknownIdError, match="there is no kind 'rules'; did you mean 'rule'"):
        KNOWLEDGE.ids("rules")


@pytest.mark.parametrize("ask", ["decisive", "first_step_hangs_on"])
def test_of_questions_each_is_one_that_is_there(ask):
    with pytest.raises(UnknownIdError, match="there is no question 'trusts'; did you mean 'trust'"):
        getattr(SHIPPED.interview(CASE), ask)(["trusts"])
    for odd in (5, [5], [["trust"]]):
        with pytest.raises(InputError, match=r"interview, questions: .*; give text"):
            getattr(SHIPPED.interview(CASE), ask)(odd)


def test_tables_are_gone_through_once_and_each_is_looked_at(tmp_path):
    with pytest.raises(InputError, match=r"portfolio, tables: .* give the name of a file or folder"):
        SHIPPED.portfolio(tmp_path, iter([tmp_path / "views.csv", 5]))


def test_an_entry_is_of_the_type_that_is_asked_for():
    assert KNOWLEDGE.entry("contact", Question).options
    assert KNOWLEDGE.entry("contact").title
    with pytest.raises(UnknownIdError, match="'visioning' is of another kind: intervention"):
        KNOWLEDGE.entry("visioning", Question)
