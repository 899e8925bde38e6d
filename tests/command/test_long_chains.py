"""No chain of findings is too long for any command: more of them in a row than Python calls deep."""

from __future__ import annotations

import json
import pickle
import sys
from copy import deepcopy
from functools import partial

import pytest
from advisor.cli.main import cli

from advisor import Advisor, Case
from advisor.cases.facts import initial_facts
from advisor.explanation import sensitivity, what_if, why, why_not
from advisor.inference.frozen import frozen, thawed
from advisor.interview import Interview
from advisor.knowledge.loader import load_folder
from advisor.reports import advice_outline, as_markdown, as_page, as_svg, as_text
from advisor.reports.why_outline import why_outline
from tests.command.run import advisor
from tests.command.test_each_command import leaves
from tests.support.chains import APART, AT_LAST, AT_LAST_NOT, written_chain
from tests.support.clips_rules import ClipsEngine

LINKS = 1200  # Python calls a thousand deep
LAST = f"link-{LINKS - 1}"
ALONE, FRIENDS = {"contact": "none", "acquaintance": "hardly"}, {"contact": "regular", "acquaintance": "well"}

# Each command with what follows it, `=` before what needs no knowledge base named behind it.
PATHS: dict[str, list[str]] = {
    "advise": [
        "{alone}",
        "{friends}",
        "{alone} --full",
        "{alone} --format json",
        "{alone} --engine columnar",
    ],
    "cohort": ["{table} -o {new}.csv"],
    "compare": ["{alone} {friends}", "{alone} {friends} --format json"],
    "interview": ["{new}.yaml --core"],
    "mcp": ["--help"],
    "serve": ["--help"],
    "knowledge check": ["={base}"],
    "knowledge graph": ["", "--format dot", f"{LAST} --depth 50"],
    "knowledge list": ["", "finding --format json"],
    "knowledge mutate": [""],
    "knowledge explain": ["=never-read"],
    "knowledge new": ["={new}"],
    "knowledge pages": ["{new}"],
    "knowledge schema": ["case"],
    "knowledge show": [f"{LAST}", f"{LAST} --format yaml", f"to-{LINKS - 1} --format json"],
    "knowledge steady": ["--made-up 1"],
    "knowledge ways": [f"{LAST}"],
    "scenario check": [""],
    "scenario handout": ["first-meeting --format markdown"],
    "scenario list": ["", "--full", "--format csv"],
    "scenario plan": ["", "--format json"],
    "scenario new": ["{new}.yaml"],
    "scenario page": ["first-meeting -o {new}.html"],
    "scenario quiz": ["first-meeting -o {new}.csv"],
    "scenario results": ["{results}"],
    "scenario run": ["first-meeting"],
    "scenario show": ["first-meeting"],
    "log": ["{alone} being-introduced --outcome helped"],
    "pack": ["{alone}", "{friends}"],
    "page": ["-o {new}.html"],
    "portfolio": ["{folder}", "{folder} --format html -o {new}.html"],
    "progress": ["{folder} --format html"],
    "settle": ["{alone}", "{friends} --format json"],
    "training list": [""],
    "training play": ["=place-the-phrase --cards 1"],
    "training sheet": ["=1 --format markdown"],
    "training show": ["=1"],
    "what-if": ["{alone} --set contact=regular", "{friends} --set contact=none --full --format json"],
    "why": [
        "{alone} being-introduced",
        "{alone} being-introduced --depth 50",
        "{alone} being-introduced --full",
        *(f"{{alone}} being-introduced --format {each}" for each in ("json", "dot", "svg", "markdown")),
        f"{{alone}} {LAST}",
        f"{{friends}} {AT_LAST_NOT} --format json",
        "{alone} being-introduced --rather-than being-patient --full",
    ],
    "why-not": ["{friends} being-introduced", f"{{friends}} {LAST} --full", f"{{alone}} {AT_LAST_NOT}"],
}
PAGES = "knowledge pages"  # takes as long as all others together, so it is tried with fewer
EACH = [(command, words) for command, several in PATHS.items() if command != PAGES for words in several]
TYPED = {"interview": "Us\n" + "u\n" * 9, "scenario quiz": "Ann\n\n0\n\n", "training play": "1\n"}


@pytest.fixture(scope="module", params=[False, True], ids=["findings", "patterns-between"])
def base(request, tmp_path_factory):
    return written_chain(tmp_path_factory.mktemp("chain") / "base", LINKS, patterns=request.param)


@pytest.fixture(scope="module")
def chained(base):
    return Advisor(base)


@pytest.fixture(scope="module")
def results(base, tmp_path_factory):
    path = tmp_path_factory.mktemp("quiz") / "results.csv"
    quiz = ("scenario", "quiz", "first-meeting", "-o", str(path), "--knowledge", str(base))
    advisor(*quiz, typed=TYPED["scenario quiz"])
    return path


@pytest.fixture
def files(base, results, tmp_path):
    made = {name: tmp_path / f"{name}.yaml" for name in ("alone", "friends")}
    for path, answers in zip(made.values(), (ALONE, FRIENDS), strict=True):
        path.write_text(json.dumps({"format": 1, "partnership": "Us", "answers": answers}), encoding="utf-8")
    made["table"] = tmp_path / "table.csv"
    made["table"].write_text("contact,acquaintance\nnone,hardly\nregular,well\n", encoding="utf-8")
    made["folder"] = tmp_path / "cases"
    made["folder"].mkdir()
    for day, answers in (("2026-01-10", ALONE), ("2026-06-10", FRIENDS)):
        case = {"format": 1, "partnership": "Us", "date": day, "answers": answers}
        (made["folder"] / f"{day}.yaml").write_text(json.dumps(case), encoding="utf-8")
    return made | {"new": tmp_path / "new", "base": base, "results": results}


@pytest.mark.parametrize(("command", "words"), EACH, ids=[" ".join(each) for each in EACH])
def test_no_command_breaks_on_more_conclusions_in_a_row_than_python_calls_deep(command, words, files):
    has_knowledge = not words.startswith("=") and command not in ("scenario results",)
    knowledge = ["--knowledge", str(files["base"])] if has_knowledge else []
    told = advisor(
        *command.split(),
        *words.removeprefix("=").format_map(files).split(),
        *knowledge,
        typed=TYPED.get(command, ""),
    )
    assert told.returncode == 0, told.stderr + told.stdout[-500:]


def test_pages_about_more_conclusions_in_a_row_than_python_calls_deep_are_made(tmp_path):
    base = written_chain(tmp_path / "base", sys.getrecursionlimit() + 100)
    told = advisor(*PAGES.split(), str(tmp_path / "new"), "--knowledge", str(base))
    assert told.returncode == 0, told.stderr + told.stdout[-500:]


def test_every_command_is_tried():
    assert sorted(PATHS) == sorted(leaves(cli))


def test_why_leads_down_to_the_answer_through_the_whole_chain(chained):
    found = why(chained.advise(Case(answers=ALONE)), "being-introduced", chained.knowledge)
    texts: dict[str, str] = {}
    level = [*found.reasons, *found.further]
    while level:
        texts |= {reason.id: reason.kind for reason in level}
        level = [below for reason in level for below in reason.below]
    shown = {id_ for id_ in texts if id_.startswith("link-")}
    assert shown == {f"link-{number}" for number in range(LINKS)}
    assert texts["contact"] == "answer"


def test_what_is_found_can_be_copied_and_compared(chained):
    advice = chained.advise(Case(answers=ALONE))
    explained = why(advice, "being-introduced", chained.knowledge)
    for each in (advice, explained, why_not(chained, Case(answers=FRIENDS), LAST)):
        assert pickle.loads(pickle.dumps(each)) == deepcopy(each) == each
        assert repr(each)


def test_every_form_of_a_page_shows_the_advice_and_its_reasons(chained):
    advice = chained.advise(Case(answers=ALONE))
    explained = why(advice, "being-introduced", chained.knowledge)
    pages = [
        advice_outline(advice, chained.knowledge, full=True),
        why_outline(explained, chained.knowledge, full=True),
    ]
    for page in pages:
        assert all(len(as_form(page)) > 1000 for as_form in (as_text, as_markdown, as_page, as_svg))


def test_the_engines_and_a_frozen_copy_come_to_the_same(base):
    knowledge = load_folder(base)
    read = thawed(frozen(knowledge), partial(load_folder, base))
    assert read is not None
    for answers in (ALONE, FRIENDS):
        advices = [
            Advisor(each, engine).advise(Case(answers=answers))
            for each in (knowledge, read)
            for engine in ("experta", "columnar")
        ]
        assert [list(advice.firings) for advice in advices] == [list(advices[0].firings)] * 4
        facts = initial_facts(Case(answers=answers), knowledge)
        rules, _ = ClipsEngine(knowledge).infer(facts)
        assert set(rules) >= {firing.id for firing in advices[0].firings if not firing.is_derived}


def test_what_if_settle_and_the_interview_go_through_the_whole_chain(chained):
    future = what_if(chained, Case(answers=FRIENDS), [])
    assert future.plan == ()
    open_ = sensitivity(chained, Case(answers={"acquaintance": "hardly"}))
    assert [each.question for each in open_.deciding] == ["contact"]
    interview = Interview(chained, Case(answers={"acquaintance": "hardly"}))
    asked = interview.next_question()
    assert asked is not None
    assert asked.id == "contact"


def test_many_cases_at_once_go_through_the_whole_chain(chained):
    told = chained.advise_many({"contact": ["none", "regular"], "acquaintance": ["hardly", "well"]})
    one_by_one = [chained.advise(Case(answers=answers)) for answers in (ALONE, FRIENDS)]
    assert list(told["relationships"]) == [advice.factors[0].stage for advice in one_by_one]
    assert AT_LAST in one_by_one[0].firings.by_id


@pytest.mark.parametrize(
    "words",
    [
        ["knowledge", "check", "{base}"],
        ["knowledge", "mutate", "--knowledge", "{base}"],
        ["why", "{alone}", "being-introduced", "--full", "--knowledge", "{base}"],
        ["why-not", "{friends}", "being-introduced", "--knowledge", "{base}"],
        ["settle", "{alone}", "--knowledge", "{base}"],
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_several_ways_to_each_of_many_do_not_multiply(words, tmp_path, files):
    made = files | {"base": written_chain(tmp_path / "base", 300, ways=2)}
    told = advisor(*(word.format_map(made) for word in words))
    assert told.returncode == 0, told.stderr


def test_a_circle_of_thousands_is_refused_in_a_line_that_can_be_read(tmp_path):
    base = written_chain(tmp_path / "base", LINKS)
    first = base / "rules" / "links-0.yaml"
    circle = first.read_text(encoding="utf-8").replace(
        '{"answer": "contact", "is": "none"}', f'{{"finding": "{LAST}"}}', 1
    )
    first.write_text(circle, encoding="utf-8")
    told = advisor("knowledge", "list", "--knowledge", str(base))
    assert told.returncode == 2
    assert f"... {2 * LINKS + 1 - 20} more ..." in told.stderr
    assert len(told.stderr) < 1000


@pytest.mark.parametrize("levels", [25, 60, 5000])
def test_conditions_inside_each_other_are_read_or_refused_at_a_stated_depth(levels, tmp_path):
    base = written_chain(tmp_path / "base", APART)
    nested = '{"all": [' * levels + '{"answer": "contact", "is": "none"}' + "]}" * levels
    rules = base / "rules" / "links-0.yaml"
    text = rules.read_text(encoding="utf-8").replace('{"answer": "contact", "is": "none"}', nested, 1)
    rules.write_text(text, encoding="utf-8")
    told = advisor("knowledge", "check", str(base))
    if levels == 25:
        assert told.returncode == 0
        assert "0 errors" in told.stdout
        return
    assert told.returncode == 1
    assert "too many levels inside each other" in told.stdout
