"""What several partnerships have in common: one cause behind many, and what to do about it once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from advisor.knowledge.base import KnowledgeBase
from advisor.portfolio.entered import Entered
from advisor.portfolio.judged import Rest
from advisor.portfolio.model import AlsoHelped, Cause, Named, Remedy
from advisor.portfolio.stated import Stated


class Common:
    """Finds the causes that are behind several partnerships."""

    def __init__(self, knowledge: KnowledgeBase, stated: Stated) -> None:
        self._knowledge, self._stated = knowledge, stated

    def causes(self, rows: Sequence[Entered], own_part: bool) -> tuple[Cause, ...]:
        """Return them, what one act can reach and what is behind most first: hers alone if `own_part`.

        Those against which the same helps are told as one.
        Her own part is looked for only in what is the centre's own view of itself.
        """
        rule = self._stated.one("common")
        if rule is None:
            return ()
        assessed = [each for each in rows if each.row.assessed and each.judged is not None]
        if own_part:
            assessed = [each for each in assessed if each.is_the_centres]
        behind: dict[str, list[Entered]] = {}
        for each in assessed:
            assert each.judged is not None, "those without were left out"
            for id_ in each.judged.causes:
                if (id_ in self._stated.own_part) == own_part:
                    behind.setdefault(id_, []).append(each)
        common = [
            (id_, several)
            for id_, several in behind.items()
            if len(several) >= (rule.at_least or 1) and len(several) * (rule.one_in or 1) >= len(assessed)
        ]
        around = {*rule.findings, *rule.patterns, *rule.barriers}
        common.sort(key=lambda each: (each[0] not in around, -len(each[1]), self._place(each[0])))
        return _as_one(self._cause(id_, some, len(assessed), own_part, id_ in around) for id_, some in common)

    def _place(self, id_: str) -> tuple[int, bool, int]:
        """Return a place among as many: hers as they are stated, a whole situation before its signs."""
        rule = self._stated.one("own-part")
        hers = (*rule.findings, *rule.patterns) if rule else ()
        stated = hers.index(id_) if id_ in hers else len(hers)
        return stated, self._knowledge.kind(id_) != "pattern", self._knowledge.positions[id_]

    def _cause(self, id_: str, several: Sequence[Entered], of: int, own_part: bool, once: bool) -> Cause:
        entry = self._knowledge.entry(id_)
        named = tuple(Named(each.row.number, each.row.name) for each in several)
        kind, remedy = self._knowledge.kind(id_), self._remedy(id_, several)
        return Cause(id_, kind, entry.title, entry.text, own_part, named, of, remedy, once)

    def _remedy(self, id_: str, several: Sequence[Entered]) -> Remedy | None:
        """Return what rests on a cause in most of the partnerships, worded as its most frequent rule does."""
        rests = [each.judged.rests.get(id_, ()) for each in several if each.judged is not None]
        cases = Counter(rest for of_one in rests for rest in {(one.kind, one.id) for one in of_one})
        if not cases:
            return None
        all_ = [one for of_one in rests for one in of_one]
        places = self._knowledge.positions
        best = min(cases, key=lambda each: (-cases[each], _ranks(each[1], all_), places[each[1]]))
        own = [one for one in all_ if (one.kind, one.id) == best]
        rules = Counter(one.rule for one in own)
        rule = min(rules, key=lambda each: (-rules[each], places[each]))
        leaders = Counter(one.led_by for one in own)
        led_by = min(leaders, key=lambda each: (-leaders[each], each))
        kind, remedy = best
        entry = self._knowledge.entry(remedy)
        action = self._knowledge.kinds.advice[kind].action
        text = self._knowledge.entry(rule).first_step or getattr(entry, action)
        return Remedy(kind, remedy, entry.title, text, led_by, cases[best])


def _as_one(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    """Return the causes in their order; one that the remedy of an earlier one helps against is told there."""
    told: list[Cause] = []
    for cause in causes:
        same = (place for place, each in enumerate(told) if _have_one_remedy(each, cause))
        place = next(same, None)
        if place is None:
            told.append(cause)
            continue
        also = AlsoHelped(cause.id, cause.kind, cause.title, cause.partnerships)
        told[place] = replace(told[place], also=(*told[place].also, also))
    return tuple(told)


def _have_one_remedy(one: Cause, other: Cause) -> bool:
    if one.remedy is None or other.remedy is None:
        return False
    return (one.remedy.kind, one.remedy.id) == (other.remedy.kind, other.remedy.id)


def _ranks(id_: str, rests: Sequence[Rest]) -> float:
    """Return the middle rank that something has where it is advised."""
    ranks = sorted(one.rank for one in rests if one.id == id_)
    return ranks[len(ranks) // 2]
