"""What several partnerships have in common: one cause behind many, and what to do about it once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from advisor.knowledge.base import KnowledgeBase
from advisor.portfolio.entered import Entered
from advisor.portfolio.judged import Rest
from advisor.portfolio.model import Cause, Named, Remedy
from advisor.portfolio.stated import Stated


class Common:
    """Finds the causes that are behind several partnerships."""

    def __init__(self, knowledge: KnowledgeBase, stated: Stated) -> None:
        self._knowledge, self._stated = knowledge, stated

    def causes(self, rows: Sequence[Entered], own_part: bool) -> tuple[Cause, ...]:
        """Return them, what is behind most first: hers alone if `own_part`, else the others.

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
        places = self._knowledge.positions
        common = [
            (id_, several)
            for id_, several in behind.items()
            if len(several) >= (rule.at_least or 1) and len(several) * (rule.one_in or 1) >= len(assessed)
        ]
        common.sort(key=lambda each: (-len(each[1]), places[each[0]]))
        return tuple(self._cause(id_, several, len(assessed), own_part) for id_, several in common)

    def _cause(self, id_: str, several: Sequence[Entered], of: int, own_part: bool) -> Cause:
        entry = self._knowledge.entry(id_)
        named = tuple(Named(each.row.number, each.row.name) for each in several)
        kind = self._knowledge.kind(id_)
        return Cause(id_, kind, entry.title, entry.text, own_part, named, of, self._remedy(id_, several))

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


def _ranks(id_: str, rests: Sequence[Rest]) -> float:
    """Return the middle rank that something has where it is advised."""
    ranks = sorted(one.rank for one in rests if one.id == id_)
    return ranks[len(ranks) // 2]
