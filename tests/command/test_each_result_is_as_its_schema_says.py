"""What commands write as JSON is what its schema says, no more and no less, and each key is in the docs."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from advisor.cli.knowledge import SCHEMA_NAMES

from advisor import Advisor
from advisor.reports import schema
from advisor.reports.json_schema import SCHEMAS
from tests.command.run import ROOT, advisor

KNOWLEDGE = Advisor().knowledge
HEADINGS = {
    "portfolio": "A portfolio",
    "comparison": "A comparison",
    "progress": "Progress",
    "across": "What another knowledge base changes",
    "totals": "Totals",
}
VOICES = ("scenario:revolving-door", "scenario:five-midwives-seen-by-their-manager")
OLD_AND_NEW = ("--knowledge", "shipped", "--knowledge", "knowledge")
DATES = "examples/five-dates"
WORDS = [
    ("portfolio", ("portfolio", DATES)),
    ("comparison", ("compare", *VOICES)),
    ("comparison", ("compare", *VOICES, "scenario:talking-shop")),
    ("comparison", ("compare", *VOICES, "--asked", "9")),
    ("progress", ("progress", DATES)),
    ("across", ("compare", *OLD_AND_NEW, DATES)),
    ("advice", ("advise", "scenario:hot-quarrel")),
    ("why", ("why", "scenario:hot-quarrel", "1")),
    ("contrast", ("why", "scenario:hot-quarrel", "conflict-handling", "--rather-than", "process-managing")),
    ("why-not", ("why-not", "scenario:hot-quarrel", "visioning")),
    ("what-if", ("what-if", "scenario:hot-quarrel", "--set", "trust=openly", "--set", "contact=none")),
    ("settle", ("settle", "scenario:hot-quarrel")),
    ("settle-factor", ("settle", "scenario:hot-quarrel", "operational-cohesion")),
]
EXPLAINED = {"why", "contrast", "why-not", "what-if", "settle", "settle-factor"}


def test_each_schema_can_be_printed():
    assert {*SCHEMA_NAMES} == {*SCHEMAS}


def objects(found):
    """Yield the schema itself and each object that it defines."""
    yield found
    yield from (each for each in found["$defs"].values() if "properties" in each)


@pytest.mark.parametrize(("what", "words"), WORDS)
def test_what_a_command_writes_is_as_the_schema_says(what, words):
    done = advisor(*words, "--format", "json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    for each in found if isinstance(found, list) else [found]:
        jsonschema.validate(each, schema(what, KNOWLEDGE))
        keys = [key for key in schema(what, KNOWLEDGE)["properties"] if what != "advice" or key != "since"]
        assert [*each] == keys


def test_an_advice_in_brief_is_as_its_schema_says():
    found = json.loads(Advisor().advise(Advisor().scenario("hot-quarrel").case).brief().as_json())
    jsonschema.validate(found, schema("brief", KNOWLEDGE))


@pytest.mark.parametrize("what", SCHEMAS)
def test_a_schema_has_a_name_of_its_own_and_is_one(what):
    found = schema(what, KNOWLEDGE)
    jsonschema.Draft202012Validator.check_schema(found)
    assert found["$id"].startswith(f"urn:partnership-advisor:{what}:")


@pytest.mark.parametrize("what", sorted(EXPLAINED))
def test_the_schema_of_an_explanation_takes_its_own_version_and_no_other_keys(what):
    found = schema(what, KNOWLEDGE)
    assert found["properties"]["schema_version"] == {"const": 1}
    for each in objects(found):
        assert each["additionalProperties"] is False


@pytest.mark.parametrize("what", HEADINGS)
def test_a_schema_takes_its_own_version_and_no_other_keys(what):
    found = schema(what, KNOWLEDGE)
    assert [*found["properties"]["schema_version"]] == ["const"]
    for each in objects(found):
        assert each["additionalProperties"] is False
        assert {*each["required"]} == {*each["properties"]}, each["title"]


@pytest.mark.parametrize("what", HEADINGS)
def test_each_key_of_a_result_is_in_the_docs(what):
    docs = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    part = docs.partition(f"\n## {HEADINGS[what]}\n")[2].partition("\n## ")[0]
    told = {*re.findall(r"`([a-z_]+)`", part)}
    of_an_advice = {"KnowledgeRef", "Extended", "Alteration"}  # `knowledge` is told there
    found = schema(what, KNOWLEDGE)
    keys = {*found["properties"]}
    for name, each in found["$defs"].items():
        keys |= set() if name in of_an_advice else {*each.get("properties", ())}
    assert keys - told == set()
