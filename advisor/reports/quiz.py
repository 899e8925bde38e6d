"""An exercise at the terminal: what was chosen beside what the rules say, and a group side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from advisor._text import counted
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.reports.advice_alerts import in_a_line
from advisor.reports.outline import Outline
from advisor.reports.wording import joined
from advisor.scenarios.quiz import Compared, Comparison, OneMore
from advisor.scenarios.quiz_results import Row

SAID = {
    "agreed": "The rules say so too.",
    "not-yet": "The rules say so too, but not yet.",
    "held-back": "The rules hold it back here.",
    "open": "The rules leave this open: nothing that was told speaks for it.",
}


def comparison_outline(found: Comparison, asked: Sequence[str], knowledge: KnowledgeBase) -> Outline:
    """Return the comparison: each choice, what else the rules advise, the order, and one more fact."""
    outline = Outline()
    if found.alerts:
        outline.add(0, "BEFORE ANY OF THEM")
    for alert in found.alerts:
        outline.add(1, in_a_line(alert))
    outline.add(0, "YOUR CHOICES")
    for each in found.chosen:
        _add_choice(outline, each, knowledge)
    if not found.chosen:
        outline.add(1, "None of the eight." + ("" if found.order else " The rules say so too."))
    if found.missed:
        outline.add(0, "WHAT ELSE THE RULES ADVISE")
    for missed in found.missed:
        hint = " Only hints speak for it; it could well be left." if missed.slight else ""
        outline.add(1, f"{_named(missed.id, knowledge)}.{hint}")
        for reason in missed.reasons[:1]:
            outline.add(2, reason)
    outline.add(0, "IN WHICH ORDER")
    for line in _order(found, knowledge):
        outline.add(1, line)
    outline.add(0, "WHAT YOU ASKED FOR")
    for line in _asked(found, asked, knowledge):
        outline.add(1, line)
    return outline


def _named(id_: str, knowledge: KnowledgeBase) -> str:
    entry = knowledge.entry(id_)
    return f"{entry.title} ({entry.plain})"


def _add_choice(outline: Outline, each: Compared, knowledge: KnowledgeBase) -> None:
    outline.add(1, f"{_named(each.choice.id, knowledge)}: {SAID[each.verdict]}")
    if each.choice.reason:
        outline.add(2, f"You said: {each.choice.reason}")
    if each.after:
        outline.add(2, f"First: {joined(title_of(id_, knowledge) for id_ in each.after)}.")
    for reason in each.reasons:
        outline.add(2, f"Take care: {reason}" if each.verdict == "open" else reason)
    if each.led_by:
        outline.add(2, f"Somebody else should lead it: {each.led_by}.")


def _order(found: Comparison, knowledge: KnowledgeBase) -> Iterator[str]:
    if not found.order:
        yield "The rules advise none of the eight here. Nothing has to be pushed."
        return
    yield f"The rules: {joined(title_of(id_, knowledge) for id_ in found.order)}."
    if found.chosen:
        yield f"You: {joined(title_of(each.choice.id, knowledge) for each in found.chosen)}."
    for turned in found.turned:
        earlier, later = title_of(turned.earlier, knowledge), title_of(turned.later, knowledge)
        if turned.because:
            yield f"{earlier} has to come before {later}. {turned.because}"
        else:
            yield f"The rules put {earlier} before {later} because more speaks for it. Yours can be defended."


def _asked(found: Comparison, asked: Sequence[str], knowledge: KnowledgeBase) -> Iterator[str]:
    first = _beginning(found.with_asked[0] if found.with_asked else None, knowledge)
    yield f"You asked for {counted(len(asked), 'fact')}. With those alone the rules would {first}."
    if found.one_more is not None:
        yield _one_more(found.one_more, knowledge)
    elif found.order[:1] != found.with_asked[:1]:
        yield "No single further fact would have changed that; several together would."


def _beginning(first: str | None, knowledge: KnowledgeBase) -> str:
    return f"begin with {title_of(first, knowledge)}" if first else "advise none of the eight"


def _one_more(more: OneMore, knowledge: KnowledgeBase) -> str:
    """Return what one more fact would have changed, in a sentence or two."""
    still = "still " if more.before == more.after else ""
    said = f"With one more fact they would {still}{_beginning(more.after, knowledge)}"
    for verb, ids in (("also advise", more.now_advised), ("no longer advise", more.no_longer)):
        rest = [title_of(id_, knowledge) for id_ in ids if id_ not in (more.before, more.after)]
        is_said = rest and not (verb == "no longer advise" and more.after is None)
        said += f", and {verb} {joined(rest)}" if is_said else ""
    return f"{said}: {knowledge.questions[more.question].prompt}"


def results_outline(rows: Sequence[Row]) -> Outline:
    """Return a group's results side by side: how often what was chosen and asked, and each learner."""
    outline = Outline()
    for scenario in dict.fromkeys(row["scenario"] for row in rows):
        group = [row for row in rows if row["scenario"] == scenario]
        outline.add(0, f"{scenario}: {counted(len(group), 'learner')}")
        outline.add(1, f"chosen: {_often(group, 'chosen')}")
        outline.add(1, f"first: {_often(group, 'chosen', first=True)}")
        outline.add(1, f"asked for: {_often(group, 'asked')}")
        for row in group:
            outline.add(1, f"{row['learner'] or 'no name'}: {row['chosen'] or 'nothing'}")
            for reason in row["reasons"].split(" | ") if row["reasons"] else ():
                outline.add(2, reason)
    return outline


def _often(rows: Sequence[Row], column: str, first: bool = False) -> str:
    """Return how often each id stands in a column, most often first."""
    words = [word for row in rows for word in row[column].split()[: 1 if first else None]]
    told = sorted(Counter(words).items(), key=lambda each: -each[1])  # equals stay in their order
    return ", ".join(f"{id_} {times}" for id_, times in told) or "nothing"
