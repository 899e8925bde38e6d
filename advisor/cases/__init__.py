"""Cases: one partnership as one person sees it, read from a file, checked, changed, and as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.cases.case import Action as Action, Case as Case, Partner as Partner
    from advisor.cases.edits import Edit as Edit, changed as changed, parsed as parsed
    from advisor.cases.facts import initial_facts as initial_facts
    from advisor.cases.file import case_text as case_text, read_case as read_case
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "case": "Action Case Partner",
            "edits": "Edit changed parsed",
            "facts": "initial_facts",
            "file": "case_text read_case",
        },
    )
