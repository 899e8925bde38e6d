"""The answer sheet of a case, for after the debrief: what its author would do and why, beside the rules."""

from __future__ import annotations

from collections.abc import Iterable

from advisor._language import _
from advisor.advice.reasoner import Reasoner
from advisor.exercise.choices import choice_named
from advisor.reports._advice_outline import CAVEAT
from advisor.reports.advice_alerts import in_a_line
from advisor.reports.handout_head import headed, named
from advisor.reports.handout_said import RulesSay, Told, not_to_do, to_do
from advisor.reports.outline import Outline, Point, Table
from advisor.reports.scenario import add_afterwards
from advisor.reports.wording import ended
from advisor.scenarios.scenario import Scenario

_WIDTHS = (21, 30, 49)
_STILL = 2  # lines for what somebody still sees otherwise


def answers_handout(scenario: Scenario, advisor: Reasoner) -> Outline:
    """Return what is given out when all has been talked about."""
    says = RulesSay(advisor.advise(scenario.case), advisor.knowledge)
    outline = headed(_("{case}: what others would do").format(case=named(scenario)))
    outline.paragraph(scenario.teaches)
    for alert in says.advice.alerts:
        outline.paragraph(in_a_line(alert))
    do, leave = to_do(scenario.expect), not_to_do(scenario.expect)
    _add_table(outline, _("What they would do"), do, says, advisor)
    _add_table(outline, _("What they would leave for now, and why"), leave, says, advisor)
    also = [*says.beside((*do, *leave))]
    if also:
        outline.add(0, _("What the rules put first beside that"))
    for id_ in also:
        outline.add(1, f"{ended(choice_named(id_, advisor.knowledge))} {says.of(id_)}")
    add_afterwards(outline, scenario, advisor.knowledge)
    outline.paragraph(_(CAVEAT))
    outline.add(0, _("I still see it otherwise, because:"))
    outline.to_write(_STILL)
    return outline


def _add_table(outline: Outline, title: str, told: Iterable[Told], says: RulesSay, advisor: Reasoner) -> None:
    """Add what is told of things, the author beside the rules; nothing if there are none."""
    rows = tuple(
        (
            choice_named(each.id, advisor.knowledge).rstrip("."),
            " ".join(map(ended, each.reasons)),
            says.of(each.id),
        )
        for each in told
    )
    if not rows:
        return
    heads = (_("What"), _("Whoever wrote the story"), _("The rules"))
    points = [Point(f"{what}: {heads[1]}: {author} {heads[2]}: {rules}") for what, author, rules in rows]
    outline.add(0, title)
    outline.put([Table(heads, rows, tuple(points), wraps=True, widths=_WIDTHS, lined=True)])
