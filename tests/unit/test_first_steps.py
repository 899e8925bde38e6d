"""How steps begin, who leads them, and what the plan and the page say once and do not say again."""

from __future__ import annotations

from advisor import Advisor, Case
from advisor.reports import advice_outline, as_text

SHIPPED = Advisor()
PARTY = Case(
    answers={
        "contact": "when-needed",
        "trust": "not-at-all",
        "disagreement": "open-dispute",
        "broken-promise": "unmended",
        "my-part": "yes",
        "who-could-help": {
            "neutral-person": "no",
            "sponsor": "no",
            "trusted-by-both": "no",
            "can-sign": "no",
        },
        "problem-view": "argued",
        "follow-through": "rarely",
        "agreed-goals": "in-talk",
    }
)


def test_each_step_of_a_plan_begins_otherwise_though_one_helper_leads_several():
    advice = SHIPPED.advise(PARTY)
    texts = [step.text for step in advice.plan]
    led = [step for step in advice.plan if "neutral person" in step.led_by]
    assert len(led) > 1
    assert len(texts) == len(set(texts))
    assert len([text for text in texts if "nobody neutral yet" in text]) == 1


def test_who_leads_is_said_while_it_is_not_known_whether_she_is_a_side():
    advice = SHIPPED.advise(Case(answers={"disagreement": "open-dispute", "trust": "not-at-all"}))
    step = next(step for step in advice.plan if step.id == "conflict-handling")
    assert step.led_by == next(i.led_by for i in advice.interventions if i.id == step.id) != ""
    text = " ".join(as_text(advice_outline(advice, SHIPPED.knowledge)).split())
    assert f"Who leads: {step.led_by}" in text


def test_who_leads_what_waits_is_said_too():
    advice = SHIPPED.advise(PARTY)
    later = [step for step in advice.plan if step.when == "later" and step.kind == "intervention"]
    text = " ".join(as_text(advice_outline(advice, SHIPPED.knowledge)).split()).partition("LATER,")[2]
    assert later
    assert text.count("Who leads:") >= len([step for step in later if step.led_by]) > 0


def test_nobody_hears_each_side_alone_where_nobody_quarrels():
    answers = {"contact": "regular", "my-part": "yes", "problem-view": "argued", "disagreement": "none-yet"}
    answers |= {"broken-promise": "never", "shared-picture": "different", "agreed-goals": "in-talk"}
    advice = SHIPPED.advise(Case(answers=answers))
    assert [s.id for s in advice.plan if "neutral person" in s.led_by] != []
    assert [s.id for s in advice.plan if "heard alone" in s.text or "mediator" in s.text] == []


def test_an_open_quarrel_leads_on_one_sign_before_what_has_many():
    far = {"presence": "rarely-here", "how-often": "never", "timetable": "clash", "contact": "when-needed"}
    quiet = SHIPPED.advise(Case(answers=far))
    hot = SHIPPED.advise(Case(answers={**far, "disagreement": "open-dispute"}))
    assert (quiet.patterns[0].id, hot.patterns[0].id, hot.patterns[0].fit) == (
        "far-apart",
        "hot-dispute",
        "possible",
    )
    assert hot.plan[0].id == "conflict-handling"
    assert hot.leading is not None
    assert (hot.leading.pattern, hot.leading.calls[-1].became) == ("hot-dispute", "first")


def test_what_would_make_it_worse_stands_on_the_first_page_for_what_leads():
    advice = SHIPPED.advise(PARTY)
    text = " ".join(as_text(advice_outline(advice, SHIPPED.knowledge)).split())
    assert text.count("Would make it worse:") == 1
    assert f"Would make it worse: {advice.patterns[0].makes_worse}" in text


def test_a_step_that_asks_for_what_she_does_already_is_another_one():
    lack: dict[str, str | dict[str, str]] = {
        "in-place-relational": {"learning-together": "no"},
        "trust": "careful",
    }
    does = {**lack, "my-practice-with-the-work": {"everyone-a-learner": "yes"}}
    found = [SHIPPED.advise(Case(answers=answers)).plan for answers in (lack, does)]
    one, other = ([step.text for step in plan if step.id == "learning-together"] for plan in found)
    assert one
    assert other
    assert one != other


def test_a_first_step_by_a_hint_is_called_a_small_one():
    advice = SHIPPED.advise(Case(answers={"output": "slow"}))
    assert [(step.when, step.small) for step in advice.plan] == [("first", True)]
    assert "A small step: Learning together" in as_text(advice_outline(advice, SHIPPED.knowledge))


def test_why_somebody_else_leads_is_not_said_again_as_a_caution():
    advice = SHIPPED.advise(PARTY)
    text = " ".join(as_text(advice_outline(advice, SHIPPED.knowledge, full=True)).split())
    leads = [item for item in advice.interventions if item.readiness == "needs-help"]
    planned = {step.id for step in advice.plan}
    told = next(item for item in leads if item.id in planned)
    because = next(
        firing.because
        for firing in advice.firings
        if firing.id in told.cautions and firing.concludes.kind == "needs-help"
    )
    plan = text.partition("INTERVENTIONS, IN ORDER")[0]
    assert plan.count(because) == 1
