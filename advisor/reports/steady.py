"""How steady the advice is, as text and as data."""

from __future__ import annotations

from typing import Any

from advisor._language import N_, _, ngettext
from advisor.reports.outline import Outline
from advisor.verification import Steadiness
from advisor.verification.steadiness import PartTried, QuestionTried, WayTried

FEW = 12  # questions of a group that are named
SAID = {"changed": N_("is another"), "dropped": N_("is missing"), "added": N_("is added")}
PART_SAID = {(1, 3): N_("a third"), (1, 2): N_("half")}


def steady_outline(found: Steadiness, all_: bool = False) -> Outline:
    """Return what stays first when one answer changes, what turns it over, and what a part leads to."""
    outline = Outline()
    outline.add(
        0,
        ngettext(
            "What comes FIRST in {n} case, when one answer",
            "What comes FIRST in {n} cases, when one answer",
            found.cases,
        ).format(n=found.cases),
    )
    if found.without_first:
        outline.add(
            1,
            _("nothing comes first in {number} of them, which are left out").format(
                number=found.without_first
            ),
        )
    for way in found.ways:
        outline.add(1, _way_text(way))
    should = sorted((each for each in found.questions if each.should), key=_how_often)
    should_not = [each for each in found.questions if each.should_not]
    groups = (
        (
            _("Answers that turn it over, and should: a rule holds back or lets wait"),
            map(_order_text, should),
        ),
        (_("Answers that turn it over by weight alone, and should not"), map(_weight_text, should_not)),
        (_("Answers that never moved it"), found.never_move),
    )
    for title, several in groups:
        lines = list(several)
        outline.add(0, f"{title}: {len(lines)}")
        for line in lines if all_ else lines[:FEW]:
            outline.add(1, line)
        if not all_ and len(lines) > FEW:
            outline.add(1, _("and {more} more, with --all").format(more=len(lines) - FEW))
    _add_parts(outline, found)
    return outline


def _how_often(each: QuestionTried) -> float:
    return -each.by_order / each.trials


def _way_text(way: WayTried) -> str:
    if not way.trials:
        return _("{said}: not tried").format(said=_(SAID[way.how]))
    stays, same, turned = (percent(part) for part in (way.stays, way.same, way.turned))
    told = ngettext(
        "all the same in {same}, turned over in {turned} of {n} trial",
        "all the same in {same}, turned over in {turned} of {n} trials",
        way.trials,
    ).format(same=same, turned=turned, n=way.trials)
    return _("{said}: {stays} of it stays; {told}").format(said=_(SAID[way.how]), stays=stays, told=told)


def _order_text(each: QuestionTried) -> str:
    return _("{question}: turned over in {turned} of {trials}, so in {by_order}").format(
        question=each.question, turned=each.turned, trials=each.trials, by_order=each.by_order
    )


def _weight_text(each: QuestionTried) -> str:
    return _("{question}: turned over in {turned} of {trials}, by weight in {by_weight}").format(
        question=each.question, turned=each.turned, trials=each.trials, by_weight=each.by_weight
    )


def _add_parts(outline: Outline, found: Steadiness) -> None:
    outline.add(0, _("Advice from a part of the answers, beside that from all"))
    tried = [part for part in found.parts if part.trials]
    for part in tried:
        outline.add(1, _part_text(part))
    if not tried:
        outline.add(1, _("not tried: no case has answers enough"))
    elif found.more_is_better:
        outline.add(1, _("More answers bring it nearer, both ways."))
    else:
        outline.add(1, _("More answers do not always bring it nearer: look at what they add."))


def _part_text(part: PartTried) -> str:
    name = _(PART_SAID.get(part.share.as_integer_ratio(), str(part.share)))
    had, kept, silent = (percent(each) for each in (part.had, part.kept, part.silent))
    first = _("it had {had} of what comes first from all; {kept} of what it put first stays").format(
        had=had, kept=kept
    )
    return ngettext(
        "from {part}: {first}; nothing came first in {silent} of {n} trial",
        "from {part}: {first}; nothing came first in {silent} of {n} trials",
        part.trials,
    ).format(part=name, first=first, silent=silent, n=part.trials)


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
