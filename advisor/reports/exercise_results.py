"""Results of exercises in words and as tables: each choice with its counts, the author and the rules."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from advisor._document import json_text
from advisor._language import N_, _, ngettext
from advisor.exercise.model import Standing
from advisor.exercise.side_by_side import Learner, Line, SideBySide
from advisor.files.csv_safety import harmless_text
from advisor.reports.outline import Outline
from advisor.reports.wording import ended

AUTHOR = {
    "wait": N_("would wait, and ask more"),
    "first": N_("would begin with it"),
    "among-first": N_("would do it among the first"),
    "in-plan": N_("would do it"),
    "recommended": N_("would do it"),
    "not-recommended": N_("would leave it"),
}
VERDICTS = {
    "first": N_("say so: among the first"),
    "next": N_("say so: next"),
    "later": N_("say so: later"),
    "": N_("say so, beside their plan"),
    "not-yet": N_("say so, but not yet"),
    "held-back": N_("hold it back"),
    "open": N_("leave it open"),
}
COLUMNS = (
    "scenario",
    "number-or-title",
    "group",
    "choice",
    "title",
    "learners",
    "chosen",
    "chosen-first",
    "told-after",
    "chosen-after",
    "author",
    "rules",
    "place-in-plan",
    "hands",
    "hands-after",
)


def author_in_short(line: Line) -> str:
    """Return what the author says of a choice, in a few words."""
    return _(AUTHOR[line.author]) if line.author else ""


def rules_in_short(standing: Standing | None) -> str:
    """Return what the rules say of a choice, in a few words."""
    if standing is None:
        return ""
    return _(VERDICTS[standing.place if standing.verdict == "agreed" else standing.verdict])


def learner_named(learner: Learner) -> str:
    """Return what a learner is called: her name where that is wanted and known, else her number."""
    return learner.name or str(learner.number)


def changed(found: SideBySide) -> str:
    """Return what changed after the debrief, in a sentence; nothing if nobody told."""
    told = [learner for learner in found.learners if learner.after is not None]
    if not told:
        return ""
    other = sum(learner.after != learner.chosen for learner in told)
    return ngettext(
        "After the debrief {n} told again what to choose; {other} would choose otherwise.",
        "After the debrief {n} told again what to choose; {other} would choose otherwise.",
        len(told),
    ).format(n=len(told), other=other)


def voted(found: SideBySide) -> str:
    """Return that groups voted by show of hands; nothing if none did."""
    return (
        ngettext(
            "By show of hands: {n} group, counted apart.",
            "By show of hands: {n} groups, counted apart.",
            found.votes,
        ).format(n=found.votes)
        if found.votes
        else ""
    )


def results_outline(all_: Sequence[SideBySide]) -> Outline:
    """Return a group's results: each choice with who made it, the author and the rules; then each learner."""
    outline = Outline()
    for found in all_:
        heading = ngettext("{scenario}: {n} learner", "{scenario}: {n} learners", len(found.learners))
        outline.add(0, heading.format(scenario=scenario_named(found), n=len(found.learners)))
        if found.teaches:
            outline.add(1, _("Its point: {teaches}").format(teaches=found.teaches))
        if said := voted(found):
            outline.add(1, said)
        if said := changed(found):
            outline.add(1, said)
        for line in found.lines:
            outline.add(1, f"{ended(line.title)} {_counts(line, found)}")
        for learner in found.learners:
            outline.add(1, f"{who_of(learner, found)}: {_chosen(learner.chosen, found)}")
            for words in own_words(learner, found):
                outline.add(2, words)
            if learner.after is not None:
                outline.add(2, _("After the debrief: {names}").format(names=_chosen(learner.after, found)))
    return outline


def scenario_named(found: SideBySide) -> str:
    """Return the number and title of a scenario."""
    return found.title if found.called == found.title else f"{found.called}, {found.title}"


def who_of(learner: Learner, found: SideBySide) -> str:
    """Return who a learner is, and of which group where there are several."""
    who = learner_named(learner)
    if len(found.groups) < 2:
        return who
    return _("{who} ({group})").format(who=who, group=learner.group or _("no group"))


def _counts(line: Line, found: SideBySide) -> str:
    """Return how often something was chosen, and what the author and the rules say."""
    number = sum(map(bool, line.by))
    several = [_("chosen by {n}").format(n=number) if number else _("chosen by nobody")]
    if found.told_after:
        told = _("after the debrief by {n} of {all}")
        several.append(told.format(n=sum(map(bool, line.after)), all=found.told_after))
    if found.votes:
        told = _("by show of hands {before}, after the debrief {after}")
        several.append(told.format(before=line.hands[0], after=line.hands[1]))
    if line.author:
        several.append(_("the author {says}").format(says=author_in_short(line)))
    if line.rules is not None:
        several.append(_("the rules {say}").format(say=rules_in_short(line.rules)))
    if len(found.groups) > 1 and number:
        several += _by_group(line, found)
    said = "; ".join(several)
    return ended(said[:1].upper() + said[1:])


def _by_group(line: Line, found: SideBySide) -> Iterator[str]:
    for group in found.groups:
        of_it = [place for place, each in zip(line.by, found.learners, strict=True) if each.group == group]
        told = _("{group}: {n} of {all}")
        yield told.format(group=group or _("no group"), n=sum(map(bool, of_it)), all=len(of_it))


def _chosen(ids: Sequence[str], found: SideBySide) -> str:
    titles = {line.id: line.title for line in found.lines}
    return "; ".join(titles[id_] for id_ in ids) or _("nothing")


def own_words(learner: Learner, found: SideBySide) -> Iterator[str]:
    """Yield what a learner said in her own words: her reasons, and where she still disagrees."""
    titles = {line.id: line.title for line in found.lines}
    for reason in learner.reasons.split(" | ") if learner.reasons else ():
        id_, colon, words = reason.partition(": ")
        yield f"{titles.get(id_, id_)}{colon}{words}"
    if learner.disagrees:
        yield _("I still disagree because: {words}").format(words=learner.disagrees)


def results_csv(all_: Sequence[SideBySide]) -> str:
    """Return a row for each choice and group, in ids; of several groups one more for all, without a group."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for found in all_:
        for row in _rows(found):
            writer.writerow([harmless_text(str(cell)) for cell in row])
    return out.getvalue()


def _rows(found: SideBySide) -> Iterator[tuple[object, ...]]:
    groups = found.groups
    for group in groups if len(groups) == 1 and not found.votes else (None, *groups):
        at = [n for n, each in enumerate(found.learners) if group in (None, each.group)]
        told = [n for n in at if found.learners[n].after is not None]
        for line in found.lines:
            yield (
                *(found.scenario, found.called, group or "", line.id, line.title, len(at)),
                *(sum(bool(line.by[n]) for n in at), sum(line.by[n] == 1 for n in at)),
                *(len(told), sum(bool(line.after[n]) for n in told)),
                line.author,
                *((line.rules.verdict, line.rules.place) if line.rules else ("", "")),
                *(line.hands if found.votes and group is None else ("", "")),
            )


def results_json(all_: Sequence[SideBySide]) -> str:
    """Return all that is known of the results as JSON."""
    return json_text([asdict(each) for each in all_])
