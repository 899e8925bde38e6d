"""What is dealt in an exercise, on paper: cards and sheets to fill in, and answers for whoever leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from advisor._language import N_, _, ngettext
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.entries import Shift
from advisor.knowledge.terms import STAGE_WORDS
from advisor.knowledge.training import Habit, IntegrationModel, TrainingExercise
from advisor.reports.outline import DASH, Outline, PageTitle, Point, Table, numbered
from advisor.reports.outline_on_paper import Card, Cards
from advisor.training import HOW_OFTEN, dealt, models_about
from advisor.training.habits import shift_of
from advisor.training.meanings import ABOUT

ABOUT_WORDS = {"how-far": N_("How far it goes"), "how-built": N_("How it is built")}
_ON_A_SHEET = 18  # sentences to tick
NO_HABIT = N_(
    "Do you work in fear, or does somebody treat you badly? That is no habit of yours. Take it to somebody "
    "you trust."
)
SIDES = {"grows": N_("What I do that lets it grow"), "wears": N_("What wears it down, on my bad days")}


def add_cards(outline: Outline, exercise: TrainingExercise, knowledge: KnowledgeBase) -> None:
    """Add what those who take part get, if anything is dealt."""
    if exercise.cards:
        _GIVEN[exercise.cards](outline, knowledge)


def add_answers(outline: Outline, exercise: TrainingExercise, knowledge: KnowledgeBase) -> None:
    """Add what only whoever leads gets, if there is such a thing."""
    if exercise.cards in _KEPT:
        _KEPT[exercise.cards](outline, knowledge)


def _phrase_cards(outline: Outline, knowledge: KnowledgeBase) -> None:
    outline.put([PageTitle(_("Place the phrase: cards to cut out"))])
    asked = _("Tight, in between or loose?")
    cards = [Card(str(number), each.text, asked) for number, each in enumerate(dealt(knowledge), 1)]
    outline.put([Cards(tuple(cards))])
    outline.put([PageTitle(_("Place the phrase: on one sheet"))])
    outline.paragraph(_("Tick where you would put each. There is no mark. Leave some out if you like."))
    places = tuple(_(word) for word in reversed(STAGE_WORDS.values()))
    texts = [f"{number}. {each.text}" for number, each in enumerate(dealt(knowledge)[:_ON_A_SHEET], 1)]
    outline.put([_to_tick(_("What leaders say of a partner"), places, texts)])


def _phrase_answers(outline: Outline, knowledge: KnowledgeBase) -> None:
    outline.put([PageTitle(_("Place the phrase: where, and why"))])
    outline.paragraph(
        _(
            "The place is where the study's leaders put a sentence like it. The words and the reasons are "
            "ours. Who puts a card elsewhere has a reason: ask for it before you tell this one."
        )
    )
    for number, each in enumerate(dealt(knowledge), 1):
        place = _(STAGE_WORDS[each.place])
        said = f'{place[:1].upper()}{place[1:]}. "{each.text}" {each.because}'
        outline.put([Point(said, mark=numbered(number))])


def _habit_sheet(outline: Outline, knowledge: KnowledgeBase) -> None:
    habits: list[Habit] = knowledge.of_kind("habit")
    habits = [each for side in SIDES for each in habits if each.side == side]
    lines = {each.id: number for number, each in enumerate(habits, 1)}
    often = tuple(_(word) for word in HOW_OFTEN.values())
    for side, title in SIDES.items():
        outline.put([PageTitle(_(title))])
        outline.paragraph(_("For yourself alone. Think of one partner. Leave out what you like."))
        texts = [f"{lines[each.id]}. {each.text}" for each in habits if each.side == side]
        outline.put([_to_tick(_("How often?"), often, texts)])
    outline.put([PageTitle(_("My own habits: what goes with each"))])
    outline.paragraph(
        _(
            "First look at what you do often on the first sheet, and keep it. Then look for what you ticked "
            "'seldom' there, and 'often' on the second. Choose one line here, not three."
        )
    )
    outline.paragraph(_(NO_HABIT))
    for shift, of_it in _by_shift(habits, knowledge):
        numbers = ", ".join(str(lines[each.id]) for each in of_it)
        named = ngettext("line {numbers}", "lines {numbers}", len(of_it)).format(numbers=numbers)
        outline.put([Point(f"{shift.title} ({named}): {shift.short or shift.try_this}")])
    outline.add(0, _("The one thing that I try, and from which day"))
    outline.to_write(1)


def _by_shift(habits: Sequence[Habit], knowledge: KnowledgeBase) -> Iterator[tuple[Shift, list[Habit]]]:
    """Yield each shift with the habits that go with it."""
    for shift in knowledge.of_kind("shift"):
        of_it = [each for each in habits if shift_of(each, knowledge) == shift.id]
        if of_it:
            yield shift, of_it


def _model_cards(outline: Outline, knowledge: KnowledgeBase) -> None:
    outline.put([PageTitle(_("Which do you mean? Cards to cut out"))])
    cards = [_model_card(about, each) for about in ABOUT for each in models_about(about, knowledge)]
    outline.put([Cards(tuple(cards))])


def _model_card(about: str, model: IntegrationModel) -> Card:
    seen = _("On a day: {example}").format(example=model.looks_like)
    return Card(_(ABOUT_WORDS[about]), f"{model.title}: {model.text}", f"{seen} {model.ask}")


def _model_answers(outline: Outline, knowledge: KnowledgeBase) -> None:
    outline.put([PageTitle(_("Which do you mean? What the cards are called in the study"))])
    for about in ABOUT:
        outline.add(0, _(ABOUT_WORDS[about]))
        for each in models_about(about, knowledge):
            term = _("{title} (there: {term})").format(title=each.title, term=each.source_term)
            outline.add(1, term if each.source_term else each.title)


def _to_tick(head: str, columns: Sequence[str], texts: Sequence[str]) -> Table:
    """Return sentences with a box to tick in each of some narrow columns."""
    narrow = tuple(Point(f"{text} {' / '.join(columns)}", mark=DASH) for text in texts)
    rows = tuple((text, *("." for _column in columns)) for text in texts)
    return Table((head, *columns), rows, narrow, wraps=True, to_fill=True, widths=(61, 13, 13, 13))


Adds = Callable[[Outline, KnowledgeBase], None]
_GIVEN: dict[str, Adds] = {
    "phrase": _phrase_cards,
    "habit": _habit_sheet,
    "integration-model": _model_cards,
}
_KEPT: dict[str | None, Adds] = {"phrase": _phrase_answers, "integration-model": _model_answers}
