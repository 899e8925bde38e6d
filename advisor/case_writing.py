"""A case as the text of a case file."""

from __future__ import annotations

import yaml

from advisor.case import Case

HEAD = "# One partnership, as one person sees it on one day. You may change this by hand.\n"


def case_text(case: Case) -> str:
    """Return the text of a case file that reads as `case`; what is empty is left out."""
    data = {key: value for key, value in case.as_dict().items() if value not in ("", [], {})}
    return HEAD + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)
