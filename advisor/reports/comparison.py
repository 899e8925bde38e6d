"""A comparison of voices as a page: what all agree on, where they are apart, and how to begin a talk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor._language import N_, _, ngettext
from advisor.comparison.model import Answers, Comparison, Topic
from advisor.knowledge.terms import ASKED_STAGES, STAGES
from advisor.reports.comparison_shared import ALONE_FIRST, around, shared_page
from advisor.reports.outline import HANGING, PLAIN, Block, Outline, Paragraph, Point, Table, Title, numbered
from advisor.reports.wording import ended, inside

SEATS = {"centre": N_("for the centre"), "partner": N_("for a partner"), "above": N_("from above both")}
MORE_STAGES = 2
WE = N_("Where an answer says 'we' or 'they', it is put as the centre would say it.")


def comparison_outline(found: Comparison) -> Outline:
    """Return a comparison as a page; it holds what the comparison holds, and that may be shown."""
    return _open_page(found) if found.view == "open" else shared_page(found)


def _open_page(found: Comparison) -> Outline:
    outline = Outline()
    outline.put(around(found))
    outline.put(
        [Paragraph(_("Who answered: {voices}.").format(voices="; ".join(_voices(found))), close=True)]
    )
    outline.put(_alike(found))
    outline.put(_stages(found))
    outline.put(_talk(found))
    outline.put(_to_tell(found))
    outline.put(_joint(found))
    outline.put(_notes(found))
    return outline


def _voices(found: Comparison) -> Iterator[str]:
    for voice in found.voices:
        seat = (_(SEATS[voice.seat]),) if voice.seat else ()
        behind = ", ".join((*seat, *((voice.date,) if voice.date else ())))
        yield f"{voice.name} ({behind})" if behind else voice.name


def _alike(found: Comparison) -> Iterator[Block]:
    """Yield what all agree on: it comes first when they talk."""
    yield Title(_("WHAT YOU AGREE ON"))
    named = {factor.factor: factor for factor in found.factors}
    same = [factor for factor in found.factors if _is_same(factor.stages)]
    if not (same or found.agreed):
        yield Paragraph(
            _("So far the answers show nothing that all of you see alike. Begin with what each values."),
            close=True,
        )
        return
    if found.strong or found.agreed:
        yield Paragraph(_("This is good, say all of you. Begin with it when you talk."), close=True)
    for id_ in found.strong:
        yield Point(_("{factor}: tight").format(factor=named[id_].name))
    for answers in found.agreed:
        yield Point(_alike_said(answers))
    others = [factor for factor in same if factor.factor not in found.strong]
    if others:
        yield Paragraph(_("These you see alike."), close=not (found.strong or found.agreed))
    for factor in others:
        yield Point(
            _("{factor}: {stage}").format(factor=factor.name, stage=_(ASKED_STAGES[factor.stages[0]]))
        )


def _alike_said(answers: Answers) -> str:
    """Return an answer that all gave; of an item of a list that is so, the item alone."""
    said = answers.said[0]
    return answers.question.rstrip(":") if said.value == "yes" else f"{answers.question} {said.text}"


def _is_same(stages: tuple[str, ...]) -> bool:
    return len(set(stages)) == 1 and stages[0] in STAGES


def _stages(found: Comparison) -> Iterator[Block]:
    """Yield all the stages; there is no middle of them."""
    yield Title(_("WHERE EACH OF YOU SEES IT"))
    headers = (_("factor"), *(voice.name for voice in found.voices))
    rows, narrow = [], []
    for factor in found.factors:
        said = [
            _(ASKED_STAGES[stage]) + "?" * (sure == "tentative")
            for stage, sure in zip(factor.stages, factor.sure, strict=True)
        ]
        rows.append((factor.name, *said))
        each = "; ".join(f"{voice.name}: {stage}" for voice, stage in zip(found.voices, said, strict=True))
        narrow.append(Point(f"{factor.name}. {each}", mark=HANGING))
    yield Table(headers, tuple(rows), tuple(narrow), wraps=True)
    if any("tentative" in factor.sure for factor in found.factors):
        yield Point(_("?: as far as one answer tells, or the answers of that voice differ"), mark=PLAIN)
    names = "; ".join(inside(factor.title) for factor in found.factors)
    yield Point(_("In the study they are called: {names}.").format(names=names), mark=PLAIN)


def _talk(found: Comparison) -> Iterator[Block]:
    yield Title(_("WHAT TO TALK ABOUT FIRST"))
    yield Paragraph(_(ALONE_FIRST), close=True)
    if not found.talk:
        yield Paragraph(
            _("Nowhere do the answers put you a stage apart. Talk of what you want to do next."), close=True
        )
        return
    yield Paragraph(
        _("You see these differently. Nobody is wrong: each of you sees another part of it."), close=True
    )
    if any(voice.seat == "partner" for voice in found.voices):
        yield Paragraph(_(WE), close=True)
    for number, topic in enumerate(found.talk, 1):
        yield from _topic(number, topic, found)


def _topic(number: int, topic: Topic, found: Comparison) -> Iterator[Block]:
    apart = _("two stages apart") if (topic.apart or 0) >= MORE_STAGES else _("one stage apart")
    yield Point(f"{topic.name}: {apart}", mark=numbered(number))
    yield Point(_("To begin: {begin}").format(begin=topic.begin), 2, PLAIN)
    if not topic.answers:
        yield Point(
            _("No single answer makes the difference: you placed it so, or answered other questions."),
            2,
            PLAIN,
        )
    for answers in topic.answers:
        yield Point(_said(answers, found), 2)


def _said(answers: Answers, found: Comparison) -> str:
    """Return a question, and who said what to it."""
    each = "; ".join(f"{_names(said.voices, found)}: {said.text}" for said in answers.said)
    return f"{answers.question} {ended(each)}"


def _names(voices: Iterable[int], found: Comparison) -> str:
    *others, last = [found.voices[place].name for place in voices]
    return _("{names} and {last}").format(names=", ".join(others), last=last) if others else last


def _to_tell(found: Comparison) -> Iterator[Block]:
    """Yield what one knows and another does not, in the order of the questionnaire."""
    if not found.to_tell:
        return
    yield Title(_("WORTH TELLING EACH OTHER"))
    for answers in found.to_tell:
        unknown = ngettext("{names} does not know", "{names} do not know", len(answers.not_known))
        said = unknown.format(names=_names(answers.not_known, found))
        yield Point(f"{_said(answers, found)} {said}.")


def _joint(found: Comparison) -> Iterator[Block]:
    if found.joint:
        yield Title(_("TO DO TOGETHER"))
        yield Paragraph(
            _(
                "From what all of you say alike, and from what you see differently. 'You' is whoever leads "
                "for the centre."
            ),
            close=True,
        )
    for step in found.joint:
        yield Point(ended(step.title))
        yield Point(step.why, 2, PLAIN)


def _notes(found: Comparison) -> Iterator[Block]:
    notes = [_("{file} could not be read and is left out.").format(file=file) for file in found.unread]
    if found.notes or notes:
        yield Title(_("TO KNOW"))
    yield from (Point(note) for note in (*found.notes, *notes))
