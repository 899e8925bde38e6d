"""The debrief of an exercise: the point, the author's words on each choice, the other side, and questions."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import N_, _
from advisor.exercise.choices import choice_named
from advisor.exercise.model import AuthorSays, Debrief, Discussed
from advisor.knowledge.base import KnowledgeBase
from advisor.reports.exercise_comparison import in_short
from advisor.reports.outline import Outline, Point, numbered
from advisor.reports.wording import ended, inside

AUTHOR = {  # what whoever wrote the story says of a choice, by the list that it stands in
    "wait": N_("Whoever wrote the story would wait, and ask more first. {reason}"),
    "first": N_("Whoever wrote the story would begin with it. {reason}"),
    "among-first": N_("Whoever wrote the story would do it among the first things. {reason}"),
    "in-plan": N_("Whoever wrote the story would do it too. {reason}"),
    "recommended": N_("Whoever wrote the story would do it too. {reason}"),
    "not-recommended": N_("Whoever wrote the story would leave it. {reason}"),
    "before": N_("Whoever wrote the story would put {first} before {then}. {reason}"),
}
WOULD_DO = ("wait", "first", "among-first", "in-plan", "recommended")
SILENT = N_("The story says nothing about it.")


def debrief_outline(found: Debrief, knowledge: KnowledgeBase) -> Outline:
    """Return the debrief: the point, each choice, what else the author expects, the other side, questions."""
    outline = Outline()
    outline.add(0, _("THE POINT OF THE STORY"))
    outline.add(1, f"{ended(found.title)} {found.teaches}")
    if found.discussed:
        outline.add(0, _("YOUR CHOICES, AND WHOEVER WROTE THE STORY"))
    for number, each in enumerate(found.discussed, 1):
        outline.put([Point(ended(choice_named(each.choice.id, knowledge)), mark=numbered(number))])
        for line in of_choice(each, knowledge):
            outline.add(2, line)
    if found.also_expected:
        outline.add(0, _("WHOEVER WROTE THE STORY WOULD ALSO DO THIS"))
    for said in found.also_expected:
        outline.add(1, f"{ended(choice_named(said.id, knowledge))} {said.reason}")
    _add_other_view(outline, found)
    if found.discuss:
        outline.add(0, _("TO TALK ABOUT"))
    for question in found.discuss:
        outline.add(1, question)
    return outline


def of_choice(each: Discussed, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield what the author says of a choice, each reason once, and where the rules say something else."""
    told: set[str] = set()
    is_begun = False
    for said in each.author:
        if said.reason in told:
            continue
        told.add(said.reason)
        yield said.reason if is_begun and said.kind in WOULD_DO else author_in_words(said, knowledge)
        is_begun = is_begun or said.kind in WOULD_DO
    if not each.author:
        yield _(SILENT)
    if not each.author or each.standing.verdict != "agreed":
        yield in_short(each.standing, knowledge)


def author_in_words(said: AuthorSays, knowledge: KnowledgeBase) -> str:
    """Return what an author expects of something, and why."""
    ids = (said.id, said.then) if said.kind == "before" else ()
    first, then = [inside(choice_named(id_, knowledge)) for id_ in ids] or ("", "")
    return _(AUTHOR[said.kind]).format(reason=said.reason, first=first, then=then)


def _add_other_view(outline: Outline, found: Debrief) -> None:
    other = found.other_view
    if other is None:
        return
    outline.add(0, _("AS THE OTHER SIDE SEES IT"))
    told = _("The other side tells it too: {title}. Its point: {teaches}")
    if other.number is not None:
        told = _("The other side tells it too, in case {number}: {title}. Its point: {teaches}")
    outline.add(1, told.format(number=other.number, title=other.title.rstrip("."), teaches=other.teaches))
