"""What changed in the advice from one knowledge base to another, as an outline: summed up, then by case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor._language import N_, _, ngettext
from advisor.cases.questionnaire import are_unlike
from advisor.comparison.across_model import Across, CaseAcross, Change, Different
from advisor.knowledge.terms import ASKED_STAGES
from advisor.reports.outline import PLAIN, Block, Outline, Paragraph, Point, Table, Title
from advisor.reports.wording import ended, joined

FEW, MOST = 3, 8  # rules at the root, and changes of one cause, that are told
COMMONEST = 10
BECAUSE = {
    "rule-added": N_("A rule is new"),
    "rule-removed": N_("A rule is gone"),
    "condition-changed": N_("A rule holds at other times"),
    "conclusion-changed": N_("A rule says something else, or says it with another strength"),
    "rests-on-another": N_("What it rests on has changed"),
    "answers": N_("An answer is known to only one of the two"),
    "entry-changed": N_("No rule: something else in the knowledge decides otherwise"),
    "weighing": N_("Weighing: the rules about it say the same, and weigh otherwise"),
    "order": N_("Order: the rules about it say the same, and its place is another"),
    "text-only": N_("Only the words are other"),
}
HOW = {
    "added": N_("new"),
    "removed": N_("gone"),
    "condition": N_("condition"),
    "conclusion": N_("conclusion or strength"),
    "text": N_("words"),
    "field": N_("what it decides"),
}
ABSENT = {
    "alert": N_("not there"),
    "finding": N_("not found"),
    "pattern": N_("does not fit"),
    "leads": N_("does not lead"),
    "advised": N_("not advised"),
    "plan": N_("not in the plan"),
}
SAID = {
    "raised": N_("comes before all else"),
    "found": N_("found"),
    "likely": N_("likely"),
    "possible": N_("possible"),
    "leads": N_("leads"),
    "advised": N_("advised"),
    "held back": N_("held back"),
    "first": N_("first in the plan"),
    "next": N_("next in the plan"),
    "later": N_("later in the plan"),
    "now": N_("can begin now"),
    "needs-help": N_("somebody else must lead"),
    "firm": N_("firm"),
    "tentative": N_("not sure"),
    "up": N_("moves up among its kind"),
    "down": N_("moves down among its kind"),
}


def across_outline(found: Across) -> Outline:
    """Return all of it: what differs between the two, what changed in all cases, then case by case."""
    outline = Outline()
    old, new = _names(found)
    outline.add(0, _("From {old} to {new}").format(old=old, new=new))
    outline.put(_between(found))
    several = len(found.cases) + len(found.unread) > 1
    if several:
        outline.put(_summary(found))
    outline.put(_unread(found))
    for case in found.cases:
        if case.changes or _unknown(case) or not several:
            outline.put(_case(case, found))
    return outline


def _names(found: Across) -> list[str]:
    """Return what the two are called; where both are called alike, with the beginning of their digests."""
    bases = found.old, found.new
    names = [f"{base.name} {base.version}".strip() for base in bases]
    if names[0] != names[1]:
        return names
    return [f"{name} ({base.digest[:8]})" for name, base in zip(names, bases, strict=True)]


def _between(found: Across) -> Iterator[Block]:
    """Yield how many rules and entries are not the same, and whether the questions are."""
    same = found.old.digest == found.new.digest and not (found.rules or found.entries)
    if same:
        yield Paragraph(_("The two are the same."))
        return
    for several, text in (
        (found.rules, _("Rules that are not the same: {counts}.")),
        (found.entries, _("Other entries that are not the same: {counts}.")),
    ):
        if several:
            yield Point(text.format(counts=_counts(several)), mark=PLAIN)
    if are_unlike(found.old.questionnaire, found.new.questionnaire):
        asked = _("They ask other questions: {old}; {new}.")
        yield Point(asked.format(old=found.old.questionnaire, new=found.new.questionnaire), mark=PLAIN)
    if found.reordered:
        yield Point(_("In another order: {kinds}.").format(kinds=joined(found.reordered)), mark=PLAIN)


def _counts(several: Iterable[Different]) -> str:
    """Return how many are new, gone, or other in which way; one may be other in two ways."""
    counted = dict.fromkeys(HOW, 0)
    for each in several:
        for how in each.how:
            counted[how] += 1
    return ", ".join(f"{_(HOW[how])} {number}" for how, number in counted.items() if number)


def _summary(found: Across) -> Iterator[Block]:
    number = len(found.cases)
    yield Title(ngettext("{n} case", "{n} cases", number).format(n=number))
    same = ngettext("{n} stays as it is.", "{n} stay as they are.", found.unchanged)
    yield Point(same.format(n=found.unchanged), mark=PLAIN)
    commonest = [each for each in found.common if each.part not in ("text", "rank", "led-by")][:COMMONEST]
    if not commonest:
        return
    yield Title(_("What changed most often"))
    rows = tuple(
        (str(each.cases), f"{each.title}: {_turn(each)}", _ids(each.roots) or "-") for each in commonest
    )
    narrow = tuple(Point(f"{cases}: {what} [{rules}]") for cases, what, rules in rows)
    yield Table((_("cases"), _("change"), _("through which rules")), rows, narrow, wraps=True)


def _turn(common: object) -> str:
    part, before, after = (getattr(common, name) for name in ("part", "before", "after"))
    return _("{before}, then {after}").format(before=_said(part, before), after=_said(part, after))


def _ids(rules: Iterable[str]) -> str:
    ids = [*rules]
    more = [_("and {n} more").format(n=len(ids) - FEW)] if len(ids) > FEW else []
    return "; ".join([*ids[:FEW], *more])


def _unread(found: Across) -> Iterator[Block]:
    if found.unread:
        yield Title(_("Could not be read"))
    for each in found.unread:
        for line in each.said:
            yield Point(line)


def _case(case: CaseAcross, found: Across) -> Iterator[Block]:
    yield Title(case.name)
    yield from _questions(case, found)
    if not case.changes:
        yield Paragraph(_("Nothing changes: the advice is the same under both."))
    groups: dict[tuple[object, ...], list[Change]] = {}
    for change in case.changes:
        roots = tuple((root.rule, root.how) for root in change.roots)
        groups.setdefault((change.by, roots, change.entries, change.answers), []).append(change)
    for changes in groups.values():
        yield from _group(changes)
    silent = len(case.rules)
    if silent and not case.changes:
        text = ngettext(
            "{n} rule fires otherwise, and it changes nothing.",
            "{n} rules fire otherwise, and they change nothing.",
            silent,
        )
        yield Point(text.format(n=silent), mark=PLAIN)


def _questions(case: CaseAcross, found: Across) -> Iterator[Block]:
    """Yield on which questions a case was answered, where that matters, and what does not fit one of them."""
    named = {"old": found.old, "new": found.new}.get(case.answered_on)
    if named is not None:
        yield Point(_("Answered on: {name}.").format(name=named.questionnaire), mark=PLAIN)
    elif case.answered_on == "another" and _unknown(case):
        yield Point(_("Answered on the questions of neither."), mark=PLAIN)
    neither = [line for line in case.unknown_to_old if line in case.unknown_to_new]
    if neither:
        text = _("Left out, as neither knows it: {lines}.")
        yield Point(text.format(lines="; ".join(neither)), mark=PLAIN)
    for name, unknown in zip(_names(found), (case.unknown_to_old, case.unknown_to_new), strict=True):
        lines = [line for line in unknown if line not in neither]
        if lines:
            text = _("Left out, as {name} does not know it: {lines}.")
            yield Point(text.format(name=name, lines="; ".join(lines)), mark=PLAIN)


def _unknown(case: CaseAcross) -> bool:
    return bool(case.unknown_to_old or case.unknown_to_new)


def _group(changes: list[Change]) -> Iterator[Block]:
    """Yield one cause, and below it what changed through it."""
    yield Point(_cause(changes[0]))
    if changes[0].by == "text-only":
        titles = [change.title for change in changes]
        yield Point(_and_more("; ".join(titles[:MOST]), len(titles)), 2)
        return
    for change in changes[:MOST]:
        said = (_said(change.part, each) for each in (change.before, change.after))
        told = dict(zip(("before", "after"), said, strict=True), title=change.title)
        text = _("{title}: said otherwise") if change.part == "text" else _("{title}: {before}, then {after}")
        yield Point(text.format(**told), 2)
    if len(changes) > MOST:
        yield Point(_and_more("", len(changes)), 2)


def _and_more(text: str, number: int) -> str:
    if number <= MOST:
        return text
    more = _("and {n} more; --format json has all").format(n=number - MOST)
    return f"{text}; {more}" if text else more


def _cause(change: Change) -> str:
    """Return the one explanation, with the rules, entries or questions that it comes from."""
    because = _(BECAUSE[change.by])
    roots = [f"{root.title} [{root.rule}: {_(HOW[root.how])}]" for root in change.roots[:FEW]]
    if len(change.roots) > FEW:
        roots.append(_("and {n} more").format(n=len(change.roots) - FEW))
    named = [*roots, *change.entries[:FEW], *change.answers[:FEW]]
    if not named:
        return ended(because)
    far = change.by in ("rests-on-another", "weighing", "order")
    text = _("{because}. At the root: {named}.") if far and roots else _("{because}: {named}.")
    return text.format(because=because, named="; ".join(named))


def _said(part: str, value: str | None) -> str:
    """Return where something stands, in words."""
    if value is None:
        return _(ABSENT.get(part, "-"))
    if part == "stage":
        return _(ASKED_STAGES[value])
    if part == "sure":
        stage, _comma, sure = value.partition(", ")
        return f"{_(ASKED_STAGES[stage])}, {_(SAID[sure])}"
    if part == "readiness" and value.startswith("after"):
        return _("waits for {ids}").format(ids=joined(value.split()[1:]))
    if part == "rank" and value.isdecimal():
        return _("place {number}").format(number=value)
    return _(SAID[value]) if value in SAID and part != "led-by" else value
