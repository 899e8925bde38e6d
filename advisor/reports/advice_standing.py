"""What holds a partnership, as a part of the page with the advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from advisor._language import N_, _, ngettext
from advisor.advice.model import FindingAdvice, PatternAdvice
from advisor.reports.advice_page import AdvicePage
from advisor.reports.outline import FOR, PLAIN, STAR, Block, Point, Title
from advisor.reports.wording import ended, inside, joined

MOST_PATTERNS = 2
MOST_SIGNS = 3  # of the leading pattern that are shown at first ...
FEWER_SIGNS = 2  # ... and of the others
MOST_WAITING = 2  # of what the leading pattern calls for and that is not first
MOST_WORDS = 3  # answers that are quoted for one sign
CALLS = {  # of what the leading pattern calls for and that does not come first
    "withheld": N_("It would call for {title} [{id}]. Not now: {because}"),
    "after": N_("It calls for {title} [{id}], which has to wait. {because}"),
    "later": N_("It calls for {title} [{id}] too, which comes after the first things."),
}


def what_holds_it(page: AdvicePage) -> Iterator[Block]:
    """Yield the patterns that fit, signs of inertia, what is put as a question, and the leader's own part."""
    patterns = foremost(page)
    said = [(label, titles) for label, titles in _labelled(page) if titles]
    if not (patterns or said):
        return
    yield heading_of(patterns, page)
    told: set[str] = set()
    for pattern in patterns:
        most = MOST_SIGNS if pattern is patterns[0] else FEWER_SIGNS
        yield from whole_pattern(pattern, page) if page.full else _pattern(pattern, page, most, told)
    yield from _more_likely(patterns, page)
    for label, titles in said:
        yield Point(label.format(titles=ended(joined(titles))), mark=PLAIN)


def heading_of(patterns: Sequence[PatternAdvice], page: AdvicePage) -> Title:
    """Return the title above these patterns."""
    is_well = bool(patterns) and page.knowledge.entry(patterns[0].id).tone == "strength"
    return Title(_("HOW IT IS") if is_well else _("WHAT HOLDS IT"))


def foremost(page: AdvicePage) -> Sequence[PatternAdvice]:
    """Return the patterns to show: all, or the one that leads and those that are likely, or the first two."""
    patterns = page.advice.patterns
    if page.full and patterns:
        return patterns
    likely = [pattern for pattern in patterns if pattern.fit == "likely"]
    if not likely:
        return patterns[:MOST_PATTERNS]
    leading = [pattern for pattern in patterns if leads(pattern, page)]
    return [*leading, *(each for each in likely if each not in leading)][:MOST_PATTERNS]


def _labelled(page: AdvicePage) -> Iterator[tuple[str, list[str]]]:
    yield _("Signs of inertia: {titles}"), [finding.title for finding in page.findings("inertia")]
    questions = [finding.title for finding in page.advice.findings if finding.tone == "question"]
    yield _("Worth a second look: {titles}"), questions
    own = [_own_words(finding, page) for finding in page.findings("degenerative-behaviour")]
    yield _("What lies in your own hands, in your words: {titles}"), own


def _own_words(finding: FindingAdvice, page: AdvicePage) -> str:
    """Return what the leader ticked, where a finding is an item of a checklist; else its title."""
    items = (item for question in page.knowledge.questions.values() for item in question.items)
    return next((item.text for item in items if item.id == finding.id), finding.title)


def _pattern(pattern: PatternAdvice, page: AdvicePage, most: int, told: set[str]) -> Iterator[Block]:
    """Yield a pattern with its first signs; an answer that is `told` on the page is not quoted again."""
    yield Point(titled(pattern), mark=STAR)
    signs, against = pattern.for_[:most], pattern.against[:most]
    left = len(pattern.for_ + pattern.against) - len(signs + against)
    said = list(_signs_said(signs, against, page, told))
    label = _("You said:") if said[0].startswith(('"', _("But"))) else _("From what you said:")
    more = [_("And {n} more, with --full.").format(n=left)] if left else []
    yield Point(" ".join([label, *said, *more]), 2, PLAIN)
    yield from (Point(noted, 2, PLAIN) for noted in page.noted((*pattern.for_, *pattern.against)))
    if leads(pattern, page):
        yield Point(worse(pattern), 2, PLAIN)
        yield from (Point(said, 2, PLAIN) for said in islice(_not_first(page), MOST_WAITING))


def titled(pattern: PatternAdvice) -> str:
    """Return what a pattern is called, how well it fits, and what it is like."""
    fit = _("likely") if pattern.fit == "likely" else _("possible")
    return f"{pattern.title} ({fit}). {pattern.text}"


def whole_pattern(pattern: PatternAdvice, page: AdvicePage) -> Iterator[Block]:
    """Yield a pattern with all its signs, one to a line."""
    yield Point(_("{pattern} You said:").format(pattern=titled(pattern)), mark=STAR)
    for said in _signs_said(pattern.for_, pattern.against, page, set()):
        yield Point(said, 2, FOR)
    yield from (Point(noted, 2, PLAIN) for noted in page.noted((*pattern.for_, *pattern.against)))
    yield Point(worse(pattern), 2, PLAIN)
    if leads(pattern, page):
        yield from (Point(said, 2, PLAIN) for said in _not_first(page))


def leads(pattern: PatternAdvice, page: AdvicePage) -> bool:
    """Return whether a pattern leads what is advised."""
    return page.advice.leading is not None and page.advice.leading.pattern == pattern.id


def worse(pattern: PatternAdvice) -> str:
    """Return what would make a pattern worse; of one that is only possible, if it is so."""
    if pattern.fit == "likely":
        return _("Would make it worse: {what}").format(what=pattern.makes_worse)
    return _("If it is so, this would make it worse: {what}").format(what=pattern.makes_worse)


def _signs_said(
    signs: Sequence[str], against: Sequence[str], page: AdvicePage, told: set[str]
) -> Iterator[str]:
    quoted = quotes((*signs, *against), page, told)
    yield from (sign_said(id_, quoted[id_], page) for id_ in signs)
    for id_ in against:
        said = sign_said(id_, quoted[id_], page)
        yield _("But {sign}").format(sign=said if quoted[id_] else ended(inside(said)))


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


def sign_said(id_: str, words: Sequence[str], page: AdvicePage) -> str:
    """Return the answers that made a sign, then what it suggests."""
    left = len(words) - MOST_WORDS
    more = [_("and {n} more").format(n=left)] if left > 0 else []
    quoted = [f'"{said}"' for said in words[:MOST_WORDS]] + more
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
        said = ngettext(
            "{n} more situation is likely: {titles}", "{n} more situations are likely: {titles}", len(more)
        )
        titles = ended(joined(map(inside, more)))
        yield Point(said.format(n=len(more), titles=titles), mark=PLAIN)


def _not_first(page: AdvicePage) -> Iterator[str]:
    """Yield why what the leading situation calls for does not come first, where it does not."""
    for call in page.advice.leading.calls if page.advice.leading else ():
        because = " ".join(map(page.because, call.firings[:1]))
        if call.became in CALLS:
            yield _(CALLS[call.became]).format(title=inside(call.title), id=call.id, because=because)
