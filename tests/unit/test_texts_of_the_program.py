"""Texts are marked so that the catalogue has each of them, whole, and the catalogue is that of the code."""

from __future__ import annotations

import ast
import datetime
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from advisor import _language
from advisor._language import UnknownLanguageError, day_in_words, in_language, languages, ngettext
from tests.support.other_language import write
from tools import catalogue

ROOT = Path(__file__).resolve().parent.parent.parent
MODULES = {
    path.relative_to(ROOT): ast.parse(path.read_text("utf-8"))
    for folder in ("advisor", "cli")
    for path in sorted((ROOT / folder).rglob("*.py"))
}
MARKS = ("_", "N_", "Nn_", "ngettext")
OF_TABLES = ("_language.py", "saying.py")  # they are given texts that are marked elsewhere
# What is given to `_()` by another name than the one it is marked by, and where it is marked.
MARKED_ELSEWHERE = {
    "advised.heading": "advisor/knowledge/kinds.py",
    "sector.title": "advisor/knowledge/sectors.py",
    "check.what": "tools/catalogue.py finds it",
    "command.help": "tools/catalogue.py finds it",
    "parameter.help": "tools/catalogue.py finds it",
    "CAVEAT": "advisor/reports/_advice_outline.py",
    "door.listed": "advisor/doors/described.py and tools.py",
}


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls that mark a text or put one into the language."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            yield node.func.id, node


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def marked_names(trees: list[ast.AST]) -> set[str]:
    """Return the names of what is made of marked texts, directly or through such a name."""
    made: dict[str, list[ast.AST]] = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        value = getattr(node, "value", None) or getattr(node, "iter", None)
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.For, ast.comprehension)) and value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for name in (each for target in targets for each in ast.walk(target)):
                if isinstance(name, ast.Name):
                    made.setdefault(name.id, []).append(value)
    rests_on = {name: set().union(*map(names_in, values)) for name, values in made.items()}
    found = {"N_", "Nn_"}
    while more := {name for name, names in rests_on.items() if names & found} - found:
        found |= more
    return found


def names_in(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def test_a_text_stands_whole_in_its_mark_and_what_varies_is_put_in_afterwards():
    wrong = []
    for path, tree in MODULES.items():
        for name, call in calls(tree):
            texts = call.args[:2] if name == "ngettext" else call.args
            if name != "_" and path.name not in OF_TABLES:
                wrong += [f"{path}:{text.lineno}" for text in texts if not is_text(text)]
            pieces = (ast.JoinedStr, ast.BinOp)
            wrong += [f"{path}:{text.lineno}" for text in texts if isinstance(text, pieces)]
    assert wrong == []


def test_what_is_put_into_the_language_by_a_name_is_marked_where_it_is_written():
    marked = marked_names([*MODULES.values()])
    unmarked = [
        f"{path}:{call.lineno}: {ast.unparse(call.args[0])}"
        for path, tree in MODULES.items()
        for name, call in calls(tree)
        if name == "_" and not is_text(call.args[0]) and not names_in(call.args[0]) & marked
        if ast.unparse(call.args[0]) not in MARKED_ELSEWHERE
    ]
    assert unmarked == []


def test_a_text_has_no_field_without_a_name():
    bare = [
        f"{path}:{call.lineno}"
        for path, tree in MODULES.items()
        for _name, call in calls(tree)
        for text in call.args
        if isinstance(text, ast.Constant)
        and isinstance(text.value, str)
        and "" in catalogue.fields(text.value)
    ]
    assert bare == []


def test_the_catalogue_is_that_of_the_code():
    assert catalogue.POT.read_bytes() == catalogue.made(), "make catalogue"


def test_the_help_of_every_command_is_in_the_catalogue():
    made = catalogue.made().decode()
    assert 'msgid "Practise on a scenario: ask for facts, choose what you would do, and compare' in (
        made.replace('msgid ""\n"', 'msgid "').replace('"\n"', "")
    )


@pytest.mark.parametrize(
    ("said", "is_wrong"),
    [
        ('msgid "{n} of {all}"\nmsgstr "{all}: {n}"', False),
        ('msgid "{n} of {all}"\nmsgstr ""', False),
        ('msgid "{n} of {all}"\nmsgstr "{n}"', True),
        ('msgid "{n} of {all}"\nmsgstr "{n} {all} {more}"', True),
        ('msgid "{n} of {all}"\nmsgstr "{n of {all}"', True),
        ('msgid "{n} case of {all}"\nmsgid_plural "{n} cases of {all}"\nmsgstr[0] "a {all}"', False),
        ('msgid "{n} case of {all}"\nmsgid_plural "{n} cases of {all}"\nmsgstr[0] "{n}"', True),
    ],
)
def test_a_translation_that_lacks_a_field_or_has_one_too_many_is_named(said, is_wrong, tmp_path):
    translation = tmp_path / "advisor.po"
    translation.write_text(f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n{said}\n')

    assert bool([*catalogue.wrong_fields(translation)]) is is_wrong


def test_a_language_with_three_plurals_has_the_right_one_for_each_number(tmp_path):
    polish = Catalog(locale="pl")
    polish.add(("{n} case", "{n} cases"), ("{n} przypadek", "{n} przypadki", "{n} przypadków"))
    folder = write(polish, tmp_path, "pl")

    with in_language("pl", folder):
        said = [ngettext("{n} case", "{n} cases", n).format(n=n) for n in (1, 2, 5, 22, 112)]

    assert said == ["1 przypadek", "2 przypadki", "5 przypadków", "22 przypadki", "112 przypadków"]


def test_days_are_those_of_the_language_and_english_again_afterwards(tmp_path):
    folder = write(Catalog(locale="de"), tmp_path, "de")
    day = datetime.date(2026, 3, 4)

    with in_language("de", folder):
        assert day_in_words(day) == "4. März 2026"

    assert day_in_words(day) == "4 March 2026"


def test_what_a_catalogue_leaves_out_is_said_in_english(tmp_path):
    folder = write(Catalog(locale="de"), tmp_path, "de")
    with in_language("de", folder):
        assert _language._("add it") == "add it"
        assert _language._("") == ""


def test_an_embedder_is_told_which_languages_there_are(tmp_path):
    folder = write(Catalog(locale="de"), tmp_path, "de")

    assert languages(folder) == ["en_GB", "de"]
    with pytest.raises(UnknownLanguageError, match="choose one of: en_GB, de"), in_language("fr", folder):
        pass


def test_days_of_a_language_that_nobody_knows_are_english(tmp_path):
    for code in ("qqx", "de-1901-x"):
        with in_language(code, write(Catalog(locale="de"), tmp_path, code)):
            assert day_in_words(datetime.date(2026, 3, 4)) == "4 March 2026"


def test_a_catalogue_that_cannot_be_read_is_told(tmp_path):
    write(Catalog(locale="de"), tmp_path, "de")
    (tmp_path / "de" / "LC_MESSAGES" / "advisor.mo").write_bytes(b"no catalogue")

    with pytest.raises(UnknownLanguageError, match="cannot be read; compile it"), in_language("de", tmp_path):
        pass


def test_babel_is_not_read_where_no_day_is_said():
    words = ["scenario", "show", "health-visitors"]
    command = f"import sys; from advisor.cli.main import run; run({words}); sys.exit('babel' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", command], capture_output=True, check=False)
    assert ended.returncode == 0


@pytest.mark.parametrize("slip", ["{nosuch}", "{n:>999999999}", "{n.real}", "{", "{0}"])
def test_a_text_with_a_slip_in_its_fields_is_said_in_english(slip, tmp_path):
    catalogue = Catalog(locale="de")
    catalogue.add("{n} left", f"{slip} noch")
    catalogue.add(("one step", "{n} steps"), (f"ein Schritt {slip}", f"{slip} Schritte"))
    with in_language("de", write(catalogue, tmp_path, "de")):
        assert _language._("{n} left").format(n=2) == "2 left"
        assert _language.ngettext("one step", "{n} steps", 2).format(n=2) == "2 steps"
