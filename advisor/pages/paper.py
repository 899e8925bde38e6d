"""The questionnaire for pen and paper, which a colleague can type in: beside each box stands what to type.

Marks, order and rules are those of the prompts of `advisor interview`, so that nobody who types it in has to
think about what an answer means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from advisor._command import hint
from advisor._language import N_, _, language_tag
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.question import Question
from advisor.knowledge.question_kinds.base import QuestionKind
from advisor.knowledge.question_kinds.table import kind_of
from advisor.knowledge.sectors import sector_titles
from advisor.pages.left_out import left_out_if
from advisor.pages.model import Texts
from advisor.pages.paper_model import Asked, Line, PaperPage, Particular, Stretch
from advisor.reports.interventions import interventions_of
from advisor.reports.wording import joined

Purpose = Literal["advice", "partner"]
Questions = Literal["core", "all"]
DONT_KNOW, DOES_NOT_APPLY, NONE = "u", "n", "0"
LINES_FOR_PARTNERS = 3
SEATS = (N_("from the centre, or whoever leads this work"), N_("from a partner"), N_("from above both"))
INTRO = {
    "advice": N_(
        "Think of one partner, or one partnership. There are no right answers, and not knowing is a good "
        "one. Leave out names of people."
    ),
    "partner": N_(
        "Somebody who works with you asks for your own view of your partnership. Answer from where you "
        "stand: 'we' is your own service, and 'they' are the others. There are no right answers, and not "
        "knowing is a good one. Leave out names of people. Do not ask first what the others say."
    ),
}


def paper_page(
    knowledge: KnowledgeBase,
    *,
    purpose: Purpose = "advice",
    questions: Questions = "all",
    asked_with: Sequence[str] = (),
) -> PaperPage:
    """Return the form, with the core questions or all, in the language of the moment.

    `asked_with` is what the command that takes the answers must say too.
    """
    asked = _asked(knowledge, questions)
    return PaperPage(
        language=language_tag(),
        name=_("Your view of a partnership") if purpose == "partner" else _("Questions about a partnership"),
        intro=(_(INTRO[purpose]),),
        how=tuple(_how()),
        first=_("What it is about"),
        before=tuple(_before()),
        stretches=tuple(_stretches(asked, knowledge)),
        last=_("And last"),
        behind=tuple(_behind(purpose)),
        own_words=_("In my own words:"),
        typing=_("For whoever types this in"),
        to_type=tuple(_to_type()),
        command=hint("interview", "my-case.yaml", f"--{questions}", *asked_with),
        rests_on=_("Questions of the knowledge base {name} {version}.").format(
            name=knowledge.name, version=knowledge.version
        ),
    )


def _asked(knowledge: KnowledgeBase, questions: Questions) -> dict[str, Asked]:
    """Return the questions in the order in which they are asked at the terminal, numbered from 1."""
    wanted = [each for each in knowledge.questions.values() if each.core or questions == "all"]
    numbers = {question.id: number for number, question in enumerate(wanted, 1)}
    return {question.id: _question(question, numbers, knowledge) for question in wanted}


def _question(question: Question, numbers: dict[str, int], knowledge: KnowledgeBase) -> Asked:
    kind = kind_of(question)
    lines = kind.lines(question, interventions_of(knowledge))
    unless = left_out_if(question.asked_unless, numbers, knowledge) if question.asked_unless else ""
    return Asked(
        number=numbers[question.id],
        title=question.title,
        how=_(kind.on_paper),
        unless=unless,
        heads=tuple(kind.heads(question)),
        lines=tuple(
            _line(mark, line.text, kind.ticks(mark)) for mark, line in zip(kind.marks(), lines, strict=False)
        ),
        none=_none(kind),
        whole=(
            Line(DONT_KNOW, _("I don't know"), (DONT_KNOW,)),
            Line(DOES_NOT_APPLY, _("This does not apply to us"), (DOES_NOT_APPLY,)),
        ),
    )


def _line(mark: str, text: str, ticks: Sequence[str]) -> Line:
    """Return a line; it has a mark of its own only where its boxes do not say which line it is."""
    return Line("" if any(mark in tick for tick in ticks) else mark, text, tuple(ticks))


def _none(kind: QuestionKind) -> str:
    """Return what is said where no line fits; of a choice that says nothing without her own words."""
    if not kind.none:
        return ""
    return _("None of these, but:") if kind.none_wants_words else _("None of these")


def _stretches(asked: dict[str, Asked], knowledge: KnowledgeBase) -> Iterator[Stretch]:
    """Yield the core, and what is asked beside it; with core questions alone they have no title."""
    core = tuple(each for id_, each in asked.items() if knowledge.questions[id_].core)
    more = tuple(each for id_, each in asked.items() if not knowledge.questions[id_].core)
    if not core or not more:
        yield Stretch(_("The questions"), core or more)
    else:
        yield Stretch(_("What matters most"), core)
        yield Stretch(_("More, as far as you have time"), more)


def _how() -> Iterator[str]:
    yield _("Tick with a cross. The small letters and numbers beside the boxes are for whoever types it in.")
    yield _("Leave a question out if you like, or tick that you don't know. What is left out is never a no.")
    yield _("Below each question is a line for your own words. It may stay empty.")


def _before() -> Iterator[Particular]:
    """Yield what is written down first: so that two forms can be told apart."""
    sectors = joined(sector_titles().values())
    yield Particular(_("What do you call this partnership?"), 1)
    yield Particular(_("On which day is this how you see it? (year, month, day)"), 1)
    yield Particular(_("Who answers? Your post, not your name."), 1)
    yield Particular(
        _(
            "Which services are they, the others? No names of people. Write beside each what it belongs to: "
            "{sectors}."
        ).format(sectors=sectors),
        LINES_FOR_PARTNERS,
    )


def _behind(purpose: Purpose) -> Iterator[Particular]:
    """Yield what is asked last: whose view it is, and who may see it."""
    seats = tuple(Line(str(n), _(seat), (str(n),)) for n, seat in enumerate(SEATS, 1))
    yield Particular(_("Where do you see it from?"), lines=seats, ticked="2" if purpose == "partner" else "")
    yield Particular(
        _("May the others in this partnership see who said what? Without a tick it is no."),
        lines=tuple(Line(word, text, (word,)) for word, text in (("yes", _("Yes")), ("no", _("No")))),
    )


def _to_type() -> Texts:
    return (
        _("Start the advisor with this line, with a file name of your own:"),
        _(
            "It asks in the order of this form. For each question type what stands beside the ticked boxes, "
            "from above, with blanks between: 1 3 ?4. Where nothing is ticked, type u."
        ),
        _(
            "In a question whose rows have letters, type ? for a row without a tick. In other questions such "
            "a row is left out."
        ),
        _("Words of her own come behind a colon: 2 : since the move. Words alone: 0 : since the move."),
        _("What is to be left out is not asked. To change the day, type date."),
    )
