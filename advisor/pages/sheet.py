"""The one page to take along: what comes first, with her own words as the reason."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from advisor._language import _, date_in_words
from advisor.advice.grounds import Grounds
from advisor.advice.model import Recommendation
from advisor.advice.planned import Step
from advisor.advice.review import review_day
from advisor.advice.said import Said
from advisor.inference.firing import by_conclusion
from advisor.knowledge.facts import GIVEN_KINDS, TOLD_KINDS, Fact
from advisor.knowledge.phrases import own_words
from advisor.pages.model import Errand, Sheet, Texts
from advisor.pages.unfolding import Unfolder
from advisor.reports.advice_page import AdvicePage
from advisor.reports.advice_standing import leads, worse
from advisor.reports.advice_steps import asking_for_another, called, foremost_caution, is_unknown, who_leads
from advisor.reports.wording import cut

MOST_ERRANDS = 3
ALIKE = 4  # first words by which two texts are taken to say the same
MOST_WORDS = 3  # answers that are quoted for one step
# A stage rests on a dozen answers: a note beside one of them says nothing about what follows from the stage.
TOO_WIDE = ("stage", "sure")
LONGEST_WORDS, LONGEST_NOTE = 120, 160  # letters on this sheet: the whole is further down the page


def sheet(page: AdvicePage, unfolder: Unfolder) -> Sheet:
    """Return what is on the sheet."""
    first = [step for step in page.advice.plan if step.when == "first"][:MOST_ERRANDS]
    words = OwnReasons(page, unfolder)
    advised = {item.id: item for item in page.advice.recommendations()}
    return Sheet(
        errands=tuple(_errand(step, advised[step.id], words, page) for step in first),
        instead=() if first else tuple(_instead(page)),
        worse=_worse(page),
        again=_again(page),
    )


class OwnReasons:
    """Finds the answers and notes behind a reason, as she gave them."""

    def __init__(self, page: AdvicePage, unfolder: Unfolder) -> None:
        advice = page.advice
        concluding = by_conclusion(advice.firings)
        self._page, self._unfolder = page, unfolder
        self._said = Said(advice.firings, concluding, page.knowledge)
        self._grounds = Grounds(advice.firings, concluding)
        self._told: set[str] = set()  # notes that stand on the sheet already

    def of(self, firing: str) -> Texts:
        """Return her words for one reason; where it rests on none, the reason itself."""
        behind = self._answers(firing)
        words = self._said.words(firing) or [own_words(*fact, self._page.knowledge) for fact in behind]
        said = [_quoted(each, LONGEST_WORDS) for each in words[:MOST_WORDS]]
        beside = [note for note in self._unfolder.notes_on(map(asked_in, behind)) if note not in self._told]
        notes = [_quoted(note, LONGEST_NOTE) for note in beside[:1]]
        self._told.update(beside[:1])
        return (*said, *notes) or (self._page.firing(firing).because,)

    def _answers(self, firing: str) -> list[Fact]:
        """Return the answers behind a reason, in the order in which they are asked."""
        named = [fact for fact in self._page.firing(firing).support if fact.kind not in TOO_WIDE]
        behind = frozenset[Fact]().union(*map(self._grounds.of_fact, named))
        places = self._page.knowledge.positions
        given = [fact for fact in behind if fact.kind in GIVEN_KINDS and fact.kind not in TOLD_KINDS]
        return sorted(given, key=lambda fact: (places.get(asked_in(fact), len(places)), *fact))


def asked_in(fact: Fact) -> str:
    """Return the question in which an answer was given, or what was tried."""
    return fact.id.partition(".")[0]


def _quoted(text: str, letters: int) -> str:
    return _("“{words}”").format(words=cut(text, letters))


def _errand(step: Step, item: Recommendation, words: OwnReasons, page: AdvicePage) -> Errand:
    title = item.title
    care = [page.firing(id_).because for id_ in foremost_caution(item, page)]
    return Errand(
        title=called(step, title, page),
        what="" if step.short == title or _begin_alike(step.short, step.text) else step.short,
        how=step.text,
        words=words.of(step.reason),
        leads=" ".join(_leads(step, item, page)) if step.led_by else "",
        care=_("Take care: {because}").format(because=care[0]) if care else "",
    )


def _begin_alike(short: str, text: str) -> bool:
    """Return whether what to do and how to begin would say the same thing twice."""
    first, second = (each.casefold().split()[:ALIKE] for each in (short, text))
    return len(first) == ALIKE and first == second


def _leads(step: Step, item: Recommendation, page: AdvicePage) -> Iterator[str]:
    """Yield who leads and, where that is somebody else, what her own part is."""
    yield who_leads(step, whole=True)
    yield from (page.firing(id_).because for id_ in asking_for_another(item, page))


def _instead(page: AdvicePage) -> Iterator[str]:
    """Yield what is said where nothing comes first."""
    if page.advice.nothing_first:
        yield page.advice.nothing_first
    elif is_unknown(page):
        yield _("Too little is known for advice. These questions would help most:")
        for asked in page.advice.to_ask[:MOST_ERRANDS]:
            yield page.knowledge.questions[asked.question].prompt
    else:
        yield _("Nothing presses now. Keep doing what you do.")


def _worse(page: AdvicePage) -> str:
    """Return what would make the situation that leads worse."""
    return next((worse(each) for each in page.advice.patterns if leads(each, page)), "")


def _again(page: AdvicePage) -> str:
    date = page.advice.case.get("date")
    if not date:
        return ""
    day = review_day(datetime.date.fromisoformat(f"{date}-01"[:10]))
    return date_in_words(day.isoformat()[: len(date)]) if day else ""  # of a month alone comes a month
