"""Where not all agreed to it, a comparison tells what is worth a talk, and nothing else of any answer."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, replace
from functools import cache
from itertools import combinations_with_replacement, product

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.comparison import Comparison, compare
from advisor.comparison.model import FactorSeen
from advisor.comparison.privacy import ALL, counts_of, worth_a_talk
from advisor.knowledge.terms import STAGE_WORDS, STAGES
from advisor.pages import as_html, comparison_page
from advisor.reports import as_text, write_outline
from advisor.reports.comparison import comparison_outline
from advisor.reports.outline_formats import NAMES
from tests.support.amount import examples
from tests.support.strategies import cases

ADVISOR = Advisor(engine="columnar")
KNOWLEDGE = ADVISOR.knowledge
GUARDED: dict[tuple[object, ...], bytes] = {}  # what was told, by all that may be known of the answers


def anybody(case, share):
    return replace(case, partnership="The clinic", respondent="", share=share)


def all_forms(found: Comparison) -> bytes:
    outline = comparison_outline(found)
    pages = (write_outline(outline, format_) for format_ in NAMES)
    said = (found.as_json(), repr(found), as_html(comparison_page(found)), *pages)
    return b"\0".join(each if isinstance(each, bytes) else each.encode() for each in said)


def seen(*stages: str) -> FactorSeen:
    return FactorSeen("factor", "name", "title", stages, ("",) * len(stages), None)


@cache
def counts(stages: tuple[str, ...]) -> tuple[tuple[str, int], ...] | None:
    found = counts_of([seen(*stages)], all_answered=True)[0].counts
    return None if found is None else tuple(asdict(found).items())


@settings(max_examples=examples(25))
@given(st.lists(st.tuples(cases(KNOWLEDGE), st.sampled_from(["no", "yes", None])), min_size=2, max_size=4))
def test_two_sets_of_answers_with_the_same_topics_are_told_alike_to_the_byte(voices):
    several = [anybody(case, share) for case, share in voices]
    several[-1] = replace(several[-1], share="no")
    found = compare(several, ADVISOR)
    assert found.view == "guarded"
    key = (
        found.answered,
        tuple(topic.factor for topic in found.talk),
        tuple(alert.id for alert in found.alerts),
    )
    told = all_forms(found)
    assert GUARDED.setdefault(key, told) == told
    assert all_forms(compare(several[::-1], ADVISOR)) == told


@settings(max_examples=examples(10))
@given(cases(KNOWLEDGE), cases(KNOWLEDGE))
def test_who_said_what_is_nowhere_unless_all_agreed(one, other):
    several = [anybody(one, "yes"), replace(anybody(other, None), respondent="Zyxwo", partnership="")]
    found = compare(several, ADVISOR)
    empty = ("voices", "factors", "counts", "strong", "agreed", "to_tell", "joint", "names", "unread")
    assert not any(getattr(found, name) for name in empty)
    assert all(topic.apart is None and not topic.answers for topic in found.talk)
    assert b"Zyxwo" not in all_forms(found)
    text = found.as_json() + as_text(comparison_outline(found))
    assert not [stage for stage in (*STAGES, *STAGE_WORDS.values()) if stage in text]


@given(st.sampled_from([stage for stage in ALL if stage != "confident"]), st.lists(st.sampled_from(ALL)))
def test_who_does_not_see_a_thing_as_tight_learns_nothing_of_the_others(mine, others):
    assert worth_a_talk([seen(mine, *others)]) == ("factor",)


def test_from_the_counts_and_her_own_answer_nobody_can_tell_what_another_said():
    for number in (5, 6, 7):
        shown: dict[object, list[Counter[str]]] = {}
        for stages in combinations_with_replacement(ALL, number):
            shown.setdefault(counts(stages), []).append(Counter(stages))
        for told, possible in shown.items():
            for mine in ALL:
                others = [each - Counter([mine]) for each in possible if each[mine]]
                assert not others or len(frozenset().union(*others)) > 1, (told, mine)


def test_counts_wait_for_all_who_were_asked():
    stages = ("emerging",) * 3 + ("confident",) * 3
    assert counts_of([seen(*stages)], all_answered=False)[0].counts is None
    assert dict(counts(stages) or ())["emerging"] == 3


def test_no_count_gives_one_away():
    for stages in product(ALL, repeat=5):
        found = counts(stages)
        assert found is None or 1 not in dict(found).values()


@settings(max_examples=examples(10))
@given(st.lists(cases(KNOWLEDGE), min_size=5, max_size=6), st.randoms())
def test_counts_are_told_alike_in_whichever_order_the_files_come(several, random):
    several = [anybody(case, "no") for case in several]
    told = all_forms(compare(several, ADVISOR))
    random.shuffle(several)
    assert all_forms(compare(several, ADVISOR)) == told
