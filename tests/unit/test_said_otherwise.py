"""Texts that are said otherwise where something is known: which are told, and which are refused."""

from __future__ import annotations

import pytest

from advisor import Advisor, Case, KnowledgeError
from advisor.explanation import why, why_not
from advisor.inference.cache import knowledge_in
from advisor.knowledge import load_folder
from advisor.knowledge.scaffold import start_knowledge
from advisor.reports.catalogue import shown
from advisor.reports.entry import entry_as_text
from advisor.reports.reference import reference_pages

QUESTION = """\
questions:
  - {id: side, kind: choice, prompt: Which side, why: W, options: [{id: ours, text: O},
     {id: theirs, text: T}]}
findings:
  - {id: weaker, title: Weaker, text: T, tone: context, source: {work: our-practice, at: T}}
shifts:
  - {id: giving, title: Giving, text: T, factor: trust, try-this: Give.,
     source: {work: our-practice, at: T},
     said-otherwise: [{when: {finding: weaker}, try-this: Ask.}]}
"""
RULES = """\
rules:
  - {id: theirs-is-weaker, title: T, when: {answer: side, is: theirs}, then: {finding: weaker}, because: B.,
     basis: judgement, source: {work: our-practice, at: T}}
  - id: give
    title: You decide
    when: {answer: contact, in: [none, regular]}
    then: {recommend: giving, strength: strong}
    because: You have it to give.
    basis: judgement
    source: {work: our-practice, at: T}
    said-otherwise:
"""
WEAKER = "      - {when: {finding: weaker}, title: They decide, because: Ask for it.}\n"
OURS = "      - {when: {answer: side, in: [ours, theirs]}, because: Somebody was asked.}\n"


@pytest.fixture
def own(tmp_path):
    """Return what makes a knowledge base whose rule `give` is said otherwise as these lines say."""

    def make(*said):
        start_knowledge(tmp_path / "kb", empty=True)
        factor = "factors:\n  - {id: trust, title: Trust, text: T, source: {work: our-practice, at: T}, "
        factor += "stages: {emerging: E, developing: D, confident: C}}\n"
        (tmp_path / "kb/other.yaml").write_text(QUESTION + factor)
        (tmp_path / "kb/more.yaml").write_text(RULES + "".join(said))
        return tmp_path / "kb"

    return make


def told(folder, engine="experta", **answers):
    advice = Advisor(folder, engine=engine).advise(Case(answers={"contact": "none", **answers}))
    firing = advice.firing("give")
    return firing.title, firing.because, advice.plan[0].text


@pytest.mark.parametrize("engine", ["experta", "columnar"])
def test_where_it_is_known_the_other_words_are_told(own, engine):
    folder = own(WEAKER, OURS)
    assert told(folder, engine, side="theirs") == ("They decide", "Ask for it.", "Ask.")
    assert told(folder, engine, side="ours") == ("You decide", "Somebody was asked.", "Give.")


@pytest.mark.parametrize("engine", ["experta", "columnar"])
def test_where_it_is_unknown_the_text_itself_is_told(own, engine):
    folder = own(WEAKER, OURS)
    for answers in ({}, {"side": "dont-know"}):
        assert told(folder, engine, **answers) == ("You decide", "You have it to give.", "Give.")


def test_why_and_json_tell_what_the_advice_tells(own):
    advisor = Advisor(own(WEAKER))
    advice = advisor.advise(Case(answers={"contact": "none", "side": "theirs"}))
    assert why(advice, "giving", advisor.knowledge).reasons[0].because == "Ask for it."
    assert '"because": "Ask for it."' in advice.as_json()
    assert "You have it to give" not in advice.as_json()


def test_why_not_tells_a_rule_that_did_not_fire_in_the_words_for_this_case(own):
    advisor = Advisor(own(WEAKER))
    found = why_not(advisor, Case(answers={"side": "theirs"}), "giving")
    assert [miss.because for miss in found.misses] == ["Ask for it."]


def test_the_compiled_copy_tells_the_same(own, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = own(WEAKER)
    for knowledge in (knowledge_in(folder), knowledge_in(folder)):
        assert told(knowledge, side="theirs") == ("They decide", "Ask for it.", "Ask.")


def test_the_pages_show_the_other_words_and_when_they_are_told(own):
    page = reference_pages(load_folder(own(WEAKER)))["shift/giving.md"]
    assert "Said otherwise, if:\n\n- found: Weaker\n" in page
    assert "Because: Ask for it." in page
    assert "Try this: Ask." in page


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("{when: {finding: weker}, because: B.}", "there is no entry of a fitting kind 'weker'"),
        ("{when: {answer: side, is: our}, because: B.}", "'side' has no option 'our'"),
        ("{when: {finding: weaker}, try-this: B.}", "'try-this' of a rule is never said otherwise"),
        ("{when: {finding: weaker}, becuase: B.}", "unknown key 'becuase'"),
        ("{when: {finding: weaker}, because: ''}", "'because' is empty"),
        ("{when: {finding: weaker}}", "nothing is said otherwise here"),
        ("{because: B.}", "the key 'when' is missing"),
        ("{when: {all: []}, because: B.}", "a group of conditions is empty"),
        ("{when: {none: [{finding: weaker}]}, because: B.}", "'none' of a text looks at what rules conclude"),
    ],
)
def test_what_cannot_be_said_otherwise_is_refused(own, said, what):
    with pytest.raises(KnowledgeError) as error:
        load_folder(own(f"      - {said}\n"))
    assert [fault.what for fault in error.value.faults] == [what]


def test_the_name_of_an_entry_is_never_said_otherwise(own):
    folder = own(WEAKER)
    file = folder / "other.yaml"
    file.write_text(file.read_text().replace("try-this: Ask.", "title: Asking"))
    with pytest.raises(KnowledgeError) as error:
        load_folder(folder)
    assert [fault.what for fault in error.value.faults] == ["'title' of a shift is never said otherwise"]


def test_a_finding_is_shown_with_the_texts_that_hang_on_it(own):
    knowledge = load_folder(own(WEAKER, OURS))
    hanging = shown(knowledge, "weaker")["said_otherwise_where"]
    assert [(each["kind"], each["id"]) for each in hanging] == [("shift", "giving"), ("rule", "give")]
    text = entry_as_text(shown(knowledge, "weaker"))
    assert (
        "said otherwise where this is so\n  - shift: Giving [giving]\n  - rule: You decide [give]\n" in text
    )
    assert (
        "Said otherwise where this is so:\n\n- Giving (shift `giving`)\n"
        in (reference_pages(knowledge)["finding/weaker.md"])
    )


def test_a_question_is_shown_with_the_texts_that_hang_on_its_answers(own):
    knowledge = load_folder(own(WEAKER, OURS))
    text = entry_as_text(shown(knowledge, "side"))
    assert "said otherwise after some of its answers\n  - rule: You decide [give]\n" in text


def test_what_no_text_hangs_on_is_shown_without_such_a_list(own):
    knowledge = load_folder(own(WEAKER))
    assert shown(knowledge, "contact")["said_otherwise_where"] == []
    assert "said otherwise" not in entry_as_text(shown(knowledge, "contact"))
