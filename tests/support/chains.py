"""Knowledge bases in which one thing leads to the next, thousands of times: what no recursion survives."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

SOUND = Path(__file__).parent.parent / "faulty_knowledge" / "sound"
SOURCE = {"work": "our-practice", "at": "Team day"}
PATIENT = {
    "id": "being-patient",
    "title": "Being patient",
    "text": "People give it time.",
    "factor": "relationships",
    "first-step": "Wait a week.",
    "who": "leader",
    "source": SOURCE,
}
ANSWERED = {"answer": "acquaintance", "in": ["hardly", "well"]}
LINKS_OF_A_FILE = 500
AT_LAST, AT_LAST_NOT = "last-is-introduced", "no-last-is-held-back"
APART = 7  # so many links apart a pattern stands between findings


def written_chain(folder: Path, links: int, *, patterns: bool = False, ways: int = 1) -> Path:
    """Write a knowledge base in which `link-0` follows from an answer and each further link from the last.

    They are findings; with `patterns` every seventh is one; `ways` rules lead to each. What comes last
    is a sign of a factor and calls for a precondition; its absence holds that back. All of `SOUND` is there
    too, with its scenario.
    """
    shutil.copytree(SOUND, folder)
    (folder / "expected").unlink()
    kinds = ["pattern" if patterns and number % APART == APART - 1 else "finding" for number in range(links)]
    _write(folder / "levers.yaml", "preconditions", [PATIENT])
    for kind in ("finding", "pattern"):
        entries = [_entry(number, each) for number, each in enumerate(kinds) if each == kind]
        _write(folder / f"{kind}s.yaml", f"{kind}s", entries)
    rules = [_rule(f"to-{n}", _looks_at(n - 1, kinds), _says(n, k)) for n, k in enumerate(kinds)]
    rules += [
        _rule(f"to-{n}-by-way-{way}", {"all": [ANSWERED, _looks_at(n - 1, kinds)]}, _says(n, kind))
        for way in range(1, ways)
        for n, kind in enumerate(kinds)
    ]
    _write(folder / "rules" / "links.yaml", "rules", [*rules, *_ends(links - 1, kinds)])
    return folder


def _entry(number: int, kind: str) -> dict[str, Any]:
    told = {"id": f"link-{number}", "title": f"Link {number}", "text": "One follows from the last."}
    if kind == "pattern":
        return {**told, "calls-for": "Look.", "makes-worse": "Pull.", "source": SOURCE}
    return {**told, "tone": "trouble", "source": SOURCE}


def _says(number: int, kind: str) -> dict[str, Any]:
    link = f"link-{number}"
    return {"pattern": link, "speaks": "for"} if kind == "pattern" else {"finding": link}


def _looks_at(number: int, kinds: Sequence[str]) -> dict[str, Any]:
    if number < 0:
        return {"answer": "contact", "is": "none"}
    if kinds[number] == "pattern":
        return {"pattern": f"link-{number}", "fit": "possible"}
    return {"finding": f"link-{number}"}


def _ends(last: int, kinds: Sequence[str]) -> Iterator[dict[str, Any]]:
    there = _looks_at(last, kinds)
    strangers, known = ({"answer": "acquaintance", "is": each} for each in ("hardly", "well"))
    introduced = {"recommend": "being-introduced", "strength": "strong"}
    yield _rule(AT_LAST, {"all": [strangers, there]}, introduced)
    patient = {"recommend": PATIENT["id"], "strength": "slight"}
    yield _rule("some-patience", _looks_at(last // 2, kinds), patient)
    yield _rule("last-is-a-sign", {"all": [strangers, there]}, {"sign": "relationships", "stage": "emerging"})
    yield _rule(AT_LAST_NOT, {"all": [known, {"none": [there]}]}, {"withhold": "being-introduced"})


def _rule(id_: str, when: dict[str, Any], then: dict[str, Any]) -> dict[str, Any]:
    texts = {"title": f"A step {id_}", "because": "It follows from the last.", "basis": "judgement"}
    return {"id": id_, "when": when, "then": then, **texts, "source": SOURCE}


def _write(path: Path, kind: str, entries: Sequence[dict[str, Any]]) -> None:
    """Write entries into files that are small enough to be read; JSON is YAML, and quicker to write."""
    for start in range(0, len(entries), LINKS_OF_A_FILE):
        part = path.with_stem(f"{path.stem}-{start}")
        part.write_text(json.dumps({kind: entries[start : start + LINKS_OF_A_FILE]}), encoding="utf-8")
