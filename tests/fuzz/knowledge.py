"""Knowledge bases: loaded, checked, shown, drawn and reasoned with."""

from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from advisor import Advisor, Case
from advisor.errors import AdvisorError
from advisor.explanation import sensitivity, why, why_not
from advisor.interview import Interview
from advisor.knowledge import load_folder
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.influence_graph import graph
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.scaffold import start_knowledge
from advisor.reports import advice_outline
from advisor.reports.catalogue import as_in_file, listed, shown
from advisor.reports.dot import graph_dot
from advisor.reports.entry import entry_as_text
from advisor.reports.graph_svg import graph_svg
from advisor.reports.json_schema import schema
from advisor.reports.outline_html import as_page
from advisor.reports.outline_text import as_text
from advisor.reports.reference import reference_pages
from advisor.verification import verify
from tests.fuzz.odd import Odd
from tests.fuzz.oracle import Broken, by_command
from tests.fuzz.room import ROOT, Room, plain
from tests.fuzz.texts import as_yaml, broken
from tests.fuzz.trees import changed

Files = dict[str, Any]  # the content of each file of a knowledge base
OTHER_KINDS = Path(__file__).parent / "every_kind.yaml"


def trial(odd: Odd, room: Room) -> bool:
    """Try a knowledge base that something is wrong with."""
    for name, data in _made(odd).items():
        room.write(f"kb/{name}", data)
    folder = room.folder / "kb"
    if room.maybe(odd):
        _commands(odd, room)
    try:
        knowledge = load_folder(folder)
    except AdvisorError:
        if not verify(folder).errors:
            raise Broken("check finds no error, and yet it cannot be used") from None
        raise
    verify(folder)
    use(knowledge, odd)
    return True


def _made(odd: Odd) -> dict[str, bytes]:
    files = dict(odd.random.choice(good_ones()))
    wrong = odd.random.choice(sorted(files))
    way = odd.random.random()
    made = {name: yaml.safe_dump(tree, sort_keys=False).encode() for name, tree in files.items()}
    if way < 0.8:
        made[wrong] = as_yaml(changed(files[wrong], odd, 2), odd)
    else:
        made[wrong] = broken(made[wrong], odd)
    if odd.random.random() < 0.05:
        also = odd.random.choice(sorted(files))
        made[also] = as_yaml(changed(files[also], odd, 2), odd)
    return made


@cache
def good_ones() -> tuple[Files, ...]:
    """Return small knowledge bases with nothing wrong, or one thing, each as its files."""
    import tempfile

    found: list[Files] = []
    with tempfile.TemporaryDirectory() as name:
        for empty in (True, False):
            folder = Path(name, str(empty))
            start_knowledge(folder, empty=empty)
            found.append(_files(folder))
    every_kind = {**found[0], "kinds.yaml": plain(OTHER_KINDS)}
    under = {f"../under/{name}": tree for name, tree in every_kind.items()}
    overlay = {
        **under,
        "base.yaml": {
            **found[1]["base.yaml"],
            "extends": "../under",
            "changes": [{"id": "being-introduced", "reason": "ours"}, {"id": "r1", "reason": "ours"}],
            "switched-off": [{"id": "calming", "reason": "none"}, {"id": "r9", "reason": "none"}],
        },
        "mine.yaml": {
            "preconditions": found[0]["entries.yaml"]["preconditions"],
            "rules": [every_kind["kinds.yaml"]["rules"][0]],
        },
    }
    bad = [_files(path) for path in sorted((ROOT / "tests/bad_knowledge").iterdir()) if path.is_dir()]
    return (*[every_kind] * 12, *[found[0]] * 4, *[overlay] * 8, *(files for files in bad if files))


def _files(folder: Path) -> Files:
    found = {}
    for path in sorted(folder.rglob("*.yaml")):
        try:
            found[str(path.relative_to(folder))] = plain(path)
        except AssertionError:
            return {}
    return found


def use(knowledge: KnowledgeBase, odd: Odd) -> None:
    """Do with a knowledge base that can be used all that is done with one."""
    advisor, other = Advisor(knowledge, engine="columnar"), Advisor(knowledge)
    _show(knowledge, odd)
    for _ in range(2):
        case = Case(answers=_answers(knowledge, odd))
        advice = advisor.advise(case)
        if repr(advice.plan) != repr(other.advise(case).plan):
            raise Broken("two engines, two plans")
        as_page(advice_outline(advice, knowledge, full=True))
        for id_ in knowledge.ids(knowledge.kinds.names):
            with contextlib.suppress(AdvisorError):
                why(advice, id_, knowledge)
            with contextlib.suppress(AdvisorError):
                why_not(advisor, case, id_)
        sensitivity(advisor, case)
        interview = Interview(advisor, case)
        for _ in range(3):
            question = interview.next_question()
            if question is not None:
                interview.answer(question.id, "dont-know")
    with contextlib.suppress(AdvisorError):
        advisor.advise_many({"contact": ["none", None], odd.text(): ["x", "y"]})


def _answers(knowledge: KnowledgeBase, odd: Odd) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for question in knowledge.questions.values():
        kind = kind_of(question)
        parts = kind.parts(question, knowledge)
        if kind.in_actions or not parts or odd.random.random() < 0.2:
            continue
        said = {part.key: odd.random.choice([*part.values, "dont-know"]) for part in parts}
        found[question.id] = said if parts[0].key else next(iter(said.values()))
    return found


def _show(knowledge: KnowledgeBase, odd: Odd) -> None:
    listed(knowledge)
    for id_ in knowledge.ids(knowledge.kinds.names):
        entry_as_text(shown(knowledge, id_))
        as_in_file(knowledge, id_)
    drawn = graph(knowledge)
    graph_svg(drawn)
    graph_dot(drawn)
    schema(odd.one_of("case", "scenario", "knowledge", "base", "advice"), knowledge)
    reference_pages(knowledge)
    as_text(advice_outline(Advisor(knowledge).advise(Case()), knowledge))


def _commands(odd: Odd, room: Room) -> None:
    by_command("knowledge", "check", "kb", folder=room.folder)
    words = odd.one_of(
        *(
            ["list"],
            ["show", odd.one_of("contact", "being-introduced", odd.text())],
            ["graph"],
            ["schema", "case"],
        ),
        ["pages", "pages"],
    )
    by_command("knowledge", *words, "--knowledge", "kb", folder=room.folder)
    by_command("scenario", "check", "--knowledge", "kb", folder=room.folder)
    by_command("interview", "case.yaml", "--knowledge", "kb", typed="1\n\nb\nu\ns\n", folder=room.folder)
