"""What questions have in common that list several things and ask the same of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.files.positioned_yaml import Node
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import SPECIAL_ANSWERS, Answer, Option, Question
from advisor.knowledge.question_kinds.base import Part, QuestionKind, Wrong


class RowsKind(QuestionKind):
    """Several rows, each answered with one of `words`."""

    words: ClassVar[tuple[str, ...]]

    def rows(self, question: Question) -> Sequence[Option]:
        """Return the rows."""
        found: Sequence[Option] = getattr(question, self.written_under)
        return found

    def fact_id(self, question: Question, row: str) -> str:
        """Return the id of the facts about a row."""
        return f"{question.id}.{row}"

    def parts(self, question: Question, knowledge: KnowledgeBase) -> tuple[Part, ...]:
        """Return the rows."""
        return tuple(
            Part(row.id, self.fact_kind, self.fact_id(question, row.id), self.words, row.text)
            for row in self.rows(question)
        )

    def wrong(self, question: Question, key: Node, node: Node) -> Iterator[Wrong]:
        """Yield what is wrong with the rows that are answered."""
        if node.value in SPECIAL_ANSWERS:
            return
        rows = [row.id for row in self.rows(question)]
        if not isinstance(node.value, dict):
            yield node, *self._no_rows(question, node, rows[0])
            return
        for word, (name, value) in node.value.items():
            if word not in rows:
                yield (
                    name,
                    _("'{id}' has no item '{word}'").format(id=question.id, word=shown(word)),
                    did_you_mean(word, rows),
                )
            else:
                yield from self._wrong_value(value)

    def _no_rows(self, question: Question, node: Node, first: str) -> tuple[str, str]:
        word = self.words[0]
        if node.is_data:
            what = _("'{id}' takes an answer for each item").format(id=question.id)
            return what, _("give a mapping, such as {example}").format(example={first: word})
        what = _("'{id}' takes one line for each item, such as '{item}: {word}'")
        return what.format(id=question.id, item=first, word=word), _("write them indented below")

    def _wrong_value(self, node: Node) -> Iterator[Wrong]:
        values = (*self.words, *SPECIAL_ANSWERS)
        if isinstance(node.value, (list, dict)):
            yield node, _("one word is wanted here"), _yes_or_no(node.value, values)
        elif node.value not in values:
            yield (
                node,
                _("'{text}' cannot stand here").format(text=shown(node.text)),
                _yes_or_no(node.value, values),
            )

    def spread(self, question: Question, said: str) -> Answer:
        """Return the answer that says the same of every row."""
        return {row.id: said for row in self.rows(question)}

    def schema(self, question: Question) -> dict[str, Any]:
        """Return the JSON Schema of an answer: rows, or one word for all."""
        values = [*self.words, *SPECIAL_ANSWERS]
        rows = {row.id: {"description": row.text, "enum": values} for row in self.rows(question)}
        several = {"type": "object", "additionalProperties": False, "properties": rows}
        return {"description": question.title, "anyOf": [several, {"enum": list(SPECIAL_ANSWERS)}]}

    def asked(self, text: str) -> str:
        """Return what was asked, by the text of a row."""
        return f"{text}:"


def _yes_or_no(value: object, values: tuple[str, ...]) -> str:
    if isinstance(value, bool) and "yes" in values:
        return _("did you mean '{near}'?").format(near="yes" if value else "no")
    return did_you_mean(value, values)
