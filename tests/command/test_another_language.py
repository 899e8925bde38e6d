"""The main commands in a language that is none: what stands outside of its brackets is knowledge or case."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor import Advisor, in_language
from advisor.exercise.results import COLUMNS
from advisor.knowledge.folder import shipped_folder
from advisor.knowledge.kinds import KINDS
from advisor.knowledge.loader import load_folder
from tests.command.run import ROOT, advisor
from tests.support.other_language import CODE, made_up, outside

CASE = "scenario:health-visitors"
WRONG = "format: 1\ndate: soon\nanswers: {contact: bogus, nothing: yes}\nactions: [{id: zz}]\nfoo: 1\n"
TABLE = "name,contact\nNursery,regular\nSchool,bogus\n"
# What is not in the catalogue yet. Whoever puts it there takes it out of this set, and is told to.
COMMANDS = {
    "advise": ["advise", CASE],
    "full": ["advise", CASE, "--full"],
    "why": ["why", CASE, "visioning"],
    "why-not": ["why-not", CASE, "regular-contact"],
    "what-if": ["what-if", CASE, "--set", "trust=openly"],
    "settle": ["settle", CASE],
    "interview": ["interview", "begun.yaml"],
    "show": ["scenario", "show", "health-visitors"],
    "run": ["scenario", "run", "health-visitors"],
    "check": ["scenario", "check", "health-visitors"],
    "participants": ["scenario", "handout", "health-visitors", "--format", "markdown"],
    "trainer": ["scenario", "handout", "health-visitors", "--for", "trainer", "--format", "markdown"],
    "answers": ["scenario", "handout", "health-visitors", "--for", "answers", "--format", "markdown"],
    "other side": ["scenario", "handout", "health-visitors", "--for", "other-side", "--format", "markdown"],
    "quiz": ["scenario", "quiz", "health-visitors", "-o", "results.csv"],
    "cohort": ["cohort", "table.csv", "-o", "assessed.csv"],
    "no such file": ["advise", "missing.yaml"],
    "no such scenario": ["scenario", "show", "helth"],
    "wrong case": ["advise", "wrong.yaml"],
    "control": ["advise", str(ROOT / "tests" / "bad_cases" / "escape-code.yaml")],
    "wrong knowledge": ["knowledge", "check", str(ROOT / "tests" / "faulty_knowledge" / "extends-itself")],
}
TYPED = {
    "quiz": "Ann\n1\n1\n\n\n2\n1 2\n\n\na first reason\na second\n\n\n\n\n\n\n\n",
    "interview": "Nursery\n\n1\n2\nh\nb\ns\n",
}
# What stands in these commands and their files, and names that stay.
OWN = [
    *("CASE", "advisor", "scenario", "missing", "wrong", "yaml", "helth", "Nursery", "Ann", "results.csv"),
    *(
        "a first reason",
        "a second",
        str(ROOT),
        "tests/bad_cases/escape-code",
        "tests/faulty_knowledge/extends-itself/base",
    ),
    *("error", "cannot-be-loaded", "advise", "begun"),
    *KINDS.names,  # they stand beside ids
    "seat",  # is typed so in any language, like "name" and "date"
]


@pytest.fixture(scope="module")
def locales(tmp_path_factory):
    return made_up(tmp_path_factory.mktemp("locales"))


def spoken(name: str, locales: Path, folder: Path) -> str:
    """Return what a command says, errors too, in the language that is none."""
    (folder / "wrong.yaml").write_text(WRONG)
    (folder / "table.csv").write_text(TABLE)
    ended = advisor(
        *COMMANDS[name],
        typed=TYPED.get(name, ""),
        folder=folder,
        ADVISOR_LANGUAGE=CODE,
        ADVISOR_LOCALES=str(locales),
    )
    assert ended.returncode in (0, 1, 2)
    return ended.stdout + ended.stderr


@pytest.mark.parametrize(
    "name",
    COMMANDS,
)
def test_what_a_command_says_is_from_the_catalogue_the_knowledge_or_the_case(name, locales, tmp_path):
    said = spoken(name, locales, tmp_path)

    assert outside(said, *OWN) == []


@pytest.mark.parametrize("workers", ["1", "2"])
def test_the_faults_in_a_table_are_told_in_the_language_and_its_headings_stay(workers, locales, tmp_path):
    (tmp_path / "table.csv").write_text(TABLE)
    words = [*COMMANDS["cohort"], "--workers", workers]
    advisor(*words, folder=tmp_path, ADVISOR_LANGUAGE=CODE, ADVISOR_LOCALES=str(locales))

    headings, _used, refused = (tmp_path / "assessed.csv").read_text("utf-8").splitlines()
    assert headings.startswith("name,row,alerts,light,")
    assert "⟦contact has no value 'bogus'⟧; ⟦use one of: none, " in refused


def test_the_help_of_a_command_and_of_its_options_is_told_in_the_language(locales):
    ended = advisor("cohort", "--help", ADVISOR_LANGUAGE=CODE, ADVISOR_LOCALES=str(locales))

    assert "⟦Assess many cases: one row a case." in ended.stdout
    assert "⟦The file to write.⟧" in ended.stdout
    assert "⟦Reasoned advice" in advisor("--help", ADVISOR_LANGUAGE=CODE, ADVISOR_LOCALES=str(locales)).stdout


def test_hands_counted_by_a_page_of_any_language_are_counted_in_any_other(locales, tmp_path):
    row = {**dict.fromkeys(COLUMNS, ""), "scenario": "hot-quarrel", "chosen": "visioning"}
    row["reasons"] = "visioning: hands=7 after=0"
    (tmp_path / "votes.csv").write_text(f"{','.join(row)}\n{','.join(row.values())}\n", encoding="utf-8")
    results = ("scenario", "results", "votes.csv")
    said = advisor(*results, folder=tmp_path, ADVISOR_LANGUAGE=CODE, ADVISOR_LOCALES=str(locales)).stdout
    assert "⟦By show of hands: 1 group" in said
    assert "By show of hands: 1 group" in advisor(*results, folder=tmp_path).stdout


@pytest.mark.parametrize("name", ["advise", "why", "show", "cohort", "wrong case"])
def test_one_process_says_the_same_in_english_after_it_spoke_another_language(name, locales, tmp_path):
    (tmp_path / "wrong.yaml").write_text(WRONG)
    (tmp_path / "table.csv").write_text(TABLE)
    before = advisor(*COMMANDS[name], folder=tmp_path)
    spoken(name, locales, tmp_path)

    after = advisor(*COMMANDS[name], folder=tmp_path)

    assert (after.stdout, after.stderr) == (before.stdout, before.stderr)
    assert "⟦" not in after.stdout + after.stderr


def test_the_locale_of_the_machine_changes_nothing():
    words = ("scenario", "show", "health-visitors")

    polish = advisor(*words, LANGUAGE=CODE, LC_ALL="pl_PL.UTF-8", LANG="pl_PL.UTF-8")

    assert polish.stdout == advisor(*words).stdout


@pytest.mark.parametrize("code", ["xx", "../pl", "PL"])
def test_a_language_of_which_there_is_no_catalogue_is_told_with_those_that_are_there(code, locales):
    ended = advisor("advise", CASE, ADVISOR_LANGUAGE=code, ADVISOR_LOCALES=str(locales))

    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr == (
        f"ADVISOR_LANGUAGE: language '{code}': there is no catalogue of it; choose one of: en_GB, pl\n"
    )


def test_one_advisor_tells_each_who_asks_in_their_own_language(locales):
    shipped = Advisor()
    case = shipped.read_case("scenario:health-visitors")
    english = shipped.advise(case).as_json()
    with in_language(CODE, locales):
        told = shipped.advise(case).as_json()
        assert told == Advisor(load_folder(shipped_folder())).advise(case).as_json() != english
    assert shipped.advise(case).as_json() == english
