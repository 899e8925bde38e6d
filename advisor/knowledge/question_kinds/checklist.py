"""A checklist: items that are true or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from advisor._language import N_, _
from advisor.knowledge.facts import Fact
from advisor.knowledge.question import UNKNOWN, Answer, Option, Question
from advisor.knowledge.question_kinds.base import WORDS, Part, Tried
from advisor.knowledge.question_kinds.replies import ReplyError, numbers_in, words_in
from advisor.knowledge.question_kinds.rows import RowsKind


class Checklist(RowsKind):
    """Items that are true or not."""

    name = "checklist"
    fact_kind = "item"
    written_under = "items"
    shows: ClassVar[tuple[str, ...]] = ("items",)
    words: ClassVar[tuple[str, ...]] = ("yes", "no")
    how: ClassVar[str] = N_(
        "Type the numbers that are true, such as 1 3 or 2-4; the others count as no. ?4 if "
        "you are not sure of 4."
    )
    on_paper: ClassVar[str] = N_("Tick what is true.")
    none: ClassVar[str] = N_("None of these. If it is something else: 0 : your own words")

    def none_of_these(self, question: Question, there: Answer | None, open_parts: Sequence[str]) -> Answer:
        """Return no for each item, but for what is answered where the list is open in part."""
        kept = there if open_parts and isinstance(there, Mapping) else {}
        return {item.id: kept.get(item.id, "no") for item in question.items}

    def asked_alone(self, question: Question, text: str) -> str:
        """Return the question, and the item: "What each is there for" says nothing by itself."""
        return f"{question.prompt} {self.asked(text)}"

    def say(self, question: Question | None, value: str) -> str:
        """Return what was said of an item."""
        return _(WORDS.get(value, value))

    def tries(self, question: Question, parts: Sequence[Part]) -> Iterator[Tried]:
        """Yield none of the items, then each alone."""
        for ticked in (None, *parts):
            yield tuple(Fact(*part.thing, "yes" if part is ticked else "no") for part in parts)

    def lines(self, question: Question, interventions: Sequence[Option]) -> Sequence[Option]:
        """Return the items."""
        return question.items

    def ticks(self, mark: str) -> Sequence[str]:
        """Return a box for what is true, and one for what she is not sure of."""
        return mark, f"?{mark}"

    def heads(self, question: Question) -> Sequence[str]:
        """Return what the two say."""
        return _("true"), _("not sure")

    def understood(self, reply: str, question: Question, lines: Sequence[Option]) -> dict[str, str]:
        """Return which items are ticked, which are in doubt, and no for the others."""
        ticked: set[int] = set()
        doubtful: set[int] = set()
        for word in words_in(reply):
            wanted = doubtful if word.startswith("?") else ticked
            wanted |= set(numbers_in(word.removeprefix("?").rstrip("."), len(lines)))
        if both := sorted(ticked & doubtful):
            raise ReplyError(
                _("Type {number} once: {number} if it is true, ?{number} if you are not sure.").format(
                    number=both[0]
                )
            )
        return {
            item.id: UNKNOWN if number in doubtful else "yes" if number in ticked else "no"
            for number, item in enumerate(lines, 1)
        }

    def typed_parts(self, answer: Mapping[str, str], question: Question, lines: Sequence[Option]) -> str:
        """Return the numbers of what is ticked or in doubt."""
        marks = {"yes": "", UNKNOWN: "?"}
        said = [(answer.get(line.id, "no"), number) for number, line in enumerate(lines, 1)]
        return " ".join(f"{marks[value]}{number}" for value, number in said if value in marks) or "0"
