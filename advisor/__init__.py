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
    from advisor.advice import (
        Advice as Advice,
        AlertAdvice as AlertAdvice,
        Brief as Brief,
        FactorAdvice as FactorAdvice,
        FindingAdvice as FindingAdvice,
        InterventionAdvice as InterventionAdvice,
        PatternAdvice as PatternAdvice,
        Recommendation as Recommendation,
        Step as Step,
        ToAsk as ToAsk,
        Withheld as Withheld,
    )
    from advisor.api import Advisor as Advisor
    from advisor.cases import Action as Action, Case as Case, Edit as Edit, Partner as Partner
    from advisor.comparison import Comparison as Comparison
    from advisor.errors import (
        AdvisorError as AdvisorError,
        CaseError as CaseError,
        EditError as EditError,
        Fault as Fault,
        InputError as InputError,
        KnowledgeError as KnowledgeError,
        OtherwiseError as OtherwiseError,
        TableError as TableError,
        UnknownIdError as UnknownIdError,
    )
    from advisor.explanation import (
        Contrast as Contrast,
        Future as Future,
        Reason as Reason,
        Sensitivity as Sensitivity,
        StageSettled as StageSettled,
        Why as Why,
        WhyNot as WhyNot,
    )
    from advisor.inference import Firing as Firing
    from advisor.interview import Interview as Interview
    from advisor.knowledge import KnowledgeBase as KnowledgeBase, Question as Question
    from advisor.portfolio import Portfolio as Portfolio
    from advisor.progress import Progress as Progress
    from advisor.scenarios import Scenario as Scenario
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "_language": "UnknownLanguageError in_language languages",
            "_version": "__version__",
            "advice": (
                "Advice AlertAdvice Brief FactorAdvice FindingAdvice InterventionAdvice "
                "PatternAdvice Recommendation Step ToAsk Withheld"
            ),
            "api": "Advisor",
            "cases": "Action Case Edit Partner",
            "comparison": "Comparison",
            "errors": (
                "AdvisorError CaseError EditError Fault InputError KnowledgeError "
                "OtherwiseError TableError UnknownIdError"
            ),
            "explanation": "Contrast Future Reason Sensitivity StageSettled Why WhyNot",
            "inference": "Firing",
            "interview": "Interview",
            "knowledge": "KnowledgeBase Question",
            "portfolio": "Portfolio",
            "progress": "Progress",
            "scenarios": "Scenario",
        },
    )
