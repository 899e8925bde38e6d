"""What is advised otherwise than by 0.1.0, with reasons: differences.yaml, read and written.

`reasons` has each reason once, with a short name, since one change of the rules is behind many differences:
`because` says it, `rules` names the rules that changed for it, if it is as simple as that. Each of the other
two parts has the cases, for each what differs, and for that what it `was`, what it is `now`, and `why`: the
names of one or more reasons. `seen` is a mark of the `was` and `now` that these were given for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from advisor import Advice, Advisor
from tests.from_0_1_0.behind import rules_behind, said_in
from tests.from_0_1_0.brief import Brief, brief, differences
from tests.from_0_1_0.files import HERE, cases, unpack_knowledge

REASONS, WITH_TODAYS, WITH_ITS_OWN = "reasons", "with-the-knowledge-of-today", "with-its-own-knowledge"
FILE = HERE / "differences.yaml"
HEAD = """\
# What the program advises today on the files of 0.1.0 otherwise than 0.1.0 did, and why.
# `python -m tests.from_0_1_0` writes it anew and keeps the reasons; what has none, or is otherwise than
# when its reasons were given, it lists. How to give reasons: tests/README.md.
"""
Parts = dict[str, dict[str, Any]]


def advised_by_0_1_0() -> dict[str, Brief]:
    """Return in brief what 0.1.0 advised on each of its files."""
    found: dict[str, Brief] = yaml.safe_load((HERE / "advice.yaml").read_text(encoding="utf-8"))
    return found


def advised_by(advisor: Advisor, folder: Path) -> dict[str, Advice]:
    """Return what an advisor says today on each file of 0.1.0, read from a file in a folder."""
    found: dict[str, Advice] = {}
    for name, text in cases().items():
        path = folder / f"{name.replace('/', '-')}.yaml"
        path.write_bytes(text.encode())
        found[name] = advisor.advise(advisor.read_case(path))
    return found


def found_today(folder: Path) -> Parts:
    """Return what differs today, with the knowledge of today and with that of 0.1.0, without any reasons.

    `rules` of a difference are those behind it, for whoever gives the reason.
    """
    its_own = advised_by(Advisor(unpack_knowledge(folder)), folder)
    before, rules_before = advised_by_0_1_0(), {case: said_in(advice) for case, advice in its_own.items()}
    parts: Parts = {}
    for part, advised in ((WITH_TODAYS, advised_by(Advisor(), folder)), (WITH_ITS_OWN, its_own)):
        parts[part] = differences(before, {case: brief(advice) for case, advice in advised.items()})
        for (_, case, what), difference in each({part: parts[part]}):
            now = said_in(advised[case])
            difference["rules"] = rules_behind(what, difference, rules_before[case], now)
    return parts


def listed() -> Parts:
    """Return what differences.yaml says."""
    found: Parts = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {part: found.get(part) or {} for part in (REASONS, WITH_TODAYS, WITH_ITS_OWN)}


def each(parts: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str, str], dict[str, Any]]]:
    """Yield each difference, by the part that it stands in, the case and what differs."""
    for part in (WITH_TODAYS, WITH_ITS_OWN):
        for case, differing in parts.get(part, {}).items():
            for what, difference in differing.items():
                yield (part, case, what), difference


def write(parts: Parts) -> list[str]:
    """Write what differs today, with the reasons that the file gives; return a line for each to look at.

    In brackets it has the rules behind it, `+` before those that say so now, `-` before those that did.
    """
    before, to_look_at = listed(), []
    said = dict(each(before))
    for place, difference in each(parts):
        known, behind = said.get(place, {}), difference.pop("rules")
        rules = ", ".join(behind)
        difference["why"] = known.get("why") or _reasons_of(behind, before[REASONS])
        difference["seen"] = known.get("seen") or mark(difference)
        if not difference["why"]:
            del difference["seen"]
            to_look_at.append(f"{', '.join(place)}: has no reason yet ({rules})")
        elif difference["seen"] != mark(difference):
            to_look_at.append(f"{', '.join(place)}: is otherwise than when its reason was given ({rules})")
    data = {REASONS: before[REASONS], **parts}
    text = yaml.safe_dump(data, sort_keys=False, width=110, allow_unicode=True, default_flow_style=None)
    FILE.write_text(HEAD + text, encoding="utf-8")
    return to_look_at


def mark(difference: Mapping[str, Any]) -> str:
    """Return the beginning of a digest of what a difference was and is now."""
    said = json.dumps([difference["was"], difference["now"]])
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def _reasons_of(behind: list[str], reasons: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return the reasons whose rules are among those behind a difference."""
    rules = {rule[1:].partition(".")[0] for rule in behind}  # of a template, whichever it stands for
    return [name for name, reason in reasons.items() if rules & set(reason.get("rules", ()))]
