"""A question of the questionnaire, and the answers that every question has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from advisor._suggest import by_title
from advisor.knowledge.conditions import Condition
from advisor.knowledge.model import Model, record
from advisor.knowledge.terms import NOT_APPLICABLE as NOT_APPLICABLE, UNKNOWN as UNKNOWN, Id, Text

SPECIAL_ANSWERS = (UNKNOWN, NOT_APPLICABLE)  # that every question has
Answer = str | Mapping[str, str]  # to a whole question, or to its parts by their ids
KINDS_OF_QUESTION = ["choice", "checklist", "placing", "actions"]  # each is a class in `question_kinds`


@record
class Option(Model):
    """An answer that can be chosen, an item of a checklist, or a row of the placing."""

    id: Id
    text: Text


@dataclass(frozen=True)
class OneOf:
    """What pydantic takes for a `Literal` of these words, whose list others may lengthen (tests do)."""

    words: Sequence[str]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Return the schema of the words as they are now."""
        from pydantic_core import core_schema

        return core_schema.literal_schema(list(self.words))


@record
class Question(Model):
    """Something the leader is asked; `options` run from worst to best where `scale` is true.

    `heading` is what the questions from this one on are about. `hint` says how to answer, where the
    question is shown with its answers. What is about the leader's `self` nobody else can tell; what is about
    one `side` asks of somebody else from another seat. `mirror` says which option or item a partner would
    tick for the same state of things; what is `one_sided` has no counterpart there, and all else reads the
    same from both seats. `asked_unless` is a condition on other answers; where it is true, the question
    makes no sense and is not asked.
    """

    id: Id
    kind: Annotated[str, OneOf(KINDS_OF_QUESTION)]
    prompt: Text
    heading: Text | None = None
    hint: Text | None = None
    about: Literal["self", "side"] | None = None
    mirror: Mapping[Id, Id] = field(default_factory=dict)
    one_sided: tuple[Id, ...] = ()
    why: Text
    core: bool = False
    scale: bool = False
    asked_unless: Condition | None = None
    options: tuple[Option, ...] = ()
    items: tuple[Option, ...] = ()
    rows: tuple[Option, ...] = ()

    @property
    def title(self) -> str:
        """Return what lists and forms show: the question, and how to answer it."""
        return f"{self.prompt} {self.hint}" if self.hint else self.prompt


def option_titles(question: Question) -> dict[str, str]:
    """Return the options of a question by their texts."""
    return by_title((option.text, option.id) for option in question.options)
