"""The programme of the training, and one session or exercise for whoever leads it."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._command import hint
from advisor._language import _, ngettext
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.training import HandOut, Led, TrainingPart, TrainingSession
from advisor.reports.outline import PLAIN, Group, Outline, Paragraph, Point, Title
from advisor.reports.sources import source_line, source_of
from advisor.reports.wording import ended, joined
from advisor.training import exercises, exercises_within, sessions


def programme_outline(knowledge: KnowledgeBase) -> Outline:
    """Return all sessions and exercises with what each is for, how long it takes, and how each is called."""
    outline = Outline()
    outline.add(0, _("Training: what there is to lead"))
    if not (sessions(knowledge) or exercises(knowledge)):
        outline.paragraph(_("This knowledge base has no sessions and no exercises."))
        return outline
    if sessions(knowledge):
        outline.add(0, _("Sessions of an action learning set, some weeks apart"))
    for session in sessions(knowledge):
        named = _("{number}. {title}, {minutes}").format(
            number=session.number, title=session.title, minutes=minutes_of(session)
        )
        outline.put([Point(named, mark=PLAIN), Point(session.text, 2)])
    if exercises(knowledge):
        outline.add(0, _("Exercises, each by itself too"))
    for exercise in exercises(knowledge):
        named = f"{exercise.id}: {exercise.title}, {minutes_of(exercise)}"
        outline.put([Point(named, mark=PLAIN), Point(exercise.text, 2)])
    outline.paragraph(_("Each page says what of it is the study's, and what is our own judgement."))
    log = hint("log", "my-case.yaml", "1", "--outcome", "helped")
    outline.paragraph(
        _("What came of a step between two sessions can be noted with the case: {command}").format(
            command=log
        )
    )
    return outline


def add_next(outline: Outline, knowledge: KnowledgeBase) -> None:
    """Add how one of them is led, printed and played, for whoever looks at the list at the terminal."""
    several = [*sessions(knowledge), *exercises(knowledge)]
    if several:
        name = str(several[0].number) if isinstance(several[0], TrainingSession) else several[0].id
        outline.paragraph(_("How one is led: {command}").format(command=hint("training", "show", name)))
        sheet = hint("training", "sheet", name, "-o", f"training-{name}.html")
        outline.put([Paragraph(_("On paper: {command}").format(command=sheet), close=True)])
    for exercise in [each for each in exercises(knowledge) if each.cards][:1]:
        play = hint("training", "play", exercise.id)
        told = _("At the terminal, alone or at a projector: {command}").format(command=play)
        outline.put([Paragraph(told, close=True)])


def minutes_of(led: Led) -> str:
    """Return how long something takes, in words."""
    return ngettext("{n} minute", "{n} minutes", led.minutes).format(n=led.minutes)


def called(led: Led) -> str:
    """Return the title of a session with its number, or of an exercise."""
    if isinstance(led, TrainingSession):
        return _("Session {number}: {title}").format(number=led.number, title=led.title)
    return led.title


def led_outline(led: Led, knowledge: KnowledgeBase) -> Outline:
    """Return what whoever leads has to know: what it is for, what to bring, each part, what to watch for."""
    outline = Outline()
    outline.add(0, called(led))
    takes = _("It takes {minutes}.").format(minutes=minutes_of(led))
    outline.paragraph(f"{led.text} {takes}")
    outline.add(0, _("What to bring"))
    for thing in (*led.bring, *_hand_outs_named(led, knowledge)):
        outline.add(1, ended(thing))
    start = 0
    for part in led.parts:
        _add_part(outline, start, part, knowledge)
        start += part.minutes
    outline.add(0, _("What to watch for"))
    for care in led.watch_for:
        outline.add(1, care)
    outline.add(0, _("What is the study's, and what is ours"))
    source = source_of(led, knowledge)
    cited = _("Source: {source}.").format(source=source_line(source)) if source else ""
    outline.paragraph(f"{led.ours} {cited}")
    return outline


def _hand_outs_named(led: Led, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield in a line which hand-outs there are, one for each person."""
    titles = [each.title for each in hand_outs_of(led, knowledge)]
    if titles:
        yield _("The hand-outs, one for each person: {titles}").format(titles=joined(titles))


def hand_outs_of(led: Led, knowledge: KnowledgeBase) -> list[HandOut]:
    """Return the hand-outs of something that is led, and of the exercises that its parts name."""
    within = exercises_within(led, knowledge)
    return [*led.hand_outs, *(hand_out for exercise in within for hand_out in exercise.hand_outs)]


def _add_part(outline: Outline, start: int, part: TrainingPart, knowledge: KnowledgeBase) -> None:
    """Add a part with the minutes from when to when, and whether the study names it."""
    whose = _("the study: {place}").format(place=part.at) if part.at else _("ours")
    head = _("{start} to {end}: {title} ({whose})")
    end = start + part.minutes
    outline.put([Title(head.format(start=start, end=end, title=part.title, whose=whose))])
    if part.tool:
        tool = knowledge.entry(part.tool)
        outline.paragraph(tool.text)
        for step in tool.steps:
            outline.add(1, step)
        outline.put([Group(_("When you lead it"))])
    if part.exercise:
        exercise = knowledge.entry(part.exercise)
        how = _("How it is led stands on a page of its own: {title} ({id}).")
        outline.add(1, how.format(title=exercise.title, id=exercise.id))
    for line in part.do:
        outline.add(1, line)
