"""What is on the page with the advice, part by part, from above."""

from __future__ import annotations

from collections.abc import Iterator

from advisor._language import _, date_in_words, language_tag
from advisor.advice.model import Advice
from advisor.knowledge.base import KnowledgeBase
from advisor.pages.matrix import matrix
from advisor.pages.model import AdvicePage, Alert, Part, Saying
from advisor.pages.plan import everything, held_back, plan, situations
from advisor.pages.rests import rests_on
from advisor.pages.sheet import sheet
from advisor.pages.standing import standings
from advisor.pages.unfolding import Unfolder
from advisor.reports import advice_page as reports
from advisor.reports._advice_outline import CAVEAT, WHOSE
from advisor.reports.advice_alerts import answers_behind, in_a_line
from advisor.reports.advice_since import heading, moved_said, step_said
from advisor.reports.advice_standing import foremost
from advisor.reports.wording import cut, ended, joined

LONGEST_NAME = 120  # letters: more of a name would push the sheet off its page
MOST_HELD, MOST_QUESTIONS = 2, 3  # that are not folded


def advice_page(advice: Advice, knowledge: KnowledgeBase, *, full: bool = False) -> AdvicePage:
    """Return what is on the page with an advice, in the language of the moment.

    The plan, with all its reasons; everything else that is advised too if it is to be `full`.
    """
    page = reports.AdvicePage(advice, knowledge, full=False, case_name="")
    unfolder = Unfolder(advice, knowledge)
    stand = standings(page, unfolder)
    asked, held, fitting = _asked(page), held_back(page), situations(page, unfolder)
    shown = len(foremost(page))
    made = AdvicePage(
        language=language_tag(),
        name=cut(advice.case["partnership"], LONGEST_NAME) or _("A partnership"),
        by=_by(advice),
        caveat=_(CAVEAT),
        alerts=tuple(_alerts(advice, knowledge)),
        parts={},
        sheet=sheet(page, unfolder),
        since=tuple(_since(page)),
        picture=matrix(advice.factors, stand),
        standings=stand,
        situations=fitting[:shown],
        more_situations=fitting[shown:],
        beside=tuple(_beside(page)),
        plan=plan(page, unfolder),
        everything=everything(page, unfolder) if full else (),
        nothing_first=advice.nothing_first,
        held=held[:MOST_HELD],
        more_held=held[MOST_HELD:],
        notes=tuple(_notes(page)),
        to_ask=asked[:MOST_QUESTIONS],
        more_to_ask=asked[MOST_QUESTIONS:],
        how_sure=tuple(_how_sure()),
        rests_on=rests_on(advice.knowledge),
    )
    made.parts.update({part.id: part for part in _parts(made, page)})
    return made


def _by(advice: Advice) -> str:
    """Return who answered, and on which day."""
    date = advice.case.get("date")
    day = date_in_words(date) if date else ""
    return ", ".join(filter(None, (cut(advice.case["respondent"], LONGEST_NAME), day)))


def _alerts(advice: Advice, knowledge: KnowledgeBase) -> Iterator[Alert]:
    for alert in advice.alerts:
        answers = "; ".join(answers_behind(alert.firings, advice, knowledge))
        said = _("You said: {answers}").format(answers=ended(answers)) if answers else ""
        yield Alert(in_a_line(alert), f"{alert.text} {said}".rstrip())


def _parts(made: AdvicePage, page: reports.AdvicePage) -> Iterator[Part]:
    """Yield the headings of the parts in which there is something."""
    yield Part("sheet", _("To take along"))
    if made.since and page.advice.since is not None:
        yield Part("since", heading(page.advice.since))
    yield Part("standing", _("Where it stands"))
    if made.situations or made.beside:
        patterns = page.advice.patterns
        is_well = bool(patterns) and page.knowledge.entry(patterns[0].id).tone == "strength"
        yield Part("situations", _("How it is") if is_well else _("What holds it"))
    if made.plan or made.nothing_first:
        yield Part("plan", _("What to do, and why"))
    if made.everything:
        yield Part("everything", _("Everything that is advised"))
    if made.held:
        yield Part("held", _("Held back for now, and why"))
    if made.notes:
        yield Part("notes", _("In your own words"))
    if made.to_ask:
        yield Part("unknown", _("What is not known yet"))
    yield Part("sure", _("How sure this is"))


def _since(page: reports.AdvicePage) -> Iterator[str]:
    """Yield what became of each first step of last time, and what has moved."""
    since = page.advice.since
    if since is not None:
        yield from (step_said(step, page) for step in since.steps)
        yield from moved_said(since, page)


def _beside(page: reports.AdvicePage) -> Iterator[str]:
    """Yield what else was found that is no situation of its own."""
    inertia = [finding.title for finding in page.findings("inertia")]
    if inertia:
        yield _("Signs of inertia: {signs}").format(signs=ended(joined(inertia)))
    questions = [finding.title for finding in page.advice.findings if finding.tone == "question"]
    if questions:
        yield _("Worth a second look: {questions}").format(questions=ended(joined(questions)))


def _notes(page: reports.AdvicePage) -> Iterator[Saying]:
    """Yield all that she wrote in her own words, beside a question or of what was tried."""
    for note in page.advice.notes:
        yield Saying(note.prompt, note.text)
    yield from (Saying(said, note) for said, note in page.notes_left())


def _asked(page: reports.AdvicePage) -> tuple[Saying, ...]:
    questions = page.knowledge.questions
    return tuple(Saying(questions[each.question].prompt, each.because) for each in page.advice.to_ask)


def _how_sure() -> Iterator[str]:
    """Yield how far to trust it: whose judgement it is, and what no form can tell."""
    yield _(
        "It rests on your answers alone. It has not heard the others, and it does not know the people. "
        "If it sounds wrong to you, it may be."
    )
    yield _(WHOSE)
    yield _(
        "The study is small, from one place and some years old. Nobody has yet tried this advice on many "
        "partnerships and counted what came of it."
    )
