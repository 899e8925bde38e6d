"""What an author of own knowledge or an own scenario gets wrong most often, and what is said of it."""

from __future__ import annotations

import shutil

import pytest

from advisor.knowledge.negation import meant_by, with_none
from tests.command.run import ROOT, advisor

SOUND = ROOT / "tests" / "faulty_knowledge" / "sound"
SCENARIO = "scenarios/first-meeting.yaml"
RULES = "rules/mine.yaml"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(SOUND, tmp_path / "kb", ignore=shutil.ignore_patterns("expected"))
    return tmp_path / "kb"


def changed(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def said(folder, *words):
    result = advisor(*words, "--knowledge", ".", folder=folder)
    assert result.returncode in (1, 2)
    return result.stdout + result.stderr


def checked(folder):
    return advisor("knowledge", "check", ".", folder=folder)


TITLES = {
    "answer: contact, is: none": ("answer: contact, is: Hardly ever", "did you mean 'none'?"),
    "when: {finding: no-contact}": (
        "when: {finding: You are hardly ever in touch}",
        "did you mean 'no-contact'?",
    ),
    "answer: acquaintance": (
        'answer: "How well do you know each other\'s work?"',
        "did you mean 'acquaintance'?",
    ),
    "work: our-practice": (
        "work: What we have seen in our own practice",
        "did you mean 'our-practice'?",
    ),
}


@pytest.mark.parametrize("old", TITLES)
def test_a_title_where_an_id_is_wanted_is_answered_with_the_id(folder, old):
    new, remedy = TITLES[old]
    path = next(
        path
        for path in sorted(folder.rglob("*.yaml"))
        if path.parent.name != "scenarios" and old in path.read_text(encoding="utf-8")
    )
    changed(path, old, new)
    assert remedy in checked(folder).stdout


def test_titles_in_a_scenario_are_answered_with_ids(folder):
    path = folder / SCENARIO
    changed(path, "contact: none", "How are you in touch with this partner?: none")
    changed(path, "id: being-introduced", "id: Being Introduced.")
    changed(path, "set: {contact: regular", 'set: {contact: "Regularly, also when nothing is wrong"')
    found = said(folder, "scenario", "check")
    assert [
        near for near in ("'contact'", "'being-introduced'", "'regular'") if f"did you mean {near}?" in found
    ] == [
        "'contact'",
        "'being-introduced'",
        "'regular'",
    ]


SLIPS = {
    "a second header": (
        "more/base.yaml",
        "format: 1\n",
        "a knowledge base has one base.yaml, and this is another",
    ),
    "the id of the choice to wait": (
        "more.yaml",
        "processes:\n  - id: wait-and-ask\n    title: Wait\n    text: A.\n    in-practice: B.\n"
        "    source: {work: our-practice, at: Team day}\n",
        "'wait-and-ask' is what an exercise calls the choice to wait and ask more; give this",
    ),
    "a condition in words": (
        "more.yaml",
        "rules:\n  - id: x\n    title: X\n    when: contact is none\n    then: {finding: no-contact}\n"
        "    because: A.\n    basis: judgement\n    source: {work: our-practice, at: Team day}\n",
        "this is no condition that we know; write it like this: {answer: contact, is: none}",
    ),
    "a list as a word processor has it": (
        "more.yaml",
        "findings:\n  \u2022 id: x\n    title: X\n  \u2022 id: y\n    title: Y\n",
        "more.yaml:2:3: error: this line begins with '\u2022', and no list is written so; write '- ' in its",
    ),
    "a list of texts as a word processor has it": (
        "more.yaml",
        "findings:\n  \u2013 x\n  \u2013 y\n",
        "a list is wanted under 'findings'; begin each entry with '- ', not with '\u2013'",
    ),
    "a file of a word processor": (
        "more.yaml",
        "{\\rtf1\\ansi findings:\\par}\n",
        "more.yaml:1:1: error: this is a file of a word processor or another program, and not plain text",
    ),
    "a source in words, and a number": (
        "more.yaml",
        "sources:\n  - id: x\n    title: 2026\nprocesses:\n  - id: y\n    title: Y\n    text: A.\n"
        "    in-practice: B.\n    source: Team day\n",
        "a text instead of 'key: value' lines in 'source'; write them indented below: work, at",
    ),
    "a check that is not there": (
        "more.yaml",
        "accepted:\n  - {check: one-suport, of: being-introduced, reason: A.}\n",
        "there is no check 'one-suport'; did you mean 'one-support'?",
    ),
}


WITH_NONE = "; say what must not be so under 'none', as in none: [{answer: contact, is: regular}]"
NEGATIONS = {
    "{answer: contact, is-not: none}": "unknown key 'is-not'",
    "{answer: contact, is not: none}": "unknown key 'is not'",
    "{any: [{answer: contact, not-in: [none]}]}": "unknown key 'not-in'",
    "{answer: contact, is: none, except: regular}": "unknown key 'except'",
    "{not: {answer: contact, is: none}}": "this is no condition that we know",
    "{not-finding: no-contact}": "this is no condition that we know",
    "{answer: contact, is: not none}": "'contact' has no option 'not none'",
    "{answer: contact, in: ['!none']}": "'contact' has no option '!none'",
    "{answer: contact, is: {not: none}}": "'key: value' lines instead of a text in 'is'",
    "{stage: relational-nourishment, is: not confident}": "'not confident' cannot stand here in 'is'",
    "{answer: contact, is: none}\n    unless: {finding: no-contact}": "unknown key 'unless'",
}
A_RULE = (
    "rules:\n  - id: x\n    title: X\n    when: {when}\n    then: {{finding: no-contact}}\n"
    "    because: A.\n    basis: judgement\n    source: {{work: our-practice, at: Team day}}\n"
)


@pytest.mark.parametrize("when", NEGATIONS)
def test_what_is_meant_as_not_so_is_answered_with_none(folder, when):
    (folder / "more.yaml").write_text(A_RULE.format(when=when), encoding="utf-8")
    assert NEGATIONS[when] + WITH_NONE in checked(folder).stdout


@pytest.mark.parametrize(
    ("when", "near"),
    [("iss: none", "unknown key 'iss'; did you mean 'is'?"), ("is: nothing", "did you mean 'none'?")],
)
def test_what_is_only_misspelt_is_not(folder, when, near):
    text = A_RULE.format(when=f"{{answer: contact, {when}}}")
    (folder / "more.yaml").write_text(text, encoding="utf-8")
    assert near in checked(folder).stdout


@pytest.mark.parametrize("typed", ["not-agred", "not agreed", "Not-Agreed"])
def test_an_option_that_says_by_itself_that_something_is_not_so_is_meant_by_what_is_near_to_it(typed):
    assert meant_by(typed, ["agreed", "not-agreed"]) == "did you mean 'not-agreed'?"
    assert meant_by("not regular", ["regular", "not-agreed"]) == with_none()


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_own_knowledge_is_told_with_what_to_try(folder, slip):
    name, text, expected = SLIPS[slip]
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    assert expected in checked(folder).stdout


def test_what_stands_one_level_too_high_is_told_where_it_belongs(folder):
    path = folder / SCENARIO
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("expect:\n  recommended:\n    - id", "recommended:\n    - id", 1), encoding="utf-8"
    )
    assert "unknown key 'recommended'; write it under 'expect'" in said(folder, "scenario", "check")
    path.write_text(text.replace("case:", "answers: {contact: none}\ncase:", 1), encoding="utf-8")
    assert "unknown key 'answers'; write it under 'case'" in said(folder, "scenario", "check")
    path.write_text("".join(text.partition("case:")[:1]) + "expect: {}\n", encoding="utf-8")
    assert "the key 'case' is missing; write 'case:' and below it 'answers:'" in said(
        folder, "scenario", "check"
    )


def test_a_folder_that_is_none_and_a_header_of_another_name_are_told_apart(folder):
    assert "there is no such folder" in advisor("knowledge", "check", "nowhere", folder=folder).stderr
    assert "this is a file" in advisor("knowledge", "check", "base.yaml", folder=folder).stderr
    (folder / "base.yaml").rename(folder / "base.yml")
    assert "rename base.yml to base.yaml" in checked(folder).stderr.replace(str(folder), "")


def test_a_case_with_a_text_cut_off_is_used_and_the_place_is_told(folder):
    (folder.parent / "case.yaml").write_text(
        "format: 1\npartnership: The team of house #4\nanswers: {contact: none}\n", encoding="utf-8"
    )
    result = advisor("advise", "case.yaml", "--knowledge", "kb", folder=folder.parent)
    assert result.returncode == 0
    assert result.stderr.startswith(
        "case.yaml:2:31: the text ends here, since a hash behind a blank begins a comment"
    )


def test_an_author_can_say_that_it_is_right_to_wait(folder):
    path = folder / SCENARIO
    changed(path, "expect:\n", "expect:\n  wait: {reason: Nobody has asked the partner.}\n")
    first = advisor("scenario", "check", "first-meeting", "--knowledge", ".", folder=folder)
    assert first.returncode == 1
    assert "Expected: it is right to wait and ask more. Nobody has asked the partner." in " ".join(
        first.stdout.split()
    )
    assert "Instead: enough is known to begin, with being-introduced." in first.stdout
    changed(path, "answers: {contact: none, acquaintance: hardly}", "answers: {contact: dont-know}")
    changed(
        path,
        "  recommended:\n    - id: being-introduced\n",
        "  not-recommended:\n    - id: being-introduced\n",
    )
    changed(path, "      because-of: no-contact-wants-an-introduction\n", "")
    assert (
        "As expected"
        in advisor("scenario", "check", "first-meeting", "--knowledge", ".", folder=folder).stdout
    )
    for page in ("answers", "trainer"):
        sheet = advisor(
            "scenario",
            "handout",
            "first-meeting",
            "--for",
            page,
            "--format",
            "markdown",
            "--knowledge",
            ".",
            folder=folder,
        )
        assert "Wait, and ask more before I do anything" in " ".join(sheet.stdout.split())
    changed(
        path, "  wait: {reason: Nobody has asked the partner.}\n", "  first: {id: wait-and-ask, reason: A.}\n"
    )
    assert "write 'wait: {reason: ...}' under 'expect'" in said(folder, "scenario", "check")
