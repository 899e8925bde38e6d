"""What is advised otherwise than by 0.1.0, with reasons: differences.yaml, read and written.

`reasons` has each reason once, with a short name, since one change of the rules is behind many differences.
Each of the other two parts has the cases, for each what differs, and for that what it `was`, what it is
`now`, and `why`: the names of one or more reasons.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from advisor import Advisor
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


def advised_by(advisor: Advisor, folder: Path) -> dict[str, Brief]:
    """Return in brief what an advisor says today on each file of 0.1.0, read from a file in a folder."""
    found: dict[str, Brief] = {}
    for name, text in cases().items():
        path = folder / f"{name.replace('/', '-')}.yaml"
        path.write_bytes(text.encode())
        found[name] = brief(advisor.advise(advisor.read_case(path)))
    return found


def found_today(folder: Path) -> Parts:
    """Return what differs today, with the knowledge of today and with that of 0.1.0, without any reasons."""
    own = Advisor(unpack_knowledge(folder))
    advisors = {WITH_TODAYS: Advisor(), WITH_ITS_OWN: own}
    before = advised_by_0_1_0()
    return {part: differences(before, advised_by(advisor, folder)) for part, advisor in advisors.items()}


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
    """Write what differs today, with the reasons that the file gives; return a line for each to look at."""
    before, to_look_at = listed(), []
    said = dict(each(before))
    for place, difference in each(parts):
        known = said.get(place, {})
        difference["why"] = known.get("why") or []
        if not difference["why"]:
            to_look_at.append(f"{', '.join(place)}: has no reason yet")
        elif (known["was"], known["now"]) != (difference["was"], difference["now"]):
            to_look_at.append(f"{', '.join(place)}: is otherwise than when its reason was given")
    data = {REASONS: before[REASONS], **parts}
    text = yaml.safe_dump(data, sort_keys=False, width=110, allow_unicode=True, default_flow_style=None)
    FILE.write_text(HEAD + text, encoding="utf-8")
    return to_look_at
