"""What came of an exercise at the terminal: no mark, and the reason of each thing."""

from __future__ import annotations

from advisor._language import _
from advisor.knowledge.terms import STAGE_WORDS
from advisor.reports.outline import PLAIN, Group, Outline, Point
from advisor.reports.training_cards import ABOUT_WORDS, NO_HABIT
from advisor.reports.wording import joined
from advisor.training import Looked, Meant, Placing
from advisor.training.habits import Pointed
from advisor.training.meanings import ABOUT


def placed_outline(game: Placing) -> Outline:
    """Return the sentences that were put elsewhere than in the study: those to talk about."""
    outline = Outline()
    outline.add(0, _("TO TALK ABOUT"))
    if not game.placed:
        outline.add(1, _("You passed all of them. Take one that you would not like to hear of yourself."))
    elif not game.otherwise:
        outline.add(
            1, _("What you placed you put where the study's leaders put theirs. Ask somebody who would not.")
        )
    for phrase in game.otherwise:
        outline.put([Point(phrase.text)])
        words = {"yours": _(STAGE_WORDS[game.placed[phrase.id]]), "theirs": _(STAGE_WORDS[phrase.place])}
        outline.add(2, _("You: {yours}. The study's leaders: {theirs}.").format(**words))
    outline.paragraph(
        _("The place is the study's, of a sentence like it. The words and reasons are ours, to argue with.")
    )
    outline.paragraph(
        _("Now one of your own: what would you say of a partner, and what would move it one place on?")
    )
    return outline


def looked_outline(looked: Looked) -> Outline:
    """Return what to keep, what is worth a first step, and what else goes with what was answered."""
    outline = Outline()
    if looked.keep:
        outline.add(0, _("WHAT TO KEEP"))
    for habit in looked.keep:
        outline.add(1, habit.title)
    if looked.first:
        outline.add(0, _("WORTH A FIRST STEP: CHOOSE ONE"))
    for pointed in looked.first:
        _add_pointed(outline, pointed)
    if looked.later:
        outline.add(0, _("ALSO, BUT NOT NOW"))
    for pointed in looked.later:
        outline.add(1, pointed.shift.title)
    if not (looked.keep or looked.first):
        outline.paragraph(_("You left most of it open. That is an answer too. Look again on another day."))
    outline.paragraph(
        _(
            "This measures nothing. The list of habits is the study's; which step goes with which is ours. "
            "Are you worn out? Then somebody to talk to comes before any habit."
        )
    )
    outline.paragraph(_(NO_HABIT))
    return outline


def _add_pointed(outline: Outline, pointed: Pointed) -> None:
    outline.put([Point(f"{pointed.shift.title}: {pointed.shift.try_this}")])
    because = joined(each.title for each in (*pointed.clearly, *pointed.perhaps))
    outline.add(2, _("It goes with: {habits}").format(habits=because))


def meant_outline(about: str, meant: Meant) -> Outline:
    """Return both choices side by side, and what to ask each other before anything is planned."""
    outline = Outline()
    outline.add(0, _(ABOUT_WORDS[about]))
    chosen = ((_("You"), meant.mine), (_("Your partner, you believe"), meant.theirs))
    for who, model in chosen:
        if model is None:
            outline.put([Point(_("{who}: not known").format(who=who))])
            continue
        outline.put([Point(f"{who}: {model.title}. {model.text}")])
        outline.add(2, _("On a day: {example}").format(example=model.looks_like))
    outline.put([Group(_("To ask each other"))])
    asked = dict.fromkeys(model.ask for _who, model in chosen if model is not None)
    for question in (*asked, _("On which day would you see it, and who would notice first?")):
        outline.add(1, question)
    if meant.theirs is None:
        outline.paragraph(_("You cannot know what your partner means. Lay out the cards, and ask."))
    elif meant.is_alike:
        outline.paragraph(
            _("You believe that you mean the same. Have you asked? The word alone does not tell.")
        )
    else:
        outline.paragraph(
            _(
                "You only believe what your partner means. Lay the cards down together, and turn them over "
                "at once."
            )
        )
    if about == ABOUT[0]:  # of how it is built nothing goes further
        outline.put([Point(_("Further is not better. For many things side by side is enough."), mark=PLAIN)])
    return outline
