"""Hypothesis strategies: case files as people write them, with comments and layouts of their own."""

from __future__ import annotations

from typing import Any, NamedTuple, get_args

from hypothesis import strategies as st

from advisor.cases.case import Action, Case, Partner, Stands
from advisor.files.yaml_text import inline
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import OUTCOMES
from tests.support.strategies import answers_to

NOTES = st.sampled_from(
    ["since the move", "a: b # no comment", "it's 'so'", "08", "yes", "\N{GREEK SMALL LETTER MU} {x}"]
)
NAMES = st.sampled_from(["A centre", "08", "no # comment", "a: b", "'quoted'", ""])


class Handwritten(NamedTuple):
    """The text of a file, and its comments."""

    text: str
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
        self.comments.append(f'# {len(self.comments)} said: {{it\'s "x"}}')
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
    data = draw(_held(knowledge)).as_dict()
    for action in data["actions"]:
        for key in draw(st.sets(st.sampled_from(["kind", "note"]))):
            action.pop(key)
    hand = _Hand(draw)
    order = draw(st.permutations(sorted(data)))
    hand.mapping({key: data[key] for key in order if key == "format" or data[key] or hand.chance(2)}, 0)
    if hand.chance(3):
        hand.lines.append(hand.comment())
    hand.lines[:0] = draw(st.sampled_from([[], [], ["---"], ["%YAML 1.2", "---"], ["", "--- # x"]]))
    end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    text = end.join(hand.lines) + draw(st.sampled_from([end, ""]))
    return Handwritten(draw(st.sampled_from(["", "", "\ufeff"])) + text, hand.comments)


@st.composite
def _held(draw: Any, knowledge: KnowledgeBase) -> Case:
    """Draw a small case with words of somebody's own, in any order."""
    asked = [question for question in knowledge.questions.values() if question.kind != "actions"]
    chosen = draw(st.lists(st.sampled_from(asked), max_size=4, unique_by=lambda question: question.id))
    answers = {question.id: draw(answers_to(question, knowledge)) for question in chosen}
    tried = st.builds(
        Action,
        id=st.sampled_from(knowledge.ids_of("intervention")),
        outcome=st.sampled_from(OUTCOMES),
        note=st.one_of(st.just(""), NOTES),
    )
    partner = st.builds(
        Partner,
        name=st.just("A nursery"),
        sector=st.sampled_from(["private", "", "a word of hers"]),
        stands=st.sampled_from([None, *get_args(Stands)]),
    )
    return Case(
        partnership=draw(NAMES),
        partners=(draw(partner),) if draw(st.booleans()) else (),
        seen_from=draw(st.sampled_from([None, "centre", "partner", "above"])),
        share=draw(st.sampled_from([None, "yes", "no"])),
        questionnaire=draw(st.sampled_from(["", "", "another 1.0 (3 questions) 0123abcd"])),
        answers={id_: said for id_, said in answers.items() if said != {}},
        notes=draw(st.dictionaries(st.sampled_from(sorted(knowledge.questions)), NOTES, max_size=3)),
        actions=tuple(draw(st.lists(tried, max_size=3))),
    )
