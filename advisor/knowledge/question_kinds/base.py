"""What a kind of question says about itself; each kind is a small class with a module of its own.

A question has parts that can be answered one by one: a choice is one part, a checklist has one for
each item. Everything that others do with answers (check, facts, table columns, schema, prompt) follows
from the parts, and a kind overrides what is otherwise with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, ClassVar, NamedTuple

from advisor._language import N_, _
from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.files.positioned_yaml import Node
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact, Thing
from advisor.knowledge.question import (
    NOT_APPLICABLE,
    SPECIAL_ANSWERS,
    UNKNOWN,
    Answer,
    Option,
    Question,
    option_titles,
)

WORDS = {UNKNOWN: N_("I don't know"), NOT_APPLICABLE: N_("does not apply"), "yes": N_("yes"), "no": N_("no")}
TYPED = {UNKNOWN: "don't know", NOT_APPLICABLE: "does not apply"}
Wrong = tuple[Node, str, str]  # where, what is wrong, what to try
Tried = tuple[Fact, ...]  # the facts that one answer to a question gives


class Part(NamedTuple):
    """What can be answered by itself; `key` is its id within the question, empty for the whole question.

    `kind` and `id` are those of its facts, `words` what these can say. `special` says whether it may be
    answered with don't know or does not apply. Where answers are not the words themselves, `reads` returns
    the word that an answer stands for, or None; tables are taken to other processes, so it can be pickled.
    """

    key: str
    kind: str
    id: str
    words: tuple[str, ...]
    text: str
    special: bool = True
    reads: Callable[[str], str | None] | None = None

    @property
    def thing(self) -> Thing:
        """What its facts are about."""
        return self.kind, self.id

    @property
    def values(self) -> tuple[str, ...]:
        """What its facts can say."""
        return (*self.words, NOT_APPLICABLE) if self.special else self.words

    def fact(self, said: str) -> Fact | None:
        """Return the fact that an answer gives; None for one that says nothing."""
        if self.reads is None or said in SPECIAL_ANSWERS:
            return None if said == UNKNOWN else Fact(self.kind, self.id, said)
        word = self.reads(said)
        return None if word is None else Fact(self.kind, self.id, word)


class QuestionKind:
    """A kind of question whose one part is the question itself; kinds with several parts override more.

    It holds nothing of a question or a case. `how` says how to answer at a prompt.
    """

    name: ClassVar[str]
    fact_kind: ClassVar[str]  # the kind of facts that answers give
    alias: ClassVar[str] = ""  # what edits may call the question, whatever its id
    written_under: ClassVar[str] = "options"  # the list of a question without which nobody could answer
    shows: ClassVar[tuple[str, ...]] = ("options",)  # the lists of a question that are shown
    in_actions: ClassVar[bool] = False  # answers are kept among a case's actions
    is_own_view: ClassVar[bool] = False  # nobody but the leader can tell
    how: ClassVar[str]
    on_paper: ClassVar[str] = ""  # the same with a pen
    none: ClassVar[str] = ""  # the last line at a prompt: what 0 says, and where her own words go
    none_wants_words: ClassVar[bool] = False  # 0 alone would say nothing

    def parts(self, question: Question, knowledge: KnowledgeBase) -> tuple[Part, ...]:
        """Return what can be answered one by one, in the order of the question."""
        words = tuple(option.id for option in question.options)
        return (Part("", self.fact_kind, question.id, words, question.title),)

    def whole(self, question: Question) -> tuple[str, ...]:
        """Return what may stand as the whole answer, as far as it can be listed."""
        return (*(option.id for option in question.options), *SPECIAL_ANSWERS)

    def takes(self, question: Question) -> Callable[[object], bool]:
        """Return a test of whether something may stand as the whole answer."""
        return self.whole(question).__contains__

    def wrong(self, question: Question, key: Node, node: Node) -> Iterator[Wrong]:
        """Yield what is wrong with the answer at `node`, which stands behind `key`."""
        if isinstance(node.value, (list, dict)):
            yield (
                node,
                _("'{id}' takes one answer").format(id=question.id),
                did_you_mean("", self.whole(question)),
            )
        elif node.value is None:
            yield (
                node,
                _("'{id}' has no answer").format(id=question.id),
                _("write one, or leave the question out"),
            )
        elif not self.takes(question)(node.value):
            yield node, *self.misfit(question, node.text)

    def misfit(self, question: Question, said: object) -> tuple[str, str]:
        """Return what is wrong with a word that may not stand as the answer, and what to try."""
        what = _("'{id}' has no option '{said}'").format(id=question.id, said=shown(said))
        return what, did_you_mean(said, self.whole(question), option_titles(question))

    def spread(self, question: Question, said: str) -> Answer:
        """Return the answer that says the same of every part."""
        return said

    def schema(self, question: Question) -> dict[str, Any]:
        """Return the JSON Schema of an answer."""
        return {"description": question.title, "enum": list(self.whole(question))}

    def tries(self, question: Question, parts: Sequence[Part]) -> Iterator[Tried]:
        """Yield the facts of each answer that is worth trying in advance."""
        for part in parts:
            yield from ((Fact(*part.thing, word),) for word in part.words)

    def asked(self, text: str) -> str:
        """Return what was asked, by the text of a part."""
        return text

    def asked_alone(self, question: Question, text: str) -> str:
        """Return what was asked, by the text of a part, for a reader who does not see the question."""
        return self.asked(text)

    def say(self, question: Question | None, value: str) -> str:
        """Return in plain words what was said of a part; `question` is None where none asks for it."""
        return self.say_whole(question, value)

    def say_whole(self, question: Question | None, value: str) -> str:
        """Return in plain words what was said to the whole question; the texts of options are quoted."""
        options = () if question is None else question.options
        text = next((option.text for option in options if option.id == value), None)
        if text is None and value in WORDS:
            return _(WORDS[value])
        if text is None and question is None:
            return value
        return f"'{value if text is None else text}'"

    def marks(self) -> Iterable[str]:
        """Return the marks of the lines at a prompt."""
        return map(str, count(1))

    def lines(self, question: Question, interventions: Sequence[Option]) -> Sequence[Option]:
        """Return the lines at a prompt."""
        return question.options

    def ticks(self, mark: str) -> Sequence[str]:
        """Return the boxes of a line on paper, each as what is typed at a prompt where it is ticked."""
        return (mark,)

    def heads(self, question: Question) -> Sequence[str]:
        """Return what each box of a line means, where it has several."""
        return ()

    def scale(self, question: Question) -> Sequence[Option]:
        """Return what each line is answered with, where that is listed below the lines."""
        return ()

    def understood(self, reply: str, question: Question, lines: Sequence[Option]) -> Answer:
        """Return the answer that a typed reply gives; `ReplyError` says what to type instead."""
        raise NotImplementedError

    def none_of_these(self, question: Question, there: Answer | None, open_parts: Sequence[str]) -> Answer:
        """Return the answer that says 'none of these'; `there` is what is answered already.

        Of a choice nothing is known then: what is true has no name among the options. Of a list it is no for
        what is open, and what was answered stays; where nothing is open, it is no for all.
        """
        return UNKNOWN

    def typed(self, answer: Answer, question: Question, lines: Sequence[Option]) -> str:
        """Return an answer as the leader would type or say it."""
        if not isinstance(answer, str):
            return self.typed_parts(answer, question, lines)
        numbers = {line.id: str(number) for number, line in enumerate(lines, 1)}
        return numbers.get(answer, TYPED.get(answer, answer))

    def typed_parts(self, answer: Mapping[str, str], question: Question, lines: Sequence[Option]) -> str:
        """Return an answer to the parts as it would be typed."""
        raise NotImplementedError
