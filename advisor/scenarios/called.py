"""What a scenario is called beside its id: by its number, as before a group, or by its title.

Only the head of each file is looked at: reading all of them whole would take longer than what was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from advisor._command import way
from advisor._language import _
from advisor._suggest import FEW, NEAR, did_you_mean, nearest
from advisor._text import shown_name
from advisor.advice.naming import number_in, plain
from advisor.errors import CaseError, FileFault
from advisor.files.positioned_yaml import parse_bytes
from advisor.files.read import read_bytes
from advisor.knowledge.folder import SCENARIO_PREFIX

_CASE = "case|number|no"
_MOST_TYPED = 200  # a title is shorter


def called(name: str, files: Mapping[str, Path]) -> list[str]:
    """Return the ids of the scenarios that may be meant by a number or a title; of a number, one at most.

    A title may be in any case, and its beginning is enough.
    """
    said = plain(name[:_MOST_TYPED])
    number = number_in(name[:_MOST_TYPED], _CASE)
    if number is not None:
        return [id_ for id_, each in _heads(files, "number") if each == str(number)][:1]
    if number_in(said, _CASE) is not None:  # it has a sign: nor does a title begin so
        return []
    titles = [(plain(title), id_) for id_, title in _heads(files, "title")] if said else []
    same = [id_ for title, id_ in titles if title == said]
    return same[:1] or [id_ for title, id_ in titles if title.startswith(said)]


def no_such(name: str, files: Mapping[str, Path], several: Sequence[str] = ()) -> CaseError:
    """Return that no scenario has this name, or that `several` may be meant, with what to try."""
    where = f"{SCENARIO_PREFIX}{shown_name(name)}"
    if several:
        what = _("several scenarios are called so")
        return CaseError([FileFault(where, 0, 0, what, _which({id_: files[id_] for id_ in several}))])
    return CaseError([FileFault(where, 0, 0, _("there is no such scenario"), _near(name, files))])


def _which(files: Mapping[str, Path]) -> str:
    titles = [f"'{shown_name(title)}'" for _id, title in _heads(files, "title")]
    more = ", ..." if len(titles) > FEW else ""
    return _("say which: {titles}").format(titles=", ".join(titles[:FEW]) + more)


def _near(name: str, files: Mapping[str, Path]) -> str:
    said = plain(name[:_MOST_TYPED])
    if number_in(said, _CASE) is not None:
        numbers = sorted(int(each) for _id, each in _heads(files, "number") if each.isdigit())
        if numbers:
            return _("the numbers are {first} to {last}").format(first=numbers[0], last=numbers[-1])
    known = {plain(title): title for _id, title in _heads(files, "title")}
    near = nearest(name, files) or known.get(nearest(said, known) or "")
    if near is not None:
        return _(NEAR).format(near=shown_name(near))
    if len(files) <= FEW:
        return did_you_mean(name, files)
    return _("see what there is with: {command}").format(command=way(("scenario", "list"), "scenarios"))


def _heads(files: Mapping[str, Path], key: str) -> Iterator[tuple[str, str]]:
    """Yield each scenario that has a key in its head, with what stands behind it there."""
    lines = re.compile(b"^" + key.encode() + rb":[^\r\n]*(?:\r?\n[ \t]+[^\r\n]+)*", re.MULTILINE)
    for id_, path in files.items():
        data, _fault = read_bytes(path, path.name)
        found = lines.search(data)
        if found is not None:
            yield id_, _said(found[0], key)


def _said(lines: bytes, key: str) -> str:
    """Return what stands behind a key; nothing if it is no word or text."""
    tree, _faults = parse_bytes(lines, key)
    value = tree.at((key,)).value if tree is not None else ""
    return "" if isinstance(value, (list, dict)) or value is None else str(value)
