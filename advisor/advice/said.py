"""What she said: the answers on which a sign rests, in the words of the options that she chose.

A sign suggests more than was answered; beside her own words a leader sees what it was taken from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advisor.inference.bottom_up import worked_out
from advisor.inference.firing import Concluding, Firing
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.conditions import Condition, Leaf, NoneOf, leaves
from advisor.knowledge.facts import BESIDE_KINDS, GIVEN_KINDS, PRESENT, Fact
from advisor.knowledge.memo import Memo
from advisor.knowledge.phrases import own_words

Words = tuple[str, ...]


class Said:
    """The answers behind the firings of one case; `concluding` has them by what they conclude."""

    def __init__(self, firings: Sequence[Firing], concluding: Concluding, knowledge: KnowledgeBase) -> None:
        self._concluding = concluding
        self._by_id = {firing.id: firing for firing in firings}
        self._looked_for = knowledge.memo(_looked_for)
        self._in_words = Memo[Fact, str](lambda fact: own_words(*fact, knowledge))  # signs share answers
        self._behind: dict[Fact, tuple[Fact, ...]] = {}

    def words(self, id_: str) -> Words:
        """Return her words for the answers that made a rule true, each once, in the order of the rule.

        What only had to be ruled out is not among them, nor what was weighed from many signs, nor what was
        given beside the case: she did not say that.
        """
        answers = [fact for fact in self._answers(self._by_id[id_]) if fact.kind not in BESIDE_KINDS]
        return tuple(dict.fromkeys(map(self._in_words.__getitem__, answers)))

    def _answers(self, firing: Firing) -> list[Fact]:
        return [answer for fact in self._named(firing) for answer in self._of(fact)]

    def _named(self, firing: Firing) -> list[Fact]:
        """Return the facts that a firing was looking for."""
        narrow, wide = self._looked_for[firing.id]
        named = [fact for fact in firing.support if fact in narrow]
        return named or [fact for fact in firing.support if fact in wide]

    def _of(self, fact: Fact) -> tuple[Fact, ...]:
        if fact.kind in GIVEN_KINDS:
            return (fact,)
        return worked_out(fact, self._behind, self._below, self._found)

    def _below(self, fact: Fact) -> list[Fact]:
        named = (each for firing in self._found_by(fact) for each in self._named(firing))
        return [each for each in named if each.kind not in GIVEN_KINDS]

    def _found_by(self, fact: Fact) -> Sequence[Firing]:
        """Return what found something that is there; what was ruled out or weighed, she did not say."""
        return self._concluding.get(fact, ()) if fact.kind == "finding" and fact.value == PRESENT else ()

    def _found(self, fact: Fact) -> tuple[Fact, ...]:
        found = (answer for firing in self._found_by(fact) for answer in self._answers(firing))
        return tuple(dict.fromkeys(found))


def _looked_for(knowledge: KnowledgeBase, rule: str) -> tuple[frozenset[Fact], frozenset[Fact]]:
    """Return the facts that a rule looks for, and those of conditions so wide that they rule out the rest.

    Whoever lists most options of a question means the few that are not there, as with `none`.
    """
    narrow: set[Fact] = set()
    wide: set[Fact] = set()
    for leaf in _wanted(knowledge.entry(rule).when):
        yes = leaf.reads(knowledge).yes
        (wide if _is_wide(leaf, len(yes), knowledge) else narrow).update(yes)
    return frozenset(narrow), frozenset(wide)


def _is_wide(leaf: Leaf, accepted: int, knowledge: KnowledgeBase) -> bool:
    if leaf.kind != "answer" or knowledge.questions[leaf.subject].scale:  # so far up or down says something
        return False
    return 2 * accepted > len(knowledge.options_of(leaf.subject))


def _wanted(condition: Condition) -> Iterator[Leaf]:
    if isinstance(condition, NoneOf):
        return
    if not condition.members:
        yield from leaves(condition)
    for member in condition.members:
        yield from _wanted(member)
