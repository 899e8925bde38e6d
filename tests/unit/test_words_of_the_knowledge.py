"""The engine knows no words of the shipped knowledge: what they meant to it, entries say themselves."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from advisor.cli.bringing import to_bring

from advisor import Advisor, Case
from advisor.knowledge.folder import shipped_folder
from advisor.knowledge.influence_graph import graph
from advisor.knowledge.loader import load_folder
from advisor.reports import advice_outline
from advisor.reports.catalogue import shown
from advisor.reports.entry import entry_as_text
from advisor.reports.outline import Title
from advisor.reports.wording import citation

ROOT = Path(__file__).parents[2]
OWN = """\
questions:
  - id: quarrels
    kind: checklist
    prompt: What do you quarrel about?
    hint: Tick what is true.
    why: It says what to mend.
    items: [{id: money, text: Money}]
  - id: our-mood
    kind: choice
    prompt: How do you feel about it?
    about: self
    why: It says where to begin.
    options: [{id: good, text: Good}, {id: bad, text: Bad}]
patterns:
  - id: blooming
    tone: strength
    title: It blooms
    text: All is well.
    calls-for: Leave it be.
    makes-worse: Mending it.
    source: {work: our-practice, at: Team day}
sources:
  - {id: our-hunch, title: A hunch, unpublished: true}
rules:
  - id: good-mood-speaks-for-blooming
    title: The mood is good
    when: {answer: our-mood, is: good}
    then: {pattern: blooming, speaks: for, key: true}
    because: Good mood comes of good work.
    basis: judgement
    source: {work: our-hunch, at: Here}
  - id: money-speaks-against-blooming
    title: There is a quarrel about money
    when: {item: quarrels.money}
    then: {pattern: blooming, speaks: against}
    because: A quarrel about money spreads.
    basis: judgement
    source: {work: our-practice, at: Team day}
  - id: regular-contact-speaks-for-blooming
    title: You are in touch
    when: {answer: contact, is: regular}
    then: {pattern: blooming, speaks: for}
    because: Who keeps in touch has reason to.
    basis: judgement
    source: {work: our-practice, at: Team day}
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    sound = ROOT / "tests" / "faulty_knowledge" / "sound"
    (folder / "base.yaml").write_text(f"format: 1\nname: own\nversion: 0.1.0\nextends: {sound}\n")
    (folder / "own.yaml").write_text(OWN)
    return load_folder(folder)


def test_a_question_is_shown_with_its_hint_only_where_it_is_answered(knowledge):
    whole = "What do you quarrel about? Tick what is true."
    assert knowledge.questions["quarrels"].title == whole
    assert entry_as_text(shown(knowledge, "quarrels")).startswith(f"{whole} (checklist quarrels)\nwhy:")
    (node,) = (each for each in graph(knowledge).things if each.id == "quarrels")
    assert (node.title, node.short) == (whole, "What do you quarrel about?")


def test_a_pattern_of_the_tone_strength_is_not_said_to_hold_it(knowledge):
    advisor = Advisor(knowledge)

    def titles(answers):
        outline = advice_outline(advisor.advise(Case(answers=answers)), knowledge)
        return [block.text for block in outline.blocks if isinstance(block, Title)]

    assert "HOW IT IS" in titles({"our-mood": "good"})
    assert "WHAT HOLDS IT" not in titles({"our-mood": "good"})


def test_what_is_about_the_leader_is_not_brought_to_the_next_meeting(knowledge):
    case = Case(answers={"quarrels": "dont-know", "our-mood": "dont-know", "contact": "regular"})
    advice = Advisor(knowledge).advise(case)
    assert {"quarrels", "our-mood"} <= {item.question for item in advice.to_ask}
    said = " ".join(to_bring(advice, knowledge))
    assert "To find out together: What do you quarrel about?" in said
    assert "Tick" not in said
    assert "How do you feel" not in said


def test_what_rests_on_an_unpublished_work_is_cited_as_our_judgement(knowledge):
    assert citation(knowledge.entry("good-mood-speaks-for-blooming"), knowledge) == "our judgement"
    assert citation(knowledge.entry("money-speaks-against-blooming"), knowledge) == (
        "our judgement, after Our Practice, Team day"
    )


ALLOWED = {
    "present": "what a fact says of a finding",
    "no-change": "an outcome",
    "too-early": "an outcome",
    "contact": "in the template of a scenario, for a knowledge base that knows it",
    "acquaintance": "in the same template",
    "being-introduced": "in the same template",
    "placing": "a kind of question",
    "standing": "a part of a page",
    "own-part": "what a rule of a portfolio is for",
    "tried": "what a case says of an intervention",
}


def test_no_id_of_the_shipped_knowledge_is_in_the_code():
    shipped = load_folder(shipped_folder())
    ids = {entry.id for _, entry in shipped.all_entries()} | set(shipped.works)
    for question in shipped.questions.values():
        parts = (*question.options, *question.items, *question.rows)
        ids |= {part.id for part in parts if "-" in part.id}  # a single word may be anybody's
    found = set()
    for path in (*(ROOT / "advisor").rglob("*.py"), *(ROOT / "cli").glob("*.py")):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        found |= {
            node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    assert found & ids <= set(ALLOWED)
