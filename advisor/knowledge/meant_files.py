"""Whether a file that is not read was meant to be: by its name, by how it begins, by what lies beside it.

A trainer writes in a word processor, or in an editor that adds `.txt` behind the name. Pictures and what
programs put into a folder are none of ours, and neither is what only tells of the folder, such as a README.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path, PurePath
from typing import Literal

from advisor.files.read import beginning_of
from advisor.knowledge.kinds import KINDS

Meant = Literal["rename", "ask", "document", "table"]
_FIRST_BYTES = 4096
# What editors and word processors make of .yaml; they often hide the last part.
_NAMED = re.compile(
    r"(?P<stem>.*)\.ya?ml(?:\.(?:txt|text|rtf|docx?|odt|pages|md))?", re.IGNORECASE | re.DOTALL
)
_WORDS = frozenset({".rtf", ".doc", ".docx", ".odt", ".pages"})
_TABLES = frozenset({".csv", ".tsv", ".xls", ".xlsx", ".ods", ".numbers"})
_PLAIN = frozenset({"", ".txt", ".text", ".md", ".json", ".yam", ".yalm", ".ymal", ".ymla", ".yl"})
_OF_THE_FOLDER = (
    *("readme", "license", "licence", "copying", "notice", "changelog", "authors", "contributing", "credits"),
    *("todo", "requirements"),
)
# What an own file begins with: a kind of entries with a list, or the format of a scenario.
_KINDS = "|".join(map(re.escape, KINDS.by_key))
_BEGINS = re.compile(
    rf"[{{\s]*[\"']?(?:(?:{_KINDS})[\"']?\s*:[ \t]*(?:[\[#]|$)|format[\"']?\s*:)", re.MULTILINE
)


def meant_as(path: Path, *, beside: frozenset[str]) -> Meant | None:
    """Return what to do about a file that is not read and was meant to be; None if it was not.

    `beside` are the stems of the files beside it that are read. To `rename` is enough where it is
    what we read under another name; we `ask` about other plain text. What a word processor or a program
    for tables wrote has to be saved anew.
    """
    ending = path.suffix.lower()
    if _NAMED.fullmatch(path.name):
        return "document" if ending in _WORDS else "rename"
    if _tells_of_its_folder(path):
        return None
    if ending in _PLAIN and _begins_like_ours(path):
        return "rename"
    if not beside or path.stem in beside:  # a copy of what is read, to print or to send
        return None
    if ending in _WORDS:
        return "document"
    if ending in _TABLES:
        return "table"
    return "ask" if ending in (".txt", ".text") else None


def stem_of(path: PurePath) -> str:
    """Return the name of a file without what stands behind it, be that .yaml.txt."""
    found = _NAMED.fullmatch(path.name)
    return found["stem"] if found else path.stem


def _tells_of_its_folder(path: Path) -> bool:
    return re.sub(r"[ _-]", "", path.name).lower().startswith(_OF_THE_FOLDER)


def _begins_like_ours(path: Path) -> bool:
    """Return whether the first line that says something is one of ours."""
    data = beginning_of(path, _FIRST_BYTES)
    is_wide = data.startswith((BOM_UTF16_BE, BOM_UTF16_LE))
    text = data.decode("utf-16" if is_wide else "utf-8-sig", "replace")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith(("#", "---", "%")))
    return _BEGINS.match("\n".join(lines)) is not None
