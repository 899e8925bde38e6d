"""Knowledge bases that nobody would write on purpose: each is refused with a message, or works."""

from __future__ import annotations

import pytest

from advisor import Advisor, Case, KnowledgeError
from advisor.explanation import sensitivity, why_not
from advisor.knowledge import load_folder
from advisor.knowledge.scaffold import start_knowledge
from advisor.verification import verify

SCALE = """\
questions:
  - {id: much, kind: choice, scale: true, prompt: P, why: W,
     options: [{id: low, text: L}, {id: high, text: H}]}
"""


@pytest.fixture
def own(tmp_path):
    """Return what makes a knowledge base, with files of its own beside those of the small example."""

    def make(**files):
        start_knowledge(tmp_path / "kb", empty=True)
        for name, text in files.items():
            (tmp_path / f"kb/{name}.yaml").write_text(text)
        return tmp_path / "kb"

    return make


def rule(when, id_="odd"):
    return (
        f"rules:\n  - {{id: {id_}, title: T, when: {when}, then: {{finding: no-contact}}, because: B, "
        "basis: judgement, source: {work: our-practice, at: T}}\n"
    )


def messages(folder):
    with pytest.raises(KnowledgeError) as error:
        load_folder(folder)
    return [f"{fault.what}; {fault.remedy}" for fault in error.value.faults]


@pytest.mark.parametrize("comparison", ["is: ''", "in: ['']"])
def test_a_condition_that_compares_with_an_empty_id_is_refused(own, comparison):
    folder = own(odd=rule(f"{{answer: contact, {comparison}}}"))
    assert messages(folder) == ["'contact' has no option ''; use one of: none, regular"]


def test_a_condition_between_two_points_the_wrong_way_round_is_refused(own):
    folder = own(questions2=SCALE, odd=rule("{answer: much, at-least: high, at-most: low}"))
    assert messages(folder) == ["no option of 'much' stands between 'high' and 'low'; turn them round"]


def test_all_options_that_are_not_there_are_told_at_once(own):
    folder = own(odd=rule("{answer: contact, in: [nonne, regularly]}"))
    assert messages(folder) == [
        "'contact' has no option 'nonne'; did you mean 'none'?",
        "'contact' has no option 'regularly'; did you mean 'regular'?",
    ]


def test_a_count_over_nothing_is_told_once_and_with_what_can_be_done(own):
    folder = own(odd=rule("{at-least: 1, of: []}"))
    assert messages(folder) == ["a group of conditions is empty; write '- {answer: ..., is: ...}' in it"]


def test_thousands_of_faults_are_enough_to_stop_reading_for_more(own):
    folder = own(**dict.fromkeys(("odd", "odder", "oddest"), "rules:\n" + "  - {}\n" * 9000))
    told = messages(folder)
    assert 5_000 <= len(told) < 5_100


def test_a_knowledge_base_that_holds_nothing_works(tmp_path):
    (tmp_path / "base.yaml").write_text('format: 1\nname: nothing\nversion: "1"\n')
    advisor = Advisor(tmp_path)
    assert advisor.advise(Case()).plan == ()
    assert sensitivity(advisor, Case()) is not None
    assert verify(tmp_path).remarks == ()


def test_options_that_rules_do_not_tell_apart_are_tried_as_one(own, monkeypatch):
    from advisor.verification import check_coverage

    tried = []
    fired = check_coverage._Silence._fired

    def counted(silence, answers, others):
        tried.append(len(others))
        return fired(silence, answers, others)

    monkeypatch.setattr(check_coverage._Silence, "_fired", counted)
    options = ", ".join(f"{{id: o{number}, text: T}}" for number in range(2_000))
    many = f"questions:\n  - {{id: many, kind: choice, prompt: P, why: W, options: [{options}]}}\n"
    verify(own(many=many, odd=rule("{all: [{answer: many, is: o7}, {answer: contact, is: none}]}")))
    assert tried
    assert max(tried) < 10


@pytest.mark.parametrize("when", ["{answer: contact, is: none}", "{answer: contact, in: [none, none]}"])
def test_what_would_bring_a_finding_is_told(own, when):
    advisor = Advisor(own(odd=rule(when)))
    assert why_not(advisor, Case(answers={"contact": "regular"}), "no-contact")
