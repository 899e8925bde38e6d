"""partnership-advisor: reasoned advice for leaders of partnerships that are stuck.

    from advisor import Advisor
    advisor = Advisor()
    advice = advisor.advise(advisor.read_case("scenario:health-visitors"))

Each package below has a face of its own; docs/architecture.md shows them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor._language import (
        UnknownLanguageError as UnknownLanguageError,
        in_language as in_language,
        languages as languages,
    )
    from advisor._version import __version__ as __version__
    from advisor.advice import Advice as Advice
    from advisor.api import Advisor as Advisor
    from advisor.cases import Action as Action, Case as Case, Partner as Partner
    from advisor.errors import (
        AdvisorError as AdvisorError,
        CaseError as CaseError,
        EditError as EditError,
        Fault as Fault,
        InputError as InputError,
        KnowledgeError as KnowledgeError,
        TableError as TableError,
        UnknownIdError as UnknownIdError,
    )
    from advisor.interview import Interview as Interview
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "advice": "Advice",
            "api": "Advisor",
            "cases": "Action Case Partner",
            "errors": "AdvisorError CaseError EditError Fault InputError "
            "KnowledgeError TableError UnknownIdError",
            "interview": "Interview",
            "_language": "UnknownLanguageError in_language languages",
            "_version": "__version__",
        },
    )
