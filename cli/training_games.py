"""The exercises of the training at the terminal, each for one person or for a group at a projector."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from advisor._language import N_, _, ngettext
from advisor._suggest import did_you_mean
from advisor._text import shown_name
from advisor.errors import AdvisorError, UnknownIdError
from advisor.knowledge.terms import STAGE_WORDS, STAGES
from advisor.training import (
    HOW_OFTEN,
    Meant,
    Placing,
    dealt,
    exercises,
    led,
    looked_at,
    models_about,
)
from advisor.training.habits import HowOften
from advisor.training.meanings import ABOUT

from .prompts import wrapped
from .replies import cleaned
from .steps import Back, in_steps
from .typed import Left, read_line

if TYPE_CHECKING:
    from advisor.knowledge.base import KnowledgeBase
    from advisor.knowledge.training import Habit, IntegrationModel, Led, Phrase
    from advisor.reports.outline import Outline

_BACK, _STOP = "b", "s"
ASKED = {
    "mine": N_("Which do you mean?"),
    "theirs": N_("And which does one partner of yours mean, do you believe?"),
}


def played(name: str, knowledge: KnowledgeBase, cards: int) -> Outline:
    """Lead one person through an exercise; return what came of it.

    `Left` if she leaves; `AdvisorError` if it cannot be done at the terminal.
    """
    exercise = _named(name, knowledge)
    dealt_there = getattr(exercise, "cards", None)
    if dealt_there is None:
        names = ", ".join(_playable(knowledge))
        what = _("'{name}' is for a group and cannot be done alone at the terminal; try one of: {names}")
        raise AdvisorError(what.format(name=exercise.id, names=names))
    if not knowledge.of_kind(dealt_there):
        what = _("there is nothing in this knowledge base that '{name}' could deal; leave out --knowledge")
        raise AdvisorError(what.format(name=exercise.id))
    click.echo(wrapped(exercise.title) + "\n\n" + wrapped(exercise.text) + "\n")
    if dealt_there == "phrase":
        return _phrases(knowledge, cards)
    return _habits(knowledge) if dealt_there == "habit" else _models(knowledge)


def _named(name: str, knowledge: KnowledgeBase) -> Led:
    """Return the session or exercise with a name; `AdvisorError` names those that can be done here."""
    try:
        return led(name, knowledge)
    except UnknownIdError:
        what = _("there is no exercise '{name}' for the terminal; {remedy}")
        remedy = did_you_mean(name, _playable(knowledge))
        raise AdvisorError(what.format(name=shown_name(name), remedy=remedy)) from None


def _playable(knowledge: KnowledgeBase) -> list[str]:
    return [each.id for each in exercises(knowledge) if each.cards]


def _phrases(knowledge: KnowledgeBase, cards: int) -> Outline:
    from advisor.reports.training_games import placed_outline

    game = Placing(dealt(knowledge)[:cards])
    places = [*reversed(STAGES)]

    def place(number: int, phrase: Phrase) -> None:
        click.echo(f"\n{number}/{len(game.phrases)}")
        click.echo(wrapped(phrase.text, "  "))
        said = _chosen([_(STAGE_WORDS[place]) for place in places], may_go_back=number > 1)
        game.placed.pop(phrase.id, None)
        if not said:
            return
        is_alike = game.put(phrase, places[said - 1])
        told = (
            _("The study's leaders put one like it there too.")
            if is_alike
            else _("The study's leaders put one like it under: {place}.")
        )
        click.echo(wrapped(told.format(place=_(STAGE_WORDS[phrase.place])), "  "))
        click.echo(wrapped(phrase.because, "  "))

    in_steps(partial(place, *each) for each in enumerate(game.phrases, 1))
    return placed_outline(game)


def _habits(knowledge: KnowledgeBase) -> Outline:
    from advisor.reports.training_games import looked_outline

    click.echo(
        wrapped(
            _(
                "It is for you alone, and nothing is kept unless you said where. Think of one partner, and "
                "in the second part of a bad day."
            )
        )
    )
    habits = knowledge.of_kind("habit")
    answers: dict[str, HowOften] = {}
    words = list(HOW_OFTEN)

    def look(number: int, habit: Habit) -> None:
        click.echo(f"\n{number}/{len(habits)}")
        click.echo(wrapped(habit.text, "  "))
        said = _chosen([_(HOW_OFTEN[word]) for word in words], may_go_back=number > 1)
        answers.pop(habit.id, None)
        if said:
            answers[habit.id] = words[said - 1]

    in_steps(partial(look, *each) for each in enumerate(habits, 1))
    return looked_outline(looked_at(answers, knowledge))


def _models(knowledge: KnowledgeBase) -> Outline:
    from advisor.reports.outline import Outline
    from advisor.reports.training_cards import ABOUT_WORDS
    from advisor.reports.training_games import meant_outline

    chosen: dict[tuple[str, str], IntegrationModel | None] = {}

    def choose(about: str, whose: str) -> None:
        models = models_about(about, knowledge)
        if whose == "mine":
            click.echo("\n" + wrapped(_(ABOUT_WORDS[about])))
            for number, model in enumerate(models, 1):
                click.echo(wrapped(f"{model.title}: {model.text}", f"{number:>3}  ", "     "))
        click.echo("\n" + wrapped(_(ASKED[whose])))
        is_first = (about, whose) == (ABOUT[0], "mine")
        said = _chosen([model.title for model in models], may_go_back=not is_first)
        chosen[about, whose] = models[said - 1] if said else None

    in_steps(partial(choose, about, whose) for about in ABOUT for whose in ASKED)
    outline = Outline()
    for about in ABOUT:
        meant = Meant(chosen[about, "mine"], chosen[about, "theirs"])
        outline.put(meant_outline(about, meant).blocks)
    return outline


def _chosen(words: Sequence[str], *, may_go_back: bool) -> int:
    """Return which was chosen, from 1; 0 if it was passed over. `Back`, or `Left` if she leaves."""
    listed = ", ".join(f"{number} {word}" for number, word in enumerate(words, 1))
    how = _("{choices}. Enter passes, s stops.")
    if may_go_back:
        how = _("{choices}. Enter passes, b goes back, s stops.")
    while True:
        click.echo(wrapped(how.format(choices=listed)))
        line = read_line()
        if line is None:
            raise Left(on_purpose=False)
        said = cleaned(line).lower().rstrip(".)")
        if said == _STOP:
            raise Left(on_purpose=True)
        if said == _BACK and may_go_back:
            raise Back
        if not said:
            return 0
        if said.isascii() and said.isdigit() and 1 <= int(said) <= len(words):
            return int(said)
        most = len(words)
        told = ngettext("Type {n}, or press Enter.", "Type a number from 1 to {n}, or press Enter.", most)
        click.echo(wrapped(told.format(n=most)))
