"""What another program wrote in a form of its own, under a name like ours: no text to mend."""

from __future__ import annotations

import re

from advisor._language import N_, _
from advisor.errors import Fault

_OTHER_PROGRAM = N_("this is a file of a word processor or another program, and not plain text")
_WEB_PAGE = N_("this is a web page (HTML), and not plain text")
_BEGINS = (
    (re.compile(rb"\{\\rtf|PK\x03\x04|\xd0\xcf\x11\xe0|%PDF-"), _OTHER_PROGRAM),
    (re.compile(rb"\s*<[!?a-z]", re.I), _WEB_PAGE),
)
_BOM = b"\xef\xbb\xbf"
_LOOKED_AT = 1000  # bytes


def other_program_fault(data: bytes, name: str) -> Fault | None:
    """Return the fault of a file that begins as those of a word processor or a browser do."""
    begin = data[:_LOOKED_AT].removeprefix(_BOM)
    what = next((what for form, what in _BEGINS if form.match(begin)), None)
    if what is None:
        return None
    return Fault(name, 1, 1, _(what), _("open it in its own program and save it as plain text, in UTF-8"))
