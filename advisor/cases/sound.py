"""The quick way through a case: what is plainly right needs no closer look, and no pydantic."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any, TypeVar, get_args

from advisor._text import holds_control
from advisor.cases.case import CASE_FORMAT, Action, Case, Partner, Seat, Stands, YesNo
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.dates import date_in
from advisor.knowledge.kinds import TriedKind
from advisor.knowledge.model import Model
from advisor.knowledge.question import SPECIAL_ANSWERS
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.questions import parts_of
from advisor.knowledge.terms import Outcome

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Sound:
    """What is plainly right as the answer to one question: as the whole of it, and to each of its parts."""

    takes: Callable[[object], bool]
    parts: dict[str, Collection[str]]

    def takes_of(self, part: str, said: object) -> bool:
        """Return whether something may be said of a part."""
        return said in self.parts.get(part, ())


def plain_case(data: dict[str, Any]) -> Case | None:
    """Return the case if every value is plainly of its kind, or None where that takes a closer look.

    Most cases are plainly right, and pydantic would cost them a third of the whole command's time.
    """
    partners = [_plain_record(Partner, item, {"name"}) for item in _listed(data.pop("partners", []))]
    actions = [
        _plain_record(Action, _with_date(item), {"id", "outcome"})
        for item in _listed(data.pop("actions", []))
    ]
    case = _plain_record(Case, _with_date(data), set())
    sound = [partner for partner in partners if partner], [action for action in actions if action]
    if case is None or len(sound[0]) < len(partners) or len(sound[1]) < len(actions):
        return None
    return replace(case, partners=tuple(sound[0]), actions=tuple(sound[1]))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [None]


def _with_date(data: Any) -> Any:
    if isinstance(data, dict) and isinstance(data.get("date"), str):
        return {**data, "date": date_in(data["date"])}
    return data


def _plain_record(model: type[M], data: Any, needed: set[str]) -> M | None:
    if not isinstance(data, dict) or not needed <= data.keys():
        return None
    for key, value in data.items():
        known = _PLAIN.get((model, key))
        if known is None or type(value) is not known[0] or (known[1] and value not in known[1]):
            return None
        if type(value) is str and holds_control(value):
            return None
    return model(
        **{
            key.replace("-", "_"): value.strip() if isinstance(value, str) else value
            for key, value in data.items()
        }
    )


_PLAIN: dict[tuple[type[Model], str], tuple[type, tuple[str, ...]]] = {
    **{(Case, key): (str, ()) for key in ("partnership", "about", "respondent", "questionnaire")},
    (Case, "seen-from"): (str, get_args(Seat)),
    (Case, "share"): (str, get_args(YesNo)),
    (Case, "format"): (int, ()),
    (Case, "date"): (datetime.date, ()),
    (Partner, "name"): (str, ()),
    (Partner, "sector"): (str, ()),
    (Partner, "stands"): (str, get_args(Stands)),
    (Action, "date"): (datetime.date, ()),
    (Action, "kind"): (str, get_args(TriedKind)),
    (Action, "id"): (str, ()),
    (Action, "outcome"): (str, get_args(Outcome)),
    (Action, "note"): (str, ()),
}


def sound_case(data: dict[str, Any], knowledge: KnowledgeBase) -> Case | None:
    """Return the case if it is plainly sound, or None where that takes the closer look of a tree."""
    answers = data.get("answers")
    if data.get("notes") != {}:
        return None
    case = plain_case({key: value for key, value in data.items() if key not in ("answers", "notes")})
    if case is None or case.format != CASE_FORMAT or not isinstance(answers, dict):
        return None
    if not all(knowledge.has(action.id, (action.kind,)) for action in case.actions):
        return None
    if not all(_is_sound(word, answer, knowledge) for word, answer in answers.items()):
        return None
    return replace(case, answers=answers)


def _is_sound(word: str, answer: object, knowledge: KnowledgeBase) -> bool:
    if word not in knowledge.questions:
        return False
    sound = knowledge.memo(sound_answers)[word]
    if not isinstance(answer, dict):
        return sound.takes(answer)
    for part, said in answer.items():
        if said not in sound.parts.get(part, ()):
            return False
    return bool(sound.parts)


def sound_answers(knowledge: KnowledgeBase, id_: str) -> Sound:
    """Return what is plainly right as the answer to a question; take it from the knowledge base's memo."""
    question = knowledge.questions[id_]
    kind = kind_of(question)
    parts = () if kind.in_actions else knowledge.memo(parts_of)[id_]
    return Sound(kind.takes(question), {p.key: (*p.words, *SPECIAL_ANSWERS) for p in parts if p.key})
