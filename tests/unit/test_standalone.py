"""The page that is the whole advisor: what is in the file, and what its script may not hold."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from importlib.resources import files

import pytest

from advisor import Advisor
from advisor.standalone import joined, whole_page
from advisor.standalone.joining import in_order, script_modules
from advisor.standalone.saying import areas
from tools.catalogue import marked, sources

MOST_BYTES = 2_000_000
KNOWLEDGE = Advisor(engine="columnar").knowledge
MODULES = script_modules()
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
WORDS_OF_JSON = ("no longer",)  # the contract of docs/json.md has it, in every language
FOR_TESTS = ("adviceAsJson",)  # by which the script is held beside Python
COMMENT = re.compile(r"/\*[\s\S]*?\*/|(?<!:)//.*")
PAGE = whole_page(KNOWLEDGE)


def element(name):
    return only(rf"<{name}[^>]*>([\s\S]*?)</{name.split()[0]}>")


def only(pattern):
    """Return what a pattern takes out of the page."""
    found = re.search(pattern, PAGE)
    assert found is not None
    return found[1]


def test_the_page_is_one_file_of_at_most_two_million_bytes():
    assert len(PAGE.encode()) <= MOST_BYTES


def test_the_page_is_the_same_to_the_byte_each_time():
    assert whole_page(Advisor(engine="columnar").knowledge) == PAGE


def test_the_policy_lets_only_the_pages_own_script_and_style_run():
    policy = only(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
    said = dict(part.split(" ", 1) for part in policy.replace("&#39;", "'").split("; "))
    assert said["default-src"] == "'none'"
    for name, text in (("style", element("style")), ("script", element('script type="module"'))):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert said[f"{name}-src"] == f"'sha256-{digest}'"
    assert set(said) == {
        "default-src", "script-src", "style-src", "base-uri", "form-action",
        "require-trusted-types-for", "trusted-types",
    }  # fmt: skip


def test_nothing_in_the_page_ends_an_element_or_names_an_address():
    script = element('script type="module"')
    assert "<!--" not in script
    assert "</" not in script.replace("</g", "")
    outside = PAGE.replace(element('script type="application/zlib" id="packed"'), "")
    assert re.findall(r"\b(?:src|href|action)=", outside.replace(script, "")) == []


def test_the_data_unpack_to_what_the_script_reads():
    packed = element('script type="application/zlib" id="packed"')
    data = json.loads(zlib.decompress(base64.b64decode(packed)))
    assert data["digest"] == KNOWLEDGE.digest
    assert len(data["rules"]) == len(KNOWLEDGE.rules)
    for_trainers = {kind.name for kind in KNOWLEDGE.kinds if kind.is_for_trainers}
    assert for_trainers
    assert not for_trainers & {*data["entries"], *(kind["name"] for kind in data["kinds"])}


@pytest.mark.parametrize("path", sorted(MODULES))
def test_there_is_no_english_in_the_script(path):
    code = COMMENT.sub("", MODULES[path])
    texts = ["".join(found) for found in STRING.findall(code)]
    english = [text for text in texts if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", text)]
    assert [text for text in english if text not in WORDS_OF_JSON] == []


def test_the_words_that_are_shared_are_said_elsewhere_with_the_same_text():
    elsewhere = said_elsewhere()
    shared = [text for tables in areas().values() for text in tables[0].values()]
    assert [text for text in shared if text not in elsewhere] == []


def test_the_words_of_the_page_alone_are_said_nowhere_else_and_can_be_translated():
    elsewhere, all_texts = said_elsewhere(), {text for text, _told in marked(sources())}
    own = [text for tables in areas().values() for text in tables[1].values()]
    assert [text for text in own if text in elsewhere] == []
    assert [text for text in own if text not in all_texts] == []


def test_each_word_is_used_in_the_script_or_the_template():
    template = (files("advisor.standalone") / "page.html").read_text(encoding="utf-8")
    said = "".join(MODULES.values()) + template
    unused = [
        f"{area}.{name}"
        for area, tables in areas().items()
        for table in tables
        for name in table
        if not re.search(rf"{area}\.{name}(?![\w-])", said) and not is_made_of_parts(area, name, said)
    ]
    assert unused == []


def is_made_of_parts(area, name, said):
    """Return whether the script puts the name together, as in `inference.${said}_title`."""
    patterns = re.findall(rf"`{area}\.([^`]*)`", said)
    return any(re.fullmatch(re.sub(r"\\\$\\\{[^}]*\\\}", ".+", re.escape(each)), name) for each in patterns)


def said_elsewhere():
    """Return all texts that something beside the page says."""
    return {text for text, _told in marked(path for path in sources() if "standalone" not in path.parts)}


def test_each_module_of_the_script_is_reached_by_a_page():
    assert sorted(in_order(MODULES, ["main", "room"])) == sorted(MODULES)


@pytest.mark.parametrize("path", sorted(MODULES))
def test_whatever_a_module_gives_the_page_uses(path):
    code = COMMENT.sub("", MODULES[path])
    given = re.findall(r"^export (?:async )?(?:function\*?|class|const) ([\w$]+)", code, re.MULTILINE)
    imported = [
        each for other in MODULES.values() for each in re.findall(r"^import \{([^}]*)\}", other, re.MULTILINE)
    ]
    taken = {name.strip().split(" as ")[0] for names in imported for name in names.split(",")}
    unused = [name for name in given if name not in taken and len(re.findall(rf"\b{name}\b", code)) == 1]
    assert [name for name in unused if name not in FOR_TESTS] == []


def test_modules_are_joined_each_behind_what_it_imports():
    modules = {
        "a": 'import { two as second } from "./b/c.js";\nexport const one = second - 1;\n',
        "b/c": 'import {\n  four,\n} from "../d.js";\nexport const two = four / 2;\n',
        "d": "export const four = 4;\n",
    }
    script = joined(modules, ["a"])
    assert script.index('modules["d"]') < script.index('modules["b/c"] =') < script.index('modules["a"] =')


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        (
            {"a": 'import { b } from "./b.js";\n', "b": 'import { a } from "./a.js";\n'},
            "in a circle: a -> b -> a",
        ),
        ({"a": 'import { b } from "./b.js";\n'}, "'b', which is not there"),
    ],
)
def test_an_import_of_nothing_or_in_a_circle_is_told(modules, said):
    with pytest.raises(ValueError, match=re.escape(said)):
        joined(modules, ["a"])
