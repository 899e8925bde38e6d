"""Where a partnership stands and what holds it, as a part of the page with the advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor.advice.model import FactorAdvice, FindingAdvice, PatternAdvice
from advisor.knowledge.terms import STAGES
from advisor.reports.advice_page import AdvicePage
from advisor.reports.outline import HANGING, PLAIN, STAR, Block, Point, Table, Title
from advisor.reports.wording import STAGE_WORDS, ended, inside, joined

MOST_PATTERNS = 3
ONE, DIFFER = (
    ("one answer", "as far as one answer tells"),
    ("they differ", "your answers point different ways"),
)
MEANS = {
    "one answer": "one answer, it is so as far as that one tells",
    "they differ": "they differ, your answers point different ways, so this is the careful reading",
    "your view": "your view, nothing else says so yet",
}


def where_it_stands(page: AdvicePage) -> Iterator[Block]:
    """Yield each factor's stage beside the leader's own view, how sure it is, and how many signs say what."""
    factors = page.advice.factors
    yield Title("WHERE IT STANDS")
    sure = [_sure(each, page) for each in factors]
    rows = [
        (each.title, STAGE_WORDS[each.stage], _placed(each), _signs(each, page), short)
        for each, (short, _) in zip(factors, sure, strict=True)
    ]
    narrow = [
        Point(f"{title}: {stage}, signs {signs}{', ' * bool(said)}{said}", mark=HANGING)
        for (title, stage, _, signs, _), (_, said) in zip(rows, sure, strict=True)
    ]
    yield Table(("factor", "stage", "your view", "signs", "how sure"), tuple(rows), tuple(narrow))
    yield Point("signs: how many say loose / in between / tight", mark=PLAIN)
    if any(factor.sure == "tentative" for factor in factors):
        yield Point(
            f"how sure: {joined(dict.fromkeys(MEANS[short] for short, _ in sure if short in MEANS))}",
            mark=PLAIN,
        )
    for factor in factors if page.full else ():
        if factor.stage != "unknown":
            seen = getattr(page.knowledge.entry(factor.id).stages, factor.stage)
            yield Point(f"{factor.title}, often seen when {factor.stage}: {seen}", mark=PLAIN)


def _placed(factor: FactorAdvice) -> str:
    return STAGE_WORDS.get(factor.placed or "", "-").partition(" ")[0]


def _signs(factor: FactorAdvice, page: AdvicePage) -> str:
    if not factor.firings:
        return "-"
    said = [fact.value for fact in page.firing(factor.firings[0]).support]
    return " / ".join(str(said.count(stage)) for stage in STAGES)


def _sure(factor: FactorAdvice, page: AdvicePage) -> tuple[str, str]:
    """Return how sure a stage is, in a word or two and in plain words; if it is not, why."""
    if factor.sure is None:
        return "", ""
    if factor.sure == "firm":
        return "firm", "firm"
    if factor.own_view:
        return "your view", "your own view alone"
    said = {fact.value for fact in page.firing(factor.firings[0]).support}
    return ONE if len(said) == 1 else DIFFER


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
    if page.full:
        yield Point(f"Would make it worse: {pattern.makes_worse}", 2, PLAIN)
