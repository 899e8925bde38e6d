"""Case files as the script reads and writes them, beside what Python makes of the same bytes."""

from __future__ import annotations

from typing import Any

from advisor.cases.case import Case
from advisor.cases.check import checked_case
from advisor.cases.file import case_text
from advisor.cases.fitting import fitting
from advisor.errors import Fault, InputError
from advisor.files.positioned_yaml import Node, parse_bytes
from advisor.knowledge.base import KnowledgeBase
from advisor.standalone.words.cases import OWN
from tests.support.script import Script

WANTED = ["cases/case", "cases/file", "cases/store", "files/positioned_yaml"]
SHIM = """
const { caseText } = modules["cases/file"];
const { inOrder, linesOf } = modules["errors"];
const { parseBytes } = modules["files/positioned_yaml"];
const bytesOf = (text) => Uint8Array.from(text, (each) => each.charCodeAt(0));
const pairs = (map) => Array.from(map, ([key, said]) => [key, said instanceof Map ? pairs(said) : said]);
const listed = (of) => of && { ...of, answers: pairs(of.answers), notes: pairs(of.notes) };
const held = (value) => {
  if (Array.isArray(value)) return value.map(laidOut);
  if (value instanceof Map) return Array.from(value, ([key, two]) => [key, ...two.map(laidOut)]);
  if (typeof value === "bigint") return ["whole", String(value)];
  return typeof value === "number" ? ["number", value] : value;
};
const laidOut = ({ line, column, text, path, value }) => [line, column, text, path, held(value)];
shim.tree = (texts) => texts.map((text) => {
  const { tree, faults } = parseBytes(bytesOf(text));
  return { tree: tree && laidOut(tree), faults: faults.map(({ line, column }) => [line, column]) };
});
shim.read = (texts) => texts.map((text) => {
  const { tree, faults } = parseBytes(bytesOf(text));
  const { checkedCase } = modules["cases/check"];
  const checked = tree === null ? { case: null, faults: [] } : checkedCase(tree, knowledge);
  const all = inOrder([...faults, ...checked.faults]);
  const of = all.length > 0 ? null : checked.case;
  return { case: listed(of), faults: linesOf("f", all), text: of && caseText(of) };
});
shim.open = (texts) => texts.map((text) => {
  const found = modules["cases/store"].openCase(bytesOf(text), "f", knowledge);
  return { ...found, case: listed(found.case) };
});
shim.write = (cases) => cases.map((plain) => caseText(modules["cases/case"].caseFromDict(plain)));
"""
Found = dict[str, Any]


def by_script(script: Script, way: str, files: list[bytes]) -> list[tuple[bytes, Found]]:
    """Return files, each with what the script makes of it: `tree`, `read` or `open`."""
    found: list[Found] = script.call(way, [data.decode("latin-1") for data in files])
    return list(zip(files, found, strict=True))


def tree_by_python(data: bytes) -> Found:
    tree, faults = parse_bytes(data, "f")
    return {"tree": tree and _laid_out(tree), "faults": [[fault.line, fault.column] for fault in faults]}


def _laid_out(node: Node) -> list[Any]:
    return [node.line, node.column, node.text, list(node.path), _held(node.value)]


def _held(value: Any) -> Any:
    if isinstance(value, list):
        return [_laid_out(each) for each in value]
    if isinstance(value, dict):
        return [[key, *map(_laid_out, two)] for key, two in value.items()]
    if isinstance(value, int) and not isinstance(value, bool):
        return ["whole", str(value)]
    return ["number", value] if isinstance(value, float) else value


def read_by_python(data: bytes, knowledge: KnowledgeBase) -> Found:
    """Return the case of a file or its faults, and the text that is written of it."""
    tree, faults = parse_bytes(data, "f")
    case, more = (None, []) if tree is None else checked_case(tree, "f", knowledge)
    if case is None or faults:
        return {"case": None, "faults": _told([*faults, *more]), "text": None}
    return {"case": _listed(case), "faults": [], "text": case_text(case)}


def opened_by_python(data: bytes, knowledge: KnowledgeBase) -> Found:
    """Return the same of a file that is gone on with, and what is left out of it."""
    if not data.decode(errors="replace").strip():
        return {"case": _listed(Case()), "left_out": [], "faults": []}
    tree, faults = parse_bytes(data, "f")
    more = [] if tree is None else checked_case(tree, "f", knowledge)[1]
    if tree is None or faults:
        return {"case": None, "left_out": [], "faults": _told([*faults, *more])}
    fits, left_out = fitting(tree, knowledge)
    case, _ = checked_case(fits, "f", knowledge)
    if case is None:
        return {"case": None, "left_out": [], "faults": _told(more)}
    return {"case": _listed(case), "left_out": left_out, "faults": []}


def _told(faults: list[Fault]) -> list[str]:
    return InputError(faults).told().split("\n")


def _listed(case: Case) -> Found:
    """Return a case as the script lays it out: answers and notes as pairs, in their order."""
    plain = case.as_dict()
    seen_from = plain.pop("seen-from", None)
    return {
        **{"share": None, "date": None, **plain, "seen_from": seen_from},
        "partners": [{"stands": None, **each} for each in plain["partners"]],
        "answers": [[id_, _pairs(said)] for id_, said in plain["answers"].items()],
        "notes": _pairs(plain["notes"]),
        "actions": [{"date": None, **each} for each in plain["actions"]],
    }


def _pairs(said: Any) -> Any:
    return [list(pair) for pair in said.items()] if isinstance(said, dict) else said


def says_the_same(by_python: list[str], by_script: list[str]) -> bool:
    """Return whether faults are told alike, but for what to try where the page has its own words for it."""
    return len(by_python) == len(by_script) and all(
        one in (other, f"{_before(other)}; {one.rpartition('; ')[2]}")
        for one, other in zip(by_python, by_script, strict=True)
    )


def _before(line: str) -> str | None:
    """Return a fault without what to try, where these are the page's own words."""
    for words in OWN.values():
        if isinstance(words, str) and line.endswith(f"; {words}"):
            return line.removesuffix(f"; {words}")
    return None
