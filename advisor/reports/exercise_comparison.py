"""An exercise: what was chosen beside what the rules say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from advisor._language import N_, _, ngettext
from advisor.advice.model import AlertAdvice
from advisor.exercise.choices import WAIT, choice_named
from advisor.exercise.exercise import Exercise
from advisor.exercise.model import Compared, Comparison, OneMore, Standing
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.advice_alerts import in_a_line
from advisor.reports.outline import Outline, Point, numbered
from advisor.reports.scenario import said_of
from advisor.reports.wording import ended, joined

AGREED = {
    "first": N_("The rules say so too: it is among the first things."),
    "next": N_("The rules say so too: it comes next."),
    "later": N_("The rules say so too: it comes later."),
    "": N_("The rules say so too, beside their plan."),
}
WAY_OF = N_("The rules say so too, as a way of doing this: {names}.")
NOT_YET = N_("The rules say so too, but not before this: {names}.")
HELD_BACK = N_("The rules hold it back here.")
OPEN = N_("The rules leave this open: nothing that was told speaks for it.")
WAIT_AGREED, WAIT_OPEN = N_("The rules say so too."), N_("The rules leave this open.")
NOT_BEFORE = N_("Not before this: {names}.")
LEADS = N_("Who leads: {led_by}.")
CARE = N_("Take care: {reason}")
WHAT_ELSE, WHAT = N_("WHAT ELSE THE RULES WOULD DO"), N_("WHAT THE RULES WOULD DO")
MOST_SAID = 3  # reasons and cautions of what is held back: who is not to do it needs no more


def comparison_outline(found: Comparison, exercise: Exercise) -> Outline:
    """Return the comparison: each choice, what else the rules would do, the order, and one more fact."""
    knowledge, outline = exercise.advisor.knowledge, Outline()
    add_alerts(outline, found.alerts)
    outline.add(0, _("YOUR CHOICES"))
    for number, each in enumerate(found.chosen, 1):
        _add_choice(outline, number, each, knowledge)
    if not found.chosen:
        nothing = _("None. The rules begin nothing either.")
        outline.add(1, _("None.") if _begins(found) else nothing)
    _add_missed(outline, found, knowledge)
    turned = [*_turned(found, knowledge)]
    if turned:
        outline.add(0, _("IN WHICH ORDER"))
    for line in turned:
        outline.add(1, line)
    outline.add(0, _("WHAT YOU WERE TOLD"))
    for line in _asked(found, exercise):
        outline.add(1, _ended_once(line))
    return outline


def add_alerts(outline: Outline, alerts: Iterable[AlertAdvice]) -> None:
    """Add what comes before all else, if anything does."""
    for number, alert in enumerate(alerts):
        if not number:
            outline.add(0, _("BEFORE ANY OF THEM"))
        outline.add(1, in_a_line(alert))


def in_short(standing: Standing, knowledge: KnowledgeBase) -> str:
    """Return in a sentence what the rules say of something."""
    if standing.verdict == "held-back":
        return _(HELD_BACK)
    if standing.id == WAIT:
        return _(WAIT_AGREED if standing.verdict == "agreed" else WAIT_OPEN)
    if standing.verdict == "open":
        return _(OPEN)
    if standing.verdict == "not-yet":
        return _(NOT_YET).format(names=_titles(standing.after, knowledge))
    if standing.way_of and not standing.place:
        return _(WAY_OF).format(names=_titles(standing.way_of, knowledge))
    return _(AGREED[standing.place])


def _ended_once(text: str) -> str:
    """Return a text without the full stop behind a title that is a question."""
    return text[:-1] if text.endswith("?.") else text


def _titles(ids: Iterable[str], knowledge: KnowledgeBase) -> str:
    return joined(choice_named(id_, knowledge) for id_ in ids)


def _begins(found: Comparison) -> bool:
    return bool(found.plan) and not found.nothing_first


def _add_choice(outline: Outline, number: int, each: Compared, knowledge: KnowledgeBase) -> None:
    standing = each.standing
    said = f"{ended(choice_named(standing.id, knowledge))} {in_short(standing, knowledge)}"
    outline.put([Point(said, mark=numbered(number))])
    if each.choice.reason:
        outline.add(2, _("You said: {reason}").format(reason=each.choice.reason))
    for depth, line in _reasons_of(standing):
        outline.add(depth, line)
    if standing.led_by:
        outline.add(2, _(LEADS).format(led_by=standing.led_by.rstrip(".")))


def _reasons_of(standing: Standing) -> Iterator[tuple[int, str]]:
    """Yield why, and what to take care of, each with its depth: what stands behind the first is deeper.

    Of what the rules hold back one reason is enough at first; of anything else a caution belongs to it.
    """
    is_held = standing.verdict == "held-back"
    cautions = (_(CARE).format(reason=each) for each in standing.cautions)
    said = [*standing.reasons[: 2 if is_held else 1], *cautions][: MOST_SAID if is_held else None]
    at_once = 1 if is_held else len(standing.reasons[:1]) + 1
    for place, line in enumerate(said):
        yield 2 if place < at_once else 3, line


def _add_missed(outline: Outline, found: Comparison, knowledge: KnowledgeBase) -> None:
    """Add what else the rules would do: what comes first with its reason, of the rest the names."""
    if not (found.missed or found.nothing_first):
        return
    is_agreed = any(each.standing.verdict in ("agreed", "not-yet") for each in found.chosen)
    outline.add(0, _(WHAT_ELSE if is_agreed else WHAT))
    if found.nothing_first:
        outline.add(1, found.nothing_first)
    for each in found.missed:
        if each.place == "first":
            outline.add(1, f"{ended(choice_named(each.id, knowledge))} {each.short}")
            for line in _of_missed(each, knowledge):
                outline.add(2, line)
    for place, text in (("next", _("Next: {names}.")), ("later", _("Later: {names}."))):
        told = [each for each in found.missed if each.place == place]
        if told:
            outline.add(1, _ended_once(text.format(names=_titles((each.id for each in told), knowledge))))
        for each in told:
            if each.after:
                outline.add(2, f"{ended(choice_named(each.id, knowledge))} {_not_before(each, knowledge)}")


def _of_missed(each: Standing, knowledge: KnowledgeBase) -> Iterator[str]:
    yield from each.reasons[:1]
    if each.after:
        yield _not_before(each, knowledge)
    if each.led_by:
        yield _(LEADS).format(led_by=each.led_by.rstrip("."))


def _not_before(each: Standing, knowledge: KnowledgeBase) -> str:
    return _ended_once(_(NOT_BEFORE).format(names=_titles(each.after, knowledge)))


def _turned(found: Comparison, knowledge: KnowledgeBase) -> Iterator[str]:
    for turned in found.turned:
        earlier, later = choice_named(turned.earlier, knowledge), choice_named(turned.later, knowledge)
        if turned.because:
            text = _("{earlier} has to come before {later}. {because}")
        else:
            text = _(
                "The rules put {earlier} before {later} because more speaks for it. Yours can be defended."
            )
        yield text.format(earlier=earlier, later=later, because=turned.because)


def _asked(found: Comparison, exercise: Exercise) -> Iterator[str]:
    knowledge = exercise.advisor.knowledge
    told = ngettext(
        "You were told {n} fact. With that alone {begin}.",
        "You were told {n} facts. With those alone {begin}.",
        exercise.spent,
    )
    told = told if exercise.spent else _("You were told no fact. Without any {begin}.")
    yield told.format(n=exercise.spent, begin=_beginning(found.with_asked, knowledge))
    if found.one_more is not None:
        yield from _one_more(found.one_more, found.with_asked, exercise)
    elif not found.is_enough:
        yield _("No single further fact would have brought that nearer to the full advice; several would.")


def _beginning(ids: Iterable[str], knowledge: KnowledgeBase) -> str:
    titles = _titles(ids, knowledge)
    if not titles:
        return _("the rules would begin nothing yet")
    return _("the rules would begin with this: {names}").format(names=titles)


def _one_more(more: OneMore, without: Sequence[str], exercise: Exercise) -> Iterator[str]:
    """Yield which fact would have helped most, and what the rules would say with it."""
    question = exercise.advisor.knowledge.questions[more.question]
    said = said_of(question, exercise.scenario.case, exercise.advisor.knowledge)
    yield _("The one fact that would have brought it nearest to the full advice: {question} {said}").format(
        question=question.prompt, said=said
    )
    knowledge = exercise.advisor.knowledge
    if [*more.begins] != [*without] or not more.nearer:
        yield _("With it {begin}.").format(begin=_beginning(more.begins, knowledge))
    else:  # it moves nothing at the beginning, and brings what comes later
        yield _("With it the rules would also say this: {names}.").format(
            names=_titles(more.nearer, knowledge)
        )
    if more.gone:
        yield _("They would no longer say this: {names}.").format(names=_titles(more.gone, knowledge))
