"""The advice on one screen: where it stands, what holds it, what to do first, and how to see more.

It is made to fit 100 columns; a narrower terminal breaks the same words into more lines. Only her own words
are ever cut: where room is short, whole parts are left for the longer page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain

from advisor._command import hint, started_as
from advisor._language import _, ngettext
from advisor._text import shown_name
from advisor.advice.model import Advice, PatternAdvice
from advisor.knowledge.base import KnowledgeBase
from advisor.reports._advice_outline import CAVEAT, MOST_QUESTIONS, case_title
from advisor.reports.advice_alerts import alerts_of
from advisor.reports.advice_factors import how_it_stands, stands_by_stage
from advisor.reports.advice_page import AdvicePage
from advisor.reports.advice_room import Room, Screen, rooms, shorter_below
from advisor.reports.advice_screen_steps import later_steps, steps_to_begin
from advisor.reports.advice_since import since_in_a_line, since_in_short, since_last_time
from advisor.reports.advice_standing import foremost, heading_of, titled
from advisor.reports.advice_steps import is_unknown, too_little
from advisor.reports.outline import PLAIN, STAR, Block, Outline, Paragraph, Point, Title
from advisor.reports.outline_text import as_text
from advisor.reports.wording import cut, ended, inside, joined

LINES = 29  # of 30: on the last one she types
NARROW, LINES_BELOW = 80, 23  # on a small terminal the first step is still in sight when all is said
LETTERS_OF_THE_TITLE = 96
MEASURED_AS = "python3 -m advisor"  # the longest of the usual ways to start it
MOST_NAMED = 3  # situations that are likely too


def screen_outline(
    advice: Advice,
    knowledge: KnowledgeBase,
    *,
    case_name: str = "CASE",
    asked_with: tuple[str, ...] = (),
) -> Outline:
    """Return what is on the screen, in its order, as much of it as fits; alerts and the first step are whole.

    `case_name` is how the user named the case, `asked_with` what else a hint must repeat to mean the same.
    With an empty name it says nothing of commands.
    """

    def outline(room: Room) -> Outline:
        return _outline(Screen(AdvicePage(advice, knowledge, False, case_name, asked_with), room))

    with started_as(MEASURED_AS):  # however it was started, the same lines stand
        room = _room(outline)
    return outline(room)


def _room(outline: Callable[[Room], Outline]) -> Room:
    """Return the most that fits."""
    for room in rooms():
        if _fits(outline(room)):
            choices = chain([room], shorter_below(room))
            return next((each for each in choices if _is_first_step_in_sight(outline(each))), room)
    return room


def _outline(screen: Screen) -> Outline:
    outline = Outline(margin=2)
    page = screen.page
    outline.put(alerts_of(page.advice, page.knowledge, ids=False, answers=screen.room.answers))
    for part in (
        _heading,
        _since,
        _where_it_stands,
        _what_holds_it,
        steps_to_begin,
        _to_ask,
        later_steps,
        _more,
    ):
        outline.put(part(screen))
    return outline


def _fits(outline: Outline) -> bool:
    return as_text(outline).count("\n") <= LINES


def _is_first_step_in_sight(outline: Outline) -> bool:
    """Return whether it is also on a small terminal, where the beginning has scrolled away in the end."""
    first = next((i for i, block in enumerate(outline.blocks) if _is_first_step(block)), None)
    if first is None:
        return True
    below = Outline(outline.blocks[first:], outline.margin)
    return as_text(below, NARROW).count("\n") <= LINES_BELOW


def _is_first_step(block: Block) -> bool:
    return isinstance(block, Point) and block.mark.number == 1


def _heading(screen: Screen) -> Iterator[Block]:
    advice = screen.page.advice
    title = case_title(advice)
    if len(title) > LETTERS_OF_THE_TITLE:  # then without who answered
        title = cut(advice.case["partnership"] or title, LETTERS_OF_THE_TITLE)
    yield Title(shown_name(title))
    if screen.room.caveat:
        yield Paragraph(_(CAVEAT), close=True)
    if advice.knowledge.extends is not None:  # what it adds and changes stands on the longer page
        own, other = advice.knowledge, advice.knowledge.extends
        said = _("It rests on {own} {version}, which builds on {other}.")
        yield Paragraph(said.format(own=own.name, version=own.version, other=other.name), close=True)


def _since(screen: Screen) -> Iterator[Block]:
    """Yield what became of last time, a line each while there is room."""
    ways = (since_in_a_line, since_in_short, partial(since_last_time, cuts=True))
    yield from ways[screen.room.since](screen.page)


def _where_it_stands(screen: Screen) -> Iterator[Block]:
    """Yield where each factor stands in her words, with its name in the study behind."""
    page = screen.page
    if is_unknown(page):
        return
    if not screen.room.factors:
        yield Paragraph(_("Where it stands. {stages}").format(stages=stands_by_stage(page)), close=True)
        return
    for number, factor in enumerate(page.advice.factors):
        yield Paragraph(how_it_stands(factor, page), close=number > 0)


def _what_holds_it(screen: Screen) -> Iterator[Block]:
    """Yield the situations that hold it, the leading one first, and how many more are likely."""
    page = screen.page
    patterns = foremost(page)
    told = patterns[: screen.room.patterns] or patterns[:1]
    if not (patterns and screen.room.leads):
        return
    if not screen.room.patterns:  # without room it is only named
        yield Paragraph(_in_short(told[0], screen), close=True)
        return
    yield heading_of(patterns, page)
    for pattern in told:
        more = _more_likely(told, screen) if pattern is told[-1] else ""
        yield Point(f"{titled(pattern)} {more}".rstrip(), mark=STAR)
        yield from (Point(noted, 2, PLAIN) for noted in screen.noted((*pattern.for_, *pattern.against)))


def _in_short(pattern: PatternAdvice, screen: Screen) -> str:
    """Return the situation that leads by its name, and how many more are likely."""
    said = _("What leads: {title} {more}").format(
        title=ended(inside(pattern.title)), more=_more_likely((pattern,), screen)
    )
    return said.rstrip()


def _more_likely(told: Sequence[PatternAdvice], screen: Screen) -> str:
    """Return how many more situations are likely, and which, if these are few; nothing if none is."""
    more = [each.title for each in screen.page.advice.patterns if each.fit == "likely" and each not in told]
    if not more:
        return ""
    is_doubtful = all(each.fit != "likely" for each in told)  # then what is likelier is not hidden
    if (screen.room.likely and len(more) <= MOST_NAMED) or (is_doubtful and len(more) == 1):
        said = ngettext("{n} more is likely: {titles}", "{n} more are likely: {titles}", len(more))
        return said.format(n=len(more), titles=ended(joined(map(inside, more))))
    if is_doubtful:
        said = _("{n} more are likely, first of all: {title}")
        return said.format(n=len(more), title=ended(inside(more[0])))
    said = ngettext("{n} more situation is likely.", "{n} more situations are likely.", len(more))
    return said.format(n=len(more))


def _to_ask(screen: Screen) -> Iterator[Block]:
    """Yield what to find out first, where there is nothing to do yet."""
    page = screen.page
    if page.advice.plan or page.advice.nothing_first:
        return
    if is_unknown(page):
        yield Title(_("WHAT TO DO"))
        yield Point(too_little(page), mark=PLAIN)
    asked = page.advice.to_ask[:MOST_QUESTIONS]
    if asked:
        yield Title(_("WHAT IS NOT KNOWN YET"))
    for item in asked:
        yield Point(page.knowledge.questions[item.question].prompt, mark=STAR)
    if asked and page.is_file:
        asked_with = (word for word in page.asked_with if word != "--alone")
        command = hint("interview", page.case_name, *asked_with)
        yield Point(_("To answer them: {command}").format(command=command), mark=PLAIN)


def _more(screen: Screen) -> Iterator[Block]:
    """Yield whose judgement a star marks, and how to see more."""
    page = screen.page
    marks = list(_marks(screen))
    if marks:
        yield Paragraph(" ".join(marks))
    said = [_("More: {command}").format(command=page.again("--more"))] if page.case_name else []
    if page.advice.plan and page.case_name:
        one = _("One thing whole: {command}")
        said.append(one.format(command=page.again("--show", "1")))
    for number, each in enumerate(said):  # whole commands, a line each: to be typed as they stand
        yield Paragraph(each, close=bool(marks) or number > 0)


def _marks(screen: Screen) -> Iterator[str]:
    """Yield what the marks on this screen mean."""
    if screen.is_marked:
        yield _("* The view of those who wrote these rules; other reasons are from published work.")
    if any(factor.sure == "tentative" for factor in screen.page.advice.factors):
        yield _("? Not sure yet.")
