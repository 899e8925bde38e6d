"""The page about a check: what it complains of, what to avoid, what to prefer, and why.

They are the pages of docs/checks/, which an installed program has beside it.
"""

from __future__ import annotations

import re
from pathlib import Path

from advisor._language import _
from advisor._suggest import did_you_mean
from advisor.errors import UnknownIdError
from advisor.verification._verify import check_names

_HERE = Path(__file__).resolve().parent.parent
_FOLDERS = (_HERE / "check_pages", _HERE.parent / "docs" / "checks")  # installed, in a checkout
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


def check_page(check: str) -> str:
    """Return the page about a check, to be read as it is; `UnknownIdError` if there is no such check."""
    names = check_names()
    if check not in names:
        what = _("there is no check '{check}'; {remedy}")
        raise UnknownIdError(what.format(check=check, remedy=did_you_mean(check, names)))
    path = next(found for folder in _FOLDERS if (found := folder / f"{check}.md").is_file())
    return _LINK.sub(r"\1", path.read_text(encoding="utf-8"))
