"""How steady the advice is, as text and as data."""

from __future__ import annotations

from typing import Any

from advisor._text import counted
from advisor.reports.outline import Outline
from advisor.verification import Steadiness
from advisor.verification.steadiness import PartTried, QuestionTried, WayTried

FEW = 12  # questions of a group that are named
SAID = {"changed": "is another", "dropped": "is missing", "added": "is added"}
PART_SAID = {(1, 3): "a third", (1, 2): "half"}


def steady_outline(found: Steadiness, all_: bool = False) -> Outline:
    """Return what stays first when one answer changes, what turns it over, and what a part leads to."""
    outline = Outline()
    outline.add(0, f"What comes FIRST in {counted(found.cases, 'case')}, when one answer")
    if found.without_first:
        outline.add(1, f"nothing comes first in {found.without_first} of them, which are left out")
    for way in found.ways:
        outline.add(1, _way_text(way))
    should = sorted((each for each in found.questions if each.should), key=_how_often)
    should_not = [each for each in found.questions if each.should_not]
    groups = (
        ("Answers that turn it over, and should: a rule holds back or lets wait", map(_order_text, should)),
        ("Answers that turn it over by weight alone, and should not", map(_weight_text, should_not)),
        ("Answers that never moved it", found.never_move),
    )
    for title, several in groups:
        lines = list(several)
        outline.add(0, f"{title}: {len(lines)}")
        for line in lines if all_ else lines[:FEW]:
            outline.add(1, line)
        if not all_ and len(lines) > FEW:
            outline.add(1, f"and {len(lines) - FEW} more, with --all")
    _add_parts(outline, found)
    return outline


def _how_often(each: QuestionTried) -> float:
    return -each.by_order / each.trials


def _way_text(way: WayTried) -> str:
    if not way.trials:
        return f"{SAID[way.how]}: not tried"
    stays, same, turned = (percent(part) for part in (way.stays, way.same, way.turned))
    told = f"all the same in {same}, turned over in {turned} of {counted(way.trials, 'trial')}"
    return f"{SAID[way.how]}: {stays} of it stays; {told}"


def _order_text(each: QuestionTried) -> str:
    return f"{each.question}: turned over in {each.turned} of {each.trials}, so in {each.by_order}"


def _weight_text(each: QuestionTried) -> str:
    return f"{each.question}: turned over in {each.turned} of {each.trials}, by weight in {each.by_weight}"


def _add_parts(outline: Outline, found: Steadiness) -> None:
    outline.add(0, "Advice from a part of the answers, beside that from all")
    tried = [part for part in found.parts if part.trials]
    for part in tried:
        outline.add(1, _part_text(part))
    if not tried:
        outline.add(1, "not tried: no case has answers enough")
    elif found.more_is_better:
        outline.add(1, "More answers bring it nearer, both ways.")
    else:
        outline.add(1, "More answers do not always bring it nearer: look at what they add.")


def _part_text(part: PartTried) -> str:
    name = PART_SAID.get(part.share.as_integer_ratio(), str(part.share))
    had, kept, silent = (percent(each) for each in (part.had, part.kept, part.silent))
    first = f"it had {had} of what comes first from all; {kept} of what it put first stays"
    return f"from {name}: {first}; nothing came first in {silent} of {counted(part.trials, 'trial')}"


def percent(part: float) -> str:
    """Return a part of one in hundredths."""
    return f"{100 * part:.1f}%"


def steady_as_dict(found: Steadiness) -> dict[str, Any]:
    """Return how steady the advice is as plain data; parts are rounded to four places."""
    return {
        "cases": found.cases,
        "without_first": found.without_first,
        "ways": [
            {
                "how": way.how,
                "trials": way.trials,
                "stays": round(way.stays, 4),
                "same": round(way.same, 4),
                "turned": round(way.turned, 4),
            }
            for way in found.ways
        ],
        "questions": [
            {
                "question": each.question,
                "trials": each.trials,
                "moved": each.moved,
                "turned": each.turned,
                "by_order": each.by_order,
                "should": each.should,
                "should_not": each.should_not,
            }
            for each in found.questions
        ],
        "never_move": list(found.never_move),
        "parts": [
            {
                "share": str(part.share),
                "trials": part.trials,
                "had": round(part.had, 4),
                "kept": round(part.kept, 4),
                "silent": round(part.silent, 4),
            }
            for part in found.parts
        ],
        "more_is_better": found.more_is_better,
    }
