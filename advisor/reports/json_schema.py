"""JSON Schemas of the files: for editors, which then complete words and underline slips, and for programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from advisor._given import TEXT, takes
from advisor._suggest import did_you_mean
from advisor.advice.brief_model import BRIEF_SCHEMA_VERSION, Brief
from advisor.advice.model import ADVICE_SCHEMA_VERSION, advice_type
from advisor.cases.case import Case
from advisor.cohort.totals import TOTALS_SCHEMA_VERSION, Totals
from advisor.comparison.across_model import ACROSS_SCHEMA_VERSION, Across
from advisor.comparison.model import COMPARISON_SCHEMA_VERSION, Comparison
from advisor.errors import UnknownIdError
from advisor.explanation import Contrast, Future, Sensitivity, StageSettled, Why, WhyNot
from advisor.explanation.explained import EXPLANATION_SCHEMA_VERSION
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.overlay import Header
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.rules import ForEach
from advisor.knowledge.sectors import SECTORS
from advisor.knowledge.validate import adapter
from advisor.portfolio.model import PORTFOLIO_SCHEMA_VERSION, Portfolio
from advisor.progress.model import PROGRESS_SCHEMA_VERSION, Progress
from advisor.scenarios.scenario import Scenario

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@takes(what=TEXT)
def schema(what: str, knowledge: KnowledgeBase) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file, or of what is given as JSON: `SCHEMAS` names them.

    Those of cases and scenarios know the questions of `knowledge` and their answers. `UnknownIdError` for
    anything else.
    """
    if what not in SCHEMAS:
        raise UnknownIdError(f"there is no schema of a '{what}'; {did_you_mean(what, SCHEMAS)}")
    found: dict[str, Any] = SCHEMAS[what](knowledge)
    return {"$schema": DIALECT, "$id": f"urn:partnership-advisor:{what}:{_version(found)}", **found}


def _version(found: dict[str, Any]) -> str:
    """Return which version of its format a schema is of; 1 where it says none."""
    return str(found["properties"].get("schema_version", {}).get("const", 1))


def _case(knowledge: KnowledgeBase) -> dict[str, Any]:
    found = _of(Case)
    _know_answers(found, knowledge)
    _know_sectors(found)
    found["required"] = ["format"]
    return found


def _scenario(knowledge: KnowledgeBase) -> dict[str, Any]:
    found = _of(Scenario)
    case = found["$defs"]["Case"]
    _know_answers(case, knowledge)
    _know_sectors(found)
    return found


def _know_answers(case: dict[str, Any], knowledge: KnowledgeBase) -> None:
    """Say in the schema of a case which questions there are, and what can be answered."""
    properties = {id_: kind_of(each).schema(each) for id_, each in knowledge.questions.items()}
    case["properties"]["answers"] = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
    case["properties"]["format"] = {"const": 1}


def _know_sectors(found: dict[str, Any]) -> None:
    """Offer the list of sectors in the schema of a case; any other word is right too."""
    listed = {"enum": ["", *(sector.id for sector in SECTORS)]}
    found["$defs"]["Partner"]["properties"]["sector"] = {
        "anyOf": [listed, {"type": "string"}],
        "default": "",
        "title": "Sector",
    }


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _knowledge(knowledge: KnowledgeBase) -> dict[str, Any]:
    """Return the schema of a file of entries: lists under the names of their kinds."""
    definitions: dict[str, Any] = {}
    properties: dict[str, Any] = {}
    for key, kind in knowledge.kinds.by_key.items():
        entry = _of(kind.model)
        definitions |= entry.pop("$defs", {})
        items = {"anyOf": [entry, _template(entry, definitions)]} if kind.name == "rule" else entry
        properties[key] = {"type": "array", "items": items}
    return {**_closed(properties), "$defs": definitions}


def _template(rule: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a rule that stands for one for each entry of a kind."""
    definitions["ForEach"] = _of(ForEach)
    properties = {**rule["properties"], "for-each": {"$ref": "#/$defs/ForEach"}}
    return {
        **rule,
        "properties": properties,
        "required": [*rule["required"], "for-each"],
        "title": "Template",
    }


def _base(_: KnowledgeBase) -> dict[str, Any]:
    return _of(Header)


def _advice(knowledge: KnowledgeBase) -> dict[str, Any]:
    """Return the schema of an advice: what is always there is wanted; keys may grow under one version."""
    found = _of(advice_type(knowledge.kinds), mode="serialization")
    for each in (found, *found["$defs"].values()):
        if "properties" in each:
            each["required"] = [key for key in each["properties"] if key != "since"]
    case = _case(knowledge)
    found["$defs"] |= case.pop("$defs")
    found["$defs"]["Case"] = case
    found["properties"]["case"] = {"$ref": "#/$defs/Case"}
    found["properties"]["schema_version"] = {"const": ADVICE_SCHEMA_VERSION}
    return found


def _portfolio(_: KnowledgeBase) -> dict[str, Any]:
    return _result(Portfolio, PORTFOLIO_SCHEMA_VERSION)


def _totals(_: KnowledgeBase) -> dict[str, Any]:
    return _result(Totals, TOTALS_SCHEMA_VERSION)


def _comparison(_: KnowledgeBase) -> dict[str, Any]:
    return _result(Comparison, COMPARISON_SCHEMA_VERSION)


def _across(_: KnowledgeBase) -> dict[str, Any]:
    return _result(Across, ACROSS_SCHEMA_VERSION)


def _explained(model: type[Any]) -> Callable[[KnowledgeBase], dict[str, Any]]:
    """Return what makes the schema of an answer to why, why not, what if and the like."""

    def made(_: KnowledgeBase) -> dict[str, Any]:
        return _result(model, EXPLANATION_SCHEMA_VERSION)

    return made


def _brief(_: KnowledgeBase) -> dict[str, Any]:
    return _result(Brief, BRIEF_SCHEMA_VERSION)


def _result(model: type[Any], version: int) -> dict[str, Any]:
    """Return the schema of what is written by one version: all its keys, and no others."""
    return _strict(_of(model, mode="serialization"), version)


def _strict(found: dict[str, Any], version: int) -> dict[str, Any]:
    """Return a schema in which all keys are wanted, and no others."""
    for each in (found, *found.get("$defs", {}).values()):
        if "properties" in each:
            each["additionalProperties"] = False
            each["required"] = [*each["properties"]]
    found["properties"]["schema_version"] = {"const": version}
    return found


def _progress(_: KnowledgeBase) -> dict[str, Any]:
    return _result(Progress, PROGRESS_SCHEMA_VERSION)


def _of(model: type[Any], mode: Any = "validation") -> dict[str, Any]:
    found: dict[str, Any] = adapter(model).json_schema(mode=mode)
    return found


SCHEMAS: dict[str, Callable[[KnowledgeBase], dict[str, Any]]] = {
    "case": _case,
    "scenario": _scenario,
    "knowledge": _knowledge,
    "base": _base,
    "advice": _advice,
    "brief": _brief,
    "why": _explained(Why),
    "why-not": _explained(WhyNot),
    "what-if": _explained(Future),
    "contrast": _explained(Contrast),
    "settle": _explained(Sensitivity),
    "settle-factor": _explained(StageSettled),
    "portfolio": _portfolio,
    "totals": _totals,
    "comparison": _comparison,
    "across": _across,
    "progress": _progress,
}
