"""Case files as the script reads and writes them, beside Python's reading of the same bytes."""

from __future__ import annotations

from typing import Any

from advisor.cases.case import Case
from advisor.cases.check import checked_case
from advisor.cases.file import case_text
from advisor.errors import InputError
from advisor.files.positioned_yaml import parse_bytes
from advisor.knowledge.base import KnowledgeBase
from tests.support.script import Script

WANTED = ["cases/case", "cases/file", "cases/store"]
SHIM = """
const { readCase, caseText } = modules["cases/file"];
const pairs = (map) => Array.from(map, ([key, said]) => [key, said instanceof Map ? pairs(said) : said]);
const listed = (of) => of && { ...of, answers: pairs(of.answers), notes: pairs(of.notes) };
const bytesOf = (text) => Uint8Array.from(text, (each) => each.charCodeAt(0));
shim.read = (texts) => texts.map((text) => {
  const found = readCase(bytesOf(text), "f", knowledge);
  return { ...found, case: listed(found.case), text: found.case && caseText(found.case) };
});
shim.open = (texts) => texts.map((text) => {
  const found = modules["cases/store"].openCase(bytesOf(text), "f", knowledge);
  return { ...found, case: listed(found.case) };
});
shim.write = (cases) => cases.map((plain) => caseText(modules["cases/case"].caseFromDict(plain)));
"""


def script_for(knowledge: KnowledgeBase) -> Script:
    return Script(knowledge, WANTED, SHIM)


def read_by_script(script: Script, files: list[bytes], way: str = "read") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = script.call(way, [data.decode("latin-1") for data in files])
    return found


def read_by_python(data: bytes, knowledge: KnowledgeBase) -> dict[str, Any]:
    """Return what Python makes of a file, laid out as what the script returns."""
    tree, faults = parse_bytes(data, "f")
    case, more = (None, []) if tree is None else checked_case(tree, "f", knowledge)
    if case is None or faults:
        return {"case": None, "faults": InputError([*faults, *more]).told().split("\n"), "text": None}
    return {"case": listed(case), "faults": [], "text": case_text(case)}


def listed(case: Case) -> dict[str, Any]:
    """Return a case as the script lays it out, what its answers and notes are as pairs, in their order."""
    plain = case.as_dict()
    answers = [[id_, _pairs(said)] for id_, said in plain["answers"].items()]
    return {
        "format": case.format,
        "partnership": case.partnership,
        "about": case.about,
        "partners": [{"stands": None, **each} for each in plain["partners"]],
        "respondent": case.respondent,
        "seen_from": case.seen_from,
        "share": case.share,
        "date": plain.get("date"),
        "questionnaire": case.questionnaire,
        "answers": answers,
        "notes": _pairs(plain["notes"]),
        "actions": [{"date": None, **each} for each in plain["actions"]],
    }


def _pairs(said: Any) -> Any:
    return [list(pair) for pair in said.items()] if isinstance(said, dict) else said
