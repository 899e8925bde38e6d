"""Hypothesis strategies: case files as people write them, with comments and layouts of their own."""

from __future__ import annotations

from typing import Any, NamedTuple

from hypothesis import strategies as st

from advisor.cases.case import Case
from advisor.files.yaml_text import inline
from advisor.knowledge.base import KnowledgeBase
from tests.support.strategies import cases

NOTES = st.sampled_from(["since the move", "a: b # no comment", "it's 'so'", "08", "yes", "\N{GREEK SMALL LETTER MU} {x}"])
NAMES = st.sampled_from(["A centre", "08", "no # comment", "a: b", "'quoted'", ""])


class Handwritten(NamedTuple):
    """A file: its text, the case in it, and its comments."""

    text: str
    case: Case
    comments: list[str]


class _Hand:
    """Writes lines in a way that is drawn."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.lines: list[str] = []
        self.comments: list[str] = []

    def chance(self, of: int) -> bool:
        return bool(self.draw(st.integers(1, of)) == 1)

    def comment(self) -> str:
        self.comments.append(f"# {len(self.comments)} said: {{it's \"x\"}}")
        return self.comments[-1]

    def line(self, text: str, indent: int) -> None:
        """Write a line, with what may stand before and behind it."""
        if self.chance(4):
            self.lines.append(self.draw(st.sampled_from(["", "  "])))
        if self.chance(4):
            self.lines.append(" " * self.draw(st.integers(0, indent)) + self.comment())
        behind = f"{' ' * self.draw(st.integers(1, 3))}{self.comment()}" if self.chance(4) else ""
        self.lines.append(" " * indent + text + behind)

    def word(self, value: Any) -> str:
        """Write a text, at times in quotes that it could do without."""
        plain = inline(value)
        if isinstance(value, str) and self.chance(4):
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return plain

    def flow(self, value: Any) -> str:
        gap = self.draw(st.sampled_from(["", " "]))
        if isinstance(value, dict):
            held = ", ".join(f"{key}: {self.flow(each)}" for key, each in value.items())
            return f"{{{gap}{held}{gap}}}"
        if isinstance(value, list):
            return f"[{gap}{', '.join(map(self.flow, value))}{gap}]"
        return self.word(value)

    def mapping(self, value: dict[str, Any], indent: int, first: str = "") -> None:
        """Write a mapping in lines; `first` stands before the first of them."""
        for key, each in value.items():
            self.entry(f"{first}{key}", each, indent - len(first), indent)
            first = ""

    def entry(self, head: str, value: Any, at: int, indent: int) -> None:
        blanks = " " * self.draw(st.integers(1, 3))
        if not isinstance(value, (dict, list)) or not value or self.chance(4):
            self.line(f"{head}:{blanks}{self.flow(value)}", at)
        elif isinstance(value, dict):
            self.line(f"{head}:", at)
            self.mapping(value, indent + self.draw(st.integers(1, 4)))
        else:
            self.line(f"{head}:", at)
            deeper = indent + self.draw(st.integers(0, 3))
            for item in value:
                if self.chance(3):
                    self.line(f"- {self.flow(item)}", deeper)
                else:
                    self.mapping(item, deeper + 2, "- ")


@st.composite
def handwritten(draw: Any, knowledge: KnowledgeBase) -> Handwritten:
    """Draw a file with a case, laid out as people may."""
    case = draw(cases(knowledge))
    data = _thinned(draw, case.as_dict())
    data["partnership"] = draw(NAMES)
    data["notes"] = draw(st.dictionaries(st.sampled_from(sorted(knowledge.questions)), NOTES, max_size=3))
    for action in data["actions"]:
        for key in draw(st.sets(st.sampled_from(["kind", "note"]))):
            action.pop(key)
    order = draw(st.permutations(sorted(data)))
    hand = _Hand(draw)
    hand.mapping({key: data[key] for key in order if key == "format" or data[key] or hand.chance(2)}, 0)
    if hand.chance(3):
        hand.lines.append(hand.comment())
    if hand.chance(4):
        hand.lines.insert(0, draw(st.sampled_from(["---", "%YAML 1.2\n---", "--- # x"])))
    end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    text = end.join(hand.lines).replace("\n", end).replace("\r\r", "\r") + draw(st.sampled_from([end, ""]))
    return Handwritten(draw(st.sampled_from(["", "", "\ufeff"])) + text, case, hand.comments)


def _thinned(draw: Any, data: dict[str, Any]) -> dict[str, Any]:
    """Return data of a case with few of its answers, in any order."""
    chosen = draw(st.lists(st.sampled_from(sorted(data["answers"]) or ["-"]), max_size=6, unique=True))
    answers = {id_: data["answers"][id_] for id_ in chosen if id_ in data["answers"]}
    return {**data, "answers": {id_: said for id_, said in answers.items() if said != {}}}
