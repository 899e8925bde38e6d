"""partnership-advisor: reasoned advice for leaders of partnerships that are stuck.

    from advisor import Advisor
    advisor = Advisor()
    advice = advisor.advise(advisor.read_case("scenario:health-visitors"))

Names are imported when they are first used, so that a command starts quickly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor._version import __version__

if TYPE_CHECKING:
    from advisor.advice.model import Advice
    from advisor.api import Advisor
    from advisor.cases.case import Action, Case, Partner
    from advisor.errors import (
        AdvisorError,
        CaseError,
        Fault,
        InputError,
        KnowledgeError,
        TableError,
        UnknownIdError,
    )
    from advisor.interview.interview import Interview

__all__ = [
    "Action",
    "Advice",
    "Advisor",
    "AdvisorError",
    "Case",
    "CaseError",
    "Fault",
    "InputError",
    "Interview",
    "KnowledgeError",
    "Partner",
    "TableError",
    "UnknownIdError",
    "__version__",
]

_HOMES = {
    "Action": "cases.case",
    "Advice": "advice.model",
    "Advisor": "api",
    "AdvisorError": "errors",
    "Case": "cases.case",
    "CaseError": "errors",
    "Fault": "errors",
    "InputError": "errors",
    "Interview": "interview.interview",
    "KnowledgeError": "errors",
    "Partner": "cases.case",
    "TableError": "errors",
    "UnknownIdError": "errors",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'advisor' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"advisor.{_HOMES[name]}"), name)
