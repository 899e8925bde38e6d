"""The order of the files does not matter, and each seat is read as it is meant."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor.comparison import compare, mirrored
from advisor.comparison.differences import stages_apart
from advisor.comparison.seen import is_shared
from advisor.comparison.voices import has_answered
from tests.support.amount import examples
from tests.support.strategies import cases

ADVISOR = Advisor(engine="columnar")
KNOWLEDGE = ADVISOR.knowledge
ANSWERED = cases(KNOWLEDGE).filter(has_answered)
SEATS = st.sampled_from(["centre", "partner", "above", None])


def voice(case, name, seat="centre"):
    return replace(case, partnership="The clinic", respondent=name, share="yes", seen_from=seat)


def by_name(found):
    """What is said of each voice and by it, whatever the order of the columns."""

    def said(answers):
        return (
            answers.id,
            frozenset(
                (each.value, frozenset(found.voices[n].name for n in each.voices)) for each in answers.said
            ),
            frozenset(found.voices[n].name for n in answers.not_known),
        )

    return (
        {
            (factor.factor, name.name, stage)
            for factor in found.factors
            for name, stage in zip(found.voices, factor.stages, strict=True)
        },
        [(topic.factor, topic.apart, [said(each) for each in topic.answers]) for topic in found.talk],
        found.strong,
        [said(each) for each in found.agreed],
        [said(each) for each in found.to_tell],
        found.alerts,
    )


@settings(max_examples=examples(10))
@given(st.lists(st.tuples(ANSWERED, SEATS), min_size=2, max_size=3), st.randoms())
def test_the_order_of_the_files_changes_the_columns_and_nothing_else(given_, random):
    several = [voice(case, f"Q{number}", seat) for number, (case, seat) in enumerate(given_)]
    found = compare(several, ADVISOR)
    random.shuffle(several)
    assert by_name(compare(several, ADVISOR)) == by_name(found)


@settings(max_examples=examples(10))
@given(ANSWERED, SEATS)
def test_a_voice_agrees_with_itself_on_everything(case, seat):
    found = compare([voice(case, "One", seat), voice(case, "Other", seat)], ADVISOR)
    assert not found.talk
    assert not found.to_tell
    assert all(factor.apart in (0, None) for factor in found.factors)


@settings(max_examples=examples(10))
@given(ANSWERED)
def test_mirrored_twice_is_what_both_seats_can_tell_of(case):
    once = mirrored(case.answers, KNOWLEDGE)
    twice = mirrored(once, KNOWLEDGE)
    assert mirrored(twice, KNOWLEDGE) == once
    assert all(case.answers[id_] == answer or isinstance(answer, dict) for id_, answer in twice.items())


@settings(max_examples=examples(10))
@given(ANSWERED, ANSWERED, SEATS, SEATS)
def test_nobody_is_asked_to_answer_for_herself(one, other, seat, other_seat):
    found = compare([voice(one, "One", seat), voice(other, "Other", other_seat)], ADVISOR)
    shown = [*(each for topic in found.talk for each in topic.answers), *found.agreed, *found.to_tell]
    for answers in shown:
        assert is_shared(KNOWLEDGE.questions[answers.id.partition(".")[0]], KNOWLEDGE)


@given(st.lists(st.sampled_from(["emerging", "developing", "confident", "unknown"])))
def test_no_middle_hides_a_split(stages):
    known = {"emerging": 0, "developing": 1, "confident": 2}
    places = [known[stage] for stage in stages if stage in known]
    apart = stages_apart(stages)
    assert (apart is None) == (len(places) < 2)
    if apart is not None:
        assert apart == max(abs(one - other) for one in places for other in places)
