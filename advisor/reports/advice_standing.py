"""Where a partnership stands and what holds it, as a part of the page with the advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor.advice.model import FactorAdvice, FindingAdvice, PatternAdvice
from advisor.knowledge.terms import STAGES
from advisor.reports.advice_page import AdvicePage
from advisor.reports.outline import HANGING, PLAIN, STAR, Block, Point, Table, Title
from advisor.reports.wording import STAGE_WORDS, ended, inside, joined

MOST_PATTERNS = 2


def where_it_stands(page: AdvicePage) -> Iterator[Block]:
    """Yield each factor's stage beside the leader's own view, and how many signs say what."""
    factors = page.advice.factors
    yield Title("WHERE IT STANDS")
    rows = [(each.title, STAGE_WORDS[each.stage], _placed(each), _signs(each, page)) for each in factors]
    narrow = [Point(f"{title}: {stage}, signs {signs}", mark=HANGING) for title, stage, _, signs in rows]
    yield Table(("factor", "stage", "your own view", "signs"), tuple(rows), tuple(narrow))
    yield Point("signs: how many say loose / in between / tight", mark=PLAIN)
    for factor in factors if page.full else ():
        if factor.stage != "unknown":
            seen = getattr(page.knowledge.entry(factor.id).stages, factor.stage)
            yield Point(f"{factor.title}, often seen when {factor.stage}: {seen}", mark=PLAIN)


def _placed(factor: FactorAdvice) -> str:
    return STAGE_WORDS.get(factor.placed or "", "-").partition(" ")[0]


def _signs(factor: FactorAdvice, page: AdvicePage) -> str:
    if not factor.firings:
        return "too few answers"
    said = [fact.value for fact in page.firing(factor.firings[0]).support]
    return " / ".join(str(said.count(stage)) for stage in STAGES)


def what_holds_it(page: AdvicePage) -> Iterator[Block]:
    """Yield the patterns that fit, signs of inertia, what is put as a question, and the leader's own part."""
    patterns = _patterns(page)
    said = [(label, titles) for label, titles in _labelled(page) if titles]
    if not (patterns or said):
        return
    is_well = bool(patterns) and page.knowledge.entry(patterns[0].id).tone == "strength"
    yield Title("HOW IT IS" if is_well else "WHAT HOLDS IT")
    for pattern in patterns:
        yield from _pattern(pattern, page)
    yield from _more_likely(patterns, page)
    for label, titles in said:
        yield Point(f"{label}: {ended(joined(titles))}", mark=PLAIN)


def _patterns(page: AdvicePage) -> Sequence[PatternAdvice]:
    """Return the patterns to show: all, or those that are likely, or else the first two."""
    if page.full and page.advice.patterns:
        return page.advice.patterns
    likely = [pattern for pattern in page.advice.patterns if pattern.fit == "likely"]
    return likely[:MOST_PATTERNS] or page.advice.patterns[:2]


def _labelled(page: AdvicePage) -> Iterator[tuple[str, list[str]]]:
    yield "Signs of inertia", [finding.title for finding in page.findings("inertia")]
    questions = [finding.title for finding in page.advice.findings if finding.tone == "question"]
    yield "Worth a second look", questions
    own = [_own_words(finding, page) for finding in page.findings("degenerative-behaviour")]
    yield "Your own part, in your words, is the one you can change first", own


def _own_words(finding: FindingAdvice, page: AdvicePage) -> str:
    """Return what the leader ticked, where a finding is an item of a checklist; else its title."""
    items = (item for question in page.knowledge.questions.values() for item in question.items)
    return next((item.text for item in items if item.id == finding.id), finding.title)


def _pattern(pattern: PatternAdvice, page: AdvicePage) -> Iterator[Block]:
    yield Point(f"{pattern.title} ({pattern.fit}). {pattern.text}", mark=STAR)
    for label, signs in (("Because", pattern.for_), ("Against", pattern.against)):
        if signs or label == "Because":
            said = joined(inside(page.firing(id_).title) for id_ in signs)
            yield Point(f"{label}: {said}.", 2, PLAIN)
    leads = page.advice.leading is not None and page.advice.leading.pattern == pattern.id
    if page.full or leads:
        yield Point(f"Would make it worse: {pattern.makes_worse}", 2, PLAIN)
    if leads:
        for said in _not_first(page):
            yield Point(said, 2, PLAIN)


def _more_likely(shown: Sequence[PatternAdvice], page: AdvicePage) -> Iterator[Block]:
    """Yield which situations are likely too and not told of here."""
    more = [each.title for each in page.advice.patterns if each.fit == "likely" and each not in shown]
    if more:
        are = "situation is" if len(more) == 1 else "situations are"
        yield Point(f"{len(more)} more {are} likely: {ended(joined(map(inside, more)))}", mark=PLAIN)


def _not_first(page: AdvicePage) -> Iterator[str]:
    """Yield why what the leading situation calls for does not come first, where it does not."""
    for call in page.advice.leading.calls if page.advice.leading else ():
        because = " ".join(page.firing(id_).because for id_ in call.firings[:1])
        if call.became == "withheld":
            yield f"It would call for {inside(call.title)} [{call.id}]. Not now: {because}"
        elif call.became == "after":
            yield f"It calls for {inside(call.title)} [{call.id}], which has to wait. {because}"
        elif call.became == "later":
            yield f"It calls for {inside(call.title)} [{call.id}] too, which comes after the first things."
