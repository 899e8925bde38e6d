"""Where a partnership stands and what holds it, as a part of the page with the advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from advisor.advice.model import FactorAdvice, FindingAdvice, PatternAdvice
from advisor.knowledge.terms import STAGES
from advisor.reports.advice_page import AdvicePage
from advisor.reports.outline import FOR, HANGING, PLAIN, STAR, Block, Point, Table, Title
from advisor.reports.wording import STAGE_WORDS, ended, inside, joined

MOST_PATTERNS = 2
MOST_SIGNS = 3  # of the leading pattern that are shown at first ...
FEWER_SIGNS = 2  # ... and of the others
MOST_WAITING = 2  # of what the leading pattern calls for and that is not first
MOST_WORDS = 3  # answers that are quoted for one sign
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
            yield Point(f"{factor.title}, often seen when {factor.stage}: {seen} You said:", mark=PLAIN)
            signs = [fact.id for fact in page.firing(factor.firings[0]).support]
            quoted = quotes(signs, page, set())
            for id_ in signs:
                yield Point(_sign(id_, quoted[id_], page), 2, FOR)


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
    told: set[str] = set()
    for pattern in patterns:
        most = MOST_SIGNS if pattern is patterns[0] else FEWER_SIGNS
        yield from _whole_pattern(pattern, page) if page.full else _pattern(pattern, page, most, told)
    yield from _more_likely(patterns, page)
    for label, titles in said:
        yield Point(f"{label}: {ended(joined(titles))}", mark=PLAIN)


def _patterns(page: AdvicePage) -> Sequence[PatternAdvice]:
    """Return the patterns to show: all, or what leads and those that are likely, or else the first two."""
    if page.full and page.advice.patterns:
        return page.advice.patterns
    likely = [each for each in page.advice.patterns if each.fit == "likely" or _leads(each, page)]
    return likely[:MOST_PATTERNS] or page.advice.patterns[:2]


def _labelled(page: AdvicePage) -> Iterator[tuple[str, list[str]]]:
    yield "Signs of inertia", [finding.title for finding in page.findings("inertia")]
    questions = [finding.title for finding in page.advice.findings if finding.tone == "question"]
    yield "Worth a second look", questions
    own = [_own_words(finding, page) for finding in page.findings("degenerative-behaviour")]
    yield "What lies in your own hands, in your words", own


def _own_words(finding: FindingAdvice, page: AdvicePage) -> str:
    """Return what the leader ticked, where a finding is an item of a checklist; else its title."""
    items = (item for question in page.knowledge.questions.values() for item in question.items)
    return next((item.text for item in items if item.id == finding.id), finding.title)


def _pattern(pattern: PatternAdvice, page: AdvicePage, most: int, told: set[str]) -> Iterator[Block]:
    """Yield a pattern with its first signs; an answer that is `told` on the page is not quoted again."""
    yield Point(f"{pattern.title} ({pattern.fit}). {pattern.text}", mark=STAR)
    signs, against = pattern.for_[:most], pattern.against[:most]
    left = len(pattern.for_ + pattern.against) - len(signs + against)
    said = list(_signs_said(signs, against, page, told))
    label = "You said:" if said[0].startswith(('"', "But")) else "From what you said:"
    more = [f"And {left} more, with --full."] if left else []
    yield Point(" ".join([label, *said, *more]), 2, PLAIN)
    if _leads(pattern, page):
        yield Point(_worse(pattern), 2, PLAIN)
        yield from (Point(said, 2, PLAIN) for said in islice(_not_first(page), MOST_WAITING))


def _whole_pattern(pattern: PatternAdvice, page: AdvicePage) -> Iterator[Block]:
    """Yield a pattern with all its signs, one to a line."""
    yield Point(f"{pattern.title} ({pattern.fit}). {pattern.text} You said:", mark=STAR)
    for said in _signs_said(pattern.for_, pattern.against, page, set()):
        yield Point(said, 2, FOR)
    yield Point(_worse(pattern), 2, PLAIN)
    if _leads(pattern, page):
        yield from (Point(said, 2, PLAIN) for said in _not_first(page))


def _leads(pattern: PatternAdvice, page: AdvicePage) -> bool:
    return page.advice.leading is not None and page.advice.leading.pattern == pattern.id


def _worse(pattern: PatternAdvice) -> str:
    worse = "Would make it worse" if pattern.fit == "likely" else "If it is so, this would make it worse"
    return f"{worse}: {pattern.makes_worse}"


def _signs_said(
    signs: Sequence[str], against: Sequence[str], page: AdvicePage, told: set[str]
) -> Iterator[str]:
    quoted = quotes((*signs, *against), page, told)
    yield from (_sign(id_, quoted[id_], page) for id_ in signs)
    yield from (f"But {_sign(id_, quoted[id_], page)}" for id_ in against)


def quotes(signs: Sequence[str], page: AdvicePage, told: set[str]) -> dict[str, list[str]]:
    """Return for each sign the answers to quote beside it: each answer once, where it says most by itself.

    What is `told` already is not quoted again; what is quoted is told from then on.
    """
    words = {id_: page.advice.said.get(id_, ()) for id_ in signs}
    found: dict[str, list[str]] = {}
    for id_ in sorted(words, key=lambda id_: len(words[id_])):
        found[id_] = [said for said in words[id_] if said not in told]
        told.update(found[id_])
    return found


def _sign(id_: str, words: Sequence[str], page: AdvicePage) -> str:
    """Return the answers that made a sign, then what it suggests."""
    left = len(words) - MOST_WORDS
    quoted = [f'"{said}"' for said in words[:MOST_WORDS]] + ([f"and {left} more"] if left > 0 else [])
    title = page.firing(id_).title
    if not words:
        return ended(title)
    if [said.rstrip(".").lower() for said in words] == [title.rstrip(".").lower()]:
        return quoted[0] + "."  # it suggests no more than she said
    return ended(f"{'; '.join(quoted)}: {inside(title)}")


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
