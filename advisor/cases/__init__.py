"""Cases: one partnership as one person sees it, read from a file, checked, changed, and as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.cases.anonymous import anonymised as anonymised
    from advisor.cases.case import Action as Action, Case as Case, Partner as Partner
    from advisor.cases.edits import Edit as Edit, changed as changed, parsed as parsed
    from advisor.cases.facts import initial_facts as initial_facts
    from advisor.cases.file import case_text as case_text, read_case as read_case
    from advisor.cases.gathering import (
        CaseFile as CaseFile,
        Gathered as Gathered,
        NothingReadError as NothingReadError,
        Partnership as Partnership,
        Unread as Unread,
        gathered as gathered,
        may_be_one as may_be_one,
        partnerships as partnerships,
    )
    from advisor.cases.naming import likeness as likeness, name_key as name_key
    from advisor.cases.questionnaire import (
        answered_elsewhere as answered_elsewhere,
        questionnaire_of as questionnaire_of,
    )
    from advisor.cases.sectors import SECTORS as SECTORS, Sector as Sector, sector_named as sector_named
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "anonymous": "anonymised",
            "case": "Action Case Partner",
            "edits": "Edit changed parsed",
            "facts": "initial_facts",
            "file": "case_text read_case",
            "gathering": (
                "CaseFile Gathered NothingReadError Partnership Unread gathered may_be_one partnerships"
            ),
            "naming": "likeness name_key",
            "questionnaire": "answered_elsewhere questionnaire_of",
            "sectors": "SECTORS Sector sector_named",
        },
    )
