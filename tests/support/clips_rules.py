"""The rules of a knowledge base written out as CLIPS: a third opinion, by an engine of another family.

A rule becomes one CLIPS rule with its condition on the left, as one would write it by hand:

- what is known is an ordered fact, `(answer contact none)`, and a leaf is a pattern, `(answer contact
  none|rare)`;
- `all` is `(and ...)` and `any` is `(or ...)`. CLIPS fires a rule once for each way in which an `or` holds;
  that does no harm where the conclusion is the same fact each time. Where firing twice would count
  twice, `any` is `(not (and (not ...) (not ...)))`, which holds in one way only;
- a group that counts is a fact, `(group 7)`. Whatever counts adds one to the group's global and looks
  whether there are enough. Signs add to the globals of what they are signs of;
- that a finding or pattern is known to be false is concluded where a condition looks at it.

Facts are only added and groups only come nearer to what they need, so the order of firing matters to
weighing alone: by its salience it waits until nothing below its layer can fire any more. Nothing is shared
with our engines but the reading of conditions into counts (`inference.network.positive`) and the layers.

It is meant to be as fast as CLIPS can be from Python, so three traps of clipspy 1.0.6 are avoided. Its router
for errors is asked, in Python, about every character that CLIPS reads. It never lets go of a fact that
Python has seen, and every later run looks through all of those; so none is seen here, and results are
words. And an environment that was given facts with `load_facts` can never be cleared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import clips

from advisor.inference.network import Count, Seek, Test, positive
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import PRESENT, Fact, is_absence
from advisor.knowledge.rules import Finds, Rule, Signs, Speaks
from advisor.knowledge.strata import layers
from advisor.knowledge.terms import STAGES

# `fired` gathers in batches, because `create$` copies all that it is given.
FUNCTIONS = """
(deftemplate concluded (slot rule) (slot does) (slot what) (slot how))
(deffunction need (?share ?applicable)
  (if (eq ?share half) then (max 1 (div (+ ?applicable 1) 2)) else (+ 1 (div ?applicable 2))))
(deffunction need-against (?share ?applicable)
  (+ 1 (- ?applicable (need ?share ?applicable))))
(deffunction middle (?low ?middling ?high)
  (if (>= ?low (+ ?middling ?high)) then emerging
   else (if (or (> ?low 0) (>= ?middling ?high)) then developing else confident)))
(deffunction same-with-one-less (?stage ?low ?middling ?high)
  (and (or (= ?low 0) (eq ?stage (middle (- ?low 1) ?middling ?high)))
       (or (= ?middling 0) (eq ?stage (middle ?low (- ?middling 1) ?high)))
       (or (= ?high 0) (eq ?stage (middle ?low ?middling (- ?high 1))))))
(deffunction weigh-stage (?factor ?low ?middling ?high ?carry-low ?carry-middling ?carry-high
                          ?faint-low ?faint-middling ?faint-high)
  (if (> (+ ?low ?middling ?high) 0) then
    (bind ?stage (middle ?low ?middling ?high))
    (bind ?carry (switch ?stage (case emerging then ?carry-low) (case developing then ?carry-middling)
                  (default ?carry-high)))
    (assert (stage ?factor ?stage))
    (if (and (>= ?carry 2) (same-with-one-less ?stage ?low ?middling ?high))
     then (assert (sure ?factor (sym-cat ?stage -firm)))
     else (assert (sure ?factor (sym-cat ?stage -tentative))))
   else (if (> (+ ?faint-low ?faint-middling ?faint-high) 0) then
    (bind ?stage (middle ?faint-low ?faint-middling ?faint-high))
    (assert (stage ?factor ?stage))
    (assert (sure ?factor (sym-cat ?stage -tentative))))))
(deffunction weigh-pattern (?pattern ?for ?against ?key)
  (bind ?lead (- ?for ?against))
  (if (and (>= ?lead 2) (>= ?key 1)) then (assert (pattern ?pattern likely))
   else (if (or (> ?lead 0) (and (= ?lead 0) (>= ?for 2))) then (assert (pattern ?pattern possible)))))
(deffunction fired ()
  (bind ?all (create$)) (bind ?batch (create$))
  (do-for-all-facts ((?fact concluded)) TRUE
    (bind ?batch (create$ ?batch ?fact:rule))
    (if (> (length$ ?batch) 25) then (bind ?all (create$ ?all ?batch)) (bind ?batch (create$))))
  (implode$ (create$ ?all ?batch)))
(deffunction known (?kind)
  (bind ?all (create$))
  (do-for-all-facts ((?fact ?kind)) TRUE (bind ?all (create$ ?all ?fact:implied)))
  (implode$ ?all))
"""
WEIGHED_BY = {
    "stage": tuple(f"{part}{stage}" for part in ("", "carry-", "faint-") for stage in STAGES),
    "pattern": ("for", "against", "key"),
}
COUNTS = {  # a sign of each weight: which counters it adds to, and how much
    "faint": {"faint-": 1},
    "plain": {"": 1, "carry-": 1},
    "again": {"": 1},
    "defining": {"": 3, "carry-": 2},
}
NEVER = "(never)"


class ClipsEngine:
    """Runs the rules of a knowledge base in CLIPS."""

    def __init__(self, knowledge: KnowledgeBase, environment: clips.Environment | None = None) -> None:
        self._environment = environment or clips.Environment()
        for router in self._environment.routers():
            router.deactivate()
        self._environment.clear()
        for construct in Writer(knowledge).constructs():
            self._environment.build(construct)

    def run(self, facts: Iterable[Fact]) -> int:
        """Infer from the facts of a case; return how many times CLIPS fired a rule.

        That is more than the rules which fired: those that count and weigh are in it too, and some fire
        for each way in which they hold.
        """
        self._environment.reset()
        # An `assert` alone would give its last fact back, to be kept for ever.
        self._environment.eval(f"(progn (assert (case) {' '.join(map(_pattern, facts))}) TRUE)")
        return int(self._environment.run())

    def infer(self, facts: Iterable[Fact]) -> tuple[set[str], set[Fact]]:
        """Return the rules that fired and what was concluded."""
        self.run(facts)
        known: set[Fact] = set()
        for kind in ("finding", "stage", "sure", "pattern"):
            words = self._words(f"(known {kind})")
            known.update(map(Fact, [kind] * len(words), words[::2], words[1::2]))
        return set(self._words("(fired)")), known

    def _words(self, expression: str) -> list[str]:
        return str(self._environment.eval(expression)).split()


class Writer:
    """Writes a knowledge base as CLIPS constructs."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._globals: dict[str, int] = {}
        self._groups: dict[tuple[object, ...], str] = {}
        self._counting: dict[str, list[str]] = {}
        self._absences: dict[Fact, None] = {}

    def constructs(self) -> Iterator[str]:
        """Yield every construct, in an order in which CLIPS can read them."""
        rules = [*self._weighings(), *map(self._rule, self._knowledge.rules), *self._known_absent()]
        self._counting.pop(NEVER, None)  # what always applies
        rules += [_defrule(f"count-{n}", *each) for n, each in enumerate(self._counting.items())]
        yield from re.findall(r"^\(def.*?(?=^\(def|\Z)", FUNCTIONS, flags=re.M | re.S)
        yield from (f"(defglobal {name} = {start})" for name, start in self._globals.items())
        yield from rules

    def _rule(self, rule: Rule) -> str:
        """Return a rule; one that adds to counters must fire once."""
        counters = list(_counters(rule))
        when = self._when(positive(rule.when, self._knowledge), once=bool(counters))
        actions = [_concludes(rule), *map(_add, counters)]
        if isinstance(rule.then, Finds):
            actions.append(f"(assert {_pattern(Fact('finding', rule.then.finding, PRESENT))})")
        return _defrule(rule.id, when, actions)

    def _known_absent(self) -> Iterator[str]:
        """Yield a rule for each absence that a condition looks at: every way to conclude it is ruled out."""
        ways: dict[tuple[str, str], list[Rule]] = {}
        for rule in self._knowledge.rules:
            if isinstance(rule.then, Finds):
                ways.setdefault(("finding", rule.then.finding), []).append(rule)
            elif isinstance(rule.then, Speaks) and rule.then.speaks == "for":
                ways.setdefault(("pattern", rule.then.pattern), []).append(rule)
        done: set[Fact] = set()
        while wanted := [fact for fact in self._absences if fact not in done]:
            for fact in wanted:
                tests = [positive(rule.when, self._knowledge, True) for rule in ways[fact.kind, fact.id]]
                when = self._when(Count(len(tests), [*tests]), once=True)
                yield _defrule(f"absent:{fact.kind}:{fact.id}", when, [f"(assert {_pattern(fact)})"])
            done.update(wanted)

    def _weighings(self) -> Iterator[str]:
        """Yield a rule for each stage and pattern to be weighed: it has no condition, and waits its turn."""
        rules = self._knowledge.rules
        keyed = {rule.then.pattern for rule in rules if isinstance(rule.then, Speaks) and rule.then.key}
        for (kind, id_), layer in layers(rules).items():
            if kind in WEIGHED_BY:
                counters = {_counter(kind, id_, by): 0 for by in WEIGHED_BY[kind]}
                if kind == "pattern" and id_ not in keyed:
                    counters[_counter(kind, id_, "key")] = 1
                self._globals |= counters
                weigh = f"(weigh-{kind} {id_} {' '.join(counters)})"
                yield _defrule(f"weigh:{kind}:{id_}", f"(declare (salience -{layer}))", [weigh])

    def _when(self, test: Test, once: bool) -> str:
        """Return the pattern that holds when a test does: with `once`, in no more than one way."""
        if isinstance(test, Count) and not _is_any(test):
            if test.share is not None or test.need != len(test.members):
                return self._group(test)
            return _joined("and", [self._when(member, once) for member in test.members])
        found = list(self._alternatives(test, once))
        ways = self._patterns([each for each in found if isinstance(each, Fact)])
        ways += [each for each in found if isinstance(each, str)]
        if not once or len(ways) < 2:
            return _joined("or", ways or [NEVER])
        return f"(not {_joined('and', [f'(not {way})' for way in ways])})"

    def _alternatives(self, test: Test, once: bool) -> Iterator[Fact | str]:
        """Yield what makes a test hold, each by itself: facts, and patterns."""
        if isinstance(test, Seek):
            yield from test.facts
        elif _is_any(test):
            for member in test.members:
                yield from self._alternatives(member, once)
        else:
            yield self._when(test, once)

    def _patterns(self, facts: list[Fact]) -> list[str]:
        """Return patterns for facts: one for all facts of the same question."""
        self._absences |= dict.fromkeys(filter(is_absence, facts))
        values: dict[tuple[str, str], list[str]] = {}
        for kind, id_, value in dict.fromkeys(facts):
            values.setdefault((kind, id_), []).append(value)
        return [f"({kind} {id_} {'|'.join(those)})" for (kind, id_), those in values.items()]

    def _group(self, test: Count) -> str:
        """Return the pattern of a group that counts; the same group is counted once, whoever looks at it."""
        members = [self._member(member, test.share is not None) for member in test.members]
        key = (test.need, test.share, test.negated, *members)
        if key not in self._groups:
            self._groups[key] = f"(group {len(self._groups)})"
            self._count(test, members, len(self._groups) - 1)
        return self._groups[key]

    def _member(self, test: Test, of_share: bool) -> tuple[str, str]:
        """Return when a member of a group holds, and when it does not apply."""
        if isinstance(test, Seek) and of_share and test.outside:
            inside = tuple(fact for fact in test.facts if fact != test.outside)
            return self._when(Seek(inside, None), once=True), _pattern(test.outside)
        return self._when(test, once=True), NEVER

    def _count(self, test: Count, members: list[tuple[str, str]], number: int) -> None:
        """Count the members of a group; the need of a share changes with how many apply."""
        held, applicable, need = f"?*held-{number}*", f"?*applicable-{number}*", str(test.need)
        self._globals |= {held: 0, applicable: len(members)}
        if test.share is not None:
            need = f"({'need-against' if test.negated else 'need'} {test.share} {applicable})"
        check = f"(if (>= {held} {need}) then (assert (group {number})))"
        for holds, outside in members:
            self._counting.setdefault(holds, []).extend((_add(held), check))
            self._counting.setdefault(outside, []).extend((_add(applicable, -1), check))


def _concludes(rule: Rule) -> str:
    does = type(rule.then).__name__.lower()
    what, how, *_ = (*rule.then.as_dict().values(), "nil")
    return f"(assert (concluded (rule {rule.id}) (does {does}) (what {what}) (how {how})))"


def _counters(rule: Rule) -> Iterator[str]:
    """Yield the globals to which a rule that gives a sign adds one."""
    match rule.then:
        case Signs():
            for part, times in COUNTS[rule.then.weight].items():
                counter = _counter("stage", rule.then.sign, f"{part}{rule.then.stage}")
                yield from [counter] * times
        case Speaks():
            yield _counter("pattern", rule.then.pattern, rule.then.speaks)
            if rule.then.key:
                yield _counter("pattern", rule.then.pattern, "key")


def _counter(kind: str, id_: str, by: str) -> str:
    return f"?*{kind}:{id_}:{by}*"


def _add(counter: str, number: int = 1) -> str:
    return f"(bind {counter} (+ {counter} {number}))"


def _is_any(test: Test) -> bool:
    return isinstance(test, Count) and test.share is None and test.need == 1


def _joined(word: str, patterns: list[str]) -> str:
    """Return patterns as one, each once."""
    once = list(dict.fromkeys(patterns))
    return once[0] if len(once) == 1 else f"({word} {' '.join(once)})"


def _pattern(fact: Fact) -> str:
    return f"({fact.kind} {fact.id} {fact.value})"


def _defrule(name: str, when: str, actions: list[str]) -> str:
    return f"(defrule {name} {when} => {' '.join(actions)})"
