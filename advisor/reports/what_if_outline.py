"""What would change in a future, as an outline: what moves, and the rules through which it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from advisor.advice.model import Advice
from advisor.advice.planned import When
from advisor.explanation import Future, Moved, Through
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.phrases import title_of
from advisor.reports.outline import PLAIN, Outline, Point, Table
from advisor.reports.why_outline import FEW
from advisor.reports.wording import STAGE_WORDS, edit_text, ended


def future_outline(future: Future, knowledge: KnowledgeBase, full: bool = False) -> Outline:
    """Return what would change in one future."""
    outline = Outline()
    outline.add(0, "If: " + "; ".join(edit_text(edit, knowledge) for edit in future.edits))
    parts = (
        ("What comes before the partnership", future.alerts),
        ("Where it stands", future.stages),
        ("What to do: the order of interventions", future.places),
        ("The plan", future.plan),
        ("What else is advised or fits", future.others),
    )
    for title, moved in parts:
        if moved and (full or title != parts[-1][0]):
            outline.add(0, title)
            for change in _in_both_words(moved) if moved is future.stages else moved:
                outline.add(1, _moved_text(change, knowledge))
    if not any(moved for _, moved in parts):
        outline.add(1, "Nothing would change.")
        return outline
    outline.add(0, "Because")
    through = future.through if full else _first_for_each(future)
    for each in through:
        name = f" [{each.rule}]" if full else ""
        outline.add(1, f"{title_of(each.about, knowledge)}: {each.fires}: {ended(each.title)}{name}")
    if len(through) < len(future.through):
        outline.add(1, f"and {len(future.through) - len(through)} more, with --full")
    return outline


def compared_futures(before: Advice, futures: Sequence[Future], knowledge: KnowledgeBase) -> Table:
    """Return the stages and the first three interventions of each future, beside how things are."""
    now = [item.id for item in before.interventions]
    columns = [[*(STAGE_WORDS[factor.stage] for factor in before.factors), *_first_three(now, knowledge)]]
    for each in futures:
        stages = [STAGE_WORDS[stage] for stage in each.all_stages.values()]
        columns.append([*stages, *_first_three(each.interventions, knowledge)])
    names = [*(factor.title for factor in before.factors), "First", "Second", "Third"]
    heads = ("", "now", *(f"future {number}" for number in range(1, len(futures) + 1)))
    rows = tuple(zip(names, *columns, strict=True))
    narrow = [
        point
        for name, *cells in rows
        for point in (
            Point(name, mark=PLAIN),
            *(Point(f"{head}: {cell}", 2) for head, cell in zip(heads[1:], cells, strict=True)),
        )
    ]
    return Table(heads, rows, tuple(narrow), wraps=True)


def _in_both_words(stages: Sequence[Moved]) -> list[Moved]:
    return [
        Moved(each.id, *(side and STAGE_WORDS[side] for side in (each.before, each.after))) for each in stages
    ]


def _first_three(ids: Sequence[str], knowledge: KnowledgeBase) -> list[str]:
    titles = [knowledge.entry(id_).title for id_ in ids[:3]]
    return (titles + ["-"] * 3)[:3]


def _first_for_each(future: Future) -> list[Through]:
    """Return a reason for each alert, stage and intervention that moved, one for the way in which it did.

    So it is with what moved in the plan alone; where nothing speaks of that, it made room or moved up for
    something else, and the reasons of that are shown.
    """
    own_parts = (*future.alerts, *future.stages, *future.places)
    shown = [found[0] for each in own_parts if (found := _speaking_for(each, future))]
    told = {each.id for each in own_parts}
    alone = [each for each in future.plan if each.id not in told]
    own = {each.id: _speaking_for(each, future) for each in alone}
    shown += [found[0] for found in own.values() if found]
    if not all(own.values()):
        seen = {each.about for each in shown}
        others = {each.about: each for each in reversed(future.through) if each.about not in seen}
        shown += [*others.values()][::-1][:FEW]
    return list(dict.fromkeys(shown))


def _speaking_for(moved: Moved, future: Future) -> list[Through]:
    about = [each for each in future.through if each.about == moved.id]
    if moved in future.stages:
        return [each for each in about if (each.value == moved.after) == (each.fires == "now")] or about
    went_up = moved.before is None or (moved.after is not None and _rank(moved.after) < _rank(moved.before))
    right = [each for each in about if each.helps == went_up] or about * (moved in future.plan)
    strengths = {"strong": 0, "moderate": 1, "slight": 2}
    return sorted(right, key=lambda each: strengths.get(each.value, 1))


def _rank(place: str) -> int:
    """Return which place in its kind, such as of `2 (now)`, or which part of the plan."""
    return get_args(When).index(place) if place in get_args(When) else int(place.partition(" ")[0])


def _moved_text(moved: Moved, knowledge: KnowledgeBase) -> str:
    title = title_of(moved.id, knowledge)
    if moved.before is None:
        return f"{title}: comes in, {moved.after}"
    if moved.after is None:
        return f"{title}: falls away (was {moved.before})"
    return f"{title}: {moved.before}, then {moved.after}"
