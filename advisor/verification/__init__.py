"""Verification: whether a knowledge base is sound, and whether its scenarios notice a changed rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.verification._verify import check_names as check_names, verify as verify
    from advisor.verification.found import Remark as Remark, Verification as Verification
    from advisor.verification.mutation import MutantResult as MutantResult, try_mutants as try_mutants
    from advisor.verification.pages import check_page as check_page
    from advisor.verification.removals import Removal as Removal, try_removals as try_removals
    from advisor.verification.steadiness import Steadiness as Steadiness, how_steady as how_steady
    from advisor.verification.variants import made_up as made_up
else:
    from advisor._face import face

    __all__, __getattr__, __dir__ = face(
        __name__,
        {
            "_verify": "check_names verify",
            "found": "Remark Verification",
            "mutation": "MutantResult try_mutants",
            "pages": "check_page",
            "removals": "Removal try_removals",
            "steadiness": "Steadiness how_steady",
            "variants": "made_up",
        },
    )
