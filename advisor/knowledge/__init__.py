"""Knowledge: entries, questions and rules, loaded and checked; the facts that rules look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.knowledge.base import KnowledgeBase as KnowledgeBase
    from advisor.knowledge.facts import Fact as Fact
    from advisor.knowledge.loader import load_folder as load_folder
    from advisor.knowledge.question import Option as Option, Question as Question
    from advisor.knowledge.rules import Rule as Rule
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "base": "KnowledgeBase",
            "facts": "Fact",
            "loader": "load_folder",
            "question": "Option Question",
            "rules": "Rule",
        },
    )
