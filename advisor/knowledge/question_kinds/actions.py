"""What was tried, and what came of it. Answers are kept among the actions of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from advisor._language import N_, _
from advisor._suggest import did_you_mean
from advisor._text import shown
from advisor.files.positioned_yaml import Node
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import OUTCOMES, Fact
from advisor.knowledge.question import NOT_APPLICABLE, SPECIAL_ANSWERS, Answer, Option, Question
from advisor.knowledge.question_kinds.base import WORDS, Part, QuestionKind, Tried, Wrong
from advisor.knowledge.question_kinds.replies import ReplyError, words_in

OUTCOME_WORDS = {
    "helped": N_("it helped"),
    "no-change": N_("no change"),
    "worse": N_("it got worse"),
    "too-early": N_("too early to say"),
}
LETTERS = dict(zip("hnwe", OUTCOMES, strict=True))
_TYPED = {  # what people type for each letter
    "h": ("h", "helped", "better"),
    "n": ("n", "no change", "nothing", "same"),
    "w": ("w", "worse", "got worse", "made it worse"),
    "e": ("e", "too early", "early", "too early to say"),
}
_OUTCOMES_TYPED = "|".join(
    typed.replace(" ", r"[\s-]+")
    for typed in sorted((each for words in _TYPED.values() for each in words), key=len, reverse=True)
)


class Actions(QuestionKind):
    """The outcome of each intervention that was tried."""

    name = "actions"
    fact_kind = "tried"
    alias = "tried"
    in_actions = True
    how: ClassVar[str] = N_(
        "Type each number with how it went: h helped, n no change, w worse, e too early. "
        "Such as 2h 5n, or 2 helped, 5 no change."
    )
    on_paper: ClassVar[str] = N_("Tick what came of it, in the rows of what you tried.")
    none: ClassVar[str] = N_(
        "None of these. If you tried something else: 0 : what you did and what came of it"
    )

    def none_of_these(self, question: Question, there: Answer | None, open_parts: Sequence[str]) -> Answer:
        """Return that nothing was tried, but for what is noted where something is open."""
        return dict(there) if open_parts and isinstance(there, Mapping) else NOT_APPLICABLE

    def parts(self, question: Question, knowledge: KnowledgeBase) -> tuple[Part, ...]:
        """Return the interventions."""
        return tuple(
            Part(entry.id, self.fact_kind, entry.id, OUTCOMES, entry.title, special=False)
            for entry in knowledge.of_kind("intervention")
        )

    def whole(self, question: Question) -> tuple[str, ...]:
        """Return that nothing was tried, or that she does not know."""
        return SPECIAL_ANSWERS

    def wrong(self, question: Question, key: Node, node: Node) -> Iterator[Wrong]:
        """Yield a complaint of what should stand among the actions."""
        if node.value not in SPECIAL_ANSWERS:
            yield key, _("'{id}' is not answered here").format(id=question.id), _("list it under 'actions'")

    def schema(self, question: Question) -> dict[str, Any]:
        """Return the JSON Schema of what may stand among the answers."""
        several = {"type": "object", "additionalProperties": False, "properties": {}}
        return {"description": question.title, "anyOf": [several, {"enum": list(SPECIAL_ANSWERS)}]}

    def tries(self, question: Question, parts: Sequence[Part]) -> Iterator[Tried]:
        """Yield each intervention as one that helped, and as one that made things worse."""
        yield from ((Fact(*part.thing, outcome),) for part in parts for outcome in ("helped", "worse"))

    def asked(self, text: str) -> str:
        """Return what was asked of an intervention."""
        return _("{text} was tried:").format(text=text)

    def say(self, question: Question | None, value: str) -> str:
        """Return what came of it."""
        return _(OUTCOME_WORDS.get(value, WORDS.get(value, value)))

    def lines(self, question: Question, interventions: Sequence[Option]) -> Sequence[Option]:
        """Return the interventions."""
        return interventions

    def ticks(self, mark: str) -> Sequence[str]:
        """Return a box for each outcome."""
        return tuple(f"{mark}{letter}" for letter in LETTERS)

    def heads(self, question: Question) -> Sequence[str]:
        """Return the outcomes."""
        return tuple(_(OUTCOME_WORDS[outcome]) for outcome in LETTERS.values())

    def understood(self, reply: str, question: Question, lines: Sequence[Option]) -> Answer:
        """Return the outcome of each intervention whose number is typed; the others were not tried."""
        tried: dict[str, str] = {}
        for word in words_in(_in_letters(reply)):
            found = re.fullmatch(r"(\d{1,2})([hnwe])", word, re.ASCII)
            if word == "0":
                continue
            if not found or not 1 <= int(found[1]) <= len(lines):
                raise ReplyError(
                    _("Type each number with how it went: h n w or e, such as 2h 5n. Type 0 for none.")
                )
            id_, outcome = lines[int(found[1]) - 1].id, LETTERS[found[2]]
            if tried.setdefault(id_, outcome) != outcome:
                raise ReplyError(
                    _("Type {number} once, with how it went the last time.").format(number=found[1])
                )
        return {line.id: tried.get(line.id, NOT_APPLICABLE) for line in lines} if tried else NOT_APPLICABLE

    def typed(self, answer: Answer, question: Question, lines: Sequence[Option]) -> str:
        """Return an answer as the leader would type it: 0 where nothing was tried."""
        return "0" if answer == NOT_APPLICABLE else super().typed(answer, question, lines)

    def typed_parts(self, answer: Mapping[str, str], question: Question, lines: Sequence[Option]) -> str:
        """Return the number of each intervention with the letter of its outcome."""
        letters = {outcome: letter for letter, outcome in LETTERS.items()}
        said = [(number, letters.get(answer.get(line.id, ""))) for number, line in enumerate(lines, 1)]
        return " ".join(f"{number}{letter}" for number, letter in said if letter) or "0"


def _in_letters(reply: str) -> str:
    """Return a reply with a letter right behind each number: 2h for 2 h, 2 helped or 2 it helped."""
    said = reply.lower().replace("\u2019", "'")
    return re.sub(rf"(\d)[\s=]*(?:it\s+)?({_OUTCOMES_TYPED})(?![^\W\d_])", _with_letter, said)


def _with_letter(found: re.Match[str]) -> str:
    words = " ".join(found[2].replace("-", " ").split())
    return found[1] + next(letter for letter, typed in _TYPED.items() if words in typed)


def wrong_outcomes(value: object, question: str, knowledge: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with an answer to what was tried, and what to try.

    Right is a mapping of interventions to outcomes, not-applicable for one that was not tried; or one word
    for all.
    """
    if isinstance(value, str) and value in SPECIAL_ANSWERS:
        return
    if not isinstance(value, dict):
        words = _(" or ").join(SPECIAL_ANSWERS)
        yield (
            _("'{value}' is no answer to '{question}'").format(value=shown(value), question=question),
            _("give each intervention an outcome, or {words}").format(words=words),
        )
        return
    ids, words_of_one = knowledge.ids_of("intervention"), (*OUTCOMES, NOT_APPLICABLE)
    for id_, said in value.items():
        if id_ not in ids:
            yield _("there is no intervention '{id}'").format(id=shown(id_)), did_you_mean(id_, ids)
        elif said not in words_of_one:
            yield (
                _("'{said}' is no outcome of '{id}'").format(said=shown(said), id=id_),
                did_you_mean(said, words_of_one),
            )


def outcome_named(text: str) -> str | None:
    """Return the outcome that a text means, in its own word or a plain one; None if it means none."""
    said = " ".join(text.casefold().replace("-", " ").replace("\u2019", "'").split()).rstrip(".!")
    words = {
        word: outcome
        for outcome in OUTCOMES
        for word in (outcome, OUTCOME_WORDS[outcome], _(OUTCOME_WORDS[outcome]))
    }
    plain = {word.casefold().replace("-", " "): outcome for word, outcome in words.items()}
    plain |= {word: LETTERS[letter] for letter, several in _TYPED.items() for word in several}
    return plain.get(said) or plain.get(said.removeprefix("it "))
