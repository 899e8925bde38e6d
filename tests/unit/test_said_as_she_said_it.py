"""A sign quotes the answer that made it so; what is only possible is a question; one answer counts once."""

from __future__ import annotations

import json

import pytest

from advisor import Advisor, Case
from advisor.errors import UnknownIdError
from advisor.explanation import why
from advisor.inference.circuit.evaluator import evaluator_for
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import Answer
from advisor.knowledge.scaffold import start_knowledge
from advisor.reports import advice_outline, as_text
from advisor.verification.ways import rules_about, ways_of
from tests.command.run import advisor as command

SHIPPED = Advisor()
PATTERN = """\
patterns:
  - {id: drifting, title: Drifting, text: It has been drifting apart., calls-for: C., makes-worse: M.,
     question: Is it drifting apart?, source: {work: our-practice, at: T},
     said-otherwise: [{when: {answer: contact, is: regular}, question: Is it drifting all the same?}]}
findings:
  - {id: adrift, title: Adrift, text: T, tone: trouble, source: {work: our-practice, at: T}}
shifts:
  - {id: ringing, title: Ringing, text: T, factor: trust, try-this: Ring.,
     source: {work: our-practice, at: T}}
  - {id: asking, title: Asking, text: T, factor: trust, try-this: Ask., source: {work: our-practice, at: T}}
factors:
  - {id: trust, title: Trust, text: T, source: {work: our-practice, at: T},
     stages: {emerging: E, developing: D, confident: C}}
questions:
  - {id: warmth, kind: choice, prompt: How warm is it, why: W,
     options: [{id: cold, text: "Cold. We hardly speak"}, {id: warm, text: Warm}]}
"""
RULES = """\
rules:
  - {id: cold-drifts, title: It is cold, when: {answer: warmth, is: cold},
     then: {pattern: drifting, speaks: for}, because: B., basis: judgement,
     source: {work: our-practice, at: T}}
  - {id: drifting-wants-a-call, title: It drifts, when: {pattern: drifting, fit: possible},
     then: {recommend: ringing, strength: strong}, because: You have drifted. Ring them., basis: judgement,
     source: {work: our-practice, at: T}}
  - {id: drifting-is-adrift, title: T, when: {pattern: drifting, fit: possible}, then: {finding: adrift},
     because: B., basis: judgement, source: {work: our-practice, at: T}}
  - {id: adrift-asks, title: Adrift, when: {finding: adrift}, then: {recommend: asking, strength: strong},
     because: You are adrift., basis: judgement, source: {work: our-practice, at: T}}
  - {id: cold-or-drifting, title: Cold it is,
     when: {any: [{answer: warmth, is: cold}, {pattern: drifting, fit: possible}]},
     then: {recommend: asking, strength: slight}, because: It is cold., basis: judgement,
     source: {work: our-practice, at: T}}
"""


@pytest.fixture
def own(tmp_path):
    start_knowledge(tmp_path / "kb", empty=True)
    (tmp_path / "kb/other.yaml").write_text(PATTERN)
    (tmp_path / "kb/more.yaml").write_text(RULES)
    return Advisor(tmp_path / "kb")


def page(advice, knowledge, full=False):
    return " ".join(as_text(advice_outline(advice, knowledge, full=full)).split())


def test_a_pattern_that_is_only_possible_is_put_as_a_question(own):
    advice = own.advise(Case(answers={"warmth": "cold"}))
    (pattern,) = advice.patterns
    assert (pattern.fit, pattern.text) == ("possible", "Is it drifting apart?")
    assert "It has been drifting apart" not in page(advice, own.knowledge, full=True)


def test_the_question_is_said_otherwise_where_something_is_known(own):
    advice = own.advise(Case(answers={"warmth": "cold", "contact": "regular"}))
    assert advice.patterns[0].text == "Is it drifting all the same?"


@pytest.mark.parametrize("engine", ["experta", "columnar"])
def test_a_reason_that_rests_on_what_is_only_possible_stands_behind_the_question(own, engine):
    case = Case(answers={"warmth": "cold"})
    advice = Advisor(own.knowledge, engine=engine).advise(case)
    firing = advice.firing("drifting-wants-a-call")
    assert firing.title == "Perhaps: It drifts"
    assert firing.because == "Is it drifting apart? If so: You have drifted. Ring them."
    assert firing.because in page(advice, own.knowledge, full=True)
    assert why(advice, "ringing", own.knowledge).reasons[0].because == firing.because


def test_so_does_a_reason_that_rests_on_it_through_a_finding(own):
    advice = own.advise(Case(answers={"warmth": "cold"}))
    assert advice.firing("adrift-asks").because == "Is it drifting apart? If so: You are adrift."


def test_a_reason_that_holds_without_it_is_told_as_it_is(own):
    assert own.advise(Case(answers={"warmth": "cold"})).firing("cold-or-drifting").because == "It is cold."


@pytest.mark.usefixtures("own")
def test_a_pattern_of_a_writer_who_gave_no_question_is_still_no_fact(tmp_path):
    other = (tmp_path / "kb/other.yaml").read_text()
    for said in ("question: Is it drifting apart?, ", "question: Is it drifting all the same?"):
        other = other.replace(said, "" if said.endswith(" ") else "makes-worse: Waiting.")
    (tmp_path / "kb/other.yaml").write_text(other)
    advice = Advisor(tmp_path / "kb").advise(Case(answers={"warmth": "cold"}))
    assert advice.patterns[0].text == "Is it so? It has been drifting apart."


def test_a_sign_quotes_the_answer_and_then_says_what_it_suggests(own):
    advice = own.advise(Case(answers={"warmth": "cold"}))
    assert advice.said == {"cold-drifts": ("Cold. We hardly speak",)}
    assert 'You said: "Cold. We hardly speak": it is cold.' in page(advice, own.knowledge)
    assert json.loads(advice.as_json())["said"] == {"cold-drifts": ["Cold. We hardly speak"]}


def test_what_a_sign_quotes_is_what_made_it_so_and_not_what_had_to_be_ruled_out():
    case = Case(
        answers={
            "power": "one-decides",
            "trust": "careful",
            "in-place-strategic": {"clear-intention-and-vision": "no"},
            "shared-picture": "different",
        }
    )
    said = SHIPPED.advise(case).said
    assert said["no-vision-in-words-speaks-for-different-pictures"] == (
        "A vision that all can put into words: no",
    )
    assert said["silence-under-power-speaks-for-elephant-in-the-room"] == (
        "One side decides or speaks first. The others go along",
        "Only with care. We stay polite",
    )


def test_an_answer_is_quoted_once_for_one_pattern():
    advice = SHIPPED.advise(Case(answers={"power": "one-decides", "trust": "careful"}))
    shown = page(advice, SHIPPED.knowledge)
    start = shown.index("An elephant in the room (likely)")
    assert shown[start : start + 700].count('"One side decides or speaks first. The others go along"') == 1


def test_every_pattern_has_a_question_that_ends_as_one():
    for pattern in SHIPPED.knowledge.of_kind("pattern"):
        assert (pattern.question or "").endswith("?"), pattern.id


def test_a_title_says_what_was_answered_whichever_way_it_came_about():
    rosy = Case(answers={"presence": "visit", "meeting-troubles": {"too-far": "yes"}})
    because = SHIPPED.advise(rosy).firing("too-far-is-different-locations").because
    assert "hour" not in because or "suit" in because
    empty = Case(
        answers={
            "changes-lately": {"posts-vacant": "yes", "constant-turnover": "no", "key-person-left": "no"}
        }
    )
    assert all(pattern.id != "revolving-door" for pattern in SHIPPED.advise(empty).patterns)
    settled = Case(answers={"meeting-troubles": {"go-nowhere": "yes"}, "agreed-goals": "goals-and-ways"})
    assert "circling-meetings-speak-for-talking-shop" not in SHIPPED.advise(settled).firings.by_id


def test_a_good_relation_is_not_doubted_on_one_middling_answer():
    good: dict[str, Answer] = {"placing": {"relational-nourishment": "confident"}, "trust": "mostly"}
    assert "tight-placing-above-the-people-signs" not in SHIPPED.advise(Case(answers=good)).firings.by_id
    doubted = {**good, "coming": "never", "contact": "none"}
    assert "tight-placing-above-the-people-signs" in SHIPPED.advise(Case(answers=doubted)).firings.by_id


def test_each_way_that_is_listed_makes_its_rule_fire_and_none_of_its_answers_can_be_left_out():
    knowledge = SHIPPED.knowledge
    columns: dict[Fact, int] = {}
    wanted: list[tuple[str, bool]] = []
    for found in ways_of(knowledge.rules, knowledge, 3):
        for way in found.ways:
            if way.ruled_out or any(fact.kind not in ("answer", "item") for fact in way.facts):
                continue
            for missing in (None, *way.facts):
                for fact in way.facts:
                    columns[fact] = columns.get(fact, 0) | (fact != missing) << len(wanted)
                wanted.append((found.id, missing is None))
    fires = evaluator_for(knowledge).evaluate(columns, (1 << len(wanted)) - 1).fires
    assert len(wanted) > 1000
    assert [each for place, each in enumerate(wanted) if bool(fires[each[0]] >> place & 1) != each[1]] == []


def test_ways_are_listed_smallest_first_and_it_is_said_how_many_are_not():
    rules = rules_about(["family-troubles-speaks-against-flourishing"], SHIPPED.knowledge)
    (found,) = ways_of(rules, SHIPPED.knowledge, 2)
    assert [way.title for way in found.ways] == [
        "Families tell their story over and over",
        "Families fall between services",
    ]
    assert (found.not_listed, found.or_more) == (1, False)
    (long,) = ways_of(
        rules_about(["good-practice-speaks-against-own-part"], SHIPPED.knowledge), SHIPPED.knowledge, 5
    )
    sizes = [len(way.facts) for way in long.ways]
    assert sizes == sorted(sizes)
    assert long.not_listed > 100


def test_ways_on_the_command_line_name_what_there_is_none_of():
    assert "Said: Has somebody been let down" in " ".join(
        command("knowledge", "ways", "broken-trust").stdout.split()
    )
    found = json.loads(
        command("knowledge", "ways", "an-open-quarrel-speaks-for-hot-dispute", "--format", "json").stdout
    )
    assert found[0]["ways"][0]["facts"] == [["answer", "disagreement", "open-dispute"]]
    wrong = command("knowledge", "ways", "brokn-trust")
    assert wrong.returncode == 2
    assert "did you mean 'broken-trust'" in wrong.stderr
    with pytest.raises(UnknownIdError, match="no rule concludes anything of 'contact'"):
        rules_about(["contact"], SHIPPED.knowledge)


def test_an_or_in_a_title_is_one_of_an_answer_that_she_gave():
    """A rule that comes true in several ways has a title for each (docs/decisions/0019-said-otherwise.md)."""
    found = ways_of(SHIPPED.knowledge.rules, SHIPPED.knowledge, 40)
    wrong = {
        rule.id
        for rule in found
        for way in rule.ways
        if " or " in way.title and not any(" or " in answer for answer in way.answers)
    }
    assert wrong == set()
