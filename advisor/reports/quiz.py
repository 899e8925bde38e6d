"""An exercise at the terminal: what was chosen beside what the rules say, and a group side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from advisor._language import N_, _, ngettext
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.reports.advice_alerts import in_a_line
from advisor.reports.outline import Outline
from advisor.reports.wording import joined
from advisor.scenarios.quiz import Compared, Comparison, OneMore
from advisor.scenarios.quiz_results import Row

SAID = {
    "agreed": N_("The rules say so too."),
    "not-yet": N_("The rules say so too, but not yet."),
    "held-back": N_("The rules hold it back here."),
    "open": N_("The rules leave this open: nothing that was told speaks for it."),
}


def comparison_outline(found: Comparison, asked: Sequence[str], knowledge: KnowledgeBase) -> Outline:
    """Return the comparison: each choice, what else the rules advise, the order, and one more fact."""
    outline = Outline()
    if found.alerts:
        outline.add(0, _("BEFORE ANY OF THEM"))
    for alert in found.alerts:
        outline.add(1, in_a_line(alert))
    outline.add(0, _("YOUR CHOICES"))
    for each in found.chosen:
        _add_choice(outline, each, knowledge)
    if not found.chosen:
        none = _("None of the eight.") if found.order else _("None of the eight. The rules say so too.")
        outline.add(1, none)
    if found.missed:
        outline.add(0, _("WHAT ELSE THE RULES ADVISE"))
    for missed in found.missed:
        named = _named(missed.id, knowledge)
        slight = _("{intervention}. Only hints speak for it; it could well be left.")
        outline.add(1, slight.format(intervention=named) if missed.slight else f"{named}.")
        for reason in missed.reasons[:1]:
            outline.add(2, reason)
    outline.add(0, _("IN WHICH ORDER"))
    for line in _order(found, knowledge):
        outline.add(1, line)
    outline.add(0, _("WHAT YOU ASKED FOR"))
    for line in _asked(found, asked, knowledge):
        outline.add(1, line)
    return outline


def _named(id_: str, knowledge: KnowledgeBase) -> str:
    entry = knowledge.entry(id_)
    return f"{entry.title} ({entry.plain})"


def _add_choice(outline: Outline, each: Compared, knowledge: KnowledgeBase) -> None:
    outline.add(1, f"{_named(each.choice.id, knowledge)}: {_(SAID[each.verdict])}")
    if each.choice.reason:
        outline.add(2, _("You said: {reason}").format(reason=each.choice.reason))
    if each.after:
        outline.add(
            2, _("First: {names}.").format(names=joined(title_of(id_, knowledge) for id_ in each.after))
        )
    for reason in each.reasons:
        outline.add(2, _("Take care: {reason}").format(reason=reason) if each.verdict == "open" else reason)
    if each.led_by:
        outline.add(2, _("Somebody else should lead it: {led_by}.").format(led_by=each.led_by))


def _order(found: Comparison, knowledge: KnowledgeBase) -> Iterator[str]:
    if not found.order:
        yield _("The rules advise none of the eight here. Nothing has to be pushed.")
        return
    yield _("The rules: {names}.").format(names=joined(title_of(id_, knowledge) for id_ in found.order))
    if found.chosen:
        yield _("You: {names}.").format(
            names=joined(title_of(each.choice.id, knowledge) for each in found.chosen)
        )
    for turned in found.turned:
        earlier, later = title_of(turned.earlier, knowledge), title_of(turned.later, knowledge)
        if turned.because:
            yield _("{earlier} has to come before {later}. {because}").format(
                earlier=earlier, later=later, because=turned.because
            )
        else:
            yield _(
                "The rules put {earlier} before {later} because more speaks for it. Yours can be defended."
            ).format(earlier=earlier, later=later)


def _asked(found: Comparison, asked: Sequence[str], knowledge: KnowledgeBase) -> Iterator[str]:
    first = _beginning(found.with_asked[0] if found.with_asked else None, knowledge)
    yield ngettext(
        "You asked for {n} fact. With those alone the rules would {first}.",
        "You asked for {n} facts. With those alone the rules would {first}.",
        len(asked),
    ).format(n=len(asked), first=first)
    if found.one_more is not None:
        yield _one_more(found.one_more, knowledge)
    elif found.order[:1] != found.with_asked[:1]:
        yield _("No single further fact would have changed that; several together would.")


def _beginning(first: str | None, knowledge: KnowledgeBase) -> str:
    return (
        _("begin with {intervention}").format(intervention=title_of(first, knowledge))
        if first
        else _("advise none of the eight")
    )


def _one_more(more: OneMore, knowledge: KnowledgeBase) -> str:
    """Return what one more fact would have changed, in a sentence or two."""
    is_same = more.before == more.after
    said = (
        _("With one more fact they would still {first}")
        if is_same
        else _("With one more fact they would {first}")
    )
    said = said.format(first=_beginning(more.after, knowledge))
    no_longer = more.no_longer if more.after is not None else ()
    for text, ids in (
        (_(", and also advise {names}"), more.now_advised),
        (_(", and no longer advise {names}"), no_longer),
    ):
        rest = [title_of(id_, knowledge) for id_ in ids if id_ not in (more.before, more.after)]
        said += text.format(names=joined(rest)) if rest else ""
    return f"{said}: {knowledge.questions[more.question].prompt}"


def results_outline(rows: Sequence[Row]) -> Outline:
    """Return a group's results side by side: how often what was chosen and asked, and each learner."""
    outline = Outline()
    for scenario in dict.fromkeys(row["scenario"] for row in rows):
        group = [row for row in rows if row["scenario"] == scenario]
        learners = ngettext("{scenario}: {n} learner", "{scenario}: {n} learners", len(group))
        outline.add(0, learners.format(scenario=scenario, n=len(group)))
        outline.add(1, _("chosen: {ids}").format(ids=_often(group, "chosen")))
        outline.add(1, _("first: {ids}").format(ids=_often(group, "chosen", first=True)))
        outline.add(1, _("asked for: {ids}").format(ids=_often(group, "asked")))
        for row in group:
            outline.add(1, f"{row['learner'] or _('no name')}: {row['chosen'] or _('nothing')}")
            for reason in row["reasons"].split(" | ") if row["reasons"] else ():
                outline.add(2, reason)
    return outline


def _often(rows: Sequence[Row], column: str, first: bool = False) -> str:
    """Return how often each id stands in a column, most often first."""
    words = [word for row in rows for word in row[column].split()[: 1 if first else None]]
    told = sorted(Counter(words).items(), key=lambda each: -each[1])  # equals stay in their order
    return ", ".join(f"{id_} {times}" for id_, times in told) or _("nothing")
